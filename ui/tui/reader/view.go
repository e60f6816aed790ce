package reader

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/style"
)

// View draws the whole screen.
func (r *Reader) View() tea.View { return r.Screen.View(r.draw) }

// draw returns the lines of the frame.
func (r *Reader) draw() []string {
	body := r.body() // first, because crumbs depends on it
	if r.find.typing {
		r.Theme.TakeCursor(body) // it is in the prompt
	}
	lines := []string{r.header(), r.Tabs(r.tabs(), r.at), r.crumbs()}
	if r.Frame.Banner.H > 0 {
		lines = append(lines, r.banner())
	}
	return append(append(lines, body...), r.footer())
}

// header draws the name of the program, the briefing, its cut-off and its TLP.
func (r *Reader) header() string {
	b := r.doc.Briefing
	const asOf = "as of "
	right, short := asOf+r.Theme.Sign(b.AsOf.Words()), ""
	switch {
	case r.Frame.Narrow() || b.AsOf.IsZero():
		right = ""
	case b.AsOf.Clock() != "":
		short = asOf + r.Theme.Sign(b.AsOf.Short())
	}
	return r.Header(b.Title, right, short, r.full.Banner(), true)
}

func (r *Reader) tabs() []screen.Tab {
	tabs := make([]screen.Tab, len(r.sectionKinds))
	for i, k := range r.sectionKinds {
		tabs[i] = screen.Tab{Name: k.name, Count: -1, New: r.notes.freshOf(k)}
		if k.count != nil {
			tabs[i].Count = r.count(k)
			if !r.narrow.on.Empty() {
				tabs[i].Of = k.count(r.index.Briefing)
			}
		}
	}
	return tabs
}

// crumbs draws the rule under the tabs with the path to the page in focus.
func (r *Reader) crumbs() string {
	t, s := r.Theme, r.here()
	pieces := r.Crumbs(r.parent)
	here := style.CrumbHere
	if len(s.trail) > 0 {
		here = style.Crumb
	}
	pieces = append(pieces, style.Piece{Part: here, Text: r.sectionKinds[r.at].name})
	if list, ok := s.list.(interface{ GroupAbove() string }); ok && len(s.trail) == 0 {
		if above := list.GroupAbove(); above != "" {
			pieces = append(pieces, style.Piece{Text: "  "}, style.Piece{Part: style.FooterText, Text: t.Sign(above), Cuts: true})
		}
	}
	if r.inReview() && len(s.trail) == 0 {
		pieces = append(pieces, style.Piece{Text: "  "}, style.Piece{Part: style.FooterText, Text: r.review.Progress(), Cuts: true})
	}
	if s.view > 0 {
		pieces = append(pieces, style.Piece{Part: style.FooterText, Text: ": "}, style.Piece{Part: here, Text: s.kind.views[s.view].name})
	}
	for i, l := range s.trail {
		part := style.Crumb
		if i == len(s.trail)-1 {
			part = style.CrumbHere
		}
		pieces = append(pieces, style.Piece{Part: style.RuleLine, Text: " " + t.Signs.Crumb + " "},
			style.Piece{Part: part, Text: page.Crumb(r.index, l.target), Cuts: true})
	}
	pieces = append(pieces, style.Piece{Text: " "})
	rects := r.rects()
	last := rects[len(rects)-1]
	name := r.nameBeside(len(rects))
	if len(name) == 0 || layout.Stacked(rects) {
		return t.SpreadFill(r.Frame.W, pieces, t.Signs.Rule)
	}
	return t.SpreadFill(last.NameStart(), pieces, t.Signs.Rule) + t.SpreadFill(r.Frame.W-last.NameStart(), name, t.Signs.Rule)
}

// nameBeside returns the name of the source whose text the last column shows,
// so that it stays in sight when the text is scrolled.
func (r *Reader) nameBeside(room int) []style.Piece {
	beside := r.here().last(room)
	if beside.Passage == 0 || beside.Ref.Kind != briefing.KindSource {
		return nil
	}
	return []style.Piece{{Text: " "}, {Part: style.Crumb, Text: page.Name(r.index, beside.Ref), Cuts: true}, {Text: " "}}
}

// between draws the line between a detail and the passage below it.
func (r *Reader) between(rects []layout.Rect) string {
	t, last := r.Theme, rects[len(rects)-1]
	line := []style.Piece{{Part: style.RuleLine, Text: strings.Repeat(t.Signs.Rule, last.NameStart()-last.X)}}
	return t.SpreadFill(last.W, append(line, r.nameBeside(len(rects))...), t.Signs.Rule)
}

// banner draws how the screen differs from the file: what is left out of it,
// and what could not be read.
func (r *Reader) banner() string {
	var pieces []style.Piece
	if r.file.state.failed != nil {
		pieces = append(pieces, style.Piece{Part: style.Alarm, Text: " ! " + r.failure(), Cuts: true},
			style.Piece{Part: style.FooterText, Text: "  what was read before is shown; " + r.Keys.Of("problems") + " says more "})
	}
	if !r.narrow.on.Empty() || r.narrow.origin != nil {
		pieces = append(pieces, r.chips()...)
	}
	if len(r.without) > 0 {
		pieces = append(pieces, style.Piece{Part: style.Alarm, Text: " without "},
			style.Piece{Part: style.HeaderText, Text: r.withoutNames(), Cuts: true},
			style.Piece{Part: style.FooterText, Text: "  " + r.Keys.Of("effects") + " lists what falls, " + r.Keys.Of("leave-out") + " on it brings it back "})
	}
	if n := len(r.doc.Problems); n > 0 && r.file.state.failed == nil {
		pieces = append(pieces, style.Piece{Part: style.Alarm, Text: " ! " + file.Count(n, "error") + " in this file"},
			style.Piece{Part: style.FooterText, Text: "  " + r.Keys.Of("problems") + " lists what is wrong"})
	}
	return r.Theme.Spread(r.Frame.W, pieces, nil)
}

// chips returns the terms of the filter and, unless it is being typed, the keys
// that change it.
func (r *Reader) chips() []style.Piece {
	pieces := []style.Piece{{Part: style.Alarm, Text: " filter "}}
	for _, term := range r.narrow.on.Terms() {
		pieces = append(pieces, style.Piece{Part: style.Chosen, Text: " " + term + " ", Cuts: true}, style.Piece{Text: " "})
	}
	switch {
	case r.narrow.origin == nil:
		pieces = append(pieces, style.Piece{Part: style.FooterText, Text: " " + r.Keys.Of("filter") + " changes it, " + r.Keys.Of("back") + " in a list clears it "})
	case r.narrow.on.Empty():
		pieces = append(pieces, style.Piece{Part: style.FooterText, Text: " " + allShown})
	}
	return pieces
}

// body draws the columns side by side.
func (r *Reader) body() []string {
	columns, focus := r.arranged()
	rects := r.rects()
	return r.Body(columns, rects, focus, r.between(rects))
}

// arranged returns the columns to show, each resized. What is under the cursor
// of a page, and so what is shown beside it, is known only once the page has
// its size.
func (r *Reader) arranged() (columns []column.Column, focus int) {
	r.arrangeOpened()
	s, rects := r.here(), r.rects()
	columns, focus = s.columns(r.index, rects, r.Held)
	if n := len(rects); n > 2 && layout.Stacked(rects) && columns[n-2] != nil {
		upper := columns[n-2]
		upper.Resize(r.Size(rects[n-2]))
		s.upper = column.Height(upper, r.Frame.H)
		rects = r.rects()
	}
	for i, rect := range rects {
		if columns[i] != nil {
			columns[i].Resize(r.Size(rect))
		}
	}
	return columns, focus
}

// Settle resizes the columns that keys move, as View does. It returns false if
// a dialog is open, since only View arranges dialogs.
func (r *Reader) Settle() bool {
	if r.Dialogs.Open() {
		return false
	}
	r.arrangeOpened()
	return true
}

// arrangeOpened resizes the columns that keys move, because the next key may
// depend on what is in sight.
func (r *Reader) arrangeOpened() {
	rects := r.rects()
	columns, _ := r.here().opened(len(rects))
	for i, c := range columns {
		c.Resize(r.Size(rects[i]))
	}
}

// footer draws the prompt while it is open, or else the status line.
func (r *Reader) footer() string {
	if r.find.typing {
		return r.prompt()
	}
	return r.Footer(r.here().list, r.hints(), r.lookedUp())
}

// prompt draws the line in which a search is typed, with its count.
func (r *Reader) prompt() string {
	t, f := r.Theme, &r.find
	count := strconv.Itoa(f.count()) + " found"
	if f.waits {
		count = dialog.GettingReady
	} else if f.query == "" {
		count = "in " + r.sectionKinds[r.at].name
	} else if n := f.count(); n > 0 {
		count = strconv.Itoa(min(f.from(r, 0)+1, n)) + "/" + strconv.Itoa(n)
	}
	right := "  " + count + "  tab whole briefing  esc back "
	field := layout.PromptField(r.Frame.W, t.Method.Of(right))
	return t.Paint(style.Cursor, " /") + f.field.Draw(t, field) + t.Paint(style.FooterText, t.Fit(right, layout.PromptRest(r.Frame.W, field)))
}
