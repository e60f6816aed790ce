package briefing

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"sitrep/briefing/clean"
)

func TestSplitReferences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []TextSpan
	}{
		{"", nil},
		{"plain", []TextSpan{{"plain", ""}}},
		{"[[a]]", []TextSpan{{"a", "a"}}},
		{"by [[a|the port]].", []TextSpan{{"by ", ""}, {"the port", "a"}, {".", ""}}},
		{"[[ a | b ]]", []TextSpan{{"b", "a"}}},
		{"[[a|]]", []TextSpan{{"a", "a"}}},
		{"[[]]", []TextSpan{{"", ""}}},
		{"[[a|b|c]]", []TextSpan{{"b|c", "a"}}},
		{"[[a", []TextSpan{{"[[a", ""}}},
		{"a]] [b]", []TextSpan{{"a]] [b]", ""}}},
		{"[[a [[b]]", []TextSpan{{"a [[b", "a [[b"}}},
		{"a[[b|\u0301c]]", []TextSpan{{"a", ""}, {"\ufffdc", "b"}}},
		{"[[b| \u0301c]]", []TextSpan{{"\ufffdc", "b"}}},
		{"a" + strings.Repeat("\u0301", 20) + "[[b|" + strings.Repeat("\u0301", 10) + "]]", []TextSpan{{"a" + strings.Repeat("\u0301", 20), ""}, {"\ufffd" + strings.Repeat("\u0301", 9), "b"}}},
		{"a" + strings.Repeat("\u0301", 20) + "[[b|" + strings.Repeat("\u0301", 20) + "]]", []TextSpan{{"a" + strings.Repeat("\u0301", 20), ""}, {"\ufffd" + strings.Repeat("\u0301", 19), "b"}}},
		{strings.Repeat("\u1100", 20) + "[[b|" + strings.Repeat("\u1100", 20) + "]]", []TextSpan{{strings.Repeat("\u1100", 20), ""}, {"\ufffd" + strings.Repeat("\u1100", 19), "b"}}},
	} {
		if got := SplitReferences(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%+q: %+q, want %+q", c.text, got, c.want)
		}
	}
}

// FuzzReferences takes a clean text apart and compares that with what a pattern
// finds: nothing is lost, moved or changed, but for what would make a character
// without end.
func FuzzReferences(f *testing.F) {
	for _, text := range []string{
		"[[a]] and [[b|c]]", "[[", "]]", "[[|]]", "[[a|[[b]]]]", "a[[b|\u0301]]" + strings.Repeat("\u0301", 30), strings.Repeat("[[a|\u1100]]", 40),
		"\U0001f468\u200d[[a|\U0001f469\u200d]]\U0001f467", "[[a|\u0600]]x", "\u0915\u094d[[a|\u0915\u094d]]\u0915", "]][[a]]|", "[[a\nb| c ]]",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = clean.Text(text)
		got, want, aloud := SplitReferences(text), splitByPattern(text), ""
		if len(got) != len(want) {
			t.Fatalf("%+q: %+q, want %+q", text, got, want)
		}
		for i, s := range got {
			aloud += s.Text
			rest, cut := strings.CutPrefix(s.Text, string(clean.Replacement))
			if s.ID != want[i].ID || s.Text != want[i].Text && (!cut || !strings.HasSuffix(want[i].Text, rest)) {
				t.Fatalf("%+q: span %d is %+q, want %+q", text, i, s, want[i])
			}
		}
		if plain := PlainText(text); plain != aloud {
			t.Fatalf("%+q reads %+q, not %+q", text, plain, aloud)
		}
		checkClusters(t, aloud)
	})
}

var bracketed = regexp.MustCompile(`(?s)\[\[(.*?)\]\]`)

// splitByPattern takes a text with references apart in another way.
func splitByPattern(text string) []TextSpan {
	var out []TextSpan
	last := 0
	for _, at := range bracketed.FindAllStringSubmatchIndex(text, -1) {
		if at[0] > last {
			out = append(out, TextSpan{Text: text[last:at[0]]})
		}
		parts := strings.SplitN(text[at[2]:at[3]], "|", 2)
		span := TextSpan{Text: strings.TrimSpace(parts[len(parts)-1]), ID: strings.TrimSpace(parts[0])}
		if span.Text == "" {
			span.Text = span.ID
		}
		out, last = append(out, span), at[1]
	}
	if last < len(text) {
		out = append(out, TextSpan{Text: text[last:]})
	}
	return out
}

// checkClusters makes sure that no character has more than 32 code points.
func checkClusters(t *testing.T, text string) {
	t.Helper()
	const longest = 32
	clusters := displaywidth.StringGraphemes(text)
	for clusters.Next() {
		if n := len([]rune(clusters.Value())); n > longest {
			t.Fatalf("a cluster of %d code points: %+q", n, clusters.Value())
		}
	}
}
