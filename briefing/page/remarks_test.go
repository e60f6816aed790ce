package page

import (
	"strconv"
	"strings"
	"testing"

	"sitrep/briefing"
)

// someRemarks are notes on a source.
type someRemarks []briefing.Note

func (someRemarks) Freshness(briefing.Ref) briefing.Freshness { return briefing.New }
func (someRemarks) Marked(briefing.Ref) bool                  { return true }
func (r someRemarks) Notes(ref briefing.Ref) []briefing.Note {
	if ref.Kind != briefing.KindSource {
		return nil
	}
	return r
}

func (someRemarks) Opinion(ref briefing.Ref) (briefing.Likelihood, briefing.Confidence) {
	if ref.Kind == briefing.KindSource {
		return "", ""
	}
	return "likely", "low"
}

// TestNotesBelowParagraphs puts notes on words below their paragraphs, whichever those
// are, and tests that every other row stays what it is.
func TestNotesBelowParagraphs(t *testing.T) {
	const paragraphs = 6
	var text []string
	for i := range paragraphs {
		text = append(text, "Paragraph "+strconv.Itoa(i)+" says so.")
	}
	b := &briefing.Briefing{Sources: []briefing.Source{{ID: "ap", Title: "AP", Text: strings.Join(text, "\n\n")}}}
	for set := range 1 << paragraphs {
		x := briefing.NewIndex(b)
		var notes someRemarks
		var want []string
		for i, p := range text {
			want = append(want, p)
			if set&(1<<i) != 0 {
				notes = append(notes, briefing.Note{Quote: "Paragraph " + strconv.Itoa(i), Text: "Note " + strconv.Itoa(i)})
				want = append(want, yourNote+"“Paragraph "+strconv.Itoa(i)+"” Note "+strconv.Itoa(i))
			}
			want = append(want, "")
		}
		x.SetRemarks(notes)
		var got []string
		for b := range Each([]Block{manyParagraphs(x, &b.Sources[0])}) {
			got = append(got, Text(b))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Fatalf("with notes on %06b:\n%q\nwant\n%q", set, got, want)
		}
	}
}

// TestRemarksOnPages has remarks on everything, and tests that each page says what the
// user thinks apart from the briefing's own words.
func TestRemarksOnPages(t *testing.T) {
	b := &briefing.Briefing{
		Sources:   []briefing.Source{{ID: "ap", Title: "AP", Text: "It says so."}},
		Judgments: []briefing.Judgment{{ID: "j", Text: "We judge that.", Likelihood: "unlikely", Confidence: "high", Question: "q"}},
		Questions: []briefing.Question{{ID: "q", Text: "Is it so?", Claims: []briefing.Claim{{ID: "c", Text: "It is."}}}},
		Events:    []briefing.Event{{ID: "e", Title: "It was so."}},
		Gaps:      []string{"Why it is."},
	}
	x := briefing.NewIndex(b)
	lines := func(ref briefing.Ref) string {
		var out []string
		for b := range Each(Of(x, ref)) {
			out = append(out, Text(b))
		}
		return strings.Join(out, "\n")
	}
	for ref, want := range map[briefing.Ref][]string{
		{Kind: briefing.KindSource, ID: "ap"}:  {"Yours\nMarked by you\n2026-11-24 “gone” (not in the text any more) Why?", "Note “It says” Really?"},
		{Kind: briefing.KindJudgment, ID: "j"}: {"Likelihood unlikely (20–45 %)", "Your view likely (55–80 %)", "Your view likely (55–80 %), on its question", "Your basis Your confidence in it is low."},
		{Kind: briefing.KindQuestion, ID: "q"}: {"Your view likely (55–80 %)"},
		{Kind: briefing.KindClaim, ID: "c"}:    {"It is.\n\nYours\nMarked by you\nYour view likely (55–80 %)\n"},
		{Kind: briefing.KindEvent, ID: "e"}:    {"Yours\nMarked by you"},
		{Kind: briefing.KindGap, ID: "1"}:      {"Why it is.\n\nYours\nMarked by you"},
	} {
		x.SetRemarks(nil)
		before := lines(ref)
		x.SetRemarks(someRemarks{{Written: "2026-11-24", Quote: "gone", Text: "Why?"}, {Quote: "It says", Text: "Really?"}})
		got := lines(ref)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%v has no %q:\n%s", ref, w, got)
			}
		}
		for line := range strings.Lines(before) {
			if !strings.Contains(got, line) {
				t.Errorf("%v has lost %q", ref, line)
			}
		}
	}
}
