package ach

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"sitrep/briefing"
)

// bridge has two claims and four pieces of evidence. Their weights, by hand: the port
// 1.414 (A) × 1.189 (2) = 1.682; the mayor 1 (C) × 1 (3) = 1; the driver, with E and B,
// 1.189 (B) × 0.707 (5) = 0.841; the log, a source that stands by itself, 1.414 (A).
// The copy copies the gazette; both are C.
func bridge() *briefing.Index {
	source := func(id, origin string, r briefing.Reliability) briefing.Source {
		return briefing.Source{ID: id, Title: id, Origin: origin, Grade: briefing.Grade{Reliability: r}}
	}
	rests := func(on ...string) []briefing.Evidence {
		return briefing.Map(on, func(id string) briefing.Evidence { return briefing.Evidence{Source: id, Quote: id} })
	}
	return briefing.NewIndex(&briefing.Briefing{
		Sources: []briefing.Source{source("report", "", "A"), source("gazette", "", "C"), source("copy", "gazette", "C"),
			source("blog", "", "E"), source("radio", "", "B"), source("log", "", "A")},
		Actors: []briefing.Actor{{ID: "port"}, {ID: "mayor"}, {ID: "driver"}},
		Events: []briefing.Event{{ID: "closed", Evidence: rests("log", "copy")}},
		Questions: []briefing.Question{{ID: "why", Text: "Why?", Events: []string{"closed"}, Claims: []briefing.Claim{
			{ID: "unsafe", Text: "It is unsafe.", Positions: []briefing.Position{
				{Holder: "port", Stance: "affirms", Credibility: 2, Evidence: rests("report")},
				{Holder: "mayor", Stance: "denies", Credibility: 3, Evidence: rests("gazette", "copy")}}},
			{ID: "strike", Text: "There is a strike.", Positions: []briefing.Position{
				{Holder: "driver", Stance: "affirms", Credibility: 5, Evidence: rests("blog", "radio")}}},
		}}},
	})
}

// rows are the ids of the evidence in the order of the matrix.
var rows = []string{"unsafe/port", "unsafe/mayor", "strike/driver", "log"}

func analysis(table string, own ...Hypothesis) *Analysis {
	a := &Analysis{Own: own}
	lines := strings.Split(strings.TrimSpace(table), "\n")
	hypotheses := strings.Fields(lines[0])
	for _, line := range lines[1:] {
		fields := strings.Fields(line)
		for i, h := range hypotheses {
			a.Set(h, fields[0], Code(fields[i+1]))
		}
	}
	return a
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.0005 }

const full = `
              unsafe strike none
unsafe/port   CC     I      II
unsafe/mayor  I      C      C
strike/driver N      C      I
log           C      C      C`

var none = Hypothesis{ID: "none", Text: "It is open."}

func TestScores(t *testing.T) {
	tests := []struct {
		name    string
		table   string
		without []string
		scores  string // inconsistency, I, II, cells with a code, rank, of each hypothesis
		coded   string
		order   string
	}{
		{"all", full, nil, "1.000 1 0 4 1; 1.682 1 0 4 2; 4.204 1 1 4 3", "12/12", "H1, H2, H3"},
		{"nothing", "unsafe\nlog -", nil, "0.000 0 0 0 0; 0.000 0 0 0 0; 0.000 0 0 0 0", "0/12", ""},
		{"one hypothesis only", "strike\nlog II", nil, "0.000 0 0 0 0; 2.828 0 1 1 1; 0.000 0 0 0 0", "1/12", "H2"},
		{"equal ranks", "unsafe strike none\nlog N CC I", nil, "0.000 0 0 1 1; 0.000 0 0 1 1; 1.414 1 0 1 3", "3/12", "H1 = H2, H3"},
		{"without a position", full, []string{"unsafe/mayor"}, "0.000 0 0 3 1; 1.682 1 0 3 2; 4.204 1 1 3 3", "9/9", "H1, H2, H3"},
		{"without a holder", full, []string{"port"}, "1.000 1 0 3 3; 0.000 0 0 3 1; 0.841 1 0 3 2", "9/9", "H2, H3, H1"},
		{"without a source and its copy", full, []string{"gazette"}, "0.000 0 0 3 1; 1.682 1 0 3 2; 4.204 1 1 3 3", "9/9", "H1, H2, H3"},
		{"without the source with the better grade", full, []string{"radio"}, "1.000 1 0 4 1; 1.682 1 0 4 2; 3.864 1 1 4 3", "12/12", "H1, H2, H3"},
		{"without all", full, []string{"port", "mayor", "driver", "log"}, "0.000 0 0 0 0; 0.000 0 0 0 0; 0.000 0 0 0 0", "0/0", ""},
		{"codes for what is not there", "unsafe gone\nlog I II\nelsewhere I I", nil, "1.414 1 0 1 1; 0.000 0 0 0 0; 0.000 0 0 0 0", "1/12", "H1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := New(bridge(), "why", analysis(test.table, none), test.without...)
			got := strings.Join(briefing.Map(m.Scores, func(s Score) string {
				return fmt.Sprintf("%.3f %d %d %d %d", s.Inconsistency, s.Against, s.VeryAgainst, s.Coded, s.Rank)
			}), "; ")
			if got != test.scores {
				t.Errorf("scores\n%s\nwant\n%s", got, test.scores)
			}
			if got := fmt.Sprintf("%d/%d", m.Coded, m.Cells); got != test.coded {
				t.Errorf("%s cells are coded, want %s", got, test.coded)
			}
			if got := m.Order(); got != test.order {
				t.Errorf("the order is %q, want %q", got, test.order)
			}
		})
	}
}

func TestEvidence(t *testing.T) {
	m := New(bridge(), "why", &Analysis{})
	weights := []float64{1.682, 1, 0.841, 1.414}
	if len(m.Evidence) != len(rows) {
		t.Fatalf("%d rows, want %d", len(m.Evidence), len(rows))
	}
	for i, e := range m.Evidence {
		if e.Ref.ID != rows[i] || !near(e.Weight, weights[i]) || e.Out {
			t.Errorf("row %d is %s with %.3f, want %s with %.3f", i, e.Ref.ID, e.Weight, rows[i], weights[i])
		}
	}
	if New(bridge(), "unsafe", &Analysis{}) != nil || New(bridge(), "", &Analysis{}) != nil {
		t.Error("what is no question has an analysis")
	}
}

// TestSourcesAlone has a source as a row only where no position says what it says.
func TestSourcesAlone(t *testing.T) {
	x := bridge()
	b := *x.Briefing
	b.Judgments = []briefing.Judgment{{ID: "j", Question: "why", Evidence: []briefing.Evidence{{Source: "memo"}, {Source: "report"}}}, {ID: "k", Evidence: []briefing.Evidence{{Source: "other"}}}}
	b.Sources = append(b.Sources, briefing.Source{ID: "memo"}, briefing.Source{ID: "other"}, briefing.Source{ID: "basis"})
	b.Questions[0].Claims[1].Positions[0].Citing = []string{"basis", "mayor"}
	var got []string
	for _, e := range New(briefing.NewIndex(&b), "why", &Analysis{}).Evidence {
		if e.Ref.Kind == briefing.KindSource {
			got = append(got, e.Ref.ID)
		}
	}
	if want := "basis log memo"; strings.Join(got, " ") != want {
		t.Errorf("the sources %v stand by themselves, want %s", got, want)
	}
}

func TestDiagnosticity(t *testing.T) {
	m := New(bridge(), "why", analysis(full, none))
	// Distances by hand, over the three pairs: CC I II: (3+4+1)/3; I C C: (2+2+0)/3;
	// N C I: (1+1+2)/3; C C C: 0.
	want := []float64{1.682 * 8 / 3, 1 * 4.0 / 3, 0.841 * 4 / 3, 0}
	for row := range want {
		if got := m.Diagnosticity(row); math.Abs(got-want[row]) > 0.002 {
			t.Errorf("%s: %.3f, want %.3f", rows[row], got, want[row])
		}
	}
	m = New(bridge(), "why", analysis("unsafe strike none\nlog CC II -\nunsafe/mayor II II II\nunsafe/port I - -", none))
	if got := m.Diagnosticity(3); !near(got, math.Sqrt2*4/3) {
		t.Errorf("with one cell of three uncoded the log has %.3f", got)
	}
	if m.Diagnosticity(0) != 0 || m.Diagnosticity(1) != 0 {
		t.Error("a row with one code or equal ones tells something apart")
	}
	if got := fmt.Sprint(m.ByDiagnosticity()); got != "[3 0 1 2]" {
		t.Errorf("the order is %s", got)
	}
	if got := m.Uneven(); got != 2 {
		t.Errorf("%d rows are coded in part, want 2", got)
	}
	if got := New(bridge(), "why", analysis("unsafe\nlog CC")).ByDiagnosticity(); fmt.Sprint(got) != "[0 1 2 3]" {
		t.Errorf("where nothing is told apart the order is %v", got)
	}
}

func TestSensitivity(t *testing.T) {
	say := func(list []Change) string {
		return strings.Join(briefing.Map(list, func(c Change) string {
			return fmt.Sprintf("%s %d %v %s", c.Without.ID, c.Rows, c.First, c.Order)
		}), "; ")
	}
	tests := []struct{ name, table, want string }{
		{"the port decides", full, "unsafe/port 1 true H2, H3, H1"},
		{"nothing", "unsafe\nlog -", ""},
		// The mayor counts 1, the driver 0.841 with the radio and 0.5 without it, since
		// the blog has E.
		{"a grade decides", "unsafe strike none\nunsafe/mayor I N N\nstrike/driver N N II", "unsafe/mayor 1 true H1 = H2, H3; strike/driver 1 true H2 = H3, H1; radio 1 false H2, H1 = H3"},
		{"a weight decides", "unsafe strike none\nunsafe/mayor I N N\nstrike/driver N I II", "unsafe/mayor 1 true H1, H2, H3; strike/driver 1 true H2 = H3, H1; radio 1 false H2, H1 = H3"},
	}
	for _, test := range tests {
		x := bridge()
		if got := say(New(x, "why", analysis(test.table, none)).Sensitivity(x)); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

// TestSensitivityIsWhatLeavingOutDoes leaves out everything, one after the other: the
// order is what Sensitivity has said.
func TestSensitivityIsWhatLeavingOutDoes(t *testing.T) {
	x := bridge()
	codes := []Code{"", VeryConsistent, Consistent, Neutral, Inconsistent, VeryInconsistent}
	n := uint32(1)
	changes := 0
	for range 300 {
		a := &Analysis{Own: []Hypothesis{none}}
		for _, row := range rows {
			for _, h := range []string{"unsafe", "strike", "none"} {
				n = n*1664525 + 1013904223
				a.Set(h, row, codes[n>>16%uint32(len(codes))])
			}
		}
		m := New(x, "why", a)
		said := map[string]string{}
		for _, c := range m.Sensitivity(x) {
			said[c.Without.ID] = c.Order
		}
		for _, id := range append([]string{"report", "gazette", "blog", "radio"}, rows...) {
			now := New(x, "why", a, id)
			order, ok := said[id]
			if rows := now.Evidence; !ok && len(rows) > 0 && now.Order() != m.Order() && !strings.Contains("report gazette", id) {
				t.Fatalf("without %s the order is %q and was %q, which is not said", id, now.Order(), m.Order())
			}
			if ok && order != now.Order() {
				t.Fatalf("without %s the order is %q, and %q is said", id, now.Order(), order)
			}
			if ok {
				changes++
			}
		}
	}
	if changes < 100 {
		t.Errorf("only %d changes were said", changes)
	}
}

func TestSet(t *testing.T) {
	a := &Analysis{}
	if !a.Empty() || a.Code("h", "e") != "" {
		t.Error("a new analysis is not empty")
	}
	a.Set("h", "e", Inconsistent)
	a.Set("h", "e", VeryInconsistent)
	if a.Code("h", "e") != VeryInconsistent || a.Empty() {
		t.Error("the code is not there")
	}
	a.Set("h", "e", "III")
	if !a.Empty() {
		t.Error("a code that there is not does not clear the cell")
	}
	m := New(bridge(), "why", a)
	for _, at := range []int{1, 0, 1} {
		m.Set(2, at, Neutral)
	}
	if m.Set(2, 1, ""); m.Code(2, 0) != Neutral || m.Code(2, 1) != "" {
		t.Error("cells are set in the wrong place")
	}
}

// TestWeights has the factors of high, medium and low of ACH 1.1 at the best, the
// third and the fifth grade, and none for what cannot be judged.
func TestWeights(t *testing.T) {
	want := []float64{math.Sqrt2, 1.1892, 1, 0.8409, 1 / math.Sqrt2, 1}
	for i, w := range Weights() {
		if !near(w.Factor, want[i]) || !near(CredibilityFactor(i+1), want[i]) || !near(ReliabilityFactor(briefing.Reliabilities[i].Value), want[i]) {
			t.Errorf("%s has the factor %.4f, want %.4f", w.Grade, w.Factor, want[i])
		}
	}
	for _, none := range []float64{CredibilityFactor(0), CredibilityFactor(7), ReliabilityFactor(""), ReliabilityFactor("Z")} {
		if none != 1 {
			t.Errorf("no grade has the factor %v", none)
		}
	}
}

// large returns a question with many positions and an analysis with a code in every
// cell.
func large(rows, hypotheses int) (*briefing.Index, *Analysis) {
	b := &briefing.Briefing{}
	q := briefing.Question{ID: "q"}
	a := &Analysis{}
	for i := range hypotheses {
		c := briefing.Claim{ID: fmt.Sprintf("c%d", i)}
		for k := range rows / hypotheses {
			id := fmt.Sprintf("a%d", k)
			source := fmt.Sprintf("s%d-%d", i, k)
			b.Sources = append(b.Sources, briefing.Source{ID: source})
			c.Positions = append(c.Positions, briefing.Position{Holder: id, Stance: "affirms", Evidence: []briefing.Evidence{{Source: source}}})
			for h := range hypotheses {
				a.Set(fmt.Sprintf("c%d", h), c.ID+"/"+id, Codes[(i+k*h)%len(Codes)].Value)
			}
		}
		q.Claims = append(q.Claims, c)
	}
	b.Questions = []briefing.Question{q}
	return briefing.NewIndex(b), a
}

// TestLarge has 200 rows and 20 hypotheses, and then 4,000 rows: the work grows with
// the cells.
func TestLarge(t *testing.T) {
	for _, rows := range []int{200, 4_000} {
		x, a := large(rows, 20)
		start := time.Now()
		m := New(x, "q", a)
		m.ByDiagnosticity()
		changes := m.Sensitivity(x)
		t.Logf("%d rows: %d of %d cells, %d changes, %v", len(m.Evidence), m.Coded, m.Cells, len(changes), time.Since(start))
		if m.Coded != 20*rows {
			t.Errorf("%d cells are coded, want %d", m.Coded, 20*rows)
		}
	}
}

func TestNewID(t *testing.T) {
	a := &Analysis{Own: []Hypothesis{{ID: "own-2"}, {ID: "other"}, {ID: "own-x"}}}
	if got := a.NewID(); got != "own-3" {
		t.Errorf("the next id is %s", got)
	}
	a.Own = nil
	a.Set("own-7", "log", Neutral) // its hypothesis is gone
	if got := a.NewID(); got != "own-8" {
		t.Errorf("an id with codes is used again: %s", got)
	}
}
