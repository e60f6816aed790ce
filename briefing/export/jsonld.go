package export

import (
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// jsonldWriter writes JSON-LD 1.1 in the terms of schema.org, and in our own
// terms (sitrep:) if schema.org has none. The context is in the file, so
// nothing has to be fetched to read it. Every item has an address made from the
// ids of the briefing and the item. A reference has the name beside the
// address, so that it can be read even if the item is left out. A claim gets no
// rating and no truth value.
//
// Parts go under the property that schema.org has for them: questions, claims,
// judgments and gaps are parts of the article, events what it is about, actors
// what it mentions, sources what it cites.
type jsonldWriter struct {
	*jsonWriter
	request *Request
	index   *briefing.Index
	losses  Losses
	base    string // address of the briefing
}

const jsonldEvidence = "evidence evidence.source evidence.quote evidence.prefix evidence.suffix evidence.locator evidence.note "

var jsonldPlaces = places{
	"briefing": "id title as_of issued version language authors tlp",
	"judgment": "id text likelihood confidence because question " + jsonldEvidence + commonKeys,
	"event": "id title date said note alternatives alternatives.note status certainty place country coordinates actors actors.role summary " +
		jsonldEvidence + commonKeys,
	"question": "id text summary status events " + commonKeys,
	"claim":    "id text " + commonKeys,
	"position": "holder stance said via citing hedge quotation credibility note " + jsonldEvidence + commonKeys,
	"actor":    "id name kind part_of role aka country summary " + jsonldEvidence + commonKeys,
	"source": "id title kind publisher authors credit place published accessed url archive_url language " +
		"reliability reliability_note origin status text_kind text " + commonKeys,
}

func writeJSONLD(w io.Writer, r *Request) (Losses, error) {
	l := &jsonldWriter{
		jsonWriter: newJSONWriter(w, jsontext.EscapeForHTML(true)),
		request:    r, index: r.Index,
		base: "urn:uuid:" + uuidText(briefingUUID(r.Index.Briefing)),
	}
	l.object(l.document)
	l.losses.addOthers(r, jsonldPlaces, allParts...)
	l.losses.addNotAskedFor(r)
	return l.losses, l.finish()
}

func (l *jsonldWriter) document() {
	b, r := l.index.Briefing, l.request
	l.key("@context").object(func() {
		l.field("@vocab", "https://schema.org/")
		l.field("sitrep", "urn:uuid:"+uuidText(namespace)+"#")
	})
	l.field("@type", "AnalysisNewsArticle")
	l.field("@id", l.base)
	l.field("sitrep:tlp", l.index.Banner().String())
	l.field("identifier", b.ID)
	l.field("headline", b.Title)
	l.field("sitrep:asOf", b.AsOf.String())
	l.date("datePublished", "sitrep:issued", b.Issued)
	l.number("version", b.Version)
	l.field("inLanguage", b.Language)
	l.fields("author", b.Authors)
	l.field("description", r.partOfWhole())
	if r.Wants(briefing.PartBrief) {
		l.field("abstract", l.index.PlainText(b.BottomLine))
	}
	if r.Wants(briefing.PartBrief) || r.Wants(briefing.PartClaims) {
		l.key("hasPart").array(l.parts)
	}
	if r.Wants(briefing.PartTimeline) {
		writeEach(l.jsonWriter, "about", r.Events(), l.event)
	}
	if r.Wants(briefing.PartActors) {
		writeEach(l.jsonWriter, "mentions", r.Actors(), l.actor)
	}
	if r.Wants(briefing.PartSources) {
		writeEach(l.jsonWriter, "citation", r.Sources(), l.source)
	}
	if banner := l.index.Banner(); banner != "" {
		l.field("conditionsOfAccess", banner.String()+", "+briefing.TLPs.Label(banner.Counted()))
	}
}

func (l *jsonldWriter) parts() {
	if l.request.Wants(briefing.PartBrief) {
		for _, j := range l.request.Judgments() {
			l.judgment(j)
		}
		for _, n := range l.request.Gaps() {
			l.gap(n, l.index.Briefing.Gaps[n-1])
		}
	}
	if l.request.Wants(briefing.PartClaims) {
		for _, q := range l.request.Questions() {
			l.question(q)
		}
	}
}

// address returns the address of an item of the briefing.
func (l *jsonldWriter) address(id string) string { return l.base + "#" + id }

// thing begins the object of an item.
func (l *jsonldWriter) thing(id string, types ...string) {
	if len(types) == 1 {
		l.field("@type", types[0])
	} else {
		l.fields("@type", types)
	}
	l.field("@id", l.address(id))
	ref, _ := l.index.Lookup(id)
	l.marking(ref)
	common := l.index.Common(ref)
	if common == nil {
		return
	}
	writeEach(l.jsonWriter, "identifier", common.ExternalIDs, func(e briefing.ExternalID) {
		l.object(func() {
			l.field("@type", "PropertyValue")
			l.field("propertyID", e.System)
			l.field("value", e.ID)
		})
	})
	l.fields("keywords", common.Tags)
	if common.Draft {
		l.key("sitrep:draft").flag(true)
	}
}

// marking writes the marking of an item if it is not that of the briefing.
func (l *jsonldWriter) marking(ref briefing.Ref) {
	if l.index.Portion(ref) != "" {
		l.field("sitrep:tlp", l.index.TLP(ref).String())
	}
}

// reference writes the address of an item with its name.
func (l *jsonldWriter) reference(id string) {
	l.object(func() {
		l.field("@id", l.address(id))
		if ref, ok := l.index.Lookup(id); ok {
			l.field("name", l.index.Name(ref))
		}
	})
}

// refer writes a member that is a reference, unless id is empty.
func (l *jsonldWriter) refer(name, id string) {
	if id != "" {
		l.key(name)
		l.reference(id)
	}
}

// date writes a date in the form of schema.org, a day, month, year or time of
// ISO 8601. If the date says more, it writes it unchanged under our own name
// too.
func (l *jsonldWriter) date(name, exact string, d edtf.Date) {
	iso := isoDatesOf(d).start
	l.field(name, iso)
	if iso != d.String() {
		l.field(exact, d.String())
	}
}

func (l *jsonldWriter) judgment(j *briefing.Judgment) {
	l.object(func() {
		l.thing(j.ID, "Claim", "sitrep:Judgment")
		l.field("text", l.index.PlainText(j.Text))
		l.field("sitrep:likelihood", string(j.Likelihood))
		if low, high, ok := j.Likelihood.Band(); ok {
			l.key("sitrep:likelihoodBand").object(func() {
				l.field("@type", "QuantitativeValue")
				l.key("minValue").integer(low)
				l.key("maxValue").integer(high)
				l.field("unitText", "%")
			})
		}
		l.field("sitrep:confidence", string(j.Confidence))
		l.field("sitrep:because", l.index.PlainText(j.Because))
		l.refer("about", j.Question)
		l.quotations("citation", j.Evidence)
	})
}

func (l *jsonldWriter) gap(n int, text string) {
	l.object(func() {
		l.thing("gap:"+strconv.Itoa(n), "CreativeWork", "sitrep:Gap")
		l.key("position").integer(n)
		l.field("text", l.index.PlainText(text))
	})
}

func (l *jsonldWriter) question(q *briefing.Question) {
	l.object(func() {
		l.thing(q.ID, "Question")
		l.field("name", q.Text)
		l.field("description", l.index.PlainText(q.Summary))
		l.field("sitrep:status", string(q.Status))
		l.key("sitrep:computedContested").flag(l.index.Contested(q))
		writeEach(l.jsonWriter, "about", q.Events, l.reference)
		l.key("suggestedAnswer").array(func() {
			for i := range q.Claims {
				l.claim(&q.Claims[i])
			}
		})
	})
}

func (l *jsonldWriter) claim(c *briefing.Claim) {
	f := l.index.Findings(c.ID)
	l.object(func() {
		l.thing(c.ID, "Claim", "Answer")
		l.field("text", c.Text)
		writeEach(l.jsonWriter, "appearance", appearances(c), l.reference)
		writeEach(l.jsonWriter, "sitrep:position", l.index.StandsOn(c.ID), l.position)
		writeEach(l.jsonWriter, "sitrep:computedOrigin", f.Origins, l.reference)
		writeEach(l.jsonWriter, "sitrep:computedFlag", f.Flags, func(flag briefing.Flag) { l.text(string(flag)) })
	})
}

// appearances returns the sources in which a holder affirms or reports a claim,
// without duplicates.
func appearances(c *briefing.Claim) []string {
	var out []string
	for i := range c.Positions {
		if p := &c.Positions[i]; p.Stance == briefing.Affirms || p.Stance == briefing.Reports {
			for j := range p.Evidence {
				out = append(out, p.Evidence[j].Source)
			}
		}
	}
	return briefing.Once(out)
}

func (l *jsonldWriter) position(stand briefing.Stand) {
	p := stand.Position
	l.object(func() {
		l.thing(stand.ID, "CreativeWork", "sitrep:Position")
		l.refer("creator", p.Holder)
		l.field("sitrep:stance", string(p.Stance))
		l.date("dateCreated", "sitrep:said", p.Said)
		l.refer("sitrep:via", p.Via)
		writeEach(l.jsonWriter, "sitrep:citing", p.Citing, l.reference)
		l.field("sitrep:hedge", string(p.Hedge))
		l.field("sitrep:quotation", string(p.Quotation))
		l.number("sitrep:credibility", p.Credibility)
		l.field("sitrep:note", p.Note)
		l.quotations("citation", p.Evidence)
	})
}

// quotations writes evidence. A quote is not attributed to a speaker, since
// many are words of the reporter.
func (l *jsonldWriter) quotations(name string, list []briefing.Evidence) {
	if len(list) == 0 {
		return
	}
	l.key(name).array(func() {
		for i := range list {
			e := &list[i]
			l.object(func() {
				kind := "Quotation"
				if e.Quote == "" {
					kind = "CreativeWork"
				}
				l.field("@type", kind)
				l.field("text", e.Quote)
				l.field("sitrep:quoteState", quoteState(l.index, e))
				l.field("sitrep:prefix", e.Prefix)
				l.field("sitrep:suffix", e.Suffix)
				l.field("sitrep:locator", e.Locator)
				l.field("sitrep:note", e.Note)
				l.marking(briefing.Ref{Kind: briefing.KindSource, ID: e.Source})
				l.refer("isPartOf", e.Source)
			})
		}
	})
}
