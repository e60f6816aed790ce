package export

import (
	"html"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/page"
)

// timelineWriter writes the JSON of Knight Lab's TimelineJS 3
// (timeline.knightlab.com/docs/json-format.html): a title slide and a slide
// for each event.
//
// A slide must start somewhere. An event of which only the latest date is
// known ("by 28 October") starts there, with its date beside it in words; an
// event without either bound is counted as lost. Dates stand on the axis in
// UTC, as precise as they are known. There are no eras: they need two ends and
// the format has nothing that is one.
type timelineWriter struct {
	*jsonWriter
	request *Request
	losses  Losses
}

func writeTimelineJS(w io.Writer, r *Request) (Losses, error) {
	t := &timelineWriter{newJSONWriter(w, jsontext.EscapeForHTML(true)), r, lossesOf(r, briefing.PartClaims, briefing.PartActors, briefing.PartSources)}
	t.object(func() {
		t.key("title").object(t.title)
		t.key("events").array(func() {
			if !r.Wants(briefing.PartTimeline) {
				return
			}
			for _, e := range r.Events() {
				t.event(e)
			}
		})
	})
	return t.losses, t.finish()
}

// slide ends a slide with its words. Autolinks stay off: they are made from
// the text after it has been cleaned.
func (t *timelineWriter) slide(headline string, body *slideText) {
	t.key("text").object(func() {
		t.key("headline").text(html.EscapeString(headline))
		t.field("text", body.String())
	})
	t.key("autolink").flag(false)
}

func (t *timelineWriter) title() {
	b := t.request.Index.Briefing
	// No id of a file has an underscore, so this is none of them.
	t.field("unique_id", "briefing_"+b.ID)
	body := &slideText{}
	body.paragraph(b.TLP.String())
	body.paragraph(headInWords(t.request))
	if t.request.Wants(briefing.PartBrief) {
		t.brief(body)
	}
	t.slide(b.Title, body)
}

func (t *timelineWriter) brief(body *slideText) {
	x := t.request.Index
	body.prose(briefing.PlainText(x.Briefing.BottomLine))
	for i, j := range t.request.Judgments() {
		body.fact("Judgment "+strconv.Itoa(i+1), briefing.PlainText(j.Text))
		body.fact("Likelihood", likelihoodInWords(j.Likelihood))
		body.fact("Confidence", string(j.Confidence))
		body.fact("Because", briefing.PlainText(j.Because))
		if q := x.Question(j.Question); q != nil {
			body.fact("Answers", q.Text)
		}
		body.evidence(x, j.Evidence)
	}
	for _, p := range page.BriefParts(x, t.request.Keep) {
		for _, row := range p.Rows {
			if row.To.Ref.Kind != briefing.KindJudgment {
				body.fact(p.Text, x.Name(row.To.Ref))
			}
		}
	}
}

func (t *timelineWriter) event(e *briefing.Event) {
	date := e.When.Date
	first, last, hasFirst, hasLast := date.Bounds()
	if !hasFirst && !hasLast {
		t.losses.Add("event without a bound to its date", 1)
		return
	}
	if !hasFirst {
		first = last
	}
	precision := date.Precision()
	t.object(func() {
		t.field("unique_id", e.ID)
		t.date("start_date", first, precision)
		if hasLast && dateUnits(first, precision) != dateUnits(last, precision) {
			t.date("end_date", last, precision)
		}
		t.field("display_date", date.Words())
		if len(e.Tags) > 0 {
			// Read as HTML once to strip it, and the result set as HTML again.
			t.field("group", html.EscapeString(html.EscapeString(e.Tags[0])))
		}
		body := &slideText{}
		t.describe(body, e)
		t.slide(e.Title, body)
	})
}

// describe puts everything into the text of a slide that the format has no
// place for.
func (t *timelineWriter) describe(body *slideText, e *briefing.Event) {
	x := t.request.Index
	body.fact("When", whenInWords(&e.When))
	body.fact("Status", briefing.EventStatuses.Label(e.Status)+", "+briefing.Certainties.Label(e.Certainty))
	body.fact("Place", e.Place)
	body.prose(briefing.PlainText(e.Summary))
	body.fact("Actors", briefing.JoinNames(participantsInWords(x, e)))
	body.fact("Tags", briefing.JoinNames(e.Tags))
	body.evidence(x, e.Evidence)
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		body.fact("Other date given", joinFacts("; ", dateInWords(a.Date), a.Note))
		body.evidence(x, a.Evidence)
	}
}

// units are the parts of a date that its precision covers; the rest is zero.
type units struct{ year, month, day, hour, minute, second int }

func dateUnits(at time.Time, p edtf.Precision) units {
	u := units{year: at.Year()}
	if p >= edtf.SubYear {
		u.month = int(at.Month())
	}
	if p >= edtf.Day {
		u.day = at.Day()
	}
	if p >= edtf.Minute {
		u.hour, u.minute = at.Hour(), at.Minute()
	}
	if p >= edtf.Second {
		u.second = at.Second()
	}
	return u
}

func (t *timelineWriter) date(name string, at time.Time, p edtf.Precision) {
	u := dateUnits(at, p)
	t.key(name).object(func() {
		t.key("year").integer(u.year)
		t.number("month", u.month)
		t.number("day", u.day)
		if p >= edtf.Minute {
			t.key("hour").integer(u.hour)
			t.key("minute").integer(u.minute)
		}
		if p >= edtf.Second {
			t.key("second").integer(u.second)
		}
	})
}

// slideText is the HTML of a slide. All that is put into it is escaped.
type slideText struct{ strings.Builder }

func (s *slideText) escaped(text string) { s.WriteString(html.EscapeString(text)) }

func (s *slideText) paragraph(text string) { s.element("p", text) }

func (s *slideText) element(name, text string) {
	if text != "" {
		s.WriteString("<" + name + ">")
		s.escaped(text)
		s.WriteString("</" + name + ">")
	}
}

// prose is text whose paragraphs are apart by blank lines.
func (s *slideText) prose(text string) {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		s.paragraph(paragraph)
	}
}

func (s *slideText) fact(label, value string) {
	if value != "" {
		s.WriteString("<p><b>" + html.EscapeString(label) + ":</b> ")
		s.escaped(value)
		s.WriteString("</p>")
	}
}

func (s *slideText) evidence(x *briefing.Index, list []briefing.Evidence) {
	for i := range list {
		c := cite(x, &list[i])
		s.element("blockquote", c.quote)
		s.paragraph(joinFacts("; ", "["+c.state+"] "+c.source, c.context, c.note))
	}
}
