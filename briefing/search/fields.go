package search

import (
	"strconv"

	"sitrep/briefing"
)

// Field says what part of an item holds a hit, in a word for the reader.
type Field string

// The fields.
const (
	FieldID        Field = "id"
	FieldTitle     Field = "title"
	FieldName      Field = "name"
	FieldText      Field = "text"
	FieldSummary   Field = "summary"
	FieldBecause   Field = "because"
	FieldDate      Field = "date"
	FieldPlace     Field = "place"
	FieldActor     Field = "actor"
	FieldRole      Field = "role"
	FieldTag       Field = "tag"
	FieldHolder    Field = "holder"
	FieldVia       Field = "according to"
	FieldCiting    Field = "citing"
	FieldNote      Field = "note"
	FieldQuote     Field = "quote"
	FieldContext   Field = "words around the quote"
	FieldPublisher Field = "publisher"
	FieldAuthor    Field = "author"
	FieldLink      Field = "link"
)

// field is a text of an item.
type field struct {
	name      Field
	text      string
	evidence  *briefing.Evidence // that the text belongs to, if any
	sentences bool               // each sentence is found by itself
}

// visitor hands the fields of an item to add, but no empty ones.
type visitor struct {
	x   *briefing.Index
	add func(field)
}

// visit goes through the fields of an item, always in the same order.
func visit(x *briefing.Index, r briefing.Ref, add func(field)) {
	v := visitor{x, add}
	switch r.Kind {
	case briefing.KindBottomLine:
		v.references(FieldText, x.Briefing.BottomLine)
	case briefing.KindJudgment:
		v.judgment(x.Judgment(r.ID))
	case briefing.KindGap:
		if n, err := strconv.Atoi(r.ID); err == nil && n >= 1 && n <= len(x.Briefing.Gaps) {
			v.references(FieldText, x.Briefing.Gaps[n-1])
		}
	case briefing.KindEvent:
		v.event(x.Event(r.ID))
	case briefing.KindActor:
		v.actor(x.Actor(r.ID))
	case briefing.KindQuestion:
		q := x.Question(r.ID)
		v.plain(FieldText, q.Text)
		v.references(FieldSummary, q.Summary)
		v.plain(FieldID, q.ID)
	case briefing.KindClaim:
		c, _ := x.Claim(r.ID)
		v.plain(FieldText, c.Text)
		v.plain(FieldID, c.ID)
	case briefing.KindPosition:
		s, _ := x.Stand(r.ID)
		v.position(s.Position)
	case briefing.KindSource:
		v.source(x.Source(r.ID))
	}
}

func (v visitor) plain(name Field, text string) {
	if text != "" {
		v.add(field{name: name, text: text})
	}
}

// references is a text with references as one reads it.
func (v visitor) references(name Field, text string) { v.plain(name, briefing.PlainText(text)) }

func (v visitor) list(name Field, texts []string) {
	for _, t := range texts {
		v.plain(name, t)
	}
}

// dated is a date of package edtf.
type dated interface {
	Words() string
	String() string
}

// date is a date as it is read and as it is written.
func (v visitor) date(d dated) {
	words := d.Words()
	v.plain(FieldDate, words)
	if written := d.String(); written != words {
		v.plain(FieldDate, written)
	}
}

func (v visitor) evidence(list []briefing.Evidence) {
	for i := range list {
		e := &list[i]
		for _, f := range [...]field{{name: FieldQuote, text: e.Quote}, {name: FieldContext, text: e.Prefix}, {name: FieldContext, text: e.Suffix}, {name: FieldNote, text: e.Note}} {
			if f.text != "" {
				f.evidence = e
				v.add(f)
			}
		}
	}
}

func (v visitor) judgment(j *briefing.Judgment) {
	v.references(FieldText, j.Text)
	v.references(FieldBecause, j.Because)
	v.evidence(j.Evidence)
	v.plain(FieldID, j.ID)
}

func (v visitor) event(e *briefing.Event) {
	v.plain(FieldTitle, e.Title)
	v.date(e.When.Date)
	v.plain(FieldDate, e.When.Said)
	v.plain(FieldNote, e.When.Note)
	v.plain(FieldPlace, e.Place)
	v.list(FieldTag, e.Tags)
	v.references(FieldSummary, e.Summary)
	for _, p := range e.Actors {
		v.plain(FieldActor, v.x.ActorName(p.Actor))
		v.plain(FieldRole, p.Role)
	}
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		v.date(a.Date)
		v.plain(FieldNote, a.Note)
		v.evidence(a.Evidence)
	}
	v.evidence(e.Evidence)
	v.plain(FieldID, e.ID)
}

func (v visitor) actor(a *briefing.Actor) {
	v.plain(FieldName, a.Name)
	v.plain(FieldRole, a.Role)
	v.list(FieldName, a.Aka)
	v.references(FieldSummary, a.Summary)
	v.evidence(a.Evidence)
	v.plain(FieldID, a.ID)
}

func (v visitor) position(p *briefing.Position) {
	v.plain(FieldHolder, v.x.ActorName(p.Holder))
	v.date(p.Said)
	if p.Via != "" {
		v.plain(FieldVia, v.x.ActorName(p.Via))
	}
	for _, id := range p.Citing {
		if r, ok := v.x.Lookup(id); ok {
			v.plain(FieldCiting, v.x.Name(r))
		}
	}
	v.plain(FieldNote, p.Note)
	v.evidence(p.Evidence)
}

func (v visitor) source(s *briefing.Source) {
	p := &s.Publication
	v.plain(FieldTitle, s.Title)
	v.plain(FieldPublisher, p.Publisher)
	v.list(FieldAuthor, p.Authors)
	v.plain(FieldPlace, p.Place)
	v.date(p.Published)
	v.date(p.Accessed)
	v.plain(FieldLink, p.URL)
	v.plain(FieldLink, p.ArchiveURL)
	v.plain(FieldNote, s.Grade.Note)
	v.plain(FieldID, s.ID)
	if s.Text != "" {
		v.add(field{name: FieldText, text: s.Text, sentences: true})
	}
}
