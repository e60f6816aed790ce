package ach

import (
	"strconv"

	"sitrep/briefing"
)

// Points returns what a cell with the code adds to the inconsistency of its
// hypothesis, before its weight.
func (c Code) Points() float64 { return points[c] }

// Ordinal returns a rank as a word: 1st, 2nd, 3rd.
func Ordinal(n int) string {
	ending := "th"
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(n) + ending
}

// StanceOn returns a stance as a verb with a claim as its object.
func StanceOn(s briefing.Stance) string {
	if s == briefing.NoComment {
		return "has no comment on"
	}
	return briefing.Stances.Label(s)
}

// Grades returns the grades that the weight of evidence comes from, as "reliability B,
// credibility 3".
func (e *Evidence) Grades() string {
	text := "reliability "
	if e.Reliability == "" {
		text += "not graded"
	} else {
		text += string(e.Reliability)
	}
	switch {
	case e.Stand.Position == nil:
		return text
	case e.Credibility == 0:
		return text + ", credibility not graded"
	}
	return text + ", credibility " + strconv.Itoa(e.Credibility)
}
