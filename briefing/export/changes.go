package export

import (
	"io"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/page"
)

// Changes is what has changed from one version of a briefing to another, as it
// is to be written.
type Changes struct {
	*diff.Report
	Old, New string // the names of the two, as people know them
}

// WriteChanges writes changes as text. Of the request it heeds Only, Width and
// ASCII.
func WriteChanges(w io.Writer, changes Changes, r *Request) error {
	return writeAsText(w, r, higher(changes.Report.Old, changes.Report.New), func(t *textWriter) {
		changes.Report = changes.Only(r.Wants)
		c := changesWriter{t, changes}
		c.head()
		for _, p := range changes.Parts {
			t.part(p.Part.Title(), p.Count().Total(), "")
			for _, item := range p.Items {
				c.item(item, 0)
				t.line("")
			}
		}
	})
}

// higher is the more restricted of the labels of two versions.
func higher(a, b *briefing.Index) briefing.TLP {
	return briefing.HigherTLP(a.Banner(), b.Banner())
}

// changesWriter makes the blocks of a report.
type changesWriter struct {
	*textWriter
	changes Changes
}

func (c changesWriter) head() {
	before, now := c.changes.Report.Old.Briefing, c.changes.Report.New.Briefing
	c.blocks([]page.Block{page.Title{Spans: []page.Span{{Text: "What has changed: ", Own: true}, {Text: now.Title}}}})
	c.row("Before", versionSpans(c.changes.Old, before), 0)
	c.row("Now", versionSpans(c.changes.New, now), 0)
	for _, x := range []*briefing.Index{c.changes.Report.Old, c.changes.Report.New} {
		if words := page.Withheld(x); words != "" {
			c.row("A part", []page.Span{{Text: words, Own: true}}, 0)
		}
	}
	n := c.changes.Count()
	words := "+ added (" + strconv.Itoa(n.Added) + "), - gone (" + strconv.Itoa(n.Gone) + "), ~ changed (" + strconv.Itoa(n.Changed) + ")"
	if c.changes.Empty() {
		words = "nothing"
	}
	c.row("Changes", []page.Span{{Text: words, Own: true}}, 0)
	for _, f := range c.changes.Head {
		if f.Label != diff.AsOf && f.Label != diff.Version { // they have been said
			c.fact(f, 0)
		}
	}
	c.line("")
}

// versionSpans say which version of the briefing one of the two is.
func versionSpans(name string, b *briefing.Briefing) []page.Span {
	words := ", " + lowerFirst(asOf(b))
	if b.Version > 0 {
		words += ", version " + strconv.Itoa(b.Version)
	}
	return []page.Span{{Text: name}, {Text: words, Own: true}}
}

// lowerFirst is a text of the program with a small letter first.
func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// The columns of the report, in cells.
const (
	changeCells = 2
	labelCells  = 14
)

// changeSigns stand before what has changed.
var changeSigns = map[diff.Change]string{diff.Same: " ", diff.Added: "+", diff.Gone: "-", diff.Changed: "~"}

func (c changesWriter) item(i diff.Item, indent int) {
	row := page.Entry{
		Lead: []page.Span{{Text: changeSigns[i.Change], Role: page.Sign}}, LeadCells: changeCells, Indent: indent,
		Body: []page.Span{{Text: page.Marking(c.changes.Index(i), i.Ref), Own: true}, {Text: c.name(i)}},
	}
	if i.Ref.Kind != briefing.KindGap && i.Ref.Kind != briefing.KindBottomLine {
		id := i.Ref.ID
		if i.Was != "" {
			id += ", was " + i.Was
		}
		row.Body = append(row.Body, page.Span{Text: " "}, page.Span{Text: "(" + id + ")", Role: page.ID})
	}
	c.blocks([]page.Block{row})
	indent += changeCells
	for _, f := range c.changes.Facts(i) {
		if i.Change == diff.Added {
			c.newFact(f, indent)
		} else {
			c.fact(f, indent)
		}
	}
	for _, under := range i.Under {
		c.item(under, indent)
	}
}

// name is what a thing is called under what it belongs to.
func (c changesWriter) name(i diff.Item) string {
	x := c.changes.Index(i)
	if s, ok := x.Stand(i.Ref.ID); ok {
		return x.ActorName(s.Position.Holder) + " " + briefing.Stances.Label(s.Position.Stance)
	}
	return x.Name(i.Ref)
}

// row is a line with its label in a column.
func (c changesWriter) row(label string, value []page.Span, indent int) {
	c.blocks([]page.Block{page.Entry{
		Lead: []page.Span{{Text: label, Role: page.Label, Own: true}}, LeadCells: labelCells, Indent: indent, Body: value,
	}})
}

// newFact is a property of a thing that is new: quotes stand in lines of their
// own, other values behind each other.
func (c changesWriter) newFact(f diff.Fact, indent int) {
	var line []page.Span
	separator := briefing.NameSeparator(briefing.Map(f.Is, diff.Value.String))
	for i, v := range f.Is {
		switch {
		case v.Quoted && i > 0:
			c.row(f.Label, line, indent)
			f.Label, line = "", nil
		case i > 0:
			line = append(line, page.Span{Text: separator})
		}
		line = append(line, valueSpans(v)...)
	}
	c.row(f.Label, append(line, computed(f)...), indent)
}

// shortValues is how many bytes two values have together that stand on one
// line.
const shortValues = 56

// fact is a property that differs: what it was and what it is now.
func (c changesWriter) fact(f diff.Fact, indent int) {
	if !f.List && len(f.Was) == 1 && len(f.Is) == 1 && len(f.Was[0].Text)+len(f.Is[0].Text) <= shortValues {
		line := append(valueSpans(f.Was[0]), page.Span{Text: " -> "})
		c.row(f.Label, append(append(line, valueSpans(f.Is[0])...), computed(f)...), indent)
		return
	}
	for _, side := range []struct {
		sign   string
		values []diff.Value
	}{{"- ", f.Was}, {"+ ", f.Is}} {
		for _, v := range side.values {
			line := append([]page.Span{{Text: side.sign}}, valueSpans(v)...)
			c.row(f.Label, append(line, computed(f)...), indent)
			f.Label = ""
		}
	}
}

// computed says of a property that no file states it.
func computed(f diff.Fact) []page.Span {
	if !f.Computed {
		return nil
	}
	return []page.Span{{Text: ", computed", Role: page.Muted, Own: true}}
}

func valueSpans(v diff.Value) []page.Span {
	spans := []page.Span{{Text: v.Text, Own: v.Own}}
	if v.Quoted {
		spans = []page.Span{{Text: "“", Own: true}, {Text: v.Text}, {Text: "”", Own: true}}
	}
	if v.Aside != "" {
		spans = append(spans, page.Span{Text: " (" + strings.TrimSpace(v.Aside) + ")"})
	}
	return spans
}
