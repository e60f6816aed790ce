package library

import (
	"strconv"

	"sitrep/briefing/clean"
)

// Where returns where something stands: the title of the briefing, its versions,
// date, label and file, and whether only a name connects it.
func (m *Mention) Where() string {
	if m.Here {
		return "in this briefing" + m.inVersions()
	}
	b := &m.Newest
	text := b.Title + m.inVersions()
	if !b.AsOf.IsZero() {
		text += ", as of " + b.AsOf.Words()
	}
	text += ", " + b.TLP.String() + ", " + clean.Line(b.File)
	if m.ByName {
		text += "; by name"
	}
	return text
}

// inVersions returns in which versions of a briefing something stands, to be put after
// its title.
func (m *Mention) inVersions() string {
	first, last := m.Version, m.Newest.Version
	switch {
	case m.Versions == 1 && last == 0:
		return ""
	case m.Versions == 1:
		return ", version " + strconv.Itoa(last)
	case first == last:
		return ", " + strconv.Itoa(m.Versions) + " files"
	}
	return ", versions " + strconv.Itoa(first) + " to " + strconv.Itoa(last)
}

// When returns when a position was taken, in words.
func (m *Mention) When() string {
	switch {
	case m.SaidBy:
		return "by " + m.Said.Words()
	case !m.Said.IsZero():
		return m.Said.Words()
	case !m.AsOf.IsZero():
		return "as of " + m.AsOf.Words()
	}
	return "no date"
}
