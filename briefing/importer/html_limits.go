package importer

import (
	"strings"

	"golang.org/x/net/html"
)

// What a page may have. The largest real ones have a tenth of it, but for pictures
// in a tag. An element takes some 500 bytes of memory, and an attribute 200.
const (
	maxTags       = 500_000
	maxAttributes = 1_000_000
	maxTag        = 8 << 20 // bytes of a tag, or of a text without tags
)

// checkMarkup returns an error if a page has so many tags or attributes that its
// document takes too much memory.
func checkMarkup(page string) error {
	z := html.NewTokenizer(strings.NewReader(page))
	z.SetMaxBuf(maxTag)
	tags, attributes := 0, 0
	for tags <= maxTags && attributes <= maxAttributes {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() == html.ErrBufferExceeded {
				return unfit("save the page without its pictures", "a tag or text of more than %d MB in the HTML", maxTag>>20)
			}
			return nil
		case html.TextToken:
			// Within SVG, the parser finds tags in scripts and the like.
			t, a := countMarkup(string(z.Raw()))
			tags, attributes = tags+t, attributes+a
		case html.StartTagToken, html.SelfClosingTagToken:
			tags++
			_, more := z.TagName()
			for more {
				_, _, more = z.TagAttr()
				attributes++
			}
		}
	}
	return unfit("save the page of one article", "more than %d elements or %d attributes in the HTML", maxTags, maxAttributes)
}

// countMarkup returns how many tags and attributes a text has at most, whatever is
// taken for one.
func countMarkup(text string) (tags, attributes int) {
	for {
		_, after, ok := strings.Cut(text, "<")
		if !ok {
			return tags, attributes
		}
		tags++
		tag, rest, _ := strings.Cut(after, ">")
		between := false // attributes
		for i := range len(tag) {
			switch tag[i] {
			case ' ', '\t', '\n', '\r', '\f', '/':
				between = true
			default:
				if between {
					attributes++
				}
				between = false
			}
		}
		text = rest
	}
}
