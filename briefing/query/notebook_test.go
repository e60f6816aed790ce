package query

import (
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/search"
)

// kept is what a user keeps about items, by their ids.
type kept struct {
	fresh         map[string]briefing.Freshness
	marked, noted string
}

func (k kept) Freshness(r briefing.Ref) briefing.Freshness { return k.fresh[r.ID] }
func (k kept) Marked(r briefing.Ref) bool                  { return r.ID == k.marked }
func (k kept) Notes(r briefing.Ref) []briefing.Note {
	if r.ID != k.noted {
		return nil
	}
	return []briefing.Note{{Text: "Why?"}}
}
func (kept) Opinion(briefing.Ref) (briefing.Likelihood, briefing.Confidence) { return "", "" }

func ofNotebook() *briefing.Index {
	return briefing.NewIndex(&briefing.Briefing{
		BottomLine: "It is so.",
		Sources:    []briefing.Source{{ID: "ap", Title: "AP"}},
		Actors:     []briefing.Actor{{ID: "mayor", Name: "The mayor", Kind: "person"}},
		Events:     []briefing.Event{{ID: "e", Title: "It was so."}, {ID: "f", Title: "It was so again."}},
		Questions: []briefing.Question{{ID: "q", Text: "Is it so?", Claims: []briefing.Claim{
			{ID: "c", Text: "It is.", Positions: []briefing.Position{{Holder: "mayor", Stance: "affirms"}}}, {ID: "d", Text: "It is not."}}}},
		Gaps: []string{"Why it is."},
	})
}

// TestNotebookTerms filters by what a user keeps, also negated and with other terms.
func TestNotebookTerms(t *testing.T) {
	x := ofNotebook()
	x.SetRemarks(kept{
		fresh: map[string]briefing.Freshness{"e": briefing.Read, "f": briefing.Changed, "ap": briefing.New, "mayor": briefing.Unread,
			"q": briefing.Read, "c": briefing.Read, "d": briefing.Unread, "1": briefing.Read},
		marked: "c", noted: "e",
	})
	for expression, want := range map[string]string{
		"unread":         "ap d f mayor q",
		"-unread":        " 1 c c/mayor e q",
		"changed":        "ap f",
		"marked":         "c c/mayor q",
		"noted":          "e",
		"noted unread":   "",
		"noted -unread":  "e",
		"changed again":  "f",
		"marked noted":   "",
		`"unread"`:       "",
		"stance:affirms": "c c/mayor mayor q",
	} {
		s, err := Select(x, expression)
		if err != nil {
			t.Errorf("%s: %v", expression, err)
			continue
		}
		var got []string
		for _, ref := range search.New(x).Items() {
			if s.Keep(ref) {
				got = append(got, ref.ID)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s keeps %q, want %q", expression, strings.Join(got, " "), want)
		}
	}
}

// TestWithoutNotebook says so, completes none of the names, and lets the words be found.
func TestWithoutNotebook(t *testing.T) {
	x := ofNotebook()
	for _, expression := range []string{"unread", "-noted", "so marked", "CHANGED"} {
		_, err := Select(x, expression)
		wrong, ok := err.(*Error)
		if !ok || !strings.Contains(wrong.Problem, "notebook") || wrong.Hint == "" {
			t.Errorf("%s: %v", expression, err)
		}
		q, err := Parse(expression)
		if err != nil || NewFilter(search.New(x)).Select(Query{q.terms[len(q.terms)-1:]}).Count(briefing.KindEvent) > 0 && !strings.HasPrefix(expression, "-") {
			t.Errorf("%s matches something", expression)
		}
	}
	if _, err := Select(x, `"unread"`); err != nil {
		t.Error(err)
	}
	f := NewFilter(search.New(x))
	if got := f.Complete("unr", 3); len(got) > 0 {
		t.Errorf("completes %v", got)
	}
	x.SetRemarks(kept{})
	if got := f.Complete("unr", 3); len(got) != 1 || got[0].Text != "unread" {
		t.Errorf("with a notebook completes %v", got)
	}
}

// TestNothingRead keeps everything that can be read as unread if nothing has been.
func TestNothingRead(t *testing.T) {
	x := ofNotebook()
	x.SetRemarks(kept{})
	s, err := Select(x, "unread")
	if err != nil || s.Count(briefing.KindEvent) != 2 || s.Count(briefing.KindPosition) != 1 || s.Count(briefing.KindBottomLine) != 0 {
		t.Errorf("err = %v, %d events, %d positions", err, s.Count(briefing.KindEvent), s.Count(briefing.KindPosition))
	}
}
