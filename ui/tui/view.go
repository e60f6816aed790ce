package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/terminal"
)

// View draws the whole screen.
func (a *App) View() tea.View {
	return terminal.View(strings.Join(a.screen(), "\n"), a.look.method, a.look.mouse)
}

// screen is the lines of the frame, each exactly as wide as the terminal.
func (a *App) screen() []string {
	if a.frame.TooSmall() {
		return a.tooSmall()
	}
	body := a.body() // which tells what the line above it names
	lines := []string{a.header(), a.tabs(), a.crumbs()}
	if a.frame.Banner.H > 0 {
		lines = append(lines, a.banner())
	}
	lines = append(lines, body...)
	lines = append(lines, a.footer())
	return a.dialogs.Over(lines, a.look.theme, a.bindings, a.frame)
}

// tooSmall is what size is needed, in as many words as there is room for.
func (a *App) tooSmall() []string {
	text := strconv.Itoa(layout.MinCells) + a.look.theme.Sign(" × ") + strconv.Itoa(layout.MinLines)
	for _, more := range []string{"needs ", "too small: sitrep "} {
		if longer := more + text; a.look.theme.Method.Of(longer) <= a.frame.W {
			text = longer
		}
	}
	lines := make([]string, a.frame.H)
	for i := range lines {
		lines[i] = strings.Repeat(" ", a.frame.W)
	}
	lines[0] = a.look.theme.Fit(text, a.frame.W)
	return lines
}

// header names the program, the briefing, its cut-off and its TLP.
func (a *App) header() string {
	b := a.doc.Briefing
	right := "as of " + a.look.theme.Sign(b.AsOf.Words())
	if a.frame.Narrow() || b.AsOf.IsZero() {
		right = ""
	}
	if a.inLibrary() {
		right = a.library.progress()
	}
	tlp := a.full.Banner()
	if a.inLibrary() {
		tlp = b.TLP
	}
	label := tlp.Counted().String()
	unreadable := strings.TrimPrefix(tlp.String(), label)
	if a.inLibrary() && !a.library.hasRead() {
		label = ""
	}
	t := a.look.theme
	return t.Spread(a.frame.W,
		[]style.Piece{{Part: style.Brand, Text: " sitrep  "}, {Part: style.HeaderText, Text: b.Title, Cuts: true}},
		[]style.Piece{{Part: style.FooterText, Text: "  " + right, Cuts: true}, {Part: style.TLPPart(tlp), Text: space(label)}, {Part: style.TLPPart(tlp), Text: unreadable, Cuts: true}})
}

// space puts two spaces before a text, if there is one.
func space(text string) string {
	if text == "" {
		return ""
	}
	return "  " + text
}

// tabs names the sections with their keys and counts.
func (a *App) tabs() string {
	var pieces []style.Piece
	for i := range a.sectionKinds {
		pieces = append(pieces, a.tab(i)...)
	}
	pieces = pieces[:len(pieces)-1] // nothing is behind the last that it would have to keep apart from
	return a.look.theme.Spread(a.frame.W, pieces, nil)
}

// tab is a section in the tab bar.
func (a *App) tab(n int) []style.Piece {
	part := style.TabOff
	if n == a.at {
		part = style.TabOn
	}
	name := " " + a.bindings.ForSection(n)
	if n == a.at || !a.frame.Narrow() {
		name += " " + a.sectionKinds[n].name
	}
	pieces := []style.Piece{{Part: part, Text: name}}
	if a.sectionKinds[n].count != nil {
		pieces = append(pieces, style.Piece{Part: style.TabCount, Text: " " + strconv.Itoa(a.count(a.sectionKinds[n]))})
	}
	return append(pieces, style.Piece{Text: "  "})
}

// crumbs is the rule under the tabs with the way to the page in focus.
func (a *App) crumbs() string {
	t, s := a.look.theme, a.here()
	pieces := []style.Piece{{Part: style.RuleOn, Text: strings.Repeat(t.Signs.RuleOn, 2) + " "}}
	here := style.CrumbHere
	if len(s.trail) > 0 {
		here = style.Crumb
	}
	if a.library != nil && !a.inLibrary() {
		pieces = append(pieces, style.Piece{Part: style.Crumb, Text: a.library.Name, Cuts: true}, style.Piece{Part: style.RuleLine, Text: " " + t.Signs.Crumb + " "})
	}
	pieces = append(pieces, style.Piece{Part: here, Text: a.sectionKinds[a.at].name})
	if s.view > 0 {
		pieces = append(pieces, style.Piece{Part: style.FooterText, Text: ": "}, style.Piece{Part: here, Text: s.kind.views[s.view].name})
	}
	for i, l := range s.trail {
		part := style.Crumb
		if i == len(s.trail)-1 {
			part = style.CrumbHere
		}
		pieces = append(pieces, style.Piece{Part: style.RuleLine, Text: " " + t.Signs.Crumb + " "},
			style.Piece{Part: part, Text: column.Crumb(a.index, l.target), Cuts: true})
	}
	pieces = append(pieces, style.Piece{Text: " "})
	rects := a.rects()
	beside := s.last(len(rects))
	if beside.Passage == 0 || beside.Ref.Kind != briefing.KindSource {
		return t.SpreadFill(a.frame.W, pieces, t.Signs.Rule)
	}
	// Whose text a passage stands in is in sight wherever that is scrolled to.
	at := rects[len(rects)-1].NameStart()
	name := []style.Piece{{Text: " "}, {Part: style.Crumb, Text: page.Name(a.index, beside.Ref), Cuts: true}, {Text: " "}}
	return t.SpreadFill(at, pieces, t.Signs.Rule) + t.SpreadFill(a.frame.W-at, name, t.Signs.Rule)
}

// banner tells of what makes the screen differ from the file: what is left
// out of it, and what could not be read.
func (a *App) banner() string {
	var pieces []style.Piece
	if a.file.state.failed != nil {
		pieces = append(pieces, style.Piece{Part: style.Alarm, Text: " ! " + a.failure(), Cuts: true},
			style.Piece{Part: style.FooterText, Text: "  what was read before is shown; " + a.bindings.Of("problems") + " says more "})
	}
	if !a.narrow.on.Empty() {
		pieces = append(pieces, style.Piece{Part: style.Alarm, Text: " filter "})
		for _, term := range a.narrow.on.Terms() {
			pieces = append(pieces, style.Piece{Part: style.Chosen, Text: " " + term + " ", Cuts: true}, style.Piece{Text: " "})
		}
		pieces = append(pieces, style.Piece{Part: style.FooterText, Text: " " + a.bindings.Of("filter") + " changes it, " + a.bindings.Of("back") + " in a list clears it "})
	}
	if len(a.without) > 0 {
		pieces = append(pieces, style.Piece{Part: style.Alarm, Text: " without "},
			style.Piece{Part: style.HeaderText, Text: a.withoutNames(), Cuts: true},
			style.Piece{Part: style.FooterText, Text: "  " + a.bindings.Of("effects") + " lists what falls, " + a.bindings.Of("leave-out") + " on it brings it back "})
	}
	if n := len(a.doc.Problems); n > 0 && a.file.state.failed == nil {
		pieces = append(pieces, style.Piece{Part: style.Alarm, Text: " ! " + file.Count(n, "error") + " in this file"},
			style.Piece{Part: style.FooterText, Text: "  press " + a.bindings.Of("problems") + " to list them"})
	}
	return a.look.theme.Spread(a.frame.W, pieces, nil)
}

// bannered reports whether there is anything to tell.
func (a *App) bannered() bool {
	return len(a.doc.Problems) > 0 || a.file.state.failed != nil || len(a.without) > 0 || !a.narrow.on.Empty()
}

// body is the columns beside each other.
func (a *App) body() []string {
	rects := a.rects()
	columns, focus := a.arranged()
	drawn := make([][]string, len(rects))
	for i, r := range rects {
		drawn[i] = a.column(columns[i], r, i == focus)
	}
	rule := " " + a.look.theme.Paint(style.RuleLine, a.look.theme.Signs.Column) + " "
	lines := make([]string, rects[0].H)
	parts := make([]string, len(drawn))
	for y := range lines {
		for i := range drawn {
			parts[i] = drawn[i][y]
		}
		lines[y] = strings.Join(parts, rule)
	}
	return lines
}

// arranged is the columns to be shown, each with the room that it has. What the
// cursor of a page stands on, and so what is shown beside it, is known only when
// the page has its room.
func (a *App) arranged() (columns []column.Column, focus int) {
	a.arrangeOpened()
	rects := a.rects()
	columns, focus = a.here().columns(a.index, len(rects))
	for i, r := range rects {
		if columns[i] != nil {
			columns[i].Resize(a.size(r))
		}
	}
	return columns, focus
}

// Settle gives the columns that keys move in the room that they have, as View
// does. It returns false with an open dialog, which only View arranges.
func (a *App) Settle() bool {
	if a.dialogs.Open() {
		return false
	}
	a.arrangeOpened()
	return true
}

// arrangeOpened gives the columns that keys move in the room that they have: the
// next key may move by what is in sight.
func (a *App) arrangeOpened() {
	rects := a.rects()
	columns, _ := a.here().opened(len(rects))
	for i, c := range columns {
		c.Resize(a.size(rects[i]))
	}
}

func (a *App) column(c column.Column, r layout.Rect, focused bool) []string {
	if c == nil {
		lines := make([]string, r.H)
		for i := range lines {
			lines[i] = strings.Repeat(" ", r.W)
		}
		return lines
	}
	return c.Draw(a.look.theme, focused)
}

// footer is the place in the list, what the last key did or the keys that
// apply, and the way to the help, which is the last to be cut.
func (a *App) footer() string {
	if a.find.typing {
		return a.prompt()
	}
	at, of := a.here().list.Place()
	left := []style.Piece{{Text: " "}}
	if at > 0 {
		left = append(left, style.Piece{Part: style.HeaderText, Text: strconv.Itoa(at) + "/" + strconv.Itoa(of) + "  "})
	}
	if a.status != "" {
		text, ends := strings.CutSuffix(a.status, " "+a.statusEnd)
		left = append(left, style.Piece{Part: style.Status, Text: clean.Line(text), Cuts: true})
		if ends {
			left = append(left, style.Piece{Text: " "}, style.Piece{Part: style.Status, Text: clean.Line(a.statusEnd), Cuts: true, KeepsEnd: true})
		}
	} else {
		left = append(left, a.hints()...)
	}
	right := []style.Piece{{Part: style.FooterText, Text: a.lookedUp()},
		{Part: style.FooterKey, Text: "  " + a.bindings.First("help")}, {Part: style.FooterText, Text: " help "}}
	return a.look.theme.Spread(a.frame.W, left, right)
}

// prompt is the line in which a search is typed, with its count.
func (a *App) prompt() string {
	t, f := a.look.theme, &a.find
	count := strconv.Itoa(f.count()) + " found"
	if f.waits {
		count = dialog.GettingReady
	} else if f.query == "" {
		count = "in " + a.sectionKinds[a.at].name
	} else if n := f.count(); n > 0 {
		count = strconv.Itoa(min(f.from(a, 0)+1, n)) + "/" + strconv.Itoa(n)
	}
	right := "  " + count + "  tab whole briefing  esc back "
	field := layout.PromptField(a.frame.W, t.Method.Of(right))
	return t.Paint(style.Cursor, " /") + f.field.Draw(t, field) + t.Paint(style.FooterText, t.Fit(right, layout.PromptRest(a.frame.W, field)))
}

// hints are the keys that matter most where the focus is.
func (a *App) hints() []style.Piece {
	list := a.listHints()
	if len(a.here().trail) > 0 {
		list = []keys.Hint{{Word: "back", IDs: []string{"back"}}, {Word: "open", IDs: []string{"open"}}, {Word: "move", IDs: []string{"down", "up"}},
			{Word: "next, previous", IDs: []string{"next-item", "previous-item"}}, {Word: "jump back", IDs: []string{"jump-back"}}}
	}
	if a.find.query != "" {
		list = append([]keys.Hint{{Word: "hits", IDs: []string{"next-hit", "previous-hit"}}}, list...)
	}
	var out []style.Piece
	if a.look.mouse {
		out = append(out, style.Piece{Part: style.FooterKey, Text: "shift"}, style.Piece{Part: style.FooterText, Text: " selects text   ", Drops: true})
	}
	for _, h := range list {
		if keys := a.bindings.Keys(h); keys != "" {
			out = append(out, style.Piece{Part: style.FooterKey, Text: keys}, style.Piece{Part: style.FooterText, Text: " " + h.Word + "   ", Drops: true})
		}
	}
	return out
}

// listHints are the actions that matter most in a list, or in the view of it
// that is on. A list without rows has nothing to open or to move to.
func (a *App) listHints() []keys.Hint {
	var hints []keys.Hint
	s := a.here()
	_, count := s.list.Place()
	rows := count > 0 || !s.list.Selected().IsZero()
	if rows {
		move := []string{"down", "up"}
		if a.sideways() {
			move = []string{"left", "down", "up", "right"}
		}
		hints = append(hints, keys.Hint{Word: "open", IDs: []string{"open"}}, keys.Hint{Word: "move", IDs: move})
	}
	if _, ok := s.list.(column.Zoomer); ok {
		hints = append(hints, keys.Hint{Word: "zoom", IDs: []string{"zoom-in", "zoom-out"}})
	}
	if rows && len(s.kind.views) > 1 {
		hints = append(hints, keys.Hint{Word: s.kind.views[s.nextView()].name, IDs: []string{"view"}})
	}
	if len(a.sectionKinds) > 1 {
		hints = append(hints, keys.Hint{Word: "section", IDs: []string{"next-section"}})
	}
	switch {
	case a.inLibrary():
		hints = append(hints, keys.Hint{Word: "search all", IDs: []string{"search"}}, keys.Hint{Word: "look again", IDs: []string{"reload"}})
	case rows:
		hints = append(hints, keys.Hint{Word: "group", IDs: []string{"previous-group", "next-group"}})
	}
	leaves := "quit"
	if a.library != nil && !a.inLibrary() {
		leaves = "folder"
	}
	return append(hints, keys.Hint{Word: leaves, IDs: []string{"quit"}})
}
