package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// size counts the contents of an element.
type size struct {
	letters, linkLetters, headingLetters, listLetters int
	commas, paragraphs, items, inputs                 int
	cells                                             int // of tables; dataCells are added for a heading
	prose                                             int // letters of paragraphs
	loose, looseCommas, breaks                        int // outside of inner blocks
	blocks                                            bool
}

// dataCells is the least number of cells in a table of data. Smaller tables are
// for layout.
const dataCells = 10

// within is the context of a node.
type within struct {
	block               *html.Node // the innermost block
	link, list, heading bool
}

// measure counts the contents of a node, and rewards the elements that contain
// a paragraph.
func (p *mainFinder) measure(n *html.Node, in within) (sum size) {
	if n.Type == html.TextNode {
		return p.measureText(n.Data, in)
	}
	isElement := n.Type == html.ElementNode
	if isElement && n.DataAtom == atom.Input {
		return size{inputs: 1}
	}
	if isElement && (isUnseen(n) || p.strict && isUnlikely(n)) {
		return size{}
	}
	s := &size{}
	p.sizes[n] = s
	if isElement {
		p.note(n, in)
		in.enter(n, s)
	}
	for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
		s.add(p.measure(kid, in))
	}
	if isElement && in.block == n {
		p.reward(n, s)
	}
	return *s
}

// note counts n in the elements around it.
func (p *mainFinder) note(n *html.Node, in within) {
	if block := p.sizes[in.block]; n.DataAtom == atom.Br && block != nil {
		block.breaks++
	}
	if parent := p.sizes[n.Parent]; isBlockElement(n) && parent != nil {
		parent.blocks = true
	}
}

func (p *mainFinder) measureText(text string, in within) (sum size) {
	sum.letters = letters(text)
	if sum.letters == 0 {
		return size{}
	}
	sum.commas = strings.Count(text, ",")
	for _, comma := range []string{"،", "、", "，", "︐", "﹑", "⹁", "﹐"} {
		sum.commas += strings.Count(text, comma)
	}
	if in.link {
		sum.linkLetters = sum.letters
	}
	if in.list {
		sum.listLetters = sum.letters
	}
	if in.heading {
		sum.headingLetters = sum.letters
	}
	if s := p.sizes[in.block]; s != nil {
		s.loose += sum.letters
		s.looseCommas += sum.commas
	}
	return sum
}

// enter updates the context for the children of n.
func (in *within) enter(n *html.Node, s *size) {
	switch n.DataAtom {
	case atom.A:
		in.link = true
	case atom.Ul, atom.Ol:
		in.list = true
	case atom.P:
		s.paragraphs = 1
	case atom.Li:
		s.items = 1
		in.block = nil
	case atom.Td:
		s.cells = 1
		in.block = n
	case atom.Th, atom.Caption, atom.Thead:
		s.cells = dataCells + 1
	}
	if isHeading(n) {
		in.heading = true
	}
	if isBlockElement(n) {
		in.block = n
	}
}

// add adds the counts of a child.
func (s *size) add(kid size) {
	s.letters += kid.letters
	s.linkLetters += kid.linkLetters
	s.headingLetters += kid.headingLetters
	s.listLetters += kid.listLetters
	s.commas += kid.commas
	s.paragraphs += kid.paragraphs
	s.items += kid.items
	s.inputs += kid.inputs
	s.cells += kid.cells
	s.prose += kid.prose
}

func (s *size) linkShare() float64 { return share(s.linkLetters, s.letters) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
