package cli

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzSink writes bytes in two parts. The output must be text without control
// characters, and clean text must be unchanged.
func FuzzSink(f *testing.F) {
	for _, s := range []string{"plain\n\ttext\r\n", "\x1b[31m\x9b\u009b", "各国 👍🏽", "\xe5\x90", "\xf0\x9f\x91", "\xff\xfe\x00\x7f", "\u0085\u2028"} {
		f.Add([]byte(s), 3)
	}
	f.Fuzz(func(t *testing.T, data []byte, cut int) {
		at := int(uint(cut) % uint(len(data)+1))
		var whole, parted bytes.Buffer
		for _, out := range []struct {
			to    *bytes.Buffer
			parts [][]byte
		}{{&whole, [][]byte{data}}, {&parted, [][]byte{data[:at], data[at:]}}} {
			s := newSink(out.to)
			for _, p := range out.parts {
				if n, err := s.Write(p); n != len(p) || err != nil {
					t.Fatalf("%d of %d bytes, %v", n, len(p), err)
				}
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		got := whole.String()
		if got != parted.String() {
			t.Fatalf("%q, and %q in two parts", got, parted.String())
		}
		if !isText(got) {
			t.Fatalf("%q comes out as %q", data, got)
		}
		if isText(string(data)) && got != string(data) {
			t.Fatalf("clean %q comes out as %q", data, got)
		}
	})
}

// isText reports whether a text has no control characters except line ends.
func isText(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\n\r\t", r) })
}

// calls returns calls of the program with a hostile word. None of them writes a
// file.
func calls(word string) [][]string {
	return [][]string{
		{word}, {"no-such\n" + word}, {"export", "--where", word}, {"export", "-f", word}, {"export", "--only", word}, {"export", "--max-tlp", word}, {"export", "-w", word},
		{"show", word}, {"show", "--where", word}, {"show", "--max-tlp", word, "lavrov"}, {"show", "no-such", word}, {"show", "--" + word}, {"show", "-" + word}, {"check", "--explain", word}, {"check", "-f", word}, {"check", "no/such/" + word},
		{"completion", word}, {"help", word}, {"man", word}, {"schema", word}, {"--theme", word, "config"}, {"--" + word}, {"sitrep", word}, {"config", word},
	}
}

// FuzzCalls calls the program with hostile words, as arguments and in the
// environment. It must end with a known exit code, and print only text.
func FuzzCalls(f *testing.F) {
	for i := range calls("") {
		for _, word := range []string{"\x1b[31mred", "a:\"\u009b", "\u202e", "\xff", "-", "--", "=", "", "stance:denies", "\x1b]0;x\x07:"} {
			f.Add(uint(i), word)
		}
	}
	f.Fuzz(func(t *testing.T, which uint, word string) {
		ways := calls(word)
		args := ways[which%uint(len(ways))]
		var out, errs bytes.Buffer
		code := Main(args, Streams{In: strings.NewReader(word), Out: &out, Err: &errs, Getenv: func(name string) string {
			if strings.HasPrefix(name, "SITREP_") {
				return word
			}
			return ""
		}})
		if code != exitFine && code != exitFailed && code != exitUsage {
			t.Fatalf("%q: exit code %d", args, code)
		}
		for _, said := range []string{out.String(), errs.String()} {
			if !isText(said) || strings.ContainsAny(said, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029") {
				t.Fatalf("%q: it says %q", args, said)
			}
		}
		if code != exitFine && code != exitFailed && errs.Len() == 0 || strings.Contains(errs.String(), "internal error") {
			t.Fatalf("%q: exit code %d, and it says %q", args, code, errs.String())
		}
	})
}
