package reader

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
)

// TestMadeUpPart adds a part to the two tables and demands that it is a section
// like the others: it has a key, is counted, filtered, searched, searched over
// the whole briefing, and jumped to.
func TestMadeUpPart(t *testing.T) {
	const part briefing.Part = "gaps"
	parts, sections := briefing.Parts, sectionKinds
	t.Cleanup(func() { briefing.Parts, sectionKinds = parts, sections })
	gaps := func(x *briefing.Index) []briefing.Ref {
		return []briefing.Ref{{Kind: briefing.KindGap, ID: "1"}, {Kind: briefing.KindGap, ID: "2"}}
	}
	brief := briefing.Parts[0]
	brief.Items = func(x *briefing.Index) []briefing.Ref { return nil } // the gaps are in the new part
	briefing.Parts = append([]briefing.PartInfo{brief}, parts[1:]...)
	briefing.Parts = append(briefing.Parts, briefing.PartInfo{Part: part, Title: "Gaps", Items: gaps})
	list := func(x *briefing.Index) column.Column {
		var blocks []page.Block
		for _, ref := range gaps(x) {
			if !x.Shows(ref.Kind, ref.ID) {
				continue
			}
			blocks = append(blocks, page.Entry{Body: []page.Span{{Text: x.Name(ref)}}, To: page.Target{Ref: ref}})
		}
		return column.NewFlow(column.Blocks(blocks))
	}
	sectionKinds = append(sectionKinds[:len(sectionKinds):len(sectionKinds)], sectionKind{
		name: "Gaps", part: part, views: []view{{"list", list}}, kinds: []briefing.Kind{briefing.KindGap},
		count: func(b *briefing.Briefing) int { return len(b.Gaps) },
	})

	doc := emptyBriefing()
	doc.Briefing.Gaps = []string{"Nobody knows the weather.", "Nobody counted the boats."}
	d := newDriver(t, doc, 100, 30)
	d.Press("6")
	if got := d.reader.part(); got != part {
		t.Fatalf("6 leads to %q, want %q", got, part)
	}
	d.Press("/", "b", "o", "a", "t", "enter")
	if got := d.reader.here().list.Selected().Ref.ID; got != "2" {
		t.Errorf("a search in the new section leads to gap %q, want 2", got)
	}
	d.Press("esc", "F", "w", "e", "a", "t", "h", "e", "r", "enter")
	if got := d.Shown; strings.Contains(got, "boats") || !strings.Contains(got, "weather") {
		t.Errorf("the filter does not reach the new section:\n%s", got)
	}
	d.Press("esc", "1", "/", "tab", "w", "e", "a", "t", "h", "e", "r", "enter")
	if got := d.reader.part(); got != part {
		t.Errorf("a hit of the search over everything leads to %q, want %q", got, part)
	}
}
