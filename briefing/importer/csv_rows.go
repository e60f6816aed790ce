package importer

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// timeline reads a row of the spreadsheet for TimelineJS.
func (t *csvReader) timeline(row object) {
	media, slide := object{}, object{"text": object{"headline": row.text("headline"), "text": row.text("text")}}
	for key, name := range map[string]string{"media": "url", "media_credit": "credit", "media_caption": "caption", "media_thumbnail": "thumbnail", "alt_text": "alt", "link": "link"} {
		media[name] = row.text(key)
	}
	slide["media"] = media
	for _, key := range []string{"display_date", "group", "background"} {
		slide[key] = row.text(key)
	}
	for key, before := range map[string]string{"start_date": "", "end_date": "end_"} {
		date := object{}
		for _, unit := range timelineUnits[:3] {
			date[unit.name] = row.text(before + unit.name)
		}
		clock := clockOf(row.text(before + "time"))
		for i, unit := range timelineUnits[3:6] {
			date[unit.name] = clock[i]
		}
		slide[key] = date
	}
	switch kind := row.text("type"); kind {
	case "title":
		t.timelines.title(slide)
	case "", "era":
		t.timelines.slide(slide, kind == "era")
	default:
		t.lost.add("type of a slide " + clean.Quoted(kind))
		t.timelines.slide(slide, false)
	}
}

// clockTime matches a time of day on a 24-hour or 12-hour clock.
var clockTime = pattern(`(?i)^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)? ?([ap]m)?$`)

// clockOf returns hour, minute and second of a time of day. If s is none, it is
// returned unchanged in place of the hour.
func clockOf(s string) (out [3]string) {
	m := clockTime().FindStringSubmatch(s)
	if m == nil {
		return [3]string{s}
	}
	hour, minute, second, half := m[1], m[2], m[3], strings.ToLower(m[4])
	if half != "" {
		h, _ := strconv.Atoi(hour)
		if h < 1 || h > 12 {
			return [3]string{s}
		}
		h %= 12
		if half == "pm" {
			h += 12
		}
		hour = strconv.Itoa(h)
	}
	return [3]string{hour, minute, second}
}

func (t *csvReader) event(row object) {
	e := briefing.Event{
		ID: t.id(row), Title: row.text("title"), Summary: plainProse(row.text("summary")), Place: row.text("place"), Country: t.country(row),
		Status: term(t, row, "status", briefing.EventStatuses), Certainty: term(t, row, "certainty", briefing.Certainties),
	}
	e.When.Date = t.span(t.moment(row.text("when"), row.text("time")), t.date(row.text("end")))
	if !t.entry(e.Title, e.When.Date) {
		clear(row)
		return
	}
	if latitude, longitude := row.text("latitude"), row.text("longitude"); latitude != "" && longitude != "" {
		e.Coordinates = briefing.Coordinates{Latitude: briefing.Decimal(latitude), Longitude: briefing.Decimal(longitude)}
	}
	for _, name := range t.names(row, "actors") {
		e.Actors = append(e.Actors, briefing.Participant{Actor: t.actorNamed(name)})
	}
	e.Evidence = t.evidence(row)
	e.Common = t.shared(row)
	if e.Title == "" || e.When.Date.IsZero() {
		t.lost.add("event without a title or a date")
		return
	}
	t.rows.Events = append(t.rows.Events, e)
}

func (t *csvReader) source(row object) {
	s := briefing.Source{ID: t.id(row), Title: row.text("title"), Origin: row.text("origin"), Status: term(t, row, "status", briefing.SourceStatuses)}
	p := &s.Publication
	*p = briefing.Publication{
		Publisher: row.text("publisher"), Authors: t.names(row, "authors"), Place: row.text("place"), Published: t.date(row.text("published")),
		Accessed: t.date(row.text("accessed")), URL: row.text("url"), ArchiveURL: row.text("archive_url"), Language: row.text("language"), Credit: row.text("credit"),
	}
	if !t.entry(s.Title, p.Published) {
		clear(row)
		return
	}
	kind := row.text("kind")
	if s.Kind = valueOf(briefing.SourceKinds, strings.ToLower(kind)); s.Kind == "" {
		s.Kind = zoteroKinds()[strings.ToLower(kind)]
	}
	if s.Kind == "" && kind != "" {
		t.lost.add("kind " + clean.Quoted(kind))
	}
	s.Grade = briefing.Grade{Reliability: term(t, row, "reliability", briefing.Reliabilities), Note: row.text("reliability_note")}
	s.Text, s.TextKind = row.text("text"), term(t, row, "text_kind", briefing.TextKinds)
	if abstract := row.text("abstract"); s.Text == "" && abstract != "" {
		s.Text, s.TextKind = abstract, "digest"
	}
	if s.Text == "" {
		s.TextKind = "" // the table of package export has no texts
	}
	s.Common = t.shared(row)
	for _, system := range []string{"doi", "pmid", "isbn"} {
		if id := row.text(system); id != "" && (system != "isbn" || s.Kind == "book") {
			s.ExternalIDs = append(s.ExternalIDs, briefing.ExternalID{System: system, ID: id})
		}
	}
	t.rows.Sources = append(t.rows.Sources, s)
}

// zoteroKinds maps the types in Zotero's tables to kinds of sources.
var zoteroKinds = sync.OnceValue(func() map[string]briefing.SourceKind {
	return map[string]briefing.SourceKind{
		"newspaperarticle": "article", "journalarticle": "article", "magazinearticle": "article", "conferencepaper": "article", "preprint": "article",
		"blogpost": "post", "forumpost": "post", "booksection": "book", "encyclopediaarticle": "book", "dictionaryentry": "book",
		"film": "video", "videorecording": "video", "podcast": "audio", "audiorecording": "audio", "radiobroadcast": "broadcast", "tvbroadcast": "broadcast",
		"presentation": "speech", "statute": "legal", "case": "legal", "bill": "legal", "hearing": "legal", "email": "mail", "letter": "mail",
		"artwork": "image", "map": "image", "manuscript": "document", "thesis": "document", "patent": "document",
	}
})

func (t *csvReader) actor(row object) {
	a := briefing.Actor{
		ID: t.id(row), Name: row.text("name"), Kind: term(t, row, "kind", briefing.ActorKinds), PartOf: row.text("part_of"), Role: row.text("role"),
		Country: t.country(row), Aka: t.names(row, "also"), Summary: plainProse(row.text("summary")),
	}
	if !t.entry(a.Name, edtf.Date{}) {
		clear(row)
		return
	}
	if a.PartOf != "" {
		a.PartOf = t.actorNamed(a.PartOf)
	}
	a.Evidence = t.evidence(row)
	a.Common = t.shared(row)
	if a.ID == "" {
		a.ID = a.Name // for the rows that name it
	}
	t.rows.Actors = append(t.rows.Actors, a)
}

// term reads a value of a scale. An unknown value is lost.
func term[T ~string](t *csvReader, row object, key string, scale briefing.Scale[T]) (none T) {
	s := row.text(key)
	if s == "" {
		return none
	}
	for _, s := range []string{s, strings.ToLower(s), strings.ToUpper(s)} {
		if v := valueOf(scale, s); v != "" {
			return v
		}
	}
	t.lost.add(key + " " + clean.Quoted(s))
	return none
}

// id reads the id of a row. A number is not an id, since other tables use the
// same numbers.
func (t *csvReader) id(row object) string {
	id := row.text("id")
	if !t.own && (!isID(id) || strings.Trim(id, "0123456789") == "") {
		t.lost.addTimes("column id", min(len(id), 1))
		return ""
	}
	return id
}

func (t *csvReader) country(row object) string {
	country := strings.ToUpper(row.text("country"))
	if country != "" && len(country) != len("XX") {
		t.lost.add("country that is not a two-letter code")
		return ""
	}
	return country
}

// shared reads the columns of all tables of package export, and drops computed
// ones. It returns the fields that every item can have.
func (t *csvReader) shared(row object) briefing.Common {
	if asOf := t.date(row.text("as_of")); !asOf.IsZero() {
		t.rows.AsOf = asOf
	}
	row.drop("earliest", "latest", "precision", "states", "contested", "position", "positions", "events", "rests_on_it")
	c := t.common(row, "")
	_, marked := row["tlp"]
	t.rows.marked = t.rows.marked || marked
	c.TLP = t.marking(row.text("tlp"))
	return c
}

// common reads the tags, external ids and draft state of an item, from the
// columns with the prefix of.
func (t *csvReader) common(row object, of string) briefing.Common {
	return briefing.Common{
		Tags: t.names(row, of+"tags"), ExternalIDs: externalIDs(t.names(row, of+"external_ids")), Draft: row.text(of+"draft") == "true",
	}
}

// names reads a list of names. Package export separates them with "; ", other
// programs often with commas, which names of persons can contain.
func (t *csvReader) names(row object, key string) (out []string) {
	s := row.text(key)
	separator := ";"
	if t.own {
		separator = "; "
	} else if key != "authors" && !strings.Contains(s, ";") {
		separator = ","
	}
	for name := range strings.SplitSeq(s, separator) {
		if name = clean.Line(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// actorNamed returns the id of an actor in the tables, or its name if it has
// none there.
func (t *csvReader) actorNamed(name string) string {
	if !t.own {
		t.rows.actors = append(t.rows.actors, name)
	}
	return name
}

// moment returns a date with a time from another column. The time is lost if
// the date has no day.
func (t *csvReader) moment(date, clock string) edtf.Date {
	d := t.date(date)
	if clock == "" || d.IsZero() {
		return d
	}
	at := clockOf(clock)
	if m, err := edtf.Parse(fmt.Sprintf("%sT%02s:%s", d, at[0], at[1])); err == nil {
		return m
	}
	t.lost.add("invalid time of day, or without a day")
	return d
}

func (t *csvReader) span(d, last edtf.Date) edtf.Date {
	if d.IsZero() || last.IsZero() || d == last {
		return d
	}
	span, err := edtf.Parse(d.String() + "/" + last.String())
	if err != nil {
		t.lost.add("invalid end, or before its start")
		return d
	}
	return span
}
