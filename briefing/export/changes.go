package export

import (
	"io"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/page"
)

// Changes is the difference between two versions of a briefing, to be written.
type Changes struct {
	*diff.Report
	Old, New string // names of the two versions for display
}

// WriteChanges writes changes as text. It uses Only, Width and ASCII of r.
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

// higher returns the more restrictive of the labels of two versions.
func higher(a, b *briefing.Index) briefing.TLP {
	return briefing.HigherTLP(a.Banner(), b.Banner())
}

// changesWriter writes the blocks of a report.
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
		if f.Label != diff.AsOf && f.Label != diff.Version { // these two are in the head of the report
			c.fact(f, 0)
		}
	}
	c.line("")
}

// versionSpans returns the name, date and version of a briefing.
func versionSpans(name string, b *briefing.Briefing) []page.Span {
	return []page.Span{{Text: name}, {Text: versionFact(b), Own: true}}
}

// versionFact returns the date and version of a briefing, to follow its name.
func versionFact(b *briefing.Briefing) string {
	words := ", " + lowerFirst(asOf(b))
	if b.Version > 0 {
		words += ", version " + strconv.Itoa(b.Version)
	}
	return words
}

// lowerFirst returns s with its first letter in lower case. s must begin with
// an ASCII letter.
func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// Columns of the report, in cells.
const (
	changeCells = 2
	labelCells  = 14
)

// changeSigns are written before each changed item.
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

// name returns the name of an item as it is shown below the item that it
// belongs to.
func (c changesWriter) name(i diff.Item) string {
	x := c.changes.Index(i)
	if s, ok := x.Stand(i.Ref.ID); ok {
		return x.ActorName(s.Position.Holder) + " " + briefing.Stances.Label(s.Position.Stance)
	}
	return x.Name(i.Ref)
}

// row writes a line with its label in a column.
func (c changesWriter) row(label string, value []page.Span, indent int) {
	c.blocks([]page.Block{page.Entry{
		Lead: []page.Span{{Text: label, Role: page.Label, Own: true}}, LeadCells: labelCells, Indent: indent, Body: value,
	}})
}

// newFact writes a property of a new item: each quote on a line of its own,
// other values on one line.
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

// shortValues is the greatest length in bytes of two values together that are
// written on one line.
const shortValues = 56

// fact writes a property that differs, with its old and its new value.
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

// computed returns a note for a property that the program computes.
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
