package export

import (
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// textMethod is how pagers and mail programs count cells.
const textMethod = width.Wc

// textWriter writes the pages of a briefing, one after the other.
type textWriter struct {
	stream
	request *Request
	label   briefing.TLP
	layout  *lines.Layouter
}

// writeAsText writes the output of pages between two lines with the marking.
func writeAsText(w io.Writer, r *Request, label briefing.TLP, pages func(*textWriter)) error {
	t := &textWriter{newStream(w), r, label, lines.NewLayouter(textMethod, r.Width)}
	t.marking()
	pages(t)
	t.marking()
	return t.finish()
}

func writeText(w io.Writer, r *Request) (Losses, error) {
	r = r.withRemarks()
	if r.Keep != nil {
		r.Index = r.Index.Narrow(r.Keep, nil)
	}
	return nil, writeAsText(w, r, r.Index.Banner(), (*textWriter).whole)
}

// whole writes the briefing, part by part.
func (t *textWriter) whole() {
	t.head()
	t.request.writeParts(t)
	t.gone()
	t.legend()
}

// WriteItems writes items with their evidence as text, one after the other.
func WriteItems(w io.Writer, r *Request, refs ...briefing.Ref) error {
	r = r.withRemarks()
	return writeAsText(w, r, r.Index.Banner(), func(t *textWriter) {
		if withheld := r.partOfWhole(); withheld != "" {
			t.blocks([]page.Block{page.Prose{Spans: []page.Span{{Text: withheld, Own: true}}}, page.Blank{}})
		}
		for i, ref := range refs {
			if i > 0 {
				t.line("")
			}
			page.EachAlone(r.Index, ref, t.block)
		}
	})
}

// WritePage writes a page that is of no single briefing as text, between two lines with
// its marking. It uses Width and ASCII of r.
func WritePage(w io.Writer, r *Request, label briefing.TLP, blocks []page.Block) error {
	return writeAsText(w, r, label, func(t *textWriter) { t.blocks(blocks) })
}

// line writes a line as it is.
func (t *textWriter) line(s string) { t.raw(markup(s + "\n")) }

// block lays out a block and writes its lines.
func (t *textWriter) block(b page.Block) {
	if t.failed() {
		return
	}
	if t.request.ASCII {
		b = lines.ASCII(b)
	}
	for _, line := range t.layout.Layout(b).Lines {
		_, _ = t.out.Write(append(line.AppendText(t.out.AvailableBuffer()), '\n'))
	}
}

// marking writes the TLP label, right-aligned, as the first and last line (TLP
// 2.0).
func (t *textWriter) marking() {
	label := t.label.String()
	t.line(strings.Repeat(" ", max(t.request.Width-textMethod.Of(label), 0)) + label)
}

func (t *textWriter) head() {
	b := t.request.Index.Briefing
	t.blocks([]page.Block{page.Title{Spans: []page.Span{{Text: "Briefing: ", Own: true}, {Text: b.Title}}}})
	own := versionInWords(b)
	rest := strings.TrimPrefix(headInWords(t.request), own)
	t.blocks([]page.Block{page.Title{Spans: []page.Span{{Text: own, Own: true}, {Text: rest}}}, page.Blank{}})
	t.firstFacts()
}

// maxOnFirstPage is the limit of contested questions on the first page. The
// brief has all of them.
const maxOnFirstPage = 10

// firstFacts writes how much there is and what is contested, so that both are
// on the first page of a pager.
func (t *textWriter) firstFacts() {
	var facts []page.Block
	if contents := t.request.contents(); contents != "" {
		facts = append(facts, page.Fact{Label: "Contents", Value: []page.Span{{Text: contents, Own: true}}})
	}
	label := "Contested"
	contested := t.request.contested()
	for i, q := range contested {
		value := page.Name(t.request.Index, briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})
		if i == maxOnFirstPage {
			value = fmt.Sprintf("and %d more", len(contested)-i)
		}
		facts = append(facts, page.Fact{Label: label, Value: []page.Span{{Text: value}}})
		label = ""
		if i == maxOnFirstPage {
			break
		}
	}
	if len(facts) > 0 {
		t.blocks(append(facts, page.Blank{}))
	}
}

// part writes the heading of a part. note says where its content comes from.
func (t *textWriter) part(name string, count int, note string) {
	head := strings.ToUpper(name)
	if count > 0 {
		head += fmt.Sprintf(" (%d)", count)
	}
	if note != "" {
		head += ", " + note
	}
	t.line(head)
	t.line(strings.Repeat("=", textMethod.Of(head)))
	t.line("")
}

// listPart writes the heading of a part that is a list, and says if the list is
// empty.
func (t *textWriter) listPart(p briefing.Part, items int) {
	count, note := t.request.count(p)
	t.part(p.Title(), count, note)
	switch {
	case items > 0:
	case t.request.Keep != nil:
		t.line("Nothing here fits.")
		t.line("")
	default:
		t.line("None.")
		t.line("")
	}
}

func (t *textWriter) blocks(blocks []page.Block) {
	for _, b := range blocks {
		t.block(b)
	}
}

func (t *textWriter) list(p briefing.Part, items []briefing.Ref) {
	t.listPart(p, len(items))
	writeItems(t, t.stream, t.request.Index, items)
}

func (t *textWriter) item(ref briefing.Ref) {
	page.EachInFull(t.request.Index, ref, t.block)
	t.line("")
}

func (t *textWriter) prepare(ref briefing.Ref) { t.request.Index.LookUp(ref) }

func (t *textWriter) fork(s stream, x *briefing.Index) *textWriter {
	return &textWriter{s, t.request.withIndex(x), t.label, lines.NewLayouter(textMethod, t.request.Width)}
}

func (t *textWriter) join(*textWriter) {}

func (t *textWriter) brief() {
	x := t.request.Index
	if b := x.Briefing.BottomLine; b != "" {
		t.part(page.BottomLine, 0, "")
		t.blocks([]page.Block{page.Prose{Spans: page.References(x, b), Body: true}, page.Blank{}})
		if facts := page.RemarkFacts(x, briefing.Ref{Kind: briefing.KindBottomLine}); len(facts) > 0 {
			t.facts(facts)
		}
	}
	for _, p := range page.BriefParts(x, t.request.Keep) {
		t.part(p.Text, p.Count, p.Note)
		for i, row := range p.Rows {
			if i > 0 && row.To.Ref.Kind == briefing.KindJudgment {
				t.line("")
			}
			page.EachOfBrief(x, row.To.Ref, t.block)
		}
		if p.Count == 0 {
			t.line(p.None)
		}
		t.line("")
	}
}

// facts writes facts and an empty line.
func (t *textWriter) facts(facts []page.Fact) {
	for _, f := range facts {
		t.block(f)
	}
	t.line("")
}

// gone writes what the user keeps about items that are gone.
func (t *textWriter) gone() {
	items := t.request.goneItems()
	if len(items) == 0 {
		return
	}
	t.part(goneHeading, len(items), goneNote)
	for _, item := range items {
		t.facts(t.request.goneFacts(item))
	}
}

func (t *textWriter) legend() {
	t.part("Legend", 0, "")
	t.blocks(page.Legend())
	t.line("")
	t.blocks(page.Scales())
}
