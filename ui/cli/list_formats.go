package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// The formats of find and history. The first is the default.
const (
	asText = "text"
	asJSON = "json"
	asCSV  = "csv"
)

var listFormats = []string{asText, asJSON, asCSV}

func checkListFormat(name string) error {
	if slices.Contains(listFormats, name) {
		return nil
	}
	return usage(fmt.Errorf("no format %q; there are %s", name, strings.Join(listFormats, ", ")), "leave -f out for text")
}

// jsonList writes a JSON array, with a line for each value.
type jsonList struct {
	to    *bufio.Writer
	begun bool
}

func newJSONList(w io.Writer) *jsonList { return &jsonList{to: bufio.NewWriter(w)} }

// add adds a value, which must be one that can be encoded.
func (l *jsonList) add(value any) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return err
	}
	begin := ",\n"
	if !l.begun {
		begin = "[\n"
		l.begun = true
	}
	_, err := l.to.WriteString(begin + strings.TrimSuffix(b.String(), "\n"))
	return err
}

// close ends the array, and writes what has not been written yet.
func (l *jsonList) close() error {
	end := "\n]\n"
	if !l.begun {
		end = "[]\n"
	}
	_, _ = l.to.WriteString(end) // Flush returns the error
	return l.to.Flush()
}
