package importer

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parseHTML returns the document of a page. The library refuses elements nested
// more than 512 levels deep, so recursion over the children of a node is safe.
func parseHTML(page string) (*html.Node, error) {
	page, err := prepareMarkup(page)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil && strings.Contains(err.Error(), "open stack") {
		return nil, unfit("save the page as the reading view of the browser shows it", "more than 512 nested elements in the HTML")
	}
	if err != nil {
		return nil, unfit("save the page again", "the HTML cannot be read: %v", err)
	}
	return doc, nil
}

// textOfHTML returns the text of HTML in a feed or mail, as a browser shows it.
func textOfHTML(markup string) (string, error) {
	doc, err := parseHTML(markup)
	if err != nil {
		return "", err
	}
	return textOf(doc, nil), nil
}

// textOf returns the text of a node as a browser shows it: blank lines between
// blocks, a line for each item of a list and each row of a table. It leaves out
// nodes for which leaveOut returns true and what a browser does not show. Items
// have no bullets or numbers, because a browser does not copy them either.
func textOf(n *html.Node, leaveOut func(n *html.Node) bool) string {
	w := textWriter{leaveOut: leaveOut}
	w.write(n)
	return w.out.String()
}

// gap is the white space between two words. Of several requested gaps the
// widest is written.
type gap int

const (
	noGap gap = iota
	spaceGap
	cellGap
	lineGap
	blockGap
)

// textWriter writes the text of nodes.
type textWriter struct {
	leaveOut func(n *html.Node) bool
	out      strings.Builder
	gap      gap
	pre      int // number of open elements that keep white space
}

func (w *textWriter) widen(g gap) { w.gap = max(w.gap, g) }

func (w *textWriter) write(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.DocumentNode:
		w.children(n)
		return
	case html.ElementNode:
	default:
		return
	}
	if isUnseen(n) || w.leaveOut != nil && w.leaveOut(n) {
		return
	}
	around := gapAround(n)
	if n.DataAtom == atom.Br && w.gap >= lineGap {
		around = blockGap // an empty line
	}
	w.widen(around)
	if n.DataAtom == atom.Pre || n.DataAtom == atom.Textarea {
		w.pre++
		defer func() { w.pre-- }()
	}
	w.children(n)
	w.widen(around)
}

func (w *textWriter) children(n *html.Node) {
	for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
		w.write(kid)
	}
}

// text writes a text with each run of HTML white space as one space. No-break
// spaces are not white space in HTML.
func (w *textWriter) text(s string) {
	for s != "" {
		end := strings.IndexAny(s, " \t\n\r\f")
		if end != 0 {
			word := s
			if end > 0 {
				word = s[:end]
			}
			w.word(word)
			s = s[len(word):]
			continue
		}
		if w.pre > 0 && s[0] == '\n' {
			if w.widen(lineGap); w.gap == lineGap && strings.HasPrefix(s[1:], "\n") {
				w.widen(blockGap)
			}
		}
		w.widen(spaceGap)
		s = s[1:]
	}
}

// word writes a word, unless the text is too long already.
func (w *textWriter) word(word string) {
	if w.out.Len() > maxText {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteString([]string{"", " ", "\t", "\n", "\n\n"}[w.gap])
	}
	w.gap = noGap
	w.out.WriteString(word)
}

// gapAround returns the gap before and after an element.
func gapAround(n *html.Node) gap {
	switch n.DataAtom {
	case atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Option, atom.Br:
		return lineGap
	case atom.Td, atom.Th:
		if hasBlock(n) {
			return blockGap
		}
		return cellGap
	}
	if isBlockElement(n) {
		return blockGap
	}
	return noGap
}

// hasBlock reports whether a node contains a block. It stops at the first one,
// so that the cells of nested tables are not searched repeatedly.
func hasBlock(n *html.Node) bool {
	for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
		if kid.Type == html.ElementNode && (isBlockElement(kid) || kid.DataAtom == atom.Br || hasBlock(kid)) {
			return true
		}
	}
	return false
}

// isBlockElement reports whether browsers put an element on lines of its own.
func isBlockElement(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Legend, atom.Main,
		atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Ul:
		return true
	}
	return false
}

// isUnseen reports whether a browser does not show an element, or it is not for
// reading: scripts, styles, menus, controls, hidden elements.
func isUnseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Svg,
		atom.Math, atom.Canvas, atom.Audio, atom.Video, atom.Select, atom.Textarea, atom.Button, atom.Input, atom.Nav,
		atom.Dialog, atom.Rp, atom.Rt, atom.Rtc, atom.Noembed, atom.Noframes, atom.Datalist:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if hidesContent(a.Val) {
				return true
			}
		case "class":
			if hasClass(a.Val, "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text") {
				return true
			}
		case "role":
			if a.Val == "navigation" || a.Val == "menu" || a.Val == "dialog" || a.Val == "alertdialog" {
				return true
			}
		}
	}
	return false
}

// hidesContent reports whether a style makes an element invisible.
func hidesContent(style string) bool {
	for declaration := range strings.SplitSeq(strings.ToLower(style), ";") {
		name, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		switch strings.TrimSpace(name) {
		case "display":
			if value == "none" {
				return true
			}
		case "visibility":
			if value == "hidden" {
				return true
			}
		case "mso-hide":
			if value == "all" {
				return true
			}
		}
	}
	return false
}

// hasClass reports whether one of the names is in a list of classes.
func hasClass(list string, names ...string) bool {
	for class := range strings.FieldsSeq(list) {
		for _, name := range names {
			if class == name {
				return true
			}
		}
	}
	return false
}

// attribute returns the value of an attribute of a node, or "".
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// walkElements calls visit for every element of a node, in the order of the
// document, until visit returns false.
func walkElements(n *html.Node, visit func(n *html.Node) bool) bool {
	if n.Type == html.ElementNode && !visit(n) {
		return false
	}
	for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
		if !walkElements(kid, visit) {
			return false
		}
	}
	return true
}

// letters returns the number of characters that are not white space.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
