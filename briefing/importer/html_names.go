package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Parts of the names that web sites give to classes and ids, as in Arc90's
// Readability.
var (
	unlikelyNames = []string{
		"-ad-", "ai2html", "banner", "breadcrumb", "combx", "comment", "community", "cover-wrap", "disqus", "extra", "footer", "gdpr",
		"header", "legends", "menu", "related", "remark", "replies", "rss", "shoutbox", "sidebar", "skyscraper", "social", "sponsor",
		"supplemental", "ad-break", "agegate", "pagination", "pager", "popup", "yom-remote", "cookie", "consent", "newsletter",
	}
	likelyNames   = []string{"and", "article", "body", "column", "content", "main", "mathjax", "shadow"}
	positiveNames = []string{"article", "body", "content", "entry", "main", "page", "post", "text", "blog", "story"}
	negativeNames = []string{
		"-ad-", "hidden", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr", "masthead", "meta", "outbrain", "promo", "related",
		"share", "shoutbox", "sidebar", "skyscraper", "sponsor", "shopping", "tags", "widget", "cookie", "consent", "newsletter",
	}
)

// isUnlikely reports whether an element is named like something beside the
// article: a menu, comments, a footer.
func isUnlikely(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.A, atom.Article, atom.Main, atom.Td, atom.Tr, atom.Tbody, atom.Samp: // code is read as samp
		return false
	}
	switch attribute(n, "role") {
	case "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog":
		return true
	}
	name := nameOf(n, "class") + " " + nameOf(n, "id")
	return containsAny(name, unlikelyNames) && !containsAny(name, likelyNames)
}

// classWeight is the number of points for a name.
const classWeight = 25

// classPoints returns the points for the class and the id of an element.
func classPoints(n *html.Node) (points int) {
	for _, key := range []string{"class", "id"} {
		name := nameOf(n, key)
		if name == "" {
			continue
		}
		if containsAny(name, negativeNames) {
			points -= classWeight
		}
		if containsAny(name, positiveNames) {
			points += classWeight
		}
	}
	return points
}

// sharesPage reports whether an element has buttons for sharing the page.
func sharesPage(n *html.Node) bool {
	for _, key := range []string{"class", "id"} {
		for word := range strings.FieldsFuncSeq(nameOf(n, key), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
			if word == "share" || word == "sharing" || word == "sharedaddy" {
				return true
			}
		}
	}
	return false
}

// nameOf returns the beginning of an attribute in lower case.
func nameOf(n *html.Node, key string) string {
	const longest = 500 // bytes
	name := attribute(n, key)
	return strings.ToLower(name[:min(len(name), longest)])
}

func containsAny(s string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// longestAdWord is the greatest number of letters that isAdWord looks at.
const longestAdWord = 15

// isAdWord reports whether a text only labels an advertisement.
func isAdWord(text string) bool {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "ad", "advertisement", "advertising", "anzeige", "werbung", "pub", "publicité", "anuncio", "publicidad", "реклама", "广告":
		return true
	}
	return false
}
