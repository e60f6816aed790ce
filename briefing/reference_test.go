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
		{"plain", []TextSpan{{"plain", "", false}}},
		{"[[a]]", []TextSpan{{"a", "a", false}}},
		{"by [[a|the port]].", []TextSpan{{"by ", "", false}, {"the port", "a", true}, {".", "", false}}},
		{"[[ a | b ]]", []TextSpan{{"b", "a", true}}},
		{"[[a|]]", []TextSpan{{"a", "a", false}}},
		{"[[]]", []TextSpan{{"", "", false}}},
		{"[[a|b|c]]", []TextSpan{{"b|c", "a", true}}},
		{"[[a", []TextSpan{{"[[a", "", false}}},
		{"a]] [b]", []TextSpan{{"a]] [b]", "", false}}},
		{"[[a [[b]]", []TextSpan{{"a [[b", "a [[b", false}}},
		{"a[[b|\u0301c]]", []TextSpan{{"a", "", false}, {"\ufffdc", "b", true}}},
		{"[[b| \u0301c]]", []TextSpan{{"\ufffdc", "b", true}}},
		{"a" + strings.Repeat("\u0301", 20) + "[[b|" + strings.Repeat("\u0301", 10) + "]]", []TextSpan{{"a" + strings.Repeat("\u0301", 20), "", false}, {"\ufffd" + strings.Repeat("\u0301", 9), "b", true}}},
		{"a" + strings.Repeat("\u0301", 20) + "[[b|" + strings.Repeat("\u0301", 20) + "]]", []TextSpan{{"a" + strings.Repeat("\u0301", 20), "", false}, {"\ufffd" + strings.Repeat("\u0301", 19), "b", true}}},
		{strings.Repeat("\u1100", 20) + "[[b|" + strings.Repeat("\u1100", 20) + "]]", []TextSpan{{strings.Repeat("\u1100", 20), "", false}, {"\ufffd" + strings.Repeat("\u1100", 19), "b", true}}},
	} {
		if got := SplitReferences(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%+q: %+v, want %+v", c.text, got, c.want)
		}
	}
}

// FuzzReferences takes a clean text apart and compares that with what a pattern
// finds: nothing is lost, moved or changed, but for what would make a character
// without end.
func FuzzReferences(f *testing.F) {
	for _, text := range []string{
		"[[a]] and [[b|c]]", "[[", "]]", "[[|]]", "[[a|[[b]]]]", "a[[b|\u0301]]" + strings.Repeat("\u0301", 30), strings.Repeat("[[a|\u1100]]", 40), strings.Repeat("[[a|\u1100]]", 400),
		"\U0001f468\u200d[[a|\U0001f469\u200d]]\U0001f467", "[[a|\u0600]]x", "\u0915\u094d[[a|\u0915\u094d]]\u0915", "]][[a]]|", "[[a\nb| c ]]",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = clean.Text(text)
		got, want, aloud := SplitReferences(text), splitByPattern(text), ""
		if len(got) != len(want) {
			t.Fatalf("%+v: %+v, want %+v", text, got, want)
		}
		for i, s := range got {
			aloud += s.Text
			rest, cut := strings.CutPrefix(s.Text, string(clean.Replacement))
			if s.ID != want[i].ID || s.Text != want[i].Text && (!cut || !strings.HasSuffix(want[i].Text, rest)) {
				t.Fatalf("%+v: span %d is %+v, want %+v", text, i, s, want[i])
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

// TestReferencesShowNames leaves labels out.
func TestReferencesShowNames(t *testing.T) {
	x := NewIndex(&Briefing{
		Actors:    []Actor{{ID: "a", Name: "The Harbour Office"}, {ID: "long", Name: strings.Repeat("n", 1000)}},
		Judgments: []Judgment{{ID: "j", Text: "It is [[a]], not [[j]]."}},
	})
	for text, want := range map[string]string{
		"Said by [[a]].":       "Said by The Harbour Office.",
		"Said by [[a|it]].":    "Said by it.",
		"Said by [[a|a]].":     "Said by a.",
		"Said by [[ a ]].":     "Said by The Harbour Office.",
		"Said by [[nothing]].": "Said by nothing.",
		"See [[j]].":           "See j.",
		"[[a]] [[a":            "The Harbour Office [[a",
	} {
		if got := x.PlainText(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
	if got, want := x.Name(Ref{KindJudgment, "j"}), "It is The Harbour Office, not j."; got != want {
		t.Errorf("the judgment is named %q, want %q", got, want)
	}
	many := strings.Repeat("[[long]]", 10_000)
	if got := x.PlainText(many); len(got) > 2*len(many)+4096 {
		t.Errorf("%d bytes of text become %d", len(many), len(got))
	}
}
