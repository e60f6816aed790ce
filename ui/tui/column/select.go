package column

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/briefing/page"
	"sitrep/briefing/quote"
	"sitrep/briefing/sentence"
)

// Unit is the unit by which an end of a selection moves.
type Unit int

// The units.
const (
	ByWord Unit = iota
	BySentence
)

// SelectText begins to select with the sentence under the cursor or, if the cursor
// isn't on a passage in sight, with the first sentence in sight. language (BCP 47) is
// that of the text. It returns false if the flow shows no text of a source.
func (f *Flow) SelectText(language string) bool {
	at, ok := f.firstToSelect()
	if !ok {
		return false
	}
	s := &selection{rules: sentence.For(language), lineStarts: map[int][]int{}}
	text := f.textOf(at.row)
	start, end := s.rules.Around(text, at.at)
	start, end = trimmed(text, start, end)
	s.start, s.end = textPlace{at.row, start}, textPlace{at.row, end}
	f.selection = s
	f.revealSelection()
	return true
}

// EndSelection ends a selection begun by [Flow.SelectText].
func (f *Flow) EndSelection() { f.selection = nil }

// SelectedText returns the selected bytes of the source's text.
func (f *Flow) SelectedText() (start, end int) {
	s := f.selection
	if s == nil {
		return 0, 0
	}
	first, last := f.rows.Block(s.start.row).(page.Paragraph), f.rows.Block(s.end.row).(page.Paragraph)
	return first.Start + s.start.at, last.Start + s.end.at
}

// SwapEnds makes the other end of the selection the one that moves.
func (f *Flow) SwapEnds() {
	if f.selection != nil {
		f.selection.startMoves = !f.selection.startMoves
		f.revealSelection()
	}
}

// StartMoves reports whether the start of the selection is the end that moves.
func (f *Flow) StartMoves() bool { return f.selection != nil && f.selection.startMoves }

// MoveSelection moves the moving end of the selection, or the other one, by a
// unit, forward or back. It returns false if there is nothing further in that
// direction, or no word would be left.
func (f *Flow) MoveSelection(other bool, by Unit, forward bool) bool {
	s := f.selection
	if s == nil {
		return false
	}
	moved := *s
	if s.startMoves != other {
		moved.start = f.stepStart(s.start, by, forward)
	} else {
		moved.end = f.stepEnd(s.end, by, forward)
	}
	if moved.start == s.start && moved.end == s.end || !f.holdsWord(moved.start, moved.end) {
		return false
	}
	*s = moved
	f.revealSelection()
	return true
}

// stepStart returns the start of the next or previous word or sentence, or from
// if there is none.
func (f *Flow) stepStart(from textPlace, by Unit, forward bool) textPlace {
	text := f.textOf(from.row)
	if forward {
		if next := f.startAfter(text, from.at, by); next < len(text) {
			return textPlace{from.row, next}
		}
		for row, ok := f.nextText(from.row, +1); ok; row, ok = f.nextText(row, +1) {
			if text := f.textOf(row); f.holdsWord(textPlace{row, 0}, textPlace{row, len(text)}) {
				return textPlace{row, f.firstStart(row, by)}
			}
		}
		return from
	}
	if start, ok := f.startBefore(text, from.at, by); ok {
		return textPlace{from.row, start}
	}
	for row, ok := f.nextText(from.row, -1); ok; row, ok = f.nextText(row, -1) {
		above := f.textOf(row)
		if start, ok := f.startBefore(above, len(above), by); ok {
			return textPlace{row, start}
		}
	}
	return from
}

// startAfter returns where the next word or sentence of a text begins after a
// byte, or the length of the text.
func (f *Flow) startAfter(text string, at int, by Unit) int {
	if by == BySentence {
		_, end := f.selection.rules.Around(text, at)
		return end
	}
	start, end := quote.WordAfter(text, at)
	if end > 0 && start == at {
		start, end = quote.WordAfter(text, end)
	}
	if end == 0 {
		return len(text)
	}
	return start
}

// firstStart returns where the first word or sentence of a row begins.
func (f *Flow) firstStart(row int, by Unit) int {
	text := f.textOf(row)
	start := 0
	if by == ByWord {
		start, _ = quote.WordAfter(text, 0)
	}
	start, _ = trimmed(text, start, len(text))
	return start
}

// startBefore returns the start of the last word or sentence that begins before
// a byte.
func (f *Flow) startBefore(text string, at int, by Unit) (start int, ok bool) {
	if by == ByWord {
		start, end := quote.WordBefore(text, at)
		return start, end > 0
	}
	if strings.TrimSpace(text[:at]) == "" {
		return 0, false
	}
	start, end := f.selection.rules.Around(text, at-1)
	start, _ = trimmed(text, start, end)
	return start, start < at
}

// stepEnd returns the end of the next or previous word or sentence, or from if
// there is none.
func (f *Flow) stepEnd(from textPlace, by Unit, forward bool) textPlace {
	text := f.textOf(from.row)
	if forward {
		if end, ok := f.endAfter(text, from.at, by); ok {
			return textPlace{from.row, end}
		}
		for row, ok := f.nextText(from.row, +1); ok; row, ok = f.nextText(row, +1) {
			if end, ok := f.endAfter(f.textOf(row), 0, by); ok {
				return textPlace{row, end}
			}
		}
		return from
	}
	if end, ok := f.endBefore(text, from.at, by); ok {
		return textPlace{from.row, end}
	}
	for row, ok := f.nextText(from.row, -1); ok; row, ok = f.nextText(row, -1) {
		above := f.textOf(row)
		if end, ok := f.endBefore(above, len(above)+1, by); ok {
			return textPlace{row, end}
		}
	}
	return from
}

// endAfter returns the end of the first word or sentence that ends after a
// byte.
func (f *Flow) endAfter(text string, at int, by Unit) (end int, ok bool) {
	if by == ByWord {
		_, end = quote.WordAfter(text, at)
		return end, end > 0
	}
	if rest := strings.TrimLeftFunc(text[at:], unicode.IsSpace); rest != "" {
		start, end := f.selection.rules.Around(text, len(text)-len(rest))
		_, end = trimmed(text, start, end)
		return end, end > at
	}
	return at, false
}

// endBefore returns the end of the last word or sentence that ends before a
// byte.
func (f *Flow) endBefore(text string, at int, by Unit) (end int, ok bool) {
	if by == ByWord {
		start, end := quote.WordBefore(text, min(at, len(text)))
		if end >= at {
			_, end = quote.WordBefore(text, start)
		}
		return end, end > 0
	}
	if at > len(text) {
		end = len(strings.TrimRightFunc(text, unicode.IsSpace))
		return end, end > 0
	}
	start, _ := f.selection.rules.Around(text, max(at-1, 0))
	end = len(strings.TrimRightFunc(text[:start], unicode.IsSpace))
	return end, end > 0
}

// holdsWord reports whether there is a word between two places.
func (f *Flow) holdsWord(start, end textPlace) bool {
	if !start.before(end) {
		return false
	}
	text := f.textOf(start.row)
	if start.row == end.row {
		text = text[:end.at]
	}
	_, wordEnd := quote.WordAfter(text, start.at)
	return wordEnd > 0 || start.row < end.row
}

// nextText returns the row of the next paragraph of the text in a direction.
func (f *Flow) nextText(row, step int) (int, bool) {
	for row += step; row >= 0 && row < f.rows.Len; row += step {
		switch f.rows.Block(row).(type) {
		case page.Paragraph:
			return row, true
		case page.Blank:
		default:
			return 0, false
		}
	}
	return 0, false
}

// trimmed returns a stretch of a text without the white space at both ends.
func trimmed(text string, start, end int) (int, int) {
	start = end - len(strings.TrimLeftFunc(text[start:end], unicode.IsSpace))
	return start, start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
}

// firstToSelect returns a place in the first sentence to select.
func (f *Flow) firstToSelect() (textPlace, bool) {
	if p, ok := f.cursorParagraph(); ok {
		passage := f.activePassage(p)
		i := slices.IndexFunc(p.Marks, func(m page.Mark) bool { return m.Passage == passage })
		return textPlace{f.cursor.Row, p.Marks[i].Start}, true
	}
	at := f.top
	for y := 0; y < f.size.Lines && at.Row < f.rows.Len; y++ {
		if text := f.textOf(at.Row); text != "" {
			place := textPlace{at.Row, f.linesOfText(at.Row, map[int][]int{})[at.In]}
			return place, true
		}
		at = f.advance(at, 1)
	}
	for row := range f.rows.Len {
		if f.textOf(row) != "" {
			return textPlace{row, 0}, true
		}
	}
	return textPlace{}, false
}

// cursorParagraph returns the paragraph with the passage under the cursor, if
// that is in sight.
func (f *Flow) cursorParagraph() (page.Paragraph, bool) {
	if f.cursor.In == 0 || f.cursor.Row >= f.rows.Len || !f.visible(f.cursor) {
		return page.Paragraph{}, false
	}
	p, ok := f.rows.Block(f.cursor.Row).(page.Paragraph)
	return p, ok && f.activePassage(p) > 0
}
