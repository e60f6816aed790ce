package sample

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// YAML returns the briefing of so many items as a file in YAML.
func YAML(items int) []byte { return FromJSON(JSON(items)) }

// FromJSON returns a JSON text as YAML in block style, texts of several lines as
// literal blocks.
func FromJSON(data []byte) []byte {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var out bytes.Buffer
	y := yamlWriter{dec, &out}
	y.value(0, "")
	return bytes.TrimLeft(out.Bytes(), "\n")
}

type yamlWriter struct {
	dec *json.Decoder
	out *bytes.Buffer
}

func (y yamlWriter) token() json.Token {
	t, err := y.dec.Token()
	if err != nil {
		panic(err) // the text was made by an encoder
	}
	return t
}

// value writes the next value behind a key or hyphen. first is what stands
// before its first line: nothing behind a hyphen, where a mapping begins at once.
func (y yamlWriter) value(indent int, first string) {
	pad := strings.Repeat(" ", indent)
	switch t := y.token().(type) {
	case json.Delim:
		for y.dec.More() {
			if t == '[' {
				fmt.Fprintf(y.out, "\n%s- ", pad)
				y.value(indent+2, "")
				continue
			}
			fmt.Fprintf(y.out, "%s%s:", first, y.token())
			y.value(indent+2, "\n"+pad+"  ")
			first = "\n" + pad
		}
		y.token()
	case string:
		y.text(t, pad)
	default:
		fmt.Fprint(y.out, " ", t)
	}
}

func (y yamlWriter) text(s, pad string) {
	if strings.Contains(s, "\n") && !strings.HasPrefix(s, " ") && !strings.Contains(s, "\n ") {
		fmt.Fprintf(y.out, " |-\n%s%s", pad, strings.ReplaceAll(s, "\n", "\n"+pad))
		return
	}
	quoted, err := json.Marshal(s)
	if err != nil {
		panic(err) // it is a string
	}
	// YAML writes a character beyond U+FFFF in one escape; none is escaped here.
	fmt.Fprintf(y.out, " %s", quoted)
}
