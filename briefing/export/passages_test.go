package export

import (
	"strings"
	"testing"

	"sitrep/briefing/page"
)

// TestPiecesOfManyPassages overlaps passages in all ways, more of them than can
// be nested: the text stays, what opens is closed, what is cited is marked.
func TestPiecesOfManyPassages(t *testing.T) {
	const length, passages = 60, 40
	p := page.Paragraph{Text: strings.Repeat("x", length)}
	for i := range passages {
		p.Marks = append(p.Marks, page.Mark{Start: i * 7 % 30, End: 31 + i*5%20, Passage: i + 1, First: true})
	}
	var text strings.Builder
	open, begun := 0, 0
	for _, piece := range piecesOf(p) {
		open -= piece.closes
		open += len(piece.opens)
		if open != piece.nested || open < 0 || open > maxNested {
			t.Errorf("%d marks are open, not %d", open, piece.nested)
		}
		begun += len(piece.begins)
		text.WriteString(piece.text)
	}
	if open != 0 || begun != passages || text.String() != p.Text {
		t.Errorf("%d open, %d begun, text %q", open, begun, text.String())
	}
}
