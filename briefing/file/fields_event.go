package file

import (
	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

var eventTable = &table[briefing.Event]{
	noun: "event", nameKey: idKey,
	doc: "Something on the timeline.",
	pos: func(e *briefing.Event) *briefing.Pos { return &e.Pos },
	fields: append([]field[briefing.Event]{
		at(idKey, "The id of the event; made of its text if it is left out.", func(e *briefing.Event) *string { return &e.ID }, newID(itemEvent)).requireValid(),
		at("title", "What happened, in one line.", func(e *briefing.Event) *string { return &e.Title }, label).require(),
		at("when", "When, as far as it is known: an EDTF date, or a mapping with more about it.", func(e *briefing.Event) *briefing.When { return &e.When }, whenValue).require(),
		at("status", "Whether it is past, going on or to come; occurred if it is left out.", func(e *briefing.Event) *briefing.EventStatus { return &e.Status }, oneOf(briefing.EventStatuses)).
			omitIf(func(e *briefing.Event) bool { return e.Status == briefing.EventOccurred }),
		at("certainty", "How firmly it stands; reported if it is left out.", func(e *briefing.Event) *briefing.Certainty { return &e.Certainty }, oneOf(briefing.Certainties)).
			omitIf(func(e *briefing.Event) bool { return e.Certainty == briefing.CertaintyReported }),
		at("summary", "What is to be known about it, with references.", func(e *briefing.Event) *string { return &e.Summary }, prose).readBefore("evidence"),
		at("place", "Where it happened, in one line.", func(e *briefing.Event) *string { return &e.Place }, label),
		at("country", "The country in which it happened, in two capitals (ISO 3166-1 alpha-2).", func(e *briefing.Event) *string { return &e.Country }, countryCode),
		at("coordinates", "Where it happened in degrees of WGS 84: [latitude, longitude], north and east.", func(e *briefing.Event) *briefing.Coordinates { return &e.Coordinates }, coordinates),
		at("actors", "Who took part: ids of actors, or mappings with their roles.", func(e *briefing.Event) *[]briefing.Participant { return &e.Actors }, listOf(participantValue)),
		evidenceOf(func(e *briefing.Event) *[]briefing.Evidence { return &e.Evidence }),
	}, commonOf(func(e *briefing.Event) *briefing.Common { return &e.Common })...),
	finish: func(e *briefing.Event) {
		setDefault(&e.Status, briefing.EventOccurred)
		setDefault(&e.Certainty, briefing.CertaintyReported)
	},
}

var whenTable = &table[briefing.When]{
	noun: "date", nameKey: "date",
	doc: "A date with what is to be known about it.",
	fields: []field[briefing.When]{
		at("date", "The date in EDTF.", func(w *briefing.When) *edtf.Date { return &w.Date }, date).called("When").require(),
		at("said", "How the source puts it: \"last Friday\".", func(w *briefing.When) *string { return &w.Said }, line).called("In the source"),
		at("note", "How the date was worked out, in one line.", func(w *briefing.When) *string { return &w.Note }, line).called("On the date"),
		at("alternatives", "Other dates that somebody gives.", func(w *briefing.When) *[]briefing.Alternative { return &w.Alternatives }, listOf(detailed(object(alternativeTable), alternativeTable))).called("Other dates"),
	},
}

var alternativeTable = &table[briefing.Alternative]{
	noun: "alternative", nameKey: "date",
	doc: "Another date that somebody gives for the event.",
	fields: []field[briefing.Alternative]{
		at("date", "The date in EDTF.", func(a *briefing.Alternative) *edtf.Date { return &a.Date }, date).require(),
		at("note", "Who gives it, and how, in one line.", func(a *briefing.Alternative) *string { return &a.Note }, line),
		evidenceOf(func(a *briefing.Alternative) *[]briefing.Evidence { return &a.Evidence }),
	},
}

// whenValue is the date of an event: a date alone, or a mapping with more about
// it.
var whenValue = func() value[briefing.When] {
	v := whenForm.value()
	v.facts = whenTable.facts
	return v
}()

var whenForm = shortForm[briefing.When]{
	table: whenTable,
	is:    func(n *node) bool { return n.kind != kindMapping },
	read:  func(d *decoder, n *node, w *briefing.When) bool { return date.read(d, n, &w.Date) },
	write: func(w *writer, when *briefing.When) bool {
		if when.Said != "" || when.Note != "" || len(when.Alternatives) > 0 {
			return false
		}
		date.write(w, &when.Date)
		return true
	},
	empty:  func(w *briefing.When) bool { return w.Date.IsZero() },
	schema: date.schema,
}

var participantTable = &table[briefing.Participant]{
	noun: "participant", nameKey: "actor",
	doc: "An actor in an event.",
	fields: []field[briefing.Participant]{
		at("actor", "The id of the actor.", func(p *briefing.Participant) *string { return &p.Actor }, idOf(itemActor)).require(),
		at("role", "What it did there, in a word or two.", func(p *briefing.Participant) *string { return &p.Role }, line),
	},
}

// participantValue is an actor in an event: an id alone, or a mapping with its
// role.
var participantValue = detailed(participantForm.value(), participantTable)

var participantForm = shortForm[briefing.Participant]{
	table: participantTable,
	is:    func(n *node) bool { return n.kind != kindMapping },
	read: func(d *decoder, n *node, p *briefing.Participant) bool {
		return idOf(itemActor).read(d, n, &p.Actor)
	},
	write: func(w *writer, p *briefing.Participant) bool {
		if p.Role != "" {
			return false
		}
		w.text(p.Actor)
		return true
	},
	empty:  func(p *briefing.Participant) bool { return p.Actor == "" },
	schema: func(*schemas) schema { return slugSchema },
}
