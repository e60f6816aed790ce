package export

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
)

// citedFacts are the facts of evidence that [cited] has.
const citedFacts = "evidence evidence.* "

// cited is one piece of evidence in words, for formats that have no place of
// their own for its parts.
type cited struct {
	quote   string // in quotation marks; empty where there is none
	state   string // whether the quote stands in the source
	source  string // title, publisher, date, grade, and where in it
	context string // the words around the quote that tell its place from others
	note    string // and what else is said about it
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

// inQuotes returns the quote of evidence in quotation marks, or "" if there is
// none.
func inQuotes(e *briefing.Evidence) string {
	if e.Quote == "" {
		return ""
	}
	return "“" + e.Quote + "”"
}

// String is the evidence in one line.
func (c cited) String() string {
	return joinFacts("; ", joinFacts(" ", c.quote, "["+c.state+"]", c.source), c.context, c.note)
}

// quoteState is whether the quote of evidence stands in its source.
func quoteState(x *briefing.Index, e *briefing.Evidence) string {
	if e.Quote == "" {
		return "no quote"
	}
	if p := x.PassageOf(e); p != nil {
		return x.Anchor(p).State.String()
	}
	return quote.Unchecked.String()
}

// sourceInShort names a source in a citation; its id where there is none.
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

// joinFacts puts the facts that there are behind each other.
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

// labelled is a fact behind its label; empty where there is no fact.
func labelled(label, fact string) string {
	if fact == "" {
		return ""
	}
	return label + ": " + fact
}

// whenInWords is the date of an event with the source's own expression and
// the note on it.
func whenInWords(w *briefing.When) string {
	said := ""
	if w.Said != "" {
		said = "in the source “" + w.Said + "”"
	}
	return joinFacts("; ", dateInWords(w.Date), said, w.Note)
}

// whereInWords is the place of an event with its country and coordinates.
func whereInWords(e *briefing.Event) string {
	at := ""
	if !e.Coordinates.IsZero() {
		at = "(" + e.Coordinates.String() + ")"
	}
	return joinFacts(" ", joinFacts(", ", e.Place, e.Country), at)
}

// externalIDsInWords returns ids in other systems as one text.
func externalIDsInWords(list []briefing.ExternalID) string {
	return briefing.JoinNames(briefing.Map(list, briefing.ExternalID.String))
}

// participantsInWords returns the actors of an event with their roles in it.
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

// headInWords says which briefing this is, and that only a part of it follows,
// behind its title.
func headInWords(r *Request) string {
	b := r.Index.Briefing
	id := ""
	if b.ID != "" {
		id = "id " + b.ID
	}
	return joinFacts("; ", editionInWords(b), id, "language "+b.Language, otherHead(r.Index), r.partial())
}

// otherHead is what is said of the briefing itself that has no place of its own in
// its head.
func otherHead(x *briefing.Index) string {
	var words []string
	for _, aside := range page.Aside(x, x.Briefing, "id", "title", "as_of", "issued", "version", "language", "authors", "tlp", "bottom_line", "gaps") {
		words = append(words, plainSpans(aside))
	}
	return joinFacts("; ", words...)
}

// editionInWords says of what day a briefing is, which version, and by whom.
func editionInWords(b *briefing.Briefing) string {
	by := ""
	if len(b.Authors) > 0 {
		by = "by " + briefing.JoinNames(b.Authors)
	}
	return joinFacts("; ", versionInWords(b), by)
}

// versionInWords says of what day a briefing is, and which version.
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

// dateInWords is a date in words with the expression behind it.
func dateInWords(d edtf.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Words() + " (" + d.String() + ")"
}

// gradeInWords is the grade of a source with its meaning.
func gradeInWords(r briefing.Reliability) string {
	if r == "" {
		return ""
	}
	return string(r) + ", " + briefing.Reliabilities.Label(r)
}

// asOf is the information cut-off, or that there is none.
func asOf(b *briefing.Briefing) string {
	if b.AsOf.IsZero() {
		return "As of: not stated"
	}
	return "As of " + b.AsOf.Words()
}
