package screen

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/terminal"
)

// View returns the lines of a frame with the open dialogs over them. It calls
// draw if the terminal is large enough.
func (s *Screen) View(draw func() []string) tea.View {
	v := terminal.View(strings.Join(s.Lines(draw), "\n"), s.Theme.Method, s.Mouse)
	v.Cursor = s.cursor
	return v
}

// Lines returns the lines of the frame, each exactly as wide as the terminal.
func (s *Screen) Lines(draw func() []string) []string {
	s.cursor = nil
	if s.Frame.TooSmall() {
		return s.tooSmall()
	}
	s.Theme.MarksCursor = true
	lines := s.Dialogs.Over(draw(), s.Theme, s.Keys, s.Frame)
	s.Theme.MarksCursor = false
	if x, y, ok := s.Theme.TakeCursor(lines); ok {
		s.cursor = tea.NewCursor(x, y)
	}
	return lines
}

// tooSmall says what size is needed, in the words that fit.
func (s *Screen) tooSmall() []string {
	text := strconv.Itoa(layout.MinCells) + s.Theme.Sign(" × ") + strconv.Itoa(layout.MinLines)
	for _, more := range []string{"needs ", "too small: sitrep "} {
		if longer := more + text; s.Theme.Method.Of(longer) <= s.Frame.W {
			text = longer
		}
	}
	lines := blank(layout.Rect{W: s.Frame.W, H: s.Frame.H})
	lines[0] = s.Theme.Fit(text, s.Frame.W)
	return lines
}

// Header draws the name of the program, the title and marking of what is shown,
// and some words about it. If short is not empty, it replaces the words when
// the title would be cut. If known is false, the marking is not known yet.
func (s *Screen) Header(title, right, short string, tlp briefing.TLP, known bool) string {
	before := []style.Piece{{Part: style.Brand, Text: " sitrep  "}, {Part: style.HeaderText, Text: title, Cuts: true}}
	behind := []style.Piece{{Part: style.FooterText, Text: "  " + right, Cuts: true}}
	if known {
		behind = append(behind, s.marking(tlp)...)
	}
	if short != "" && s.Theme.Width(before)+s.Theme.Width(behind) > s.Frame.W {
		behind[0].Text = "  " + short
	}
	return s.Theme.Spread(s.Frame.W, before, behind)
}

// marking returns the label in its colours, with a blank on both sides if there
// is room.
func (s *Screen) marking(tlp briefing.TLP) []style.Piece {
	label := tlp.Counted().String()
	if label == "" {
		return nil
	}
	outside, inside := " ", " "
	if s.Frame.Narrow() {
		outside, inside = "  ", ""
	}
	part, unreadable := style.TLPPart(tlp), strings.TrimPrefix(tlp.String(), label)
	return []style.Piece{{Text: outside}, {Part: part, Text: inside + label}, {Part: part, Text: unreadable, Cuts: true}, {Part: part, Text: inside}}
}

// Tab is a tab of the tab bar.
type Tab struct {
	Name  string
	Count int // number of items in it; negative if not counted
	Of    int // the number without the filter; 0 if no filter is on
	New   int // of items that are new to the user, or have changed
}

// Tabs draws the tab bar: the names with their keys and counts.
func (s *Screen) Tabs(tabs []Tab, at int) string {
	pieces := slices.Concat(s.tabs(tabs, at)...)
	return s.Theme.Spread(s.Frame.W, pieces[:len(pieces)-1], nil) // the last one needs no space after it
}

// newWords are how a tab says that some items are new, longer and shorter.
var newWords = [][2]string{{" · ", " new"}, {"+", ""}}

// tabs draws each tab. If there is no room, it says in fewer words how many items are
// new, then leaves out Of.
func (s *Screen) tabs(tabs []Tab, at int) [][]style.Piece {
	out := make([][]style.Piece, len(tabs))
	for try := range len(newWords) + 1 {
		width := 0
		for n, tab := range tabs {
			if try == len(newWords) {
				tab.Of = 0
			}
			out[n] = s.tab(tab, n, n == at, newWords[min(try, len(newWords)-1)])
			width += s.Theme.Width(out[n])
		}
		if width <= s.Frame.W {
			break
		}
	}
	return out
}

func (s *Screen) tab(tab Tab, n int, on bool, isNew [2]string) []style.Piece {
	name, count := " "+s.Keys.ForSection(n), ""
	if on || !s.Frame.Narrow() {
		name += " " + tab.Name
	}
	if tab.Count >= 0 {
		count = " " + strconv.Itoa(tab.Count)
		if tab.Of > 0 {
			count += "/" + strconv.Itoa(tab.Of)
		}
	}
	fresh := ""
	if tab.New > 0 {
		fresh = s.Theme.Sign(isNew[0]) + strconv.Itoa(tab.New) + isNew[1]
	}
	if on {
		return []style.Piece{{Part: style.TabOn, Text: name + count + fresh + " "}, {Text: " "}}
	}
	return []style.Piece{{Part: style.TabOff, Text: name}, {Part: style.TabCount, Text: count}, {Part: style.TabNew, Text: fresh}, {Text: "  "}}
}

// TabAt returns the number of the tab at a cell, or -1 for none.
func (s *Screen) TabAt(tabs []Tab, at, x int) int {
	end := 0
	for n, tab := range s.tabs(tabs, at) {
		end += s.Theme.Width(tab)
		if x < end {
			return n
		}
	}
	return -1
}

// Body draws the columns side by side, or the last below the one before it with
// a line between them. A nil column is empty.
func (s *Screen) Body(columns []column.Column, rects []layout.Rect, focus int, between string) []string {
	drawn := make([][]string, len(rects))
	for i, r := range rects {
		if columns[i] == nil {
			drawn[i] = blank(r)
		} else {
			drawn[i] = columns[i].Draw(s.Theme, i == focus)
		}
	}
	if n := len(drawn); layout.Stacked(rects) {
		drawn[n-2] = append(append(drawn[n-2], between), drawn[n-1]...)
		drawn = drawn[:n-1]
	}
	rule := " " + s.Theme.Paint(style.RuleLine, s.Theme.Signs.Column) + " "
	lines := make([]string, len(drawn[0]))
	parts := make([]string, len(drawn))
	for y := range lines {
		for i := range drawn {
			parts[i] = drawn[i][y]
		}
		lines[y] = strings.Join(parts, rule)
	}
	return lines
}

func blank(r layout.Rect) []string {
	return slices.Repeat([]string{strings.Repeat(" ", r.W)}, r.H)
}

// Footer draws the place of the cursor in a list, the status or the keys that
// apply, the progress of work in the background, and the way to the help, which
// is cut last.
func (s *Screen) Footer(list column.Column, hints []keys.Hint, progress string) string {
	at, of := list.Place()
	left := []style.Piece{{Text: " "}}
	if at > 0 {
		left = append(left, style.Piece{Part: style.HeaderText, Text: strconv.Itoa(at) + "/" + strconv.Itoa(of) + "  "})
	}
	if s.Status != "" {
		text, ends := strings.CutSuffix(s.Status, " "+s.statusEnd)
		left = append(left, style.Piece{Part: style.Status, Text: clean.Line(text), Cuts: true})
		if ends {
			left = append(left, style.Piece{Text: " "}, style.Piece{Part: style.Status, Text: clean.Line(s.statusEnd), Cuts: true, KeepsEnd: true})
		}
	} else {
		left = append(left, s.hints(hints)...)
	}
	right := []style.Piece{{Part: style.FooterText, Text: progress},
		{Part: style.FooterKey, Text: "  " + s.Keys.First("help")}, {Part: style.FooterText, Text: " help "}}
	return s.Theme.Spread(s.Frame.W, left, right)
}

func (s *Screen) hints(hints []keys.Hint) []style.Piece {
	var out []style.Piece
	if s.Mouse {
		out = append(out, style.Piece{Part: style.FooterKey, Text: "shift"}, style.Piece{Part: style.FooterText, Text: " selects text  ", Drops: true})
	}
	for _, h := range hints {
		if keys := s.Keys.Keys(h); keys != "" {
			out = append(out, style.Piece{Part: style.FooterKey, Text: keys}, style.Piece{Part: style.FooterText, Text: " " + h.Word + "  ", Drops: true})
		}
	}
	return out
}
