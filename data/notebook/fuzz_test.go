package notebook

import (
	"maps"
	"testing"
)

// FuzzNotebook reads any text as a notebook. What can be read is written so that it
// reads the same again.
func FuzzNotebook(f *testing.F) {
	f.Add(example)
	f.Add("format: notebook/1\nnotes:\n- {on: x, text: \"\\u2028\\x85\\ufffd\\U0001F600 # : \"}\n- {on: x, text: |\n a\n\n b }\n")
	f.Add("format: notebook/1\nread: {~: a, \"\": b, 1e3: c, null: d, 'x y': e}\nmarks: [no, \"1\", 0x1, ' a ']\nplace: [~, \"\"]\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := parse(text, "kursk")
		if err != nil {
			return
		}
		written := c.text("kursk")
		again, err := parse(written, "kursk")
		if err != nil {
			t.Fatalf("%v in\n%s", err, written)
		}
		if !maps.Equal(c.values, again.values) {
			t.Fatalf("%v is read again as %v from\n%s", c.values, again.values, written)
		}
		if second := again.text("kursk"); second != written {
			t.Fatalf("written\n%s\nand then\n%s", written, second)
		}
	})
}
