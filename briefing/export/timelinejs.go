package export

import (
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/page"
)

// timelineWriter writes the JSON of Knight Lab's TimelineJS 3
// (timeline.knightlab.com/docs/json-format.html): a title slide and a slide for
// each event.
//
// A slide must start somewhere. An event of which only the latest date is known
// ("by 28 October") starts there, with its date in words beside it. An event
// without bounds is counted as lost. Dates on the axis are in UTC, each end as
// precise as it is known. There are no eras: they need two ends and the format
// has nothing like that.
type timelineWriter struct {
	*jsonWriter
	request *Request
	losses  Losses
}

// timelinePlaces has the facts of the briefing that the title slide says in
// words.
var timelinePlaces = places{
	"judgment": "id text likelihood confidence because question " + citedFacts + commonKeys,
	"event": "id title date said note alternatives alternatives.note status certainty place country coordinates actors actors.* summary " +
		citedFacts + commonKeys,
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
	t.losses.addOthers(r, timelinePlaces, briefing.PartBrief, briefing.PartTimeline)
	return t.losses, t.finish()
}

// slide ends a slide with its words. Autolinks are off, since they would be
// made from the text after it has been cleaned.
func (t *timelineWriter) slide(headline string, body *slideText) {
	t.key("text").object(func() {
		t.key("headline").text(html.EscapeString(headline))
		t.field("text", body.String())
	})
	t.key("autolink").flag(false)
}

func (t *timelineWriter) title() {
	b := t.request.Index.Briefing
	// An id of a file has no underscore, so this cannot be one.
	t.field("unique_id", "briefing_"+b.ID)
	body := &slideText{}
	body.paragraph(t.request.Index.Banner().String())
	body.fact("As of", dateInWords(b.AsOf))
	body.fact("Issued", dateInWords(b.Issued))
	if b.Version > 0 {
		body.fact("Version", strconv.Itoa(b.Version))
	}
	for _, author := range b.Authors {
		body.fact("By", author)
	}
	body.fact("Language", b.Language)
	body.fact("Marking", b.TLP.String())
	body.paragraph(joinFacts("; ", otherHead(t.request.Index), t.request.partial()))
	if t.request.Wants(briefing.PartBrief) {
		t.brief(body)
	}
	t.slide(b.Title, body)
}

func (t *timelineWriter) brief(body *slideText) {
	x := t.request.Index
	body.prose(x.PlainText(x.Briefing.BottomLine))
	for i, j := range t.request.Judgments() {
		body.fact("Judgment "+strconv.Itoa(i+1), page.Name(x, briefing.Ref{Kind: briefing.KindJudgment, ID: j.ID}))
		body.fact("Likelihood", j.Likelihood.Words())
		body.fact("Confidence", string(j.Confidence))
		body.fact("Because", x.PlainText(j.Because))
		if q := x.Question(j.Question); q != nil {
			body.fact("Answers", page.Name(x, briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID}))
		}
		body.fact("Tags", briefing.JoinNames(j.Tags))
		body.fact("Other ids", externalIDsInWords(j.ExternalIDs))
		body.evidence(x, j.Evidence)
	}
	for _, p := range page.BriefParts(x, t.request.Keep) {
		for _, row := range p.Rows {
			if row.To.Ref.Kind != briefing.KindJudgment {
				body.fact(p.Text, page.Name(x, row.To.Ref))
			}
		}
	}
}

// eventUndated is the loss of an event whose date has no first and no last day.
const eventUndated = "event without a bound to its date"

func (t *timelineWriter) event(e *briefing.Event) {
	date := e.When.Date
	first, hasFirst := date.Earliest()
	last, hasLast := date.Latest()
	if !hasFirst && !hasLast {
		t.losses.Add(eventUndated, 1)
		return
	}
	if !hasFirst {
		first = last
	}
	start, end := dateNumbers(first), dateNumbers(last)
	t.object(func() {
		t.field("unique_id", e.ID)
		t.date("start_date", start)
		if hasLast && endsApart(date, start, end) {
			t.date("end_date", end)
		}
		t.field("display_date", date.Words())
		if len(e.Tags) > 0 {
			// TimelineJS reads it as HTML once to strip it, and sets the result
			// as HTML again.
			t.field("group", html.EscapeString(html.EscapeString(e.Tags[0])))
		}
		body := &slideText{}
		t.describe(body, e)
		t.slide(page.Name(t.request.Index, briefing.Ref{Kind: briefing.KindEvent, ID: e.ID}), body)
	})
}

// describe writes everything into the text of a slide that the format has no
// place for.
func (t *timelineWriter) describe(body *slideText, e *briefing.Event) {
	x := t.request.Index
	body.fact("When", whenInWords(&e.When))
	body.fact("Status", briefing.EventStatuses.Label(e.Status)+", "+briefing.Certainties.Label(e.Certainty))
	body.fact("Place", whereInWords(e))
	body.prose(t.request.Index.PlainText(e.Summary))
	body.fact("Actors", participantsInWords(x, e))
	body.fact("Tags", briefing.JoinNames(e.Tags))
	body.fact("Other ids", externalIDsInWords(e.ExternalIDs))
	body.evidence(x, e.Evidence)
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		body.fact("Other date given", joinFacts("; ", dateInWords(a.Date), a.Note))
		body.evidence(x, a.Evidence)
	}
}

// units are the names of the numbers that a date has.
var units = [...]string{"year", "month", "day", "hour", "minute", "second"}

// dateNumbers returns the numbers of an end of a date, as far as they are
// known. The format shows the year -44 as 44 BCE, which is -0043 in ISO 8601.
func dateNumbers(end edtf.Bound) []int {
	at := end.At.UTC()
	year := at.Year()
	if year <= 0 {
		year--
	}
	all := [len(units)]int{year, int(at.Month()), at.Day(), at.Hour(), at.Minute(), at.Second()}
	known := [...]int{edtf.Year: 1, edtf.SubYear: 2, edtf.Month: 2, edtf.Day: 3, edtf.Minute: 5, edtf.Second: 6}
	return all[:max(known[end.Precision], 1)]
}

// endsApart reports whether a slide gets an end besides its start. Only an
// interval, an all-of set and a part of a year last; the format can write a
// part of a year only with an end. One of several dates, or an imprecise one,
// does not last. If start and end begin with the same numbers up to the
// shorter, the end would be dropped or drawn before the start.
func endsApart(d edtf.Date, start, end []int) bool {
	n := min(len(start), len(end))
	lasts := d.IsInterval() || d.Precision() == edtf.SubYear || strings.HasPrefix(d.String(), "{")
	return lasts && !slices.Equal(start[:n], end[:n])
}

func (t *timelineWriter) date(name string, numbers []int) {
	t.key(name).object(func() {
		for i, n := range numbers {
			t.key(units[i]).integer(n)
		}
	})
}

// slideText is the HTML of a slide. All that is added to it is escaped.
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

// prose adds text whose paragraphs are separated by blank lines.
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
