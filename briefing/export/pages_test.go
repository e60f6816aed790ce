package export

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/data"
)

// TestExportsHoldWhatPagesHold tests that the formats that should hold
// everything name, for each item, all targets of the rows and links of its page
// in the reader, by name, id or number.
func TestExportsHoldWhatPagesHold(t *testing.T) {
	built, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []*briefing.Briefing{sampleBriefing(t), built.Briefing} {
		x := briefing.NewIndex(b)
		article := articles(parseHTML(t, htmlOf(t, &Request{Index: x})))
		for _, ref := range itemsWithPages(x) {
			var text strings.Builder
			if err := WriteItems(&text, &Request{Index: x}, ref); err != nil {
				t.Fatal(err)
			}
			holds(t, x, ref, "text", text.String())
			if ref.Kind == briefing.KindPosition {
				continue // it is part of its claim, which is tested
			}
			text.Reset()
			if err := MarkdownItem(&text, x, ref); err != nil {
				t.Fatal(err)
			}
			holds(t, x, ref, "markdown", rendered(t, text.String()))
			holds(t, x, ref, "html", article[ref.ID])
		}
	}
}

func itemsWithPages(x *briefing.Index) []briefing.Ref {
	var out []briefing.Ref
	add := func(kind briefing.Kind, id string) { out = append(out, briefing.Ref{Kind: kind, ID: id}) }
	b := x.Briefing
	for i := range b.Judgments {
		add(briefing.KindJudgment, b.Judgments[i].ID)
	}
	for i := range b.Events {
		add(briefing.KindEvent, b.Events[i].ID)
	}
	for i := range b.Actors {
		add(briefing.KindActor, b.Actors[i].ID)
	}
	for i := range b.Sources {
		add(briefing.KindSource, b.Sources[i].ID)
	}
	for i := range b.Questions {
		add(briefing.KindQuestion, b.Questions[i].ID)
		for j := range b.Questions[i].Claims {
			add(briefing.KindClaim, b.Questions[i].Claims[j].ID)
		}
	}
	for _, s := range x.Stands {
		out = append(out, s.Ref())
	}
	return out
}

// holds reports targets of an item's page that the item in a format does not
// name. In HTML claims are within their question and need not name it, and
// evidence is a number, with the source where the quote is.
func holds(t *testing.T, x *briefing.Index, ref briefing.Ref, format, text string) {
	t.Helper()
	text = words(text)
	for _, to := range leadsTo(x, page.Of(x, ref)) {
		if format == "html" && (to.Ref.Kind == briefing.KindQuestion && ref.Kind == briefing.KindClaim || to.cited) {
			continue
		}
		named := []string{to.Ref.ID, words(to.name)}
		if to.Passage > 0 {
			named = []string{"[" + strconv.Itoa(to.Passage) + "]", "Passage " + strconv.Itoa(to.Passage) + ","}
		}
		if to.Ref.Kind == briefing.KindBottomLine {
			named = []string{"bottom line", "brief"}
		}
		if !slices.ContainsFunc(named, func(name string) bool { return strings.Contains(text, name) }) {
			t.Errorf("%s of %s does not name %v, which its page does", format, ref.ID, to.Target)
		}
	}
}

// way is the target of a row or a link, and its name there.
type way struct {
	page.Target
	name  string
	cited bool // the source of evidence
}

// leadsTo returns the targets of the rows and links of a page.
func leadsTo(x *briefing.Index, blocks []page.Block) []way {
	var out []way
	spans := func(list []page.Span) {
		for _, s := range list {
			if !s.To.IsZero() {
				out = append(out, way{Target: s.To, name: s.Text})
			}
		}
	}
	for b := range page.Each(blocks) {
		switch b := b.(type) {
		case page.Fact:
			spans(b.Value)
		case page.Prose:
			spans(b.Spans)
		case page.Entry:
			if !b.To.IsZero() {
				out = append(out, way{Target: b.To, name: x.Name(b.To.Ref)})
			}
			from := len(out)
			spans(b.Body)
			for i := range out[from:] {
				out[from+i].cited = b.To.Passage > 0 && out[from+i].Ref.Kind == briefing.KindSource
			}
			for _, u := range b.Under {
				spans(u)
			}
		}
	}
	return out
}

// articles returns the words of everything with an anchor, with its links and
// the anchors in it.
func articles(root *html.Node) map[string]string {
	out := map[string]string{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			var b strings.Builder
			b.WriteString(textOf(n))
			for in := range n.Descendants() {
				b.WriteString(" " + strings.TrimPrefix(attribute(in, "href"), "#") + " " + attribute(in, "id"))
			}
			out[id] = b.String()
		}
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
