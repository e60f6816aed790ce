package reader

import (
	"time"

	"sitrep/briefing/ach"
	"sitrep/data/notebook"
	"sitrep/ui/tui/matrix"
)

// analyses keeps what a user enters about questions. The views read it.
type analyses interface {
	matrix.Book
	// By says whose judgment it is, and when it was made, in a sentence for others.
	By() string
	SetCode(question, hypothesis, evidence string, c ach.Code)
	// SetHypothesis keeps a hypothesis of the user's own. Without a text it takes it
	// away, and leaves the codes for it.
	SetHypothesis(question string, h ach.Hypothesis)
}

// newAnalyses returns those of a notebook or, if there is none, those that are not kept.
func newAnalyses(book *notebook.Notebook) analyses {
	if book == nil {
		return &unkept{}
	}
	return inNotebook{book}
}

// dayFormat is how a day is written in an export.
const dayFormat = "2 January 2006"

// inNotebook keeps analyses in a notebook.
type inNotebook struct{ *notebook.Notebook }

func (k inNotebook) Whose() string { return "your analysis, in the notebook" }

func (k inNotebook) By() string {
	return "The judgment of whoever keeps the notebook of this briefing, as it was on " + time.Now().Format(dayFormat) + "."
}

// unkept keeps analyses until the program ends.
type unkept struct{ of map[string]*ach.Analysis }

func (u *unkept) Whose() string { return "your analysis, not kept" }

func (u *unkept) By() string {
	return "The judgment of a reader of this briefing, made on " + time.Now().Format(dayFormat) + "."
}

func (u *unkept) Analysis(question string) *ach.Analysis {
	if u.of[question] == nil {
		return &ach.Analysis{}
	}
	return u.of[question]
}

func (u *unkept) change(question string) *ach.Analysis {
	if u.of == nil {
		u.of = map[string]*ach.Analysis{}
	}
	u.of[question] = u.Analysis(question)
	return u.of[question]
}

func (u *unkept) SetCode(question, hypothesis, evidence string, c ach.Code) {
	u.change(question).Set(hypothesis, evidence, c)
}

func (u *unkept) SetHypothesis(question string, h ach.Hypothesis) { u.change(question).SetOwn(h) }
