package lines

import (
	"strings"

	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// The program's own signs and words, as against those of a file, can be shown
// in ASCII alone. A span says which of the two it is ([Span.Own]); headings
// and labels always are the program's. ASCII maps what is the program's and
// leaves what is the file's.

// asciiSigns are the signs of a column: each is as wide as what it stands for.
var asciiSigns = map[string]string{
	"●": "*", "◐": "@", "○": "o", "×": "x", "…": "_", "│": "|", "┄": ".", "━": "=",
}

// asciiCut ends a text that has been cut.
const asciiCut = "..."

var asciiWords = strings.NewReplacer(
	"●", "*", "◐", "@", "○", "o", "×", "x", "│", "|", "┄", ".", "━", "=",
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "…", asciiCut,
	"–", "-", "—", "-", "→", "->",
)

// ToASCII returns a text of the program in ASCII.
func ToASCII(own string) string {
	if sign, ok := asciiSigns[own]; ok {
		return sign
	}
	return asciiWords.Replace(own)
}

// ASCII returns a block with the program's own signs in ASCII.
func ASCII(b page.Block) page.Block {
	switch b := page.Made(b).(type) {
	case page.Title:
		return page.Title{Spans: asciiSpans(b.Spans)}
	case page.Section:
		b.Text, b.Note = ToASCII(b.Text), ToASCII(b.Note)
		return b
	case page.Fact:
		return page.Fact{Label: ToASCII(b.Label), Value: asciiSpans(b.Value)}
	case page.Prose:
		b.Spans = asciiSpans(b.Spans)
		return b
	case page.Entry:
		b.Lead, b.Rail, b.Body = asciiColumn(b.Lead), asciiColumn(b.Rail), asciiSpans(b.Body)
		under := make([][]page.Span, len(b.Under))
		for i, spans := range b.Under {
			under[i] = asciiSpans(spans)
		}
		b.Under = under
		return b
	case page.Beside:
		parts := make([][]page.Block, len(b.Parts))
		for i, blocks := range b.Parts {
			for _, block := range blocks {
				parts[i] = append(parts[i], ASCII(block))
			}
		}
		b.Parts = parts
		return b
	}
	return b
}

func asciiSpans(spans []page.Span) []page.Span {
	out := make([]page.Span, len(spans))
	for i, s := range spans {
		if s.Own {
			s.Text = ToASCII(s.Text)
		}
		out[i] = s
	}
	return out
}

// asciiColumn returns the spans of a column, which keep their width so that what
// follows them stays in its place.
func asciiColumn(spans []page.Span) []page.Span {
	out := make([]page.Span, len(spans))
	for i, s := range spans {
		if s.Own {
			s.Text = asIsWide(ToASCII(s.Text), s.Text)
		}
		out[i] = s
	}
	return out
}

// asIsWide returns a text cut or padded to the width of another. It keeps the
// space at the end of the text.
func asIsWide(text, other string) string {
	cells := width.Wc.Of(other)
	if width.Wc.Of(text) == cells {
		return text
	}
	room := cells
	if strings.HasSuffix(other, " ") {
		room--
	}
	text = strings.TrimSuffix(strings.TrimRight(text, " "), asciiCut)
	return width.Wc.PadRight(width.Wc.Truncate(text+asciiCut, room, asciiCut), cells)
}
