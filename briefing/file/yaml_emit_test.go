package file

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v4"
)

// byLibraryAlone returns what the YAML library makes of a JSON text as a whole.
func byLibraryAlone(t *testing.T, text []byte) string {
	t.Helper()
	root := &yaml.Node{Kind: yaml.SequenceNode} // the tree holds all that is in a list in a list
	tree := &yamlTree{open: []*yaml.Node{root, {Kind: yaml.SequenceNode}}}
	feed(t, tree.WriteToken, text)
	var out bytes.Buffer
	dumper, err := yaml.NewDumper(&out, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(-1))
	if err == nil {
		err = dumper.Dump(tree.open[1].Content[0])
	}
	if err == nil {
		err = dumper.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// feed passes the tokens of a JSON text on.
func feed(t *testing.T, write func(jsontext.Token) error, text []byte) {
	t.Helper()
	in := jsontext.NewDecoder(bytes.NewBuffer(text), jsontext.AllowDuplicateNames(true))
	for in.StackDepth() > 0 || in.InputOffset() == 0 {
		token, err := in.ReadToken()
		if err != nil {
			t.Fatal(err)
		}
		if err := write(token); err != nil {
			t.Fatal(err)
		}
	}
}

// checkEmitted checks that a JSON text is written as the library does.
func checkEmitted(t *testing.T, text []byte) {
	t.Helper()
	want := byLibraryAlone(t, text)
	var got strings.Builder
	out := newYAMLWriter(&got, 0, nil)
	feed(t, func(token jsontext.Token) error { out.token(token); return out.err }, text)
	if err := out.finish(); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("%s\nis written as\n%s\nand by the library as\n%s", text, got.String(), want)
	}
}

// emitted has texts in all places in which they can be.
func emitted(t *testing.T, s, u string) []byte {
	t.Helper()
	quoted, err := json.Marshal([]string{s, u})
	if err != nil {
		t.Fatal(err)
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(quoted, &parts); err != nil {
		t.Fatal(err)
	}
	a, b := parts[0], parts[1]
	return fmt.Appendf(nil, `{"k":%s,"%[2]s":[%[1]s,%[3]s,1],"n":[{"source":%[1]s,"quote":%[3]s},{"a":{"b":%[3]s,"c":[%[3]s,%[1]s]},"d":[{"e":%[1]s},{"f":[{"g":%[1]s}]}]}],%[1]s:1.50,"o":%[3]s,"l":[%[1]s,"%[4]s"]}`,
		a, "list", b, strings.Repeat("long ", 10))
}

// oddTexts are texts that YAML needs quotes for, or nearly.
var oddTexts = []string{
	"", " ", "a", "a b", " a", "a ", "a:", "a: b", "a:b", ":a", "a #b", "a#b", "#a", "a, b", "a?b", "?a", "? a", "-a", "- a", "-", "--- a", "[a", "a]", "{a}", "&a", "*a", "!a", "|a", ">a", "'a'", `"a"`, `a "b" c'd`,
	"%a", "@a", "`a", "true", "True", "truely", "falsE", "null", "~", "yes", "no", "On", "y", "<<", "=", ".inf", "NaN", ".5", "1", "1.5", "1.5a", "1e5", "12e", "0x1f", "0o7", "0b1", "0755", "1_000", "+1", "12:30", "12:30:45",
	"2024", "2024-06", "2024-06-11", "2024-06-11T10:00Z", "2024-06-11T10:00:00Z", "2024-06-11 10:00:00", "2024-06-1", "2024-06-11T10:", "11 June", "3,5 m", "1/2", "57c444c0-8004-48fa", "00000000",
	"a\n", "a\nb", "a\nb\n", "a\nb\n\n", "\n", "\n\n", "\na", "\n a\nb", " a\nb", "a\n b", "a\n\n\nb", "a \nb", "a\n \nb", "a\t\nb", "\ta\nb", "a\tb", "a\r\nb", "a\rb", "---\na", "a\n...\nb", "# a\nb", "- a\n- b",
	"ä", "äöü: ß", "„a“", "\u00a0a", "a\u0085b", "a\ufeffb", "\U0001f600", "a\U0001f600\nb", "日本語", "a\x00b", "a\x7fb", "\ufffd", "a\\b", strings.Repeat("x", 130), "https://a.example/b?c=d#e", "http://a.example: b", "e\u0301", "source", "quote",
}

func TestWritesYAMLAsTheLibrary(t *testing.T) {
	for i, s := range oddTexts {
		for _, u := range []string{"plain text", oddTexts[(i+1)%len(oddTexts)]} {
			checkEmitted(t, emitted(t, s, u))
		}
	}
	for _, text := range []string{`{"a":[]}`, `{"a":{}}`, `{"a":[{}]}`, `{"a":[[1],["b",{"c":[[2]]}]]}`, `["a",{"b":"c","d":["e"]},["f"]]`, `{"a":[1,{"b":2},3,"c"],"d":4}`, `{"a":[{"b":1},[2]],"d":4}`} {
		checkEmitted(t, []byte(text))
	}
}

func FuzzWriteYAML(f *testing.F) {
	for i, s := range oddTexts {
		f.Add(s, oddTexts[(i+1)%len(oddTexts)])
	}
	f.Fuzz(func(t *testing.T, s, u string) {
		if strings.ContainsAny(s+u, "\u2028\u2029") {
			t.Skip("the library indents what follows by what came before, and texts have none")
		}
		checkEmitted(t, emitted(t, s, u))
	})
}
