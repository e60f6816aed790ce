package file

import (
	"io"

	"sitrep/briefing"
)

// WriteJSON writes b in the format briefing/1 as indented JSON, in the order of
// the format's keys. It leaves out empty values and those that reading fills in.
// Reading the output gives an equal briefing.
func WriteJSON(w io.Writer, b *briefing.Briefing) error {
	out := newWriter(w)
	briefingTable.write(out, b)
	return out.finish()
}

// WriteItem writes an item, a pointer to a struct of package briefing, as an object
// in the format briefing/1: without the items in it, and a source without its text.
func WriteItem(w io.Writer, item any) error {
	out := newWriter(w)
	switch t := item.(type) {
	case *briefing.Judgment:
		judgmentTable.write(out, t)
	case *briefing.Source:
		without := *t
		without.Text = ""
		sourceTable.write(out, &without)
	case *briefing.Actor:
		actorTable.write(out, t)
	case *briefing.Event:
		eventTable.write(out, t)
	case *briefing.Question:
		without := *t
		without.Claims = nil
		questionTable.write(out, &without)
	case *briefing.Claim:
		without := *t
		without.Positions = nil
		claimTable.write(out, &without)
	case *briefing.Position:
		positionTable.write(out, t)
	case *briefing.Briefing:
		head := *t
		head.Judgments, head.Sources, head.Actors, head.Events, head.Questions = nil, nil, nil, nil, nil
		briefingTable.write(out, &head)
	}
	return out.finish()
}
