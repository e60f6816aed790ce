package linear

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/briefing/review"
)

// reviewed is a file that is reviewed in memory.
type reviewed struct {
	t    testing.TB
	text string
	fail error
}

// bridge returns a briefing with 18 drafts of all kinds.
func bridge(t testing.TB) *reviewed {
	t.Helper()
	text, err := os.ReadFile("../tui/reader/testdata/bridge.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return &reviewed{t: t, text: string(text)}
}

func (v *reviewed) load() (*file.Document, error) {
	doc, err := file.LoadText("bridge.yaml", v.text)
	if err == nil {
		doc.Text = v.text
	}
	return doc, err
}

func (v *reviewed) rewrite(old, text string) error {
	switch {
	case v.fail != nil:
		return v.fail
	case v.text != old:
		return review.ErrChanged
	}
	v.text = text
	return nil
}

// session begins a review, and returns what types a command and returns its answer.
func (v *reviewed) session(reviewing bool) (*Session, func(string) string) {
	v.t.Helper()
	doc, err := v.load()
	if err != nil {
		v.t.Fatal(err)
	}
	var out bytes.Buffer
	s := NewSession(&Options{In: strings.NewReader(""), Out: &out, Confined: true})
	from := Source{Load: v.load}
	if reviewing {
		from.Rewrite = v.rewrite
	}
	s.Read(doc, from)
	s.flush()
	return s, func(line string) string {
		out.Reset()
		s.answer(line)
		s.flush()
		return out.String()
	}
}

// TestReview types commands one after the other, and looks for words in the answers and
// for how many drafts the file has.
func TestReview(t *testing.T) {
	v := bridge(t)
	first := v.text
	_, type1 := v.session(true)
	for _, step := range []struct {
		line   string
		says   []string
		drafts int
	}{
		{"t", []string{"Taken: Maria Lund.", "17 of 18 left, 1 taken", "Draft 1 of 17. Actor: Tomas Berg, mayor."}, 17},
		{"n", []string{"Draft 2 of 17. Actor: Two engineers."}, 17},
		{"d", []string{"Not dropped yet: ", "1 position that it holds", "Position: Two engineers questions: The spring", "d all drops"}, 17},
		{"d all", []string{"Dropped with 1 position", "15 of 18 left, 1 taken, 2 dropped"}, 15},
		{"d all", []string{"Dropped with 1 position that it holds, 1 claim and 1 question", "1 text still refers to what is dropped"}, 11},
		{"go 6", []string{"Draft 6 of 11, contested. Claim: The spring inspection had been skipped."}, 11},
		{"open", []string{"Claim: (draft) The spring inspection"}, 11},
		{"t", []string{"Taken with 1 question: ", "Review, “Position: (draft) Tomas Berg affirms”."}, 9},
		{"next-item", []string{"Position: (draft) Maria Lund denies."}, 9},
		{"3", []string{"Actors: 3 actors"}, 9},
		{"go 1", []string{"Port authority"}, 9},
		{"t", []string{"This is no draft; review goes back"}, 9},
		{"n", []string{"Review: drafts, 9 of 18 left"}, 9},
		{"u", []string{"Undone: taken with 1 question"}, 11},
		{"U", []string{"Undone: dropped with 1 position that it holds, 1 claim"}, 15},
		{"u", []string{"Undone: dropped with 1 position"}, 17},
		{"u", []string{"Undone: taken: Maria Lund.", "18 of 18 left", "Review, “Actor: (draft) Maria Lund”."}, 18},
		{"u", []string{"Nothing to undo."}, 18},
		{"m", []string{"Nothing is read or noted while you review."}, 18},
	} {
		got := type1(step.line)
		for _, want := range step.says {
			if !strings.Contains(got, want) {
				t.Errorf("%s: it does not say %q:\n%s", step.line, want, got)
			}
		}
		if n := strings.Count(v.text, "draft: true"); n != step.drafts {
			t.Errorf("%s: the file has %d drafts, want %d", step.line, n, step.drafts)
		}
	}
	if v.text != first {
		t.Error("not all is undone")
	}
}

// TestReviewEverything takes or drops all drafts.
func TestReviewEverything(t *testing.T) {
	for _, line := range []string{"t", "d all"} {
		v := bridge(t)
		s, type1 := v.session(true)
		got := ""
		for n := 0; s.reader().review.Left > 0 && n < 20; n++ {
			got = type1(line)
		}
		if !strings.Contains(got, "Nothing is left to review") || strings.Contains(v.text, "draft: true") {
			t.Errorf("%s: it says\n%s", line, got)
		}
		if got := type1(line); !strings.Contains(got, "Nothing is left to review; u undoes, q leaves.") {
			t.Errorf("%s: it says %s", line, got)
		}
	}
}

// TestReviewOfAChangedFile has another program change the file.
func TestReviewOfAChangedFile(t *testing.T) {
	v := bridge(t)
	_, type1 := v.session(true)
	type1("t")
	v.text = strings.Replace(v.text, "name: Tomas Berg", "name: Thomas Berg # corrected", 1)
	changed := v.text
	if got := type1("t"); v.text != changed || !strings.Contains(got, "Nothing was written, because another program has changed the file.") || !strings.Contains(got, "Thomas Berg") {
		t.Errorf("it says\n%s", got)
	}
	if got := type1("u"); !strings.Contains(got, "Not undone: the file has been changed since.") {
		t.Errorf("it says\n%s", got)
	}
	v.fail = errors.New("disk full")
	if got := type1("t"); !strings.Contains(got, "Not written: disk full.") {
		t.Errorf("it says\n%s", got)
	}
}

// TestOnlyAReviewTakes reads a file that is not reviewed.
func TestOnlyAReviewTakes(t *testing.T) {
	v := bridge(t)
	first := v.text
	_, type1 := v.session(false)
	type1("3")
	for _, line := range []string{"t", "d", "d all", "6", "review"} {
		if got := type1(line); !strings.Contains(got, "sitrep review --linear FILE") {
			t.Errorf("%s: it says %s", line, got)
		}
	}
	if v.text != first {
		t.Error("the file is written")
	}
}
