package importer

import (
	"strings"

	"golang.org/x/net/html"
)

// The limits of a page. The largest real ones have a tenth of it, except for
// pictures in a tag. An element takes some 500 bytes of memory, and an
// attribute 200.
const (
	maxTags       = 500_000
	maxAttributes = 1_000_000
	maxTag        = 8 << 20 // bytes of a tag, or of a text without tags
)

// replaced are elements that are replaced before a page is parsed. A formatting
// element that is open at the end of a paragraph is opened again in each later
// paragraph, so that a small page could become a document of any size. In
// drawings, which are not read, the parser finds tags where the tokenizer finds
// none.
var replaced = map[string]string{
	"b": "span", "big": "span", "code": "samp", "em": "span", "font": "span", "i": "span", "nobr": "span", "s": "span", "small": "span",
	"strike": "span", "strong": "span", "tt": "span", "u": "span", "svg": drawing, "math": drawing,
}

const drawing = "drawing"

// markup copies a page and counts its parts.
type markup struct {
	*html.Tokenizer
	out              strings.Builder
	tags, attributes int
	open             string // the drawing of the current token: svg or math
	depth            int    // how many of them are open
}

// prepareMarkup returns a page ready to be parsed, or an error if it has so
// many tags or attributes that its document would take too much memory.
func prepareMarkup(page string) (string, error) {
	m := markup{Tokenizer: html.NewTokenizer(strings.NewReader(page))}
	m.SetMaxBuf(maxTag)
	m.out.Grow(len(page))
	for m.tags <= maxTags && m.attributes <= maxAttributes {
		kind := m.Next()
		if kind == html.ErrorToken {
			if m.Err() == html.ErrBufferExceeded {
				return "", unfit("save the page without its pictures", "a tag or text of more than %d MB in the HTML", maxTag>>20)
			}
			return m.out.String(), nil
		}
		m.token(kind)
	}
	return "", unfit("save the page of one article", "more than %d elements or %d attributes in the HTML", maxTags, maxAttributes)
}

// token copies a token.
func (m *markup) token(kind html.TokenType) {
	raw := m.Raw()
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
		m.tag(kind, raw)
		return
	case html.CommentToken:
		m.tags++
	}
	if m.open == "" {
		m.out.Write(raw)
	}
}

// tag copies a tag under the name that it is parsed as. It writes an empty
// element for a drawing: without one, the text before and after the drawing
// might become a tag.
func (m *markup) tag(kind html.TokenType, raw []byte) {
	tagName, more := m.TagName()
	name := string(tagName)
	for more {
		_, _, more = m.TagAttr()
		m.attributes++
	}
	isEnd := kind == html.EndTagToken
	if !isEnd || name == "p" || name == "br" { // the end tag of a paragraph that is not open makes an element too
		m.tags++
	}
	if m.open != "" {
		m.inDrawing(kind, name)
		return
	}
	as, isReplaced := replaced[name]
	switch {
	case !isReplaced:
		m.out.Write(raw)
	case as != drawing:
		begin := len("<")
		if isEnd {
			begin = len("</")
		}
		m.out.Write(raw[:begin])
		m.out.WriteString(as)
		m.out.Write(raw[begin+len(name):])
	default:
		m.out.WriteString("<span></span>")
		if kind == html.StartTagToken {
			m.open, m.depth = name, 1
			m.NextIsNotRawText()
		}
	}
}

// inDrawing skips a tag in a drawing.
func (m *markup) inDrawing(kind html.TokenType, name string) {
	switch {
	case kind == html.EndTagToken && name == m.open:
		if m.depth--; m.depth == 0 {
			m.open = ""
		}
	case kind == html.StartTagToken && name == m.open:
		m.depth++
	}
	m.NextIsNotRawText()
}
