package importer

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// Markings of the Traffic Light Protocol in words: a label within a subject,
// and a line that is only a marking.
var (
	subjectMarking = pattern(`(?i)\bTLP\s*[:-]\s*(RED|AMBER\s*\+?\s*STRICT|AMBER|GREEN|CLEAR|WHITE)\b`)
	lineMarking    = pattern(`(?i)^[\W_]*(TLP\s*:\s*\w+(\s*\+?\s*STRICT)?)[\W_]*$`)
)

// markingIn returns the marking that a document gives itself: in its subject,
// or in the first or last line of its text.
func (b *builder) markingIn(subject, text string) (label briefing.TLP) {
	found := subjectMarking().FindAllString(subject, -1)
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return strings.TrimSpace(line) == "" })
	if len(lines) > 0 {
		for _, line := range []string{lines[0], lines[len(lines)-1]} {
			if m := lineMarking().FindStringSubmatch(clean.Line(line)); m != nil {
				found = append(found, m[1])
			}
		}
	}
	for _, s := range found {
		if l := b.marking(s); label == "" || briefing.HigherTLP(label, l) == l {
			label = l
		}
	}
	return label
}

const unreadMarking = "marking that cannot be read, which counts as the highest"

// marking parses a label in the forms that people and this program write. A
// label that cannot be read counts as the highest.
func (b *builder) marking(s string) briefing.TLP {
	if s == "" || s == briefing.TLP("").String() {
		return ""
	}
	label, ok := briefing.ParseTLP(s)
	if !ok {
		b.lost.add(unreadMarking)
		return briefing.TLP(s).Counted()
	}
	return label
}
