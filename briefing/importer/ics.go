package importer

import (
	"bytes"
	"cmp"
	"iter"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

func isICS(h *head) bool {
	const begin = "BEGIN:VCALENDAR"
	return len(h.begin) >= len(begin) && bytes.EqualFold(h.begin[:len(begin)], []byte(begin))
}

// readICS adds the events of a calendar, and its tasks with a date. An event is
// expected if it is after the calendar was written.
func readICS(b *builder, in Input) error {
	c := calendar{builder: b}
	for line := range unfolded(in.Data) {
		if c.line(parseICSLine(line)); len(c.entries) > maxEntries {
			return tooMany()
		}
	}
	if !c.any {
		return unfit("export the calendar again", "it has no complete calendar")
	}
	for i := range c.entries {
		c.add(&c.entries[i])
		c.entries[i] = icsEntry{} // it may be large
	}
	if c.Into == nil && c.made.AsOf.IsZero() {
		c.made.AsOf = c.written
	}
	return nil
}

// unfolded returns the lines of a calendar. A line that begins with white space
// continues the one before.
func unfolded(data []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		var parts []string
		for line := range textLines(data) {
			switch {
			case len(parts) > 0 && line != "" && (line[0] == ' ' || line[0] == '\t'):
				parts = append(parts, line[1:])
				continue
			case len(parts) > 0 && !yield(strings.Join(parts, "")):
				return
			}
			parts = append(parts[:0], line)
		}
		if len(parts) > 0 {
			yield(strings.Join(parts, ""))
		}
	}
}

// icsProperty is one property: its name, parameters and value.
type icsProperty struct {
	name, value string
	params      map[string]string
}

// parseICSLine reads a line of a calendar. In quotation marks, colons and
// semicolons are part of a parameter.
func parseICSLine(line string) icsProperty {
	p := icsProperty{}
	quoted := false
	var parts []string
	from := 0
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '"':
			quoted = !quoted
		case !quoted && line[i] == ';':
			parts = append(parts, line[from:i])
			from = i + 1
		case !quoted && line[i] == ':':
			parts = append(parts, line[from:i])
			p.value = line[i+1:]
			p.name = strings.ToUpper(strings.TrimSpace(parts[0]))
			for _, part := range parts[1:] {
				if p.params == nil {
					p.params = map[string]string{}
				}
				name, value, _ := strings.Cut(part, "=")
				p.params[strings.ToUpper(name)] = strings.Trim(value, `"`)
			}
			return p
		}
	}
	return p
}

// icsUnescapes undoes the escapes of texts in a calendar.
var icsUnescapes = strings.NewReplacer(`\\`, `\`, `\;`, `;`, `\,`, `,`, `\n`, "\n", `\N`, "\n")

func (p icsProperty) text() string { return strings.TrimSpace(icsUnescapes.Replace(p.value)) }

// texts splits a list at its commas that are not escaped.
func (p icsProperty) texts() (out []string) {
	from := 0
	for i := 0; i <= len(p.value); i++ {
		if i < len(p.value) && p.value[i] == '\\' {
			i++
			continue
		}
		if i == len(p.value) || p.value[i] == ',' {
			if s := strings.TrimSpace(icsUnescapes.Replace(p.value[from:min(i, len(p.value))])); s != "" {
				out = append(out, s)
			}
			from = i + 1
		}
	}
	return out
}

// calendar reads one calendar.
type calendar struct {
	*builder
	any     bool
	own     bool      // this program wrote it
	written edtf.Date // the latest stamp
	within  []string  // the open components
	entries []icsEntry
}

// icsEntry is an event or a task.
type icsEntry struct {
	kind       string
	properties map[string]icsProperty
	tags       []string
	ids        []string // as this program writes them
}

func (c *calendar) line(p icsProperty) {
	depth := len(c.within)
	switch p.name {
	case "":
	case "BEGIN":
		kind := strings.ToUpper(strings.TrimSpace(p.value))
		c.within = append(c.within, kind)
		c.begin(kind)
	case "END":
		if depth > 0 {
			c.within = c.within[:depth-1]
			c.any = c.any || depth == 1
		}
	default:
		switch {
		case depth == 1:
			c.head(p)
		case depth == 2 && (c.within[1] == "VEVENT" || c.within[1] == "VTODO"):
			c.property(&c.entries[len(c.entries)-1], p)
		}
	}
}

func (c *calendar) begin(kind string) {
	const inCalendar = 2
	switch {
	case len(c.within) != inCalendar:
	case kind == "VEVENT" || kind == "VTODO":
		c.entries = append(c.entries, icsEntry{kind: kind, properties: map[string]icsProperty{}})
	case kind != "VTIMEZONE":
		c.lost.add("calendar " + clean.Short(kind))
	}
}

// head reads a property of the calendar itself.
func (c *calendar) head(p icsProperty) {
	switch p.name {
	case "PRODID":
		c.own = strings.HasPrefix(p.value, "-//sitrep//")
	case "NAME", "X-WR-CALNAME":
		if len(c.builder.entries) == 0 {
			c.setTitle(p.text())
		}
	case "X-AS-OF":
		if c.own && c.Into == nil && c.made.AsOf.IsZero() {
			c.made.AsOf = c.date(p.text())
		}
	case "X-TLP":
		if c.own && c.Into == nil && c.made.TLP == "" && len(c.made.Events) == 0 {
			c.made.TLP = c.marking(p.text())
		}
	}
}

func (c *calendar) property(e *icsEntry, p icsProperty) {
	switch p.name {
	case "DTSTAMP", "LAST-MODIFIED", "CREATED":
		if d, err := edtf.Parse(icsTime(p.value)); err == nil && later(d, c.written) {
			c.written = d
		}
	case "X-EXTERNAL-ID":
		e.ids = append(e.ids, p.text())
	case "CATEGORIES":
		e.tags = append(e.tags, p.texts()...)
	case "RRULE", "RDATE", "EXDATE", "ATTENDEE", "ATTACH", "ORGANIZER", "COMMENT", "CONTACT", "RESOURCES", "RELATED-TO", "PERCENT-COMPLETE":
		c.lost.add("calendar " + p.name)
	case "CLASS":
		if p.value != "PUBLIC" && !c.own {
			c.lost.add("calendar CLASS " + clean.Short(clean.Line(p.value)))
		}
	default:
		if _, twice := e.properties[p.name]; !twice {
			e.properties[p.name] = p
		}
	}
}

func (c *calendar) add(entry *icsEntry) {
	text := func(name string) string { return entry.properties[name].text() }
	e := briefing.Event{Title: text("SUMMARY"), Place: text("LOCATION")}
	e.Tags = entry.tags
	e.When = c.when(entry)
	if !c.entry(e.Title, e.When.Date) {
		return
	}
	e.Status = c.status(entry, e.When.Date)
	if c.own {
		c.restore(entry, &e)
	} else {
		e.Summary = plainProse(text("DESCRIPTION"))
		if uid := text("UID"); uid != "" {
			if again := text("RECURRENCE-ID"); again != "" {
				uid += "#" + again
			}
			e.ExternalIDs = []briefing.ExternalID{{System: "ical", ID: uid}}
		}
	}
	if latitude, longitude, ok := strings.Cut(text("GEO"), ";"); ok {
		e.Coordinates = briefing.Coordinates{Latitude: briefing.Decimal(strings.TrimSpace(latitude)), Longitude: briefing.Decimal(strings.TrimSpace(longitude))}
	}
	if address := text("URL"); address != "" {
		s := briefing.Source{Title: address, Kind: "webpage", Publication: briefing.Publication{URL: address}}
		id, _ := c.source(s)
		e.Evidence = []briefing.Evidence{{Source: id}}
	}
	c.event(e)
}

// restore reads what package export writes for lack of a property. Actors,
// evidence and alternative dates are only in the description, as words.
func (c *calendar) restore(entry *icsEntry, e *briefing.Event) {
	text := func(name string) string { return entry.properties[name].text() }
	e.ID, _, _ = strings.Cut(text("UID"), "@")
	e.Draft = ownMarkings().FindStringSubmatch(e.Title)[2] != ""
	e.Title = cmp.Or(text("X-TITLE"), e.Title)
	e.Summary = plainProse(text("X-SUMMARY"))
	e.When.Said, e.When.Note = text("X-SAID"), text("X-DATE-NOTE")
	e.Country = text("X-COUNTRY")
	e.ExternalIDs = externalIDs(entry.ids)
	e.Certainty = valueOf(briefing.Certainties, text("X-CERTAINTY"))
	if e.TLP = c.marking(text("X-TLP")); e.TLP == c.whole().TLP {
		e.TLP = ""
	}
	for _, label := range [...]string{"Actor: ", "Evidence: ", "Another date given: "} {
		c.lost.addTimes("event "+strings.ToLower(strings.TrimSuffix(label, ": ")), strings.Count("\n"+text("DESCRIPTION"), "\n"+label))
	}
}

// status returns the status of an entry. If it is neither cancelled nor a plan,
// it is expected if it begins after the calendar was written.
func (c *calendar) status(entry *icsEntry, when edtf.Date) briefing.EventStatus {
	if own := valueOf(briefing.EventStatuses, entry.properties["X-STATUS"].text()); c.own && own != "" {
		return own
	}
	switch strings.ToUpper(entry.properties["STATUS"].text()) {
	case "CANCELLED":
		return briefing.EventCancelled
	case "TENTATIVE", "NEEDS-ACTION", "IN-PROCESS":
		return briefing.EventExpected
	case "COMPLETED":
		return briefing.EventOccurred
	}
	first, last, hasFirst, hasLast := when.Bounds()
	_, written, _, ok := c.written.Bounds()
	if ok && (hasFirst && first.After(written) || !hasFirst && hasLast && last.After(written)) {
		return briefing.EventExpected
	}
	return briefing.EventOccurred
}
