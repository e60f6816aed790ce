package export

import (
	"strconv"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/page"
)

func (c *csvWriter) events() {
	for _, e := range c.request.Events() {
		c.text(e.ID)
		c.date(e.When.Date)
		earliest, latest := csvBounds(e.When.Date)
		c.plain(earliest)
		c.plain(latest)
		c.text(e.When.Date.Precision().String())
		c.text(string(e.Status))
		c.text(string(e.Certainty))
		c.text(e.Title)
		c.text(e.Place)
		actors := make([]string, len(e.Actors))
		for i, p := range e.Actors {
			actors[i] = p.Actor
			c.lose("role in an event", p.Role != "")
		}
		c.list(actors)
		sources, quotes, states := c.evidence(e.Evidence)
		c.list(sources)
		c.text(briefing.PlainText(e.Summary))
		c.list(e.Tags)
		c.list(quotes)
		c.list(states)
		c.endRow(briefing.Ref{Kind: briefing.KindEvent, ID: e.ID})
		c.lose("date as the source said it", e.When.Said != "")
		c.lose("note to a date", e.When.Note != "")
		for i := range e.When.Alternatives {
			c.losses.Add("other date of an event", 1)
			c.loseWords(e.When.Alternatives[i].Evidence)
		}
	}
}

// csvBounds are the first and the last day that a date can mean, or moment
// where the date has a time; empty where it has no bound on that side.
func csvBounds(d edtf.Date) (earliest, latest string) {
	layout := time.DateOnly
	if d.Precision() >= edtf.Minute {
		layout = time.RFC3339
	}
	first, last, hasFirst, hasLast := d.Bounds()
	if hasFirst {
		earliest = first.Format(layout)
	}
	if hasLast {
		latest = last.Format(layout)
	}
	return earliest, latest
}

// sourcesOf are the ids of the sources of evidence, each once.
func sourcesOf(evidence []briefing.Evidence) []string {
	var out []string
	seen := map[string]bool{}
	for i := range evidence {
		if id := evidence[i].Source; !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

func (c *csvWriter) actors() {
	for _, a := range c.request.Actors() {
		c.text(a.ID)
		c.text(a.Name)
		c.text(string(a.Kind))
		c.text(a.PartOf)
		c.text(a.Role)
		c.text(a.Country)
		c.list(a.Aka)
		c.number(len(c.x.Says(a.ID)))
		c.number(len(c.x.TookPart(a.ID)))
		c.list(sourcesOf(a.Evidence))
		c.endRow(briefing.Ref{Kind: briefing.KindActor, ID: a.ID})
		c.lose("actor summary", a.Summary != "")
		c.loseWords(a.Evidence)
	}
}

// positions writes a row for every position, and one without a position for a
// claim that has none.
func (c *csvWriter) positions() {
	for _, q := range c.request.Questions() {
		c.lose("question summary", q.Summary != "")
		c.losses.Add("event of a question", len(q.Events))
		for i := range q.Claims {
			claim := &q.Claims[i]
			for _, s := range page.Sides(c.x, claim) {
				c.claim(q, claim)
				c.position(s)
				c.endRow(s.Ref())
			}
			if len(claim.Positions) == 0 {
				c.claim(q, claim)
				c.position(briefing.Stand{Position: &briefing.Position{}})
				c.endRow(briefing.Ref{Kind: briefing.KindClaim, ID: claim.ID})
			}
		}
	}
}

func (c *csvWriter) claim(q *briefing.Question, claim *briefing.Claim) {
	c.text(q.ID)
	c.text(q.Text)
	c.text(string(q.Status))
	c.text(strconv.FormatBool(c.x.Contested(q)))
	c.text(claim.ID)
	c.text(claim.Text)
}

func (c *csvWriter) position(s briefing.Stand) {
	p := s.Position
	c.text(s.ID)
	c.text(p.Holder)
	c.text(c.x.ActorName(p.Holder))
	c.text(string(p.Stance))
	c.date(p.Said)
	c.text(p.Via)
	c.list(p.Citing)
	c.text(string(p.Hedge))
	c.text(string(p.Quotation))
	if p.Credibility > 0 {
		c.number(p.Credibility)
	} else {
		c.text("")
	}
	c.text(p.Note)
	sources, quotes, states := c.evidence(p.Evidence)
	c.list(sources)
	c.list(quotes)
	c.list(states)
}

// evidence are the values of the cells for sources, quotes and states: one in
// each for every piece of evidence.
func (c *csvWriter) evidence(list []briefing.Evidence) (sources, quotes, states []string) {
	for i := range list {
		e := &list[i]
		sources = append(sources, e.Source)
		quotes = append(quotes, cite(c.x, e).quote)
		states = append(states, quoteState(c.x, e))
		c.loseBeside(e)
	}
	return sources, quotes, states
}

func (c *csvWriter) sources() {
	for _, s := range c.request.Sources() {
		p := s.Publication
		c.text(s.ID)
		c.text(s.Title)
		c.text(string(s.Kind))
		c.text(p.Publisher)
		c.list(p.Authors)
		c.text(p.Place)
		c.date(p.Published)
		c.date(p.Accessed)
		c.text(c.losses.webAddress(p.URL))
		c.text(c.losses.webAddress(p.ArchiveURL))
		c.text(p.Language)
		c.text(string(s.Grade.Reliability))
		c.text(s.Grade.Note)
		c.text(s.Origin)
		c.text(string(s.Status))
		c.text(string(s.TextKind))
		c.number(len(c.x.RestsOn(s.ID)))
		c.endRow(briefing.Ref{Kind: briefing.KindSource, ID: s.ID})
		c.lose("text of a source", s.Text != "")
	}
}

// lose counts something that is stated and has no column.
func (c *csvWriter) lose(field string, stated bool) {
	if stated {
		c.losses.Add(field, 1)
	}
}

// loseWords counts what a table does not hold of evidence that it names only
// the sources of.
func (c *csvWriter) loseWords(evidence []briefing.Evidence) {
	for i := range evidence {
		c.lose("quote", evidence[i].Quote != "")
		c.loseBeside(&evidence[i])
	}
}

// loseBeside counts what no table holds of evidence.
func (c *csvWriter) loseBeside(e *briefing.Evidence) {
	c.lose("note to evidence", e.Note != "")
	c.lose("words beside a quote", e.Prefix != "" || e.Suffix != "")
}
