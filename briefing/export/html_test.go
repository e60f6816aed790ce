package export

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"sitrep/briefing"
)

func indexOf(b *briefing.Briefing) *briefing.Index { return briefing.NewIndex(b) }

func htmlOf(t testing.TB, r *Request) string {
	t.Helper()
	f, err := Find("html")
	if err != nil {
		t.Fatal(err)
	}
	return written(t, f, r)
}

func parseHTML(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// textOf returns the words below a node, without the style, the title and
// raised numbers.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Data != "style" && c.Data != "title" && c.Data != "sup":
			b.WriteString(textOf(c))
		}
	}
	return b.String()
}

// elements returns the elements below a node with the names of their attributes
// and their classes, in order.
func elements(n *html.Node) []string {
	var out []string
	for d := range n.Descendants() {
		switch d.Type {
		case html.ElementNode:
			s := d.Data
			for _, a := range d.Attr {
				s += " " + a.Key
				if a.Key == "class" || a.Key == "id" {
					s += "=" + a.Val
				}
			}
			out = append(out, s)
		case html.CommentNode:
			out = append(out, "comment")
		}
	}
	return out
}

// faults returns what is wrong with a page: duplicate ids, links that lead
// nowhere or out of the web, elements or attributes that run or load something,
// tags that are not closed.
func faults(t testing.TB, page string) []string {
	t.Helper()
	root := parseHTML(t, page)
	ids, out := idsOf(root)
	for d := range root.Descendants() {
		if d.Type == html.ElementNode && slices.Contains(loading, d.Data) {
			out = append(out, "element "+d.Data)
		}
		for _, a := range d.Attr {
			if fault := faultOf(a, ids); fault != "" {
				out = append(out, fault)
			}
		}
	}
	return append(out, unbalanced(page)...)
}

func faultOf(a html.Attribute, ids map[string]string) string {
	switch to, inside := strings.CutPrefix(a.Val, "#"); {
	case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcdoc":
		return "attribute " + a.Key
	case a.Key == "href" && inside && ids[to] == "":
		return "dangling link to " + to
	case a.Key == "href" && !inside && !strings.HasPrefix(a.Val, "http://") && !strings.HasPrefix(a.Val, "https://"):
		return "link to " + a.Val
	}
	return ""
}

// loading are elements that run or fetch something.
var loading = []string{"script", "iframe", "object", "embed", "img", "link", "form", "input", "base", "video", "audio"}

// idsOf returns the elements that have an id, by id, and what is wrong with
// them.
func idsOf(root *html.Node) (ids map[string]string, faults []string) {
	ids = map[string]string{}
	for d := range root.Descendants() {
		for _, a := range d.Attr {
			if a.Key != "id" {
				continue
			}
			if ids[a.Val] != "" || a.Val == "" || strings.ContainsAny(a.Val, " \t\n") {
				faults = append(faults, "bad id "+a.Val)
			}
			ids[a.Val] = d.Data
		}
	}
	return ids, faults
}

// unbalanced parses the tags without correcting them.
func unbalanced(page string) []string {
	var open []string
	void := []string{"meta", "rect"}
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return []string{"not ended: " + strings.Join(open, " ")}
			}
			return nil
		case html.StartTagToken:
			if name, _ := z.TagName(); !slices.Contains(void, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return []string{fmt.Sprintf("</%s> in %v", name, open)}
			}
			open = open[:len(open)-1]
		}
	}
}

func TestHTMLIsWellFormed(t *testing.T) {
	onlyOne := func(r briefing.Ref) bool { return r.ID == "harbour-closed" || r.ID == "dispatch" || r.ID == "cause" }
	for _, keep := range []func(briefing.Ref) bool{nil, onlyOne} {
		for _, only := range [][]briefing.Part{nil, {briefing.PartBrief}, {briefing.PartTimeline}, {briefing.PartClaims}, {briefing.PartActors}, {briefing.PartSources}, {briefing.PartTimeline, briefing.PartSources}} {
			if f := faults(t, htmlOf(t, &Request{Index: sample(t), Only: only, Keep: keep})); len(f) > 0 {
				t.Errorf("only %v, kept %v: %v", only, keep != nil, f)
			}
		}
	}
}

// TestHTMLAnchors tests that there is an anchor for every id, and for every
// passage in the text of its source.
func TestHTMLAnchors(t *testing.T) {
	x := sample(t)
	ids, _ := idsOf(parseHTML(t, htmlOf(t, &Request{Index: x})))
	var want []string
	collectIDs(reflect.ValueOf(x.Briefing).Elem(), &want)
	for _, s := range x.Stands {
		want = append(want, s.ID)
	}
	for _, id := range want {
		if ids[id] == "" && id != x.Briefing.ID {
			t.Errorf("no anchor for %s", id)
		}
	}
	for i := range x.Passages {
		p := &x.Passages[i]
		element := "span"
		if len(x.Anchor(p).Stretches) > 0 {
			element = "mark"
		}
		if got := ids[fmt.Sprintf("p%d", p.Number)]; got != element {
			t.Errorf("passage %d is anchored by %q, not %q", p.Number, got, element)
		}
	}
}

// collectIDs gathers the ids of the items below v.
func collectIDs(v reflect.Value, out *[]string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "ID" {
				*out = append(*out, v.Field(i).String())
			}
			collectIDs(v.Field(i), out)
		}
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[[]briefing.ExternalID]() {
			return
		}
		for i := range v.Len() {
			collectIDs(v.Index(i), out)
		}
	}
}

// TestHTMLAnchorsOfItsOwn gives items the names of the page's own anchors.
func TestHTMLAnchorsOfItsOwn(t *testing.T) {
	b := sampleBriefing(t)
	for i, id := range []string{"p1", "timeline", "bottom-line", "gap-1", "cited-1"} {
		b.Actors[i].ID = id
	}
	if f := faults(t, htmlOf(t, &Request{Index: indexOf(b)})); len(f) > 0 {
		t.Error(f)
	}
}

// TestHTMLMarksTheWords tests that the mark of every passage contains the words
// up to the end of its first stretch or paragraph, and that nothing else is
// marked.
func TestHTMLMarksTheWords(t *testing.T) {
	root := parseHTML(t, htmlOf(t, &Request{Index: sample(t), Only: []briefing.Part{briefing.PartSources}}))
	got := map[string]string{}
	var marked strings.Builder
	for d := range root.Descendants() {
		if d.Data != "mark" {
			continue
		}
		marked.WriteString(textOf(d))
		for _, a := range d.Attr {
			got[a.Val] = words(textOf(d))
		}
	}
	want := map[string]string{
		"p1": "closed on Wednesday", "p4": "The harbour was closed on Wednesday", "p6": "The strike", "p7": "the strike", "p8": "strike",
		"p9": "Harbour closed", "p10": "the mayor said, because of the storm", "p11": "There was no storm",
		"p12": "the union said: it was a strike. The strike was announced", "p13": "the mayor said",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if !strings.Contains(marked.String(), "until further notice") || strings.Contains(marked.String(), "Ferries") {
		t.Errorf("marked is %q", marked.String())
	}
}

// TestHTMLPolicyFitsTheStyle tests that the page's policy allows its own style.
func TestHTMLPolicyFitsTheStyle(t *testing.T) {
	page := htmlOf(t, &Request{Index: sample(t)})
	_, style, _ := strings.Cut(page, "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	if want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(page, want) {
		t.Errorf("the policy has no %s", want)
	}
	if !strings.Contains(style, `@top-right{content:"TLP:RED"}`) {
		t.Error("printed pages are not marked")
	}
}

// TestHTMLMatrices has more holders than one matrix has columns.
func TestHTMLMatrices(t *testing.T) {
	b := sampleBriefing(t)
	const more = 2 * matrixColumns
	for i := range more {
		id := fmt.Sprintf("extra-%d", i)
		b.Actors = append(b.Actors, briefing.Actor{ID: id, Name: id, Kind: "group"})
		c := &b.Questions[0].Claims[1]
		c.Positions = append(c.Positions, briefing.Position{Holder: id, Stance: briefing.Denies})
	}
	x := indexOf(b)
	page := htmlOf(t, &Request{Index: x, Only: []briefing.Part{briefing.PartClaims}})
	if f := faults(t, page); len(f) > 0 {
		t.Error(f)
	}
	cells := map[string]int{}
	tables := 0
	for d := range parseHTML(t, page).Descendants() {
		if d.Data == "caption" {
			tables++
		}
		if d.Data == "td" && d.FirstChild != nil {
			for _, a := range d.FirstChild.Attr {
				cells[a.Val]++
			}
		}
	}
	if tables != 3 {
		t.Errorf("%d tables", tables)
	}
	for _, s := range x.Stands {
		if cells["#"+s.ID] != 1 {
			t.Errorf("%s is in %d cells", s.ID, cells["#"+s.ID])
		}
	}
}

func TestHTMLLinksOnlyToTheWeb(t *testing.T) {
	b := sampleBriefing(t)
	for _, url := range []string{"javascript:alert(1)", "https://user:pass@x.example/", "data:text/html,x", "//x.example"} {
		b.Sources[0].Publication.URL, b.Sources[0].Publication.ArchiveURL = url, ""
		if got := htmlOf(t, &Request{Index: indexOf(b)}); strings.Contains(got, `href="`+url) {
			t.Errorf("%q becomes a link", url)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	want := elements(parseHTML(f, htmlOf(f, &Request{Index: titled(f, "word")})))
	f.Fuzz(func(t *testing.T, content string) {
		if list := faults(t, htmlOf(t, &Request{Index: hostile(t, content)})); len(list) > 0 {
			t.Errorf("%q: %v", content, list)
		}
		if !steady(content) {
			return
		}
		root := parseHTML(t, htmlOf(t, &Request{Index: titled(t, content)}))
		if !slices.Equal(elements(root), want) {
			t.Errorf("%q changes the structure of the page", content)
		}
		if !strings.Contains(words(textOf(root)), words(content)) {
			t.Errorf("%q does not read as it was", content)
		}
	})
}
