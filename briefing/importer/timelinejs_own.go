package importer

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// What package export writes into the texts of a timeline for lack of a place is
// taken from there again.

// ownTimeline is before the id of the briefing in that of its title slide.
const ownTimeline = "briefing_"

// ownHead takes what a briefing says of itself from the text of its title slide.
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
			return // what follows is the brief
		}
	}
}

// ownMarkings matches what is before the title of an event.
var ownMarkings = pattern(`^(?:\((TLP:[A-Z+]+|TLP:RED \(unreadable: "[^"]*"\)|unmarked)\) )?(\(draft\) )?`)

// ownTitle takes the marking of an event from its title, and that it is a draft.
func (t *timeline) ownTitle(e *briefing.Event) {
	m := ownMarkings().FindStringSubmatch(e.Title)
	e.Title = e.Title[len(m[0]):]
	e.TLP = t.marking(m[1])
	e.Draft = m[2] != ""
}

// ownFact matches a fact in the text of a slide that package export wrote.
var ownFact = pattern(`<p><b>([^<]*):</b> ([^<]*)</p>|<blockquote>[^<]*</blockquote>(?:<p>[^<]*</p>)?|<p>\[no quote\] [^<]*</p>`)

// ownFacts takes from the text of a slide what package export wrote there for lack
// of a place, and returns the rest.
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

// ownWhere matches place, country and coordinates, of which any can be missing.
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

// ownWhen matches the date of an event as package export words it.
var ownWhen = pattern(`^[^(]* \(([^()]+)\)(?:; in the source “(.*?)”)?(?:; (.*))?$`)

// restoreWhen returns the date of an event that package export worded.
func restoreWhen(words string) (w briefing.When, ok bool) {
	m := ownWhen().FindStringSubmatch(words)
	if m == nil {
		return w, false
	}
	d, err := edtf.Parse(m[1])
	return briefing.When{Date: d, Said: m[2], Note: m[3]}, err == nil
}

// splitNames returns the names that briefing.JoinNames has joined. If they are
// the one that is known, they are one.
func splitNames(joined string, known []string) []string {
	if len(known) == 1 && known[0] == joined {
		return known
	}
	if strings.Contains(joined, "; ") {
		return strings.Split(joined, "; ")
	}
	return strings.Split(joined, ", ")
}
