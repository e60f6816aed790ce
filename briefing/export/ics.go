package export

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/page"
)

// Formats of iCalendar (RFC 5545).
const (
	icsLine = 75 // octets of a content line without its break (3.1)
	// Values of DATE (3.3.4) and DATE-TIME (3.3.5), which is in UTC or
	// floating.
	icsDay      = "20060102"
	icsMoment   = "20060102T150405Z"
	icsFloating = "20060102T150405"
	// icsNever is the time stamp of a briefing whose dates have no lower bound.
	// It must be some moment, and the same each time.
	icsNever = "19700101T000000Z"
)

// icsWriter writes the timeline as a calendar with an entry for every event
// whose first or last day is known.
//
// An event with a time of day has an entry at that time, in UTC if its zone is
// known and else in the local time of the viewer. Without a time it lasts whole
// days. If only the last day is known ("by 30 June"), the entry is on that day
// and says so. It is not a VTODO, the type for something due, because most
// calendar programs hide those or drop them. An event in one of several years
// does not last years: its entry is on the first possible day and says so.
type icsWriter struct {
	stream
	request *Request
	x       *briefing.Index
	losses  Losses
}

// icsPlaces has no events: their facts go into the description.
var icsPlaces = places{"briefing": "id title as_of issued version tlp"}

func writeICS(w io.Writer, r *Request) (Losses, error) {
	c := &icsWriter{stream: newStream(w), request: r, x: r.Index}
	b := r.Index.Briefing
	c.property("BEGIN", "VCALENDAR")
	c.property("VERSION", "2.0")
	c.property("PRODID", "-//sitrep//briefing//EN")
	c.property("CALSCALE", "GREGORIAN")
	c.textProperty("NAME", b.Title)
	c.textProperty("X-WR-CALNAME", b.Title)
	c.textProperty("DESCRIPTION", r.partOfWhole()) // like NAME, from RFC 7986
	c.textProperty("X-WR-CALDESC", r.partOfWhole())
	c.property("LAST-MODIFIED", icsStamp(b))
	c.textProperty("X-AS-OF", b.AsOf.String())
	c.textProperty("X-TLP", r.Index.Banner().String())
	if r.Wants(briefing.PartTimeline) {
		for _, e := range r.Events() {
			c.event(e)
		}
	}
	c.property("END", "VCALENDAR")
	for _, l := range lossesOf(r, briefing.PartBrief, briefing.PartClaims, briefing.PartActors, briefing.PartSources) {
		c.losses.Add(l.Field, l.Count)
	}
	c.losses.addOthers(r, icsPlaces)
	return c.losses, c.finish()
}

// icsStates maps the states of events to those of calendars.
var icsStates = map[briefing.EventStatus]string{
	briefing.EventOccurred:  "CONFIRMED",
	briefing.EventOngoing:   "CONFIRMED",
	briefing.EventExpected:  "TENTATIVE",
	briefing.EventCancelled: "CANCELLED",
}

// icsClasses maps the labels of the Traffic Light Protocol to the nearest
// classes of calendars. An event without a class is public, so an unmarked
// event needs one.
var icsClasses = map[briefing.TLP]string{
	"":      "CONFIDENTIAL",
	"CLEAR": "PUBLIC", "GREEN": "PRIVATE", "AMBER": "PRIVATE", "AMBER+STRICT": "CONFIDENTIAL", "RED": "CONFIDENTIAL",
}

func (c *icsWriter) event(e *briefing.Event) {
	b := c.x.Briefing
	span, loss := icsSpanOf(e.When.Date)
	if loss != "" {
		c.losses.Add(loss, 1)
	}
	if span.start == "" {
		return
	}
	c.property("BEGIN", "VEVENT")
	c.textProperty("UID", e.ID+"@"+b.ID)
	c.property("DTSTAMP", icsStamp(b))
	c.property("DTSTART"+span.kind, span.start)
	c.property("DTEND"+span.kind, span.end)
	c.textProperty("X-EDTF", e.When.Date.String())
	c.textProperty("SUMMARY", page.Marking(c.x, briefing.Ref{Kind: briefing.KindEvent, ID: e.ID})+icsTitle(e))
	c.textProperty("X-TITLE", e.Title) // the summary has more in it
	c.textProperty("DESCRIPTION", c.description(e))
	c.textProperty("X-SUMMARY", c.x.PlainText(e.Summary))
	c.textProperty("X-SAID", e.When.Said)
	c.textProperty("X-DATE-NOTE", e.When.Note)
	c.textProperty("LOCATION", e.Place)
	if at := e.Coordinates; !at.IsZero() {
		c.property("GEO", string(at.Latitude)+";"+string(at.Longitude))
	}
	c.categories(e.Tags)
	c.textProperty("X-COUNTRY", e.Country)
	for _, id := range e.ExternalIDs {
		c.textProperty("X-EXTERNAL-ID", id.String())
	}
	c.property("STATUS", icsStates[e.Status])
	c.textProperty("X-STATUS", string(e.Status))
	c.textProperty("X-CERTAINTY", string(e.Certainty))
	c.property("TRANSP", "TRANSPARENT")
	label := c.x.TLPWithin(briefing.Ref{Kind: briefing.KindEvent, ID: e.ID})
	c.property("CLASS", icsClasses[label.Counted()])
	c.textProperty("X-TLP", label.String())
	c.property("SEQUENCE", strconv.Itoa(b.Version))
	c.property("END", "VEVENT")
}

// icsStamp returns when the briefing was issued, or else its cut-off.
func icsStamp(b *briefing.Briefing) string {
	for _, d := range []edtf.Date{b.Issued, b.AsOf} {
		if first, _, ok, _ := d.Bounds(); ok && inICSYears(first) {
			return first.Format(icsMoment)
		}
	}
	return icsNever
}

// description returns everything about an event that has no property of its
// own, between two lines with its TLP label.
func (c *icsWriter) description(e *briefing.Event) string {
	marking := c.x.TLPWithin(briefing.Ref{Kind: briefing.KindEvent, ID: e.ID}).String()
	lines := []string{marking}
	for _, f := range page.EventFacts(c.x, e) {
		lines = append(lines, joinFacts(": ", f.Label, plainSpans(f.Value)))
	}
	lines = append(lines, c.x.PlainText(e.Summary))
	for _, p := range e.Actors {
		lines = append(lines, "Actor: "+participantInWords(c.x, p))
	}
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		date := "Another date given: " + dateInWords(a.Date)
		for _, aside := range page.OnAlternative(c.x, a) {
			date += "; " + plainSpans(aside)
		}
		lines = append(lines, date)
		lines = append(lines, c.evidence(a.Evidence)...)
	}
	lines = append(append(lines, c.evidence(e.Evidence)...), marking)
	var b strings.Builder
	for _, line := range lines {
		if line != "" {
			b.WriteString(inert(line) + "\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (c *icsWriter) evidence(list []briefing.Evidence) []string {
	return briefing.Map(list, func(e briefing.Evidence) string { return "Evidence: " + cite(c.x, &e).String() })
}

// plainSpans returns the words of spans, separated by single spaces.
func plainSpans(spans []page.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if aside, ok := asideOf(s); ok {
			b.WriteString(" " + aside)
		} else {
			b.WriteString(s.Text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// categories writes a list. Its commas separate values and are not escaped.
func (c *icsWriter) categories(tags []string) {
	c.property("CATEGORIES", strings.Join(briefing.Map(tags, escapeICS), ","))
}

func (c *icsWriter) textProperty(name, value string) { c.property(name, escapeICS(value)) }

// icsEscapes escapes values of the type TEXT (3.3.11).
var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

func escapeICS(s string) string { return icsEscapes.Replace(clean.Text(s)) }

// property writes a property, unless it is empty, on lines of at most 75 octets
// that do not split a character (3.1).
func (c *icsWriter) property(name, value string) {
	if value == "" {
		return
	}
	line := name + ":" + value
	room := icsLine
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		c.raw(markup(line[:cut]) + "\r\n ")
		line = line[cut:]
		room = icsLine - len(" ")
	}
	c.raw(markup(line) + "\r\n")
}
