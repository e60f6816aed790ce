package export

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
)

// citedFacts are the facts of evidence that [cited] holds.
const citedFacts = "evidence evidence.* "

// cited is a piece of evidence in words, for formats without fields for its
// parts.
type cited struct {
	quote   string // in quotation marks, or empty
	state   string // whether the quote was found in the source
	source  string // title, publisher, date, grade and locator
	context string // the words around the quote that tell its place from others
	note    string // the note on the evidence
}

func cite(x *briefing.Index, e *briefing.Evidence) cited {
	c := cited{quote: inQuotes(e), state: quoteState(x, e), source: joinFacts(", ", sourceInShort(x, e.Source), e.Locator)}
	var around []string
	if e.Prefix != "" {
		around = append(around, "after “"+e.Prefix+"”")
	}
	if e.Suffix != "" {
		around = append(around, "before “"+e.Suffix+"”")
	}
	c.context = strings.Join(around, ", ")
	for _, aside := range page.OnEvidence(x, e) {
		c.note = joinFacts("; ", c.note, plainSpans(aside))
	}
	return c
}

// inQuotes returns the quote of e in quotation marks, or "" if it has none.
func inQuotes(e *briefing.Evidence) string {
	if e.Quote == "" {
		return ""
	}
	return "“" + e.Quote + "”"
}

// String returns the evidence as one line.
func (c cited) String() string {
	return joinFacts("; ", joinFacts(" ", c.quote, "["+c.state+"]", c.source), c.context, c.note)
}

// quoteState returns a phrase for whether the quote of e was found in its
// source.
func quoteState(x *briefing.Index, e *briefing.Evidence) string {
	if e.Quote == "" {
		return "no quote"
	}
	if p := x.PassageOf(e); p != nil {
		return x.Anchor(p).State.String()
	}
	return quote.Unchecked.String()
}

// sourceInShort returns the name of a source for a citation, or its id if there
// is no such source.
func sourceInShort(x *briefing.Index, id string) string {
	s := x.Source(id)
	if s == nil {
		return id
	}
	name := joinFacts(", ", page.Name(x, briefing.Ref{Kind: briefing.KindSource, ID: id}), s.Publication.Publisher, s.Publication.Published.Words())
	if s.Grade.Reliability != "" {
		name += " (" + string(s.Grade.Reliability) + ")"
	}
	if s.Status != "" && s.Status != briefing.SourceCurrent {
		name += ", " + string(s.Status)
	}
	return name
}

// joinFacts joins the facts that are not empty.
func joinFacts(separator string, facts ...string) string {
	var b strings.Builder
	for _, f := range facts {
		if f == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(separator)
		}
		b.WriteString(f)
	}
	return b.String()
}

// labelled returns fact after its label, or "" if fact is empty.
func labelled(label, fact string) string {
	if fact == "" {
		return ""
	}
	return label + ": " + fact
}

// whenInWords returns the date of an event with the source's expression and the
// note on it.
func whenInWords(w *briefing.When) string {
	said := ""
	if w.Said != "" {
		said = "in the source “" + w.Said + "”"
	}
	return joinFacts("; ", dateInWords(w.Date), said, w.Note)
}

// whereInWords returns the place of an event with its country and coordinates.
func whereInWords(e *briefing.Event) string {
	at := ""
	if !e.Coordinates.IsZero() {
		at = "(" + e.Coordinates.String() + ")"
	}
	return joinFacts(" ", joinFacts(", ", e.Place, e.Country), at)
}

// externalIDsInWords returns the ids as one text.
func externalIDsInWords(list []briefing.ExternalID) string {
	return briefing.JoinNames(briefing.Map(list, briefing.ExternalID.String))
}

// participantsInWords returns the actors of an event with their roles.
func participantsInWords(x *briefing.Index, e *briefing.Event) string {
	return briefing.JoinNames(briefing.Map(e.Actors, func(p briefing.Participant) string { return participantInWords(x, p) }))
}

func participantInWords(x *briefing.Index, p briefing.Participant) string {
	name := page.ActorName(x, p.Actor)
	for _, aside := range page.OnParticipant(x, &p) {
		name += " (" + plainSpans(aside) + ")"
	}
	return name
}

// headInWords returns what follows the title: which briefing it is, and whether
// this is only a part of it.
func headInWords(r *Request) string {
	b := r.Index.Briefing
	id := ""
	if b.ID != "" {
		id = "id " + b.ID
	}
	return joinFacts("; ", editionInWords(b), id, "language "+b.Language, otherHead(r.Index), r.partial(), r.noted())
}

// otherHead returns the facts about the briefing itself that have no place of
// their own in the head.
func otherHead(x *briefing.Index) string {
	asides := page.Aside(x, x.Briefing, "id", "title", "as_of", "issued", "version", "language", "authors", "tlp", "bottom_line", "gaps")
	return joinFacts("; ", briefing.Map(asides, plainSpans)...)
}

// editionInWords returns the date and version of a briefing and its authors.
func editionInWords(b *briefing.Briefing) string {
	by := ""
	if len(b.Authors) > 0 {
		by = "by " + briefing.JoinNames(b.Authors)
	}
	return joinFacts("; ", versionInWords(b), by)
}

// versionInWords returns the date and version of a briefing.
func versionInWords(b *briefing.Briefing) string {
	version := ""
	if b.Version > 0 {
		version = "version " + strconv.Itoa(b.Version)
	}
	issued := ""
	if !b.Issued.IsZero() {
		issued = "issued " + b.Issued.Words()
	}
	return joinFacts("; ", asOf(b), issued, version)
}

// dateInWords returns a date in words, followed by its EDTF expression.
func dateInWords(d edtf.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Words() + " (" + d.String() + ")"
}

// gradeInWords returns the grade of a source with its meaning.
func gradeInWords(r briefing.Reliability) string {
	if r == "" {
		return ""
	}
	return string(r) + ", " + briefing.Reliabilities.Label(r)
}

// asOf returns the information cut-off, or says that there is none.
func asOf(b *briefing.Briefing) string {
	if b.AsOf.IsZero() {
		return "As of: not stated"
	}
	return "As of " + b.AsOf.Words()
}
