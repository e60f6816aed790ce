package page

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Event returns the page of an event.
func Event(x *briefing.Index, e *briefing.Event) []Block {
	out := head(x, briefing.KindEvent, e.ID, []Span{{Text: e.Title, Role: Strong}})
	headFacts(func(b Block) { out = append(out, b) }, x, e)
	if e.Summary != "" {
		out = append(out, Blank{}, Prose{Spans: References(x, e.Summary), Body: true})
	}
	if len(e.Actors) > 0 {
		out = append(out, Blank{}, Section{Text: "Actors", Count: len(e.Actors)}, many(e.Actors, func(p briefing.Participant) Block {
			return later(briefing.KindActor, p.Actor, func() Entry { return participant(x, p) })
		}))
	}
	out = append(out, alternatives(x, e)...)
	out = append(out, evidencePart(x, e.Evidence)...)
	out = append(out, questionsOf(x, e.ID)...)
	return append(out, mentions(x, e.ID)...)
}

// headFacts puts the facts at the head of the page of an event.
func headFacts(put sink, x *briefing.Index, e *briefing.Event) {
	eventFacts(put, x, e, []Span{eventSignSpan(e), own(" ")}, "actors", "summary")
}

// eventFacts puts the facts of an event, except its other dates, its evidence
// and those with the keys elsewhere. The sign precedes its status.
func eventFacts(put sink, x *briefing.Index, e *briefing.Event, sign []Span, elsewhere ...string) {
	eachFact(put, x, briefing.KindEvent, e.ID, func(f *file.Fact) bool {
		switch f.Key {
		case "date":
			put.all(when(e))
		case "status":
			put(Fact{f.Label, append(sign, Span{Text: factWords(x, f) + ", " + briefing.Certainties.Label(e.Certainty)})})
		case "title", "said", "note", "alternatives", "certainty", "evidence":
		default:
			return slices.Contains(elsewhere, f.Key)
		}
		return true
	})
}

// when returns the facts about an event's date.
func when(e *briefing.Event) []Block {
	value := []Span{own(e.When.Date.Words())}
	if said := e.When.Said; said != "" {
		value = append(append(value, own(" — in the source: ")), quoted(said)...)
	}
	value = append(value, Span{Text: "  " + e.When.Date.String(), Role: Muted})
	out := []Block{Fact{"When", value}}
	return appendFact(out, "", e.When.Note)
}

// participant returns a row that leads to an actor in an event, with its role
// there.
func participant(x *briefing.Index, p briefing.Participant) Entry {
	body := plain(x.ActorName(p.Actor))
	for _, aside := range OnParticipant(x, &p) {
		body = append(body, Span{Text: " (" + words(aside) + ")", Role: Muted})
	}
	return Entry{Body: marked(x, briefing.KindActor, p.Actor, body), Indent: Hang, To: To(briefing.KindActor, p.Actor)}
}

// alternatives returns the other dates that are given for an event.
func alternatives(x *briefing.Index, e *briefing.Event) []Block {
	if len(e.When.Alternatives) == 0 {
		return nil
	}
	out := make([]Block, 0, 2+len(e.When.Alternatives))
	out = append(out, Blank{}, Section{Text: "Other dates given", Count: len(e.When.Alternatives)})
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		out = append(out, Fact{"", dateSpans(a.Date)})
		for _, words := range OnAlternative(x, a) {
			out = append(out, Fact{"", words})
		}
		out = append(out, evidence(x, a.Evidence)...)
	}
	return out
}

// OnParticipant returns what is said about an actor in an event: its role and
// every key that has no place of its own.
func OnParticipant(x *briefing.Index, p *briefing.Participant) [][]Span { return Aside(x, p, "actor") }

// OnAlternative returns what is said about another date of an event: its note and
// every key that has no place of its own.
func OnAlternative(x *briefing.Index, a *briefing.Alternative) [][]Span {
	return Aside(x, a, "date", "evidence")
}

func questionsOf(x *briefing.Index, event string) []Block {
	ids := questionIDs(x, event)
	return listPart("Questions", len(ids), many(ids, func(id string) Block {
		return later(briefing.KindQuestion, id, func() Entry { return QuestionRow(x, x.Question(id)) })
	}))
}

// listPart returns a heading with rows under it, or nothing if there are none.
func listPart(heading string, count int, rows Many) []Block {
	if count == 0 {
		return nil
	}
	return []Block{Blank{}, Section{Text: heading, Count: count}, rows}
}

func questionIDs(x *briefing.Index, event string) []string {
	return briefing.Map(x.QuestionsOf(event), func(q *briefing.Question) string { return q.ID })
}

// mentions returns the things whose texts refer to an item.
func mentions(x *briefing.Index, id string) []Block {
	refs := x.Mentions(id)
	return listPart("Mentioned in", len(refs), refRows(x, refs))
}

// refRows returns rows that lead to things of any kind.
func refRows(x *briefing.Index, refs []briefing.Ref) Many {
	return many(refs, func(r briefing.Ref) Block {
		return later(r.Kind, r.ID, func() Entry { return refRow(x, r) })
	})
}

// refRow returns a row that leads to a thing of any kind: its kind, then its
// name.
func refRow(x *briefing.Index, r briefing.Ref) Entry {
	return Entry{
		Lead:      []Span{{Text: KindLabel(r.Kind), Role: Label}},
		LeadCells: LabelCells,
		Body:      plain(Name(x, r)),
		To:        Target{Ref: r},
	}
}

// KindLabel returns the label before the name of a thing in a list of things of
// any kind. The bottom line has its own name as label, which says where to find
// it.
func KindLabel(k briefing.Kind) string {
	if k == briefing.KindBottomLine {
		return "brief"
	}
	return k.String()
}

// head returns what a page begins with: what kind of thing it is about, its ID and
// its title.
func head(x *briefing.Index, kind briefing.Kind, id string, title []Span) []Block {
	return []Block{kindLine(kind, id), Title{marked(x, kind, id, title)}, Blank{}}
}

// kindLine returns the first line of a page: what kind of thing it is about,
// and its ID.
func kindLine(kind briefing.Kind, id string) Block {
	return Prose{Spans: []Span{{Text: capital(kind.String()), Role: Label}, {Text: "  "}, {Text: id, Role: ID}}}
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// appendFact appends a fact unless its value is empty.
func appendFact(out []Block, label, value string) []Block {
	if value == "" {
		return out
	}
	return append(out, Fact{label, plain(value)})
}
