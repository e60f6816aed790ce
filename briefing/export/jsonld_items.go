package export

import (
	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// eventStatuses maps states of events to terms of schema.org.
var eventStatuses = map[briefing.EventStatus]string{
	briefing.EventExpected:  "https://schema.org/EventScheduled",
	briefing.EventCancelled: "https://schema.org/EventCancelled",
}

func (l *jsonldWriter) event(e *briefing.Event) {
	l.object(func() {
		l.thing(e.ID, "Event")
		l.field("name", e.Title)
		l.field("description", l.index.PlainText(e.Summary))
		l.eventDates(e.When.Date)
		l.field("sitrep:dateSaid", e.When.Said)
		l.field("sitrep:dateNote", e.When.Note)
		writeEach(l.jsonWriter, "sitrep:alternativeDate", e.When.Alternatives, func(a briefing.Alternative) {
			l.object(func() {
				l.field("@type", "sitrep:AlternativeDate")
				l.field("sitrep:date", a.Date.String())
				l.field("sitrep:note", a.Note)
				l.quotations("subjectOf", a.Evidence)
			})
		})
		l.field("eventStatus", eventStatuses[e.Status])
		l.field("sitrep:status", string(e.Status))
		l.field("sitrep:certainty", string(e.Certainty))
		l.location(e)
		writeEach(l.jsonWriter, "sitrep:participant", e.Actors, func(p briefing.Participant) {
			l.object(func() {
				l.field("@type", "Role")
				l.field("roleName", p.Role)
				l.refer("sitrep:participant", p.Actor)
			})
		})
		l.quotations("subjectOf", e.Evidence)
	})
}

// eventDates writes the first and last day of an event, if they are known: for
// a season its year, for a set or "by" nothing. The date itself is in
// sitrep:date.
func (l *jsonldWriter) eventDates(d edtf.Date) {
	iso := isoDatesOf(d)
	l.field("startDate", iso.start)
	l.field("endDate", iso.end)
	l.field("sitrep:date", d.String())
	l.field("sitrep:dateInWords", d.Words())
}

// location writes where an event happened: place, country and coordinates.
func (l *jsonldWriter) location(e *briefing.Event) {
	if e.Country == "" && e.Coordinates.IsZero() {
		l.place("location", e.Place)
		return
	}
	l.key("location").object(func() {
		l.field("@type", "Place")
		l.field("name", e.Place)
		if e.Country != "" {
			l.key("address").object(func() {
				l.field("@type", "PostalAddress")
				l.field("addressCountry", e.Country)
			})
		}
		if at := e.Coordinates; !at.IsZero() {
			l.key("geo").object(func() {
				l.field("@type", "GeoCoordinates")
				l.key("latitude").decimal(at.Latitude)
				l.key("longitude").decimal(at.Longitude)
			})
		}
	})
}

func (l *jsonldWriter) place(member, name string) {
	if name != "" {
		l.key(member).object(func() {
			l.field("@type", "Place")
			l.field("name", name)
		})
	}
}

// actorTypes maps kinds of actors to terms of schema.org, which has none for an
// unnamed source.
var actorTypes = map[briefing.ActorKind]string{
	"state":        "Country",
	"organization": "Organization",
	"person":       "Person",
	"group":        "Organization",
}

func (l *jsonldWriter) actor(a *briefing.Actor) {
	kind := actorTypes[a.Kind]
	if kind == "" {
		kind = "Thing"
	}
	partOf, role := "sitrep:partOf", "sitrep:role"
	switch kind {
	case "Person":
		partOf, role = "memberOf", "jobTitle"
	case "Organization":
		partOf = "parentOrganization"
	}
	l.object(func() {
		l.thing(a.ID, kind)
		l.field("name", a.Name)
		l.field("sitrep:kind", string(a.Kind))
		l.fields("alternateName", a.Aka)
		l.refer(partOf, a.PartOf)
		l.field(role, a.Role)
		l.field("sitrep:country", a.Country)
		l.field("description", l.index.PlainText(a.Summary))
		l.quotations("subjectOf", a.Evidence)
	})
}

// sourceTypes maps kinds of sources to terms of schema.org.
var sourceTypes = map[briefing.SourceKind]string{
	"article":   "NewsArticle",
	"statement": "Statement",
	"post":      "SocialMediaPosting",
	"report":    "Report",
	"dataset":   "Dataset",
	"webpage":   "WebPage",
	"video":     "VideoObject",
	"audio":     "AudioObject",
	"image":     "ImageObject",
	"book":      "Book",
	"mail":      "EmailMessage",
}

func (l *jsonldWriter) source(s *briefing.Source) {
	kind := sourceTypes[s.Kind]
	if kind == "" {
		kind = "CreativeWork"
	}
	p := &s.Publication
	l.object(func() {
		l.thing(s.ID, kind)
		l.field("name", s.Title)
		l.field("genre", briefing.SourceKinds.Label(s.Kind))
		if p.Publisher != "" {
			l.key("publisher").object(func() {
				l.field("@type", "Organization")
				l.field("name", p.Publisher)
			})
		}
		l.fields("author", p.Authors)
		l.field("creditText", p.Credit)
		l.place("locationCreated", p.Place)
		l.date("datePublished", "sitrep:published", p.Published)
		l.field("sitrep:accessed", p.Accessed.String())
		l.field("url", l.losses.webAddress(p.URL))
		l.field("archivedAt", l.losses.webAddress(p.ArchiveURL))
		l.field("inLanguage", p.Language)
		l.field("sitrep:reliability", string(s.Grade.Reliability))
		l.field("sitrep:reliabilityNote", s.Grade.Note)
		l.refer("isBasedOn", s.Origin)
		l.field("creativeWorkStatus", string(s.Status))
		if s.Text != "" {
			l.field("text", s.Text)
			l.field("sitrep:textKind", string(s.TextKind))
		}
	})
}
