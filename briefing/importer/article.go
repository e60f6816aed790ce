package importer

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// isArticle reports whether a file is HTML.
func isArticle(h *head) bool {
	begin := strings.ToLower(decodeText(h.begin, ""))
	begin = strings.TrimLeft(begin, " \t\r\n")
	if !strings.HasPrefix(begin, "<") {
		return false
	}
	return containsAny(begin, []string{"<!doctype html", "<html", "<head", "<body", "<article"})
}

// readArticle adds the article in a saved page as a source.
func readArticle(b *builder, in Input) error {
	return b.page(decodeText(in.Data, ""), "", edtf.Date{})
}

// page adds the article in a page as a source. address is used if the page does
// not give its own. saved is when the page was saved, if known.
func (b *builder) page(text, address string, saved edtf.Date) error {
	doc, err := parseHTML(text)
	if err != nil {
		return err
	}
	p := newPage(doc)
	if p.unread > 0 {
		b.lost.addTimes("JSON-LD that cannot be read", p.unread)
	}
	s := p.source(b)
	s.Publication.URL = cmp.Or(s.Publication.URL, address)
	s.Publication.Accessed = cmp.Or(saved, p.savedAt)
	s.Text = mainText(doc, s.Title)
	if body := p.data.text(p.data.article["articleBody"]); letters(s.Text) < fewestOfArticle && letters(body) > letters(s.Text) {
		s.Text = body
	}
	if n := letters(s.Text); n == 0 || n < fewestOfArticle && s.Kind == "webpage" && len(p.data.reviews) == 0 {
		return unfit("save the page of one article, as the browser shows it", "there is no article in the page")
	}
	if !b.entry(s.Title, s.Publication.Published) {
		return nil
	}
	p.countLost(b)
	s.TLP = b.markingIn("", s.Text)
	id, added := b.source(s)
	if !added {
		b.continueText(id, s.Text)
	}
	p.addReviews(b, id)
	return nil
}

// continueText adds another page to the text of a source, unless its text is in
// it already.
func (b *builder) continueText(id, text string) {
	at, isNew := b.sources[id]
	text = clean.Text(text)
	if !isNew || strings.Contains(b.made.Sources[at].Text, text) {
		return
	}
	b.made.Sources[at].Text += "\n\n" + text
}

// page is what a page says about itself.
type page struct {
	data      linkedData
	unread    int                 // scripts of JSON-LD that cannot be read
	meta      map[string][]string // contents of meta elements by their lower-case names
	canonical string
	base      string // of relative addresses
	saved     string // the address from which a browser saved the page
	savedAt   edtf.Date
	language  string
	title     string   // of the window
	headings  []string // h1
	times     []string // of time elements
	published string   // the one marked as the time of publication
	authors   distinct // marked as authors in the text
	marked    int      // elements marked as authors
}

func newPage(doc *html.Node) *page {
	p := &page{data: linkedData{byID: map[string]map[string]any{}}, meta: map[string][]string{}}
	for n := doc.FirstChild; n != nil; n = n.NextSibling {
		p.comment(n)
	}
	walkElements(doc, p.element)
	p.data.fillIn()
	return p
}

// comment reads the address that browsers and SingleFile leave in a comment.
func (p *page) comment(n *html.Node) {
	for kid := n.FirstChild; kid != nil && n.DataAtom == atom.Html; kid = kid.NextSibling {
		p.comment(kid)
	}
	if n.Type != html.CommentNode || p.saved != "" {
		return
	}
	for _, mark := range []string{"saved from url=(", "url: "} {
		if _, after, ok := strings.Cut(n.Data, mark); ok && strings.Contains(strings.ToLower(n.Data), "saved") {
			if mark != "url: " {
				_, after, _ = strings.Cut(after, ")")
			}
			if fields := strings.Fields(after); len(fields) > 0 && isAddress(fields[0]) {
				p.saved = fields[0]
				p.savedAt = savedDate(n.Data)
				return
			}
		}
	}
}

// savedDate returns the time that SingleFile writes into its comment.
func savedDate(comment string) edtf.Date {
	const layout = "Mon Jan 2 2006 15:04:05 GMT-0700"
	_, date, _ := strings.Cut(comment, "saved date: ")
	date, _, _ = strings.Cut(date, "\n")
	date, _, _ = strings.Cut(date, "(") // the name of the zone
	t, err := time.Parse(layout, strings.TrimSpace(date))
	if err != nil {
		return edtf.Date{}
	}
	return dateOf(t, time.RFC3339)
}

// element reads what an element says about the page.
func (p *page) element(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html:
		p.language = cmp.Or(attribute(n, "lang"), attribute(n, "xml:lang"))
	case atom.Meta:
		p.addMeta(n)
	case atom.Base:
		p.base = cmp.Or(p.base, attribute(n, "href"))
	case atom.Link:
		if hasClass(strings.ToLower(attribute(n, "rel")), "canonical") {
			p.canonical = cmp.Or(p.canonical, strings.TrimSpace(attribute(n, "href")))
		}
	case atom.Script:
		p.addScript(n)
	case atom.Title:
		if n.Namespace == "" && n.FirstChild != nil { // a picture in SVG has a title too
			p.title = cmp.Or(p.title, oneLine(n.FirstChild.Data))
		}
	case atom.H1:
		if len(p.headings) < 2 { // if there are several, none is used
			p.headings = append(p.headings, oneLine(textOf(n, nil)))
		}
	case atom.Time:
		p.addTime(n)
	}
	if hasClass(attribute(n, "itemprop"), "author") || hasClass(attribute(n, "rel"), "author") {
		p.addAuthor(n)
	}
	return true
}

// addScript reads JSON-LD.
func (p *page) addScript(n *html.Node) {
	kind, _, _ := strings.Cut(strings.ToLower(attribute(n, "type")), ";")
	if strings.TrimSpace(kind) == "application/ld+json" && n.FirstChild != nil && !p.data.add(n.FirstChild.Data) {
		p.unread++
	}
}

// maxMarked is the limit of elements searched for authors. They can be nested.
const maxMarked = 20

// addAuthor reads the name of an author marked in the text.
func (p *page) addAuthor(n *html.Node) {
	if p.marked++; p.marked > maxMarked {
		return
	}
	walkElements(n, func(kid *html.Node) bool {
		if hasClass(attribute(kid, "itemprop"), "name") {
			n = kid
			return false
		}
		return true
	})
	const longest = 100 // bytes; anything longer is not a name
	if name := oneLine(cmp.Or(textOf(n, nil), attribute(n, "content"))); len(name) <= longest {
		p.authors.add(name)
	}
}

func (p *page) addMeta(n *html.Node) {
	content := strings.TrimSpace(attribute(n, "content"))
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(strings.ToLower(attribute(n, key))) {
			if content != "" {
				p.meta[name] = append(p.meta[name], content)
			}
		}
	}
}

func (p *page) addTime(n *html.Node) {
	at := cmp.Or(attribute(n, "datetime"), attribute(n, "content"))
	if at == "" {
		return
	}
	if !slices.Contains(p.times, at) && len(p.times) < 2 {
		p.times = append(p.times, at)
	}
	marks := strings.ToLower(attribute(n, "itemprop") + " " + attribute(n, "class"))
	isPublished := hasClass(marks, "datepublished", "entry-date", "published", "dt-published")
	for _, a := range n.Attr {
		isPublished = isPublished || a.Key == "pubdate"
	}
	if isPublished {
		p.published = cmp.Or(p.published, at)
	}
}

// first returns the first content that the page has under one of the names.
func (p *page) first(names ...string) string {
	for _, name := range names {
		if values := p.meta[name]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// oneLine returns a text with each run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// absolute returns an address relative to the page, or "" if its base is not
// known.
func (p *page) absolute(address string) string {
	if address = absolute(address, p.base, p.first("og:url"), p.saved); isAddress(address) {
		return address
	}
	return ""
}

// absolute returns an address relative to the first valid one of from, or the
// address itself.
func absolute(address string, from ...string) string {
	if address == "" || isAddress(address) {
		return address
	}
	for _, from := range from {
		if base, err := url.Parse(from); err == nil && isAddress(from) {
			if to, err := base.Parse(address); err == nil {
				return to.String()
			}
		}
	}
	return address
}
