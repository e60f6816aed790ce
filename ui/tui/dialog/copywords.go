package dialog

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/quote"
	"sitrep/ui/tui/style"
)

// CopyWords offers a range of bytes of a source's text: as evidence for a
// briefing, as a citation, and plain.
func CopyWords(x *briefing.Index, theme *style.Theme, source *briefing.Source, start, end int) *Picker {
	label := x.TLP(briefing.Ref{Kind: briefing.KindSource, ID: source.ID})
	words := strings.Join(strings.Fields(source.Text[start:end]), " ")
	item := func(key, what, marking, text string) Item {
		return copyItem(theme, export.Copy{Key: key, What: what, Marking: marking, Text: text})
	}
	evidence := Item{Text: "evidence in YAML", Aside: "no quote leads to these words alone; select more of them"}
	if q, ok := quote.Select(source.Text, start, end); ok {
		var text strings.Builder
		if file.WriteEvidence(&text, &briefing.Evidence{Source: source.ID, Quote: q.Words, Prefix: q.Prefix, Suffix: q.Suffix}) == nil {
			marking := ""
			if label != "" {
				marking = "# " + export.CopyMarking(label, "\n")
			}
			evidence = item("e", evidence.Text, marking, text.String())
		}
	}
	return list(Picker{Title: "Copy the selected words", Enter: "copies it", KeyCells: 4, None: "nothing to copy"}, []Item{
		evidence,
		item("q", "quote with citation", export.CopyMarking(label, " "), export.Citation(source, &briefing.Evidence{Quote: words}, theme.Sign)),
		item("p", "plain", export.CopyMarking(label, " "), words),
	})
}
