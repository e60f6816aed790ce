// Package style gives text its style: one theme, for a dark or a light
// background, from the terminal's own sixteen colours. It also fits lines into
// cells. Colour alone never carries a meaning, so the theme without colours
// loses nothing.
package style

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// Style holds the codes before and after styled text. They are made once, so
// that painting only concatenates strings.
type Style struct{ open, close string }

// sentinel stands for the text while a style is made.
const sentinel = "\x00"

func style(s lipgloss.Style) Style {
	open, end, _ := strings.Cut(s.Render(sentinel), sentinel)
	return Style{open, end}
}

// Paint returns text in the style.
func (l Style) Paint(text string) string {
	if l.open == "" || text == "" {
		return text
	}
	return l.open + text + l.close
}

// Part is a part of the frame that has its own style.
type Part int

// The parts of the frame.
const (
	None  Part = iota
	Brand      // the program's name
	HeaderText
	TabOn
	TabOff
	TabCount
	TabNew // how many items in a tab are new
	RuleLine
	RuleOn // under the active tab
	Crumb
	CrumbHere
	FooterKey
	FooterText
	Status
	Alarm // the banner of problems
	Cursor
	CursorAside // in a column without the focus
	Chosen      // under the cursor, within a line
	Hit         // found by a search
	TLPClear
	TLPGreen
	TLPAmber
	TLPRed
	partCount
)

// roleCount is the number of roles in package page.
const roleCount = int(page.Gutter) + 1

// Theme holds all styles and signs, and the method of measuring text.
type Theme struct {
	Method width.Method
	Signs  Signs
	Found  fold.Query // highlighted in every line
	ASCII  bool       // draw the program's own signs in ASCII
	// NoNumbers leaves out the numbers of passages beside a text.
	NoNumbers bool
	// MarksCursor is set while a frame is drawn; see [Theme.TakeCursor].
	MarksCursor bool
	parts       [partCount]Style
	roles       [roleCount]Style
	chosen      [roleCount]Style // roles under the cursor
}

// Options choose a theme.
type Options struct {
	Light bool // the background is light
	Mono  bool // no colours
	ASCII bool // only ASCII signs in the frame
}

// palette holds the colours of the roles.
type palette struct{ link, cursor, sign, caution, support, oppose color.Color }

func newPalette(o Options) palette {
	if o.Mono {
		none := lipgloss.NoColor{}
		return palette{none, none, none, none, none, none}
	}
	// Bright colours and yellow are unreadable on white, dark blue on black. So
	// each background has its own choice of the sixteen.
	pick := lipgloss.LightDark(!o.Light)
	return palette{
		link:    pick(lipgloss.Blue, lipgloss.Cyan),
		cursor:  pick(lipgloss.Magenta, lipgloss.BrightMagenta),
		sign:    pick(lipgloss.Blue, lipgloss.BrightBlue),
		caution: pick(lipgloss.Red, lipgloss.Yellow),
		support: lipgloss.Green,
		oppose:  pick(lipgloss.Red, lipgloss.BrightRed),
	}
}

// styles are what the styles of a theme are made from.
type styles struct {
	base, bold, faint, link, cursor, sign, caution, support, oppose lipgloss.Style
	// cited is the passage under the cursor, and found is a match of a search:
	// dark words on a light ground, readable in both themes.
	cited, found lipgloss.Style
}

func newStyles(o Options) styles {
	p := newPalette(o)
	base := lipgloss.NewStyle()
	i := styles{
		base: base, bold: base.Bold(true), faint: base.Faint(true),
		link: base.Foreground(p.link), cursor: base.Foreground(p.cursor), sign: base.Foreground(p.sign), caution: base.Foreground(p.caution).Bold(true),
		support: base.Foreground(p.support).Bold(true), oppose: base.Foreground(p.oppose).Bold(true),
		cited: base.Foreground(lipgloss.Black).Background(lipgloss.Yellow),
		found: base.Foreground(lipgloss.Black).Background(lipgloss.Green),
	}
	if o.Light && !o.Mono {
		// Many terminals brighten bold text, and bright green and bright red
		// are unreadable on white.
		i.support, i.oppose, i.caution = base.Foreground(p.support), base.Foreground(p.oppose), base.Foreground(p.caution)
		// Many terminals do not dim dark text. Bright black is grey on white
		// everywhere, while on black it may be invisible.
		i.faint = base.Foreground(lipgloss.BrightBlack)
	}
	if o.Mono {
		i.link = base.Underline(true) // the only sign of a link
		i.cited, i.found = base.Reverse(true), base.Reverse(true).Bold(true)
	}
	return i
}

// New returns a theme.
func New(o Options) *Theme {
	t := &Theme{Signs: signs(o.ASCII), ASCII: o.ASCII}
	i := newStyles(o)
	t.parts = [partCount]Style{
		Brand:       style(i.bold),
		HeaderText:  style(i.bold),
		TabOn:       style(i.bold.Reverse(true)),
		TabOff:      style(i.base),
		TabCount:    style(i.faint),
		TabNew:      style(i.bold),
		RuleLine:    style(i.faint),
		RuleOn:      style(i.cursor),
		Crumb:       style(i.base),
		CrumbHere:   style(i.bold),
		FooterKey:   style(i.bold),
		FooterText:  style(i.faint),
		Status:      style(i.bold),
		Alarm:       style(i.caution),
		Cursor:      style(i.cursor.Bold(!o.Light || o.Mono)), // bold magenta shouts on white
		CursorAside: style(i.faint),
		Chosen:      style(i.base.Reverse(true)),
		Hit:         style(i.found),
	}
	for n, c := range tlpColours(o) {
		t.parts[TLPClear+Part(n)] = style(c)
	}
	for role, s := range i.roles() {
		t.roles[role] = style(s)
	}
	t.chosen = t.roles
	t.chosen[page.Plain] = style(i.bold)
	t.chosen[page.Linked] = style(i.link.Reverse(true))
	t.chosen[page.Marked] = style(i.cited)
	t.chosen[page.Number] = style(i.bold)
	return t
}

// tlpColours returns the styles of the parts from [TLPClear] on. The standard
// gives each label a colour on black (FIRST, TLP 2.0). The name says the same.
func tlpColours(o Options) []lipgloss.Style {
	bold := lipgloss.NewStyle().Bold(true)
	if o.Mono {
		return []lipgloss.Style{bold, bold, bold, bold}
	}
	onBlack := bold.Background(lipgloss.Black)
	return []lipgloss.Style{
		onBlack.Foreground(lipgloss.White), onBlack.Foreground(lipgloss.BrightGreen), onBlack.Foreground(lipgloss.BrightYellow), onBlack.Foreground(lipgloss.BrightRed),
	}
}

func (i styles) roles() [roleCount]lipgloss.Style {
	return [roleCount]lipgloss.Style{
		page.Plain:       i.base,
		page.Strong:      i.bold,
		page.Heading:     i.bold,
		page.Label:       i.faint,
		page.Muted:       i.faint,
		page.ID:          i.faint,
		page.Quoted:      i.base.Italic(true),
		page.Linked:      i.link,
		page.Computed:    i.faint,
		page.Caution:     i.caution,
		page.Marked:      i.base,
		page.Uncited:     i.faint,
		page.Number:      i.faint,
		page.Selected:    i.base.Reverse(true),
		page.Sign:        i.sign,
		page.ForSign:     i.support,
		page.AgainstSign: i.oppose,
	}
}

// Paint returns text in the style of a part of the frame.
func (t *Theme) Paint(p Part, text string) string { return t.parts[p].Paint(text) }

// Role returns text in the style of a role.
func (t *Theme) Role(r page.Role, text string) string { return t.roles[r].Paint(text) }

// TLPPart returns the part for a label of the Traffic Light Protocol. An
// unknown label gets the style of the highest one.
func TLPPart(l briefing.TLP) Part {
	switch l.Counted() {
	case "", "CLEAR":
		return TLPClear
	case "GREEN":
		return TLPGreen
	case "AMBER", "AMBER+STRICT":
		return TLPAmber
	}
	return TLPRed
}
