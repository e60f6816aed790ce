package importer

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The main text of a page is found as in Arc90's Readability: a paragraph gives
// points to the elements that contain it. Links take points away, and so do
// certain names of classes. The best element is the article, with siblings that
// look like it. The library go-readability would do this too, but it links an
// HTTP client into the program, and sitrep must not have one. Each pass looks
// at each node once.

// fewestOfArticle is the least number of letters in the main text of a page
// that does not say that it is an article.
const fewestOfArticle = 140

// A text with fewer than fewLetters letters may be what a strict pass has left
// of a long article. Then the next pass is used if it finds far more.
const (
	fewLetters = 500
	farMore    = 5
)

// mainText returns the main text of a page without elements that only repeat
// the title, or "" if it has no paragraph.
func mainText(doc *html.Node, title string) string {
	best, most := "", 0
	for _, p := range []mainFinder{{strict: true, clean: true}, {clean: true}, {}} {
		text := p.text(doc, title)
		if n := letters(text); n > farMore*most || n > most && most < fewestOfArticle {
			best, most = text, n
		}
		if most >= fewLetters {
			break
		}
	}
	return best
}

// mainFinder finds the main text in one pass.
type mainFinder struct {
	strict     bool // leave out elements named like menus, comments, footers
	clean      bool // leave out lists of links, forms and the like within the article
	sizes      map[*html.Node]*size
	scores     map[*html.Node]float64 // of the candidates
	candidates []*html.Node
}

func (p *mainFinder) text(doc *html.Node, title string) string {
	p.sizes, p.scores = map[*html.Node]*size{}, map[*html.Node]float64{}
	p.measure(doc, within{})
	for _, n := range p.candidates {
		p.scores[n] *= 1 - p.sizes[n].linkShare()
	}
	top := p.top()
	if top == nil {
		return ""
	}
	var parts []string
	longest := letters(title)
	title = nameKey(title)
	leaveOut := func(n *html.Node) bool {
		return n != top && (p.isJunk(n) || isHeading(n) && p.sizes[n].letters <= longest && isTitle(n, title))
	}
	for _, n := range p.withSiblings(top) {
		if text := textOf(n, leaveOut); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n\n")
}

// fewestLetters is the least number of letters in a paragraph that counts.
const fewestLetters = 20

// reward gives points for the text of a block to the elements that contain it,
// more to closer ones.
func (p *mainFinder) reward(n *html.Node, s *size) {
	switch n.DataAtom {
	case atom.P, atom.Td, atom.Pre, atom.Section, atom.Div, atom.Blockquote, atom.Center, atom.Article, atom.Main, atom.Body,
		atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
	default:
		return
	}
	if s.loose < fewestLetters {
		return
	}
	s.prose += s.loose
	const most, each = 3, 80
	points := float64(2 + s.looseCommas + min(s.loose/each, most*(1+s.breaks)))
	at := n.Parent
	if s.blocks || s.breaks > 1 { // it has several paragraphs
		at = n
	}
	for level := 0; level < 5 && at != nil && at.Type == html.ElementNode && at.DataAtom != atom.Html; level++ {
		if _, is := p.scores[at]; !is {
			p.scores[at] = float64(tagPoints(at) + classPoints(at))
			p.candidates = append(p.candidates, at)
		}
		p.scores[at] += points / []float64{1, 2, 6, 9, 12}[level]
		at = at.Parent
	}
}

func tagPoints(n *html.Node) int {
	switch n.DataAtom {
	case atom.Div, atom.Article, atom.Main:
		return 5
	case atom.Pre, atom.Td, atom.Blockquote:
		return 3
	case atom.Address, atom.Ol, atom.Ul, atom.Dl, atom.Dd, atom.Dt, atom.Li, atom.Form:
		return -3
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Th:
		return -5
	}
	return 0
}

// top returns the element that contains the article, or nil.
func (p *mainFinder) top() *html.Node {
	var top *html.Node
	for _, n := range p.candidates {
		if top == nil || p.scores[n] > p.scores[top] {
			top = n
		}
	}
	if top == nil {
		return nil
	}
	top = p.common(top)
	last := p.scores[top]
	for at := top.Parent; last > 0 && isInner(at); at = at.Parent { // the container of the parts of an article
		score, is := p.scores[at]
		if !is {
			continue
		}
		if score < p.scores[top]/3 {
			break
		}
		if score > last {
			top = at
			break
		}
		last = score
	}
	return p.wider(top)
}

// wider returns the element around top if that has clearly more paragraphs and
// hardly more links, as for an article in several parts. Else it returns top.
func (p *mainFinder) wider(top *html.Node) *html.Node {
	const more, fewLinks = 1.25, 0.1
	for at := top.Parent; isInner(at); at = at.Parent {
		s, now := p.sizes[at], p.sizes[top]
		if s.linkShare() > now.linkShare()+fewLinks {
			break
		}
		if onlyChild(top) || float64(s.prose) > more*float64(now.prose) {
			top = at
		}
	}
	return top
}

func isInner(n *html.Node) bool {
	return n != nil && n.Type == html.ElementNode && n.DataAtom != atom.Body && n.DataAtom != atom.Html
}

// common returns the innermost element that contains top and at least three
// other candidates with nearly as many points, or else top.
func (p *mainFinder) common(top *html.Node) *html.Node {
	const others, nearly, fewest = 4, 0.75, 3
	best := slices.Clone(p.candidates)
	slices.SortStableFunc(best, func(a, b *html.Node) int { return cmp.Compare(p.scores[b], p.scores[a]) })
	contain := map[*html.Node]int{}
	for _, n := range best[1:min(len(best), others+1)] {
		if p.scores[n] < p.scores[top]*nearly {
			break
		}
		for at := n.Parent; isInner(at); at = at.Parent {
			contain[at]++
		}
	}
	for at := top.Parent; isInner(at); at = at.Parent {
		if contain[at] >= fewest {
			return at
		}
	}
	return top
}

func onlyChild(n *html.Node) bool {
	for kid := n.Parent.FirstChild; kid != nil; kid = kid.NextSibling {
		if kid != n && (kid.Type == html.ElementNode || kid.Type == html.TextNode && strings.TrimSpace(kid.Data) != "") {
			return false
		}
	}
	return true
}

// withSiblings returns an element and its siblings that belong to it.
func (p *mainFinder) withSiblings(top *html.Node) []*html.Node {
	if !isInner(top) {
		return []*html.Node{top}
	}
	least := max(10, p.scores[top]/5)
	var out []*html.Node
	for n := top.Parent.FirstChild; n != nil; n = n.NextSibling {
		class := attribute(n, "class")
		if n == top || p.belongs(n, least, class != "" && class == attribute(top, "class")) {
			out = append(out, n)
		}
	}
	return out
}

// belongs reports whether a sibling of the article belongs to it. alike says
// that both have the same class.
func (p *mainFinder) belongs(n *html.Node, least float64, alike bool) bool {
	s := p.sizes[n]
	if s == nil {
		return false
	}
	if score, is := p.scores[n]; is && (score >= least || alike && score >= 0) {
		return true
	}
	const long, fewLinks = 70, 0.25
	return n.DataAtom == atom.P && (s.letters > long && s.linkShare() < fewLinks || s.letters > 0 && s.linkLetters == 0 && alike)
}

// isJunk reports whether an element within the article does not belong to it.
func (p *mainFinder) isJunk(n *html.Node) bool {
	s := p.sizes[n]
	if s == nil || p.strict && isUnlikely(n) {
		return true
	}
	if s.letters > 0 && s.letters <= longestAdWord && s.loose == s.letters && isAdWord(textOf(n, nil)) {
		return p.clean
	}
	switch n.DataAtom {
	case atom.Footer, atom.Aside:
		return p.clean
	case atom.Form, atom.Fieldset, atom.Table, atom.Ul, atom.Ol, atom.Div, atom.Section:
		return p.clean && isLinky(n, s)
	case atom.H1, atom.H2:
		return p.clean && classPoints(n) < 0
	}
	return p.clean && sharesPage(n) && s.letters < fewLetters
}

// isLinky reports whether an element has more links, items or fields than text.
func isLinky(n *html.Node, s *size) bool {
	const manyCommas = 10
	weight := classPoints(n)
	switch {
	case n.DataAtom == atom.Table && s.cells > dataCells:
		return false
	case weight < 0 || sharesPage(n) && s.letters < fewLetters:
		return true
	case s.commas >= manyCommas:
		return false
	case s.letters == 0 || s.inputs > s.paragraphs/3:
		return true
	}
	return s.linkShare() > mostLinks(n, s, weight)
}

// mostLinks returns the share of an element that may be links.
func mostLinks(n *html.Node, s *size, weight int) float64 {
	const inLists, elsewhere, manyItems, short = 0.5, 0.2, 100, 25
	if isList := n.DataAtom == atom.Ul || n.DataAtom == atom.Ol || share(s.listLetters, s.letters) > 0.9; isList || weight >= classWeight {
		return inLists
	}
	if s.items > s.paragraphs+manyItems || s.letters < short && share(s.headingLetters, s.letters) < 0.9 {
		return 0
	}
	return elsewhere
}

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// isTitle reports whether an element only repeats the title, which must be
// folded.
func isTitle(n *html.Node, title string) bool {
	return title != "" && nameKey(strings.Join(strings.Fields(textOf(n, nil)), " ")) == title
}
