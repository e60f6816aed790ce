package terminal

import "testing"

// TestKeyModes writes what takes and gives back a terminal, and asks what is
// still to be turned off.
func TestKeyModes(t *testing.T) {
	const on, off = "\x1b[>4;2m\x1b[>1u", "\x1b[>4m\x1b[<1u"
	for name, c := range map[string]struct {
		writes []string
		want   string
	}{
		"nothing":        {nil, ""},
		"in order":       {[]string{off + on, "text\x1b[1m", off}, ""},
		"twice in order": {[]string{off + on, off, off + on, off}, ""},
		"off before on":  {[]string{"\x1b[?1049h" + off + off + on + "\x1b[?1049l"}, "\x1b[>4m\x1b[?1049h\x1b[<1u\x1b[?1049l"},
		"never off":      {[]string{on, "text"}, "\x1b[>4m\x1b[?1049h\x1b[<1u\x1b[?1049l"},
		"only one off":   {[]string{on, "\x1b[<1u"}, "\x1b[>4m"},
	} {
		t.Run(name, func(t *testing.T) {
			var k keyModes
			for _, text := range c.writes {
				k.note([]byte(text))
			}
			if got := k.left(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if got := k.left(); got != "" {
				t.Errorf("the second time %q", got)
			}
		})
	}
}
