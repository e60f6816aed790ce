// Package ach computes an analysis of competing hypotheses, as Richards J. Heuer
// describes it (Psychology of Intelligence Analysis, 1999, chapter 8): hypotheses
// across, evidence down, and in each cell how consistent the two are. It says which
// hypothesis is least inconsistent, which evidence tells the hypotheses apart, and
// on what the order depends. The codes are somebody's own judgment: the package
// codes nothing itself, keeps nothing and shows nothing.
package ach

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
)

// Code says how consistent evidence is with a hypothesis. It is empty where nobody
// has said that.
type Code string

// The codes.
const (
	VeryConsistent   Code = "CC"
	Consistent       Code = "C"
	Neutral          Code = "N"
	Inconsistent     Code = "I"
	VeryInconsistent Code = "II"
)

// Codes lists the codes from the most to the least consistent.
var Codes = briefing.Scale[Code]{
	{Value: VeryConsistent, Label: "very consistent"},
	{Value: Consistent, Label: "consistent"},
	{Value: Neutral, Label: "neutral or not applicable"},
	{Value: Inconsistent, Label: "inconsistent"},
	{Value: VeryInconsistent, Label: "very inconsistent"},
}

// points are what a cell with a code adds to the inconsistency of its hypothesis,
// before its weight. Only evidence against a hypothesis counts: evidence for it may
// fit others as well.
var points = map[Code]float64{Inconsistent: 1, VeryInconsistent: 2}

// Hypothesis is a claim of the question, or one of the analyst's own.
type Hypothesis struct {
	ID   string
	Text string
	Own  bool // not a claim of the briefing
}

// Analysis is what somebody has entered about a question. It can have codes for
// hypotheses and evidence that the briefing does not have, or not any more: they
// do not count.
type Analysis struct {
	Own   []Hypothesis
	codes map[cell]Code
}

type cell struct{ hypothesis, evidence string }

// Code returns the code of a cell, or "" if it has none.
func (a *Analysis) Code(hypothesis, evidence string) Code { return a.codes[cell{hypothesis, evidence}] }

// Set sets the code of a cell. An empty code, or one that is not of [Codes], clears
// it.
func (a *Analysis) Set(hypothesis, evidence string, c Code) {
	at := cell{hypothesis, evidence}
	if !Codes.Has(c) {
		delete(a.codes, at)
		return
	}
	if a.codes == nil {
		a.codes = map[cell]Code{}
	}
	a.codes[at] = c
}

// Empty reports whether nothing has been entered.
func (a *Analysis) Empty() bool { return len(a.Own) == 0 && len(a.codes) == 0 }

// ownPrefix begins the ids of own hypotheses, which a number follows.
const ownPrefix = "own-"

// NewID returns an id for another own hypothesis. Codes can be there for one that has
// been taken away, so no id is used again.
func (a *Analysis) NewID() string {
	most := 0
	see := func(id string) {
		if n, err := strconv.Atoi(strings.TrimPrefix(id, ownPrefix)); err == nil && strings.HasPrefix(id, ownPrefix) {
			most = max(most, n)
		}
	}
	for _, h := range a.Own {
		see(h.ID)
	}
	for at := range a.codes {
		see(at.hypothesis)
	}
	return ownPrefix + strconv.Itoa(most+1)
}

// SetOwn adds an own hypothesis, changes the one with its id, or takes it away if its
// text is empty. Its codes stay.
func (a *Analysis) SetOwn(h Hypothesis) {
	h.Own = true
	at := slices.IndexFunc(a.Own, func(o Hypothesis) bool { return o.ID == h.ID })
	switch {
	case at < 0 && h.Text != "":
		a.Own = append(slices.Clone(a.Own), h)
	case at >= 0 && h.Text != "":
		a.Own = slices.Clone(a.Own)
		a.Own[at] = h
	case at >= 0:
		a.Own = slices.Delete(slices.Clone(a.Own), at, at+1)
	}
}
