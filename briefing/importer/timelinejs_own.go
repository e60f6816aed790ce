package importer

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// These functions read back what package export writes into the texts of a
// timeline for lack of a place.

// ownTimeline precedes the id of the briefing in the id of its title slide.
const ownTimeline = "briefing_"

// ownHead reads the briefing's own fields from the text of its title slide.
func (t *timeline) ownHead(id, body string) {
	made := &t.made
	if id = strings.TrimPrefix(id, ownTimeline); isID(id) {
		made.ID = id
	}
	for _, fact := range ownFact().FindAllStringSubmatch(body, -1) {
		value := t.words(fact[2])
		switch fact[1] {
		case "As of":
			when, _ := restoreWhen(value)
			made.AsOf = when.Date
		case "Issued":
			when, _ := restoreWhen(value)
			made.Issued = when.Date
		case "Version":
			made.Version, _ = strconv.Atoi(value)
		case "By":
			made.Authors = append(made.Authors, value)
		case "Language":
			made.Language = value
		case "Marking":
			made.TLP = t.marking(value)
			return // the brief follows
		}
	}
}

// ownMarkings matches what precedes the title of an event.
var ownMarkings = pattern(`^(?:\((TLP:[A-Z+]+|TLP:RED \(unreadable: "[^"]*"\)|unmarked)\) )?(\(draft\) )?`)

// ownTitle reads the marking and the draft state of an event from its title.
func (t *timeline) ownTitle(e *briefing.Event) {
	m := ownMarkings().FindStringSubmatch(e.Title)
	e.Title = e.Title[len(m[0]):]
	e.TLP = t.marking(m[1])
	e.Draft = m[2] != ""
}

// ownFact matches a fact in the text of a slide written by package export.
var ownFact = pattern(`<p><b>([^<]*):</b> ([^<]*)</p>|<blockquote>[^<]*</blockquote>(?:<p>[^<]*</p>)?|<p>\[no quote\] [^<]*</p>`)

// ownFacts reads from the text of a slide what package export wrote there for
// lack of a place, and returns the rest.
func (t *timeline) ownFacts(e *briefing.Event, body string) string {
	return ownFact().ReplaceAllStringFunc(body, func(s string) string {
		fact := ownFact().FindStringSubmatch(s)
		value := t.words(fact[2])
		switch label := fact[1]; label {
		case "": // a quotation
			t.lost.add("evidence of an event")
		case "When":
			if when, ok := restoreWhen(value); ok {
				e.When = when
			}
		case "Status":
			status, certainty, _ := strings.Cut(value, ", ")
			e.Status = valueOf(briefing.EventStatuses, status)
			e.Certainty = valueOf(briefing.Certainties, certainty)
		case "Place":
			ownPlace(e, value)
		case "Tags":
			e.Tags = splitNames(value, e.Tags)
		case "Other ids":
			e.ExternalIDs = externalIDs(splitNames(value, nil))
		default:
			t.lost.add("event " + clean.Short(strings.ToLower(label)))
		}
		return ""
	})
}

// ownWhere matches place, country and coordinates, any of which can be missing.
var ownWhere = pattern(`^(.*?)(?:(?:^|, )([A-Z]{2}))?(?: ?\((-?[0-9.]+), (-?[0-9.]+)\))?$`)

func ownPlace(e *briefing.Event, words string) {
	m := ownWhere().FindStringSubmatch(words)
	if m == nil {
		e.Place = words
		return
	}
	e.Place, e.Country = m[1], m[2]
	e.Coordinates = briefing.Coordinates{Latitude: briefing.Decimal(m[3]), Longitude: briefing.Decimal(m[4])}
}

// ownWhen matches the date of an event in the words of package export.
var ownWhen = pattern(`^[^(]* \(([^()]+)\)(?:; in the source “(.*?)”)?(?:; (.*))?$`)

// restoreWhen parses the date of an event in the words of package export.
func restoreWhen(words string) (w briefing.When, ok bool) {
	m := ownWhen().FindStringSubmatch(words)
	if m == nil {
		return w, false
	}
	d, err := edtf.Parse(m[1])
	return briefing.When{Date: d, Said: m[2], Note: m[3]}, err == nil
}

// splitNames splits names joined by briefing.JoinNames. Names that are together
// a known one stay together.
func splitNames(joined string, known []string) []string {
	if len(known) == 1 && known[0] == joined {
		return known
	}
	if strings.Contains(joined, "; ") {
		return strings.Split(joined, "; ")
	}
	return strings.Split(joined, ", ")
}
