package importer

import (
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/net/html"
)

// linkedData is the JSON-LD of a page in the terms of schema.org.
type linkedData struct {
	article map[string]any   // the first article, or nil
	page    map[string]any   // the first web page, or nil
	reviews []map[string]any // all of type ClaimReview
	byID    map[string]map[string]any
}

// add adds the data of a script. It returns false if the script cannot be read.
func (d *linkedData) add(script string) bool {
	script = strings.TrimSpace(script)
	for _, wrapped := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		script = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(script, wrapped[0]), wrapped[1]))
	}
	var v any
	if json.Unmarshal([]byte(script), &v, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) != nil {
		return false
	}
	d.collect(v)
	return true
}

// collect looks at an object or the members of a list or graph. It does not
// look any deeper, because pages also list other articles.
func (d *linkedData) collect(v any) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			d.collect(item)
		}
	case map[string]any:
		if id, _ := v["@id"].(string); id != "" && len(v) > 1 && d.byID[id] == nil {
			d.byID[id] = v
		}
		types := typesOf(v)
		switch {
		case types["ClaimReview"]:
			d.reviews = append(d.reviews, v)
		case d.article == nil && articleKind(types) != "":
			d.article = v
		case d.page == nil && types["WebPage"]:
			d.page = v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "review"} {
			d.collect(v[key])
		}
	}
}

// fillIn describes the article from the page, if none is described.
func (d *linkedData) fillIn() {
	if d.article != nil {
		return
	}
	d.article = map[string]any{}
	for _, key := range []string{"author", "datePublished", "dateModified", "inLanguage", "publisher"} {
		if v := d.page[key]; v != nil {
			d.article[key] = v
		}
	}
}

// typesOf returns the types of an object without the address of schema.org.
func typesOf(v map[string]any) map[string]bool {
	out := map[string]bool{}
	for _, t := range list(v["@type"]) {
		if s, ok := t.(string); ok {
			out[s[strings.LastIndexAny(s, "/:#")+1:]] = true
		}
	}
	return out
}

// articleKind returns the kind of source for an object of these types, or "" if
// it is not an article.
func articleKind(types map[string]bool) string {
	for _, t := range []string{"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting"} {
		if types[t] {
			return "post"
		}
	}
	if types["Report"] {
		return "report"
	}
	for t := range types {
		if strings.HasSuffix(t, "Article") {
			return "article"
		}
	}
	return ""
}

// list returns v as a list: its members, v alone, or nothing.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// texts returns v as strings: strings, and names of objects, which may be given
// by reference.
func (d *linkedData) texts(v any) (out []string) {
	for _, item := range list(v) {
		switch item := item.(type) {
		case string:
			out = append(out, plain(item))
		case map[string]any:
			named := d.resolve(item)
			for _, name := range append(list(named["name"]), list(named["@value"])...) {
				if s, ok := name.(string); ok {
					out = append(out, plain(s))
				}
			}
		}
	}
	return out
}

// text returns the first of texts, or "".
func (d *linkedData) text(v any) string {
	for _, s := range d.texts(v) {
		if s != "" {
			return s
		}
	}
	return ""
}

// address returns v as an address: a string, or the url or id of an object.
func (d *linkedData) address(v any) string {
	for _, item := range list(v) {
		switch item := item.(type) {
		case string:
			return item
		case map[string]any:
			for _, key := range []string{"url", "@id"} {
				if s, ok := item[key].(string); ok && isAddress(s) {
					return s
				}
			}
		}
	}
	return ""
}

// resolve returns the object that v refers to by its id, or v.
func (d *linkedData) resolve(v map[string]any) map[string]any {
	if id, _ := v["@id"].(string); len(v) <= 2 && d.byID[id] != nil { // with or without its type
		return d.byID[id]
	}
	return v
}

// plain returns a text without the markup and entities that some programs leave
// in JSON-LD.
func plain(s string) string { return strings.TrimSpace(html.UnescapeString(s)) }

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
