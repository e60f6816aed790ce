package export

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

// csvRow is the item of a row with its facts, and for a position its claim and
// question with theirs.
type csvRow struct {
	item                 briefing.Ref
	own, claim, question []file.Fact
}

// csvComputed are the columns that do not hold a fact unchanged.
var csvComputed = map[string]func(c *csvWriter, row csvRow) string{
	"as_of": func(c *csvWriter, _ csvRow) string { return c.x.Briefing.AsOf.String() },
	"tlp":   func(c *csvWriter, row csvRow) string { return guarded(c.x.QuotingTLP(row.item).String()) },
	"earliest": func(c *csvWriter, row csvRow) string {
		earliest, _ := csvBounds(c.x.Event(row.item.ID).When.Date)
		return earliest
	},
	"latest": func(c *csvWriter, row csvRow) string {
		_, latest := csvBounds(c.x.Event(row.item.ID).When.Date)
		return latest
	},
	"precision":   func(c *csvWriter, row csvRow) string { return c.x.Event(row.item.ID).When.Date.Precision().String() },
	"positions":   func(c *csvWriter, row csvRow) string { return strconv.Itoa(len(c.x.Says(row.item.ID))) },
	"events":      func(c *csvWriter, row csvRow) string { return strconv.Itoa(len(c.x.TookPart(row.item.ID))) },
	"rests_on_it": func(c *csvWriter, row csvRow) string { return strconv.Itoa(len(c.x.RestsOn(row.item.ID))) },
	"url": func(c *csvWriter, row csvRow) string {
		return c.losses.webAddress(c.x.Source(row.item.ID).Publication.URL)
	},
	"archive_url": func(c *csvWriter, row csvRow) string {
		return c.losses.webAddress(c.x.Source(row.item.ID).Publication.ArchiveURL)
	},
	"contested": func(c *csvWriter, row csvRow) string {
		return strconv.FormatBool(c.x.Contested(c.x.Question(row.question[0].Values[0].Text)))
	},
	"position": func(c *csvWriter, row csvRow) string {
		if row.own == nil {
			return ""
		}
		return guarded(row.item.ID)
	},
	"holder_name": func(c *csvWriter, row csvRow) string {
		if row.own == nil {
			return ""
		}
		return guarded(c.x.ActorName(row.own[0].Values[0].Text))
	},
	"sources": func(c *csvWriter, row csvRow) string {
		return c.ofEvidence(row, func(e *briefing.Evidence) string { return e.Source })
	},
	"quotes": func(c *csvWriter, row csvRow) string {
		return c.ofEvidence(row, inQuotes)
	},
	"locators": func(c *csvWriter, row csvRow) string {
		return c.ofEvidence(row, func(e *briefing.Evidence) string { return e.Locator })
	},
	// A number with a sign is not a formula.
	"latitude":  func(c *csvWriter, row csvRow) string { return string(c.x.Event(row.item.ID).Coordinates.Latitude) },
	"longitude": func(c *csvWriter, row csvRow) string { return string(c.x.Event(row.item.ID).Coordinates.Longitude) },
	"states": func(c *csvWriter, row csvRow) string {
		return c.ofEvidence(row, func(e *briefing.Evidence) string { return quoteState(c.x, e) })
	},
}

// ofEvidence returns a value for each piece of evidence of the row's item, or
// for an actor each distinct value. It leaves out the evidence for alternative
// dates of an event.
func (c *csvWriter) ofEvidence(row csvRow, value func(*briefing.Evidence) string) string {
	if row.own == nil {
		return ""
	}
	var list []briefing.Evidence
	switch row.item.Kind {
	case briefing.KindEvent:
		list = c.x.Event(row.item.ID).Evidence
	case briefing.KindActor:
		list = c.x.Actor(row.item.ID).Evidence
	case briefing.KindPosition:
		s, _ := c.x.Stand(row.item.ID)
		list = s.Position.Evidence
	}
	var out []string
	some := false
	seen := map[string]bool{}
	for i := range list {
		v := value(&list[i])
		if row.item.Kind == briefing.KindActor {
			if seen[v] {
				continue
			}
			seen[v] = true
		}
		out = append(out, v)
		some = some || v != ""
	}
	if !some {
		return ""
	}
	return guarded(strings.Join(out, csvListSeparator))
}

func (c *csvWriter) add(row csvRow) {
	c.row = c.row[:0]
	for i := range c.columns {
		column := &c.columns[i]
		switch {
		case column.computed != nil:
			c.row = append(c.row, column.computed(c, row))
		case column.of == "claim":
			c.row = append(c.row, c.factCell(row.claim, column))
		case column.of == "question":
			c.row = append(c.row, c.factCell(row.question, column))
		default:
			c.row = append(c.row, c.factCell(row.own, column))
		}
	}
	c.write(c.row)
}

// factCell returns the cell of a column that holds a fact. All items of a kind
// have the same keys.
func (c *csvWriter) factCell(stated []file.Fact, column *csvColumn) string {
	if stated == nil {
		return ""
	}
	if column.fact < 0 {
		column.fact = slices.IndexFunc(stated, func(f file.Fact) bool { return f.Key == column.key })
	}
	if column.fact < 0 {
		return "" // the format has no such field
	}
	f := &stated[column.fact]
	c.values = c.values[:0]
	for i := range f.Values {
		text := f.Values[i].Text
		if f.Kind == file.FactProse {
			text = c.x.PlainText(text)
		}
		c.values = append(c.values, text)
	}
	cell := strings.Join(c.values, csvListSeparator)
	if f.Kind == file.FactDate { // dates may begin with a minus sign
		return cell
	}
	return guarded(cell)
}

func (c *csvWriter) events() {
	for _, e := range c.request.Events() {
		c.item(briefing.KindEvent, e.ID)
		for i := range e.When.Alternatives {
			c.losses.Add("evidence for another date", len(e.When.Alternatives[i].Evidence))
		}
	}
}

func (c *csvWriter) actors() {
	for _, a := range c.request.Actors() {
		c.item(briefing.KindActor, a.ID)
	}
}

func (c *csvWriter) sources() {
	for _, s := range c.request.Sources() {
		c.item(briefing.KindSource, s.ID)
	}
}

// item writes the row of an item that is not part of another.
func (c *csvWriter) item(kind briefing.Kind, id string) {
	ref := briefing.Ref{Kind: kind, ID: id}
	c.add(csvRow{item: ref, own: c.items[0].Of(c.x, ref)})
}

// positions writes a row for every position, and one for each claim without
// positions.
func (c *csvWriter) positions() {
	for _, q := range c.request.Questions() {
		question := c.items[2].Of(c.x, briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})
		for i := range q.Claims {
			of := briefing.Ref{Kind: briefing.KindClaim, ID: q.Claims[i].ID}
			claim := c.items[1].Of(c.x, of)
			for _, s := range c.x.StandsBySide(q.Claims[i].ID) {
				c.add(csvRow{s.Ref(), c.items[0].Of(c.x, s.Ref()), claim, question})
			}
			if len(q.Claims[i].Positions) == 0 {
				c.add(csvRow{item: of, claim: claim, question: question})
			}
		}
	}
}

// places returns the facts that have a column, including those of every table.
func (c *csvWriter) places(part briefing.Part) places {
	kind := map[briefing.Part]string{
		briefing.PartTimeline: "event", briefing.PartActors: "actor", briefing.PartClaims: "position", briefing.PartSources: "source",
	}[part]
	out := places{kind: "evidence evidence.source "}
	for _, column := range c.columns {
		of := column.of
		if of == "" {
			of = kind
		}
		out[of] += column.key + " "
		switch column.key {
		case "quotes":
			out[of] += "evidence.quote evidence.locator "
		case "latitude":
			out[of] += "coordinates "
		}
	}
	for of := range out {
		out[of] += "tlp"
	}
	return out
}

// csvBounds returns the first and the last day that a date can mean, or the
// moment if the date has a time. It returns "" for a side without a bound.
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
