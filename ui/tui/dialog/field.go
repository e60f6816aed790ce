package dialog

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/ui/tui/style"
)

// Field is a line of text to type into. We don't use the text input of bubbles,
// because it brings a clipboard library that searches the PATH at every start,
// and counts cells by another rule than the rest of the screen.
type Field struct {
	text   []rune
	cursor int // number of runes before it
}

// maxField is the limit of characters in a field. The rest of a longer pasted
// text is dropped.
const maxField = 2000

// NewField returns a field with text in it and the cursor at its end.
func NewField(text string) Field {
	f := Field{text: []rune(text)}
	f.cursor = len(f.text)
	return f
}

// Text returns what has been typed.
func (f *Field) Text() string { return string(f.text) }

// Cursor returns the position of the cursor as a byte index in the text.
func (f *Field) Cursor() int { return len(string(f.text[:f.cursor])) }

// Replace replaces the bytes from start to end.
func (f *Field) Replace(start, end int, with string) {
	s := f.Text()
	*f = Field{text: []rune(s[:start] + with + s[end:]), cursor: len([]rune(s[:start] + with))}
}

// TakesText returns true: keys are text in a dialog that has a field.
func (f *Field) TakesText() bool { return true }

// Paste inserts text at the cursor, cleaned and on one line.
func (f *Field) Paste(text string) {
	add := []rune(strings.ReplaceAll(clean.Text(text), "\n", " "))
	add = add[:min(len(add), max(maxField-len(f.text), 0))]
	f.text = append(f.text[:f.cursor:f.cursor], append(add, f.text[f.cursor:]...)...)
	f.cursor += len(add)
}

// Key edits the text. It returns false if the key has no meaning in a field.
func (f *Field) Key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "left", "ctrl+b":
		f.cursor = max(f.cursor-1, 0)
	case "right", "ctrl+f":
		f.cursor = min(f.cursor+1, len(f.text))
	case "home", "ctrl+a":
		f.cursor = 0
	case "end", "ctrl+e":
		f.cursor = len(f.text)
	case "backspace", "ctrl+h":
		f.cut(max(f.cursor-1, 0), f.cursor)
	case "delete", "ctrl+d":
		f.cut(f.cursor, min(f.cursor+1, len(f.text)))
	case "ctrl+u":
		f.cut(0, f.cursor)
	case "ctrl+k":
		f.cut(f.cursor, len(f.text))
	case "ctrl+w", "alt+backspace":
		f.cut(f.wordStart(), f.cursor)
	default:
		if msg.Text == "" {
			return false
		}
		f.Paste(msg.Text)
	}
	return true
}

func (f *Field) cut(from, to int) {
	f.text = append(f.text[:from:from], f.text[to:]...)
	f.cursor = from
}

func (f *Field) wordStart() int {
	at := f.cursor
	for at > 0 && unicode.IsSpace(f.text[at-1]) {
		at--
	}
	for at > 0 && !unicode.IsSpace(f.text[at-1]) {
		at--
	}
	return at
}

// Draw returns the text with the cursor in exactly the given cells. If the text
// is too long, it returns the part around the cursor.
func (f *Field) Draw(t *style.Theme, cells int) string {
	const mostInCell = 4 // an estimate in characters: text further before the cursor is not looked at
	first := max(f.cursor-mostInCell*cells, 0)
	before, under, after := string(f.text[first:f.cursor]), " ", ""
	if f.cursor < len(f.text) {
		under, after = string(f.text[f.cursor]), string(f.text[f.cursor+1:])
	}
	for skip := first; t.Method.Of(before)+t.Method.Of(under) > cells && skip < f.cursor; {
		skip++
		before = string(f.text[skip:f.cursor])
	}
	before = t.Method.Cut(before, cells)
	under = t.Method.Cut(under, max(cells-t.Method.Of(before), 0))
	room := max(cells-t.Method.Of(before)-t.Method.Of(under), 0)
	return before + t.Under(under) + t.Method.PadRight(t.Method.Cut(after, room), room)
}
