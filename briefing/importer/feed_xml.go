package importer

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// maxFeedDepth is the limit of nested elements in a feed.
const maxFeedDepth = 200

// feedXML reads the tokens of RSS and Atom.
type feedXML struct {
	*xml.Decoder
	depth int
}

// readXML reads RSS 0.9x, 1.0 and 2.0 and Atom, which have the same parts under
// different names.
func (f *feed) readXML(text string) error {
	r := feedXML{Decoder: xml.NewDecoder(strings.NewReader(withoutControls(text)))}
	r.Strict = false
	r.Entity = xml.HTMLEntity
	r.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 by now
	for {
		t, err := r.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			if start, ok := t.(xml.StartElement); ok {
				err = f.element(&r, start)
			}
		}
		if err != nil {
			return r.explain(err)
		}
	}
}

func (r *feedXML) explain(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return unfit("save the feed again", "line %d: %s", syntax.Line, syntax.Msg)
	}
	return err
}

// next returns the next token, or an error if elements are nested too deep.
func (r *feedXML) next() (xml.Token, error) {
	t, err := r.Token()
	if err != nil {
		return nil, err
	}
	switch t.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > maxFeedDepth {
			return nil, unfit("", "more than %d nested elements", maxFeedDepth)
		}
	case xml.EndElement:
		r.depth--
	}
	return t, nil
}

// element reads an element outside the entries.
func (f *feed) element(r *feedXML, start xml.StartElement) error {
	if !isFeedName(start.Name) {
		return nil
	}
	switch start.Name.Local {
	case "item", "entry":
		if len(f.entries) == maxEntries {
			return tooMany()
		}
		e := feedEntry{language: attributeXML(start, "lang"), base: attributeXML(start, "base")}
		err := e.read(r)
		f.entries = append(f.entries, e)
		return err
	case "feed", "rss", "channel", "RDF":
		f.language = cmp.Or(f.language, attributeXML(start, "lang"))
		f.base = cmp.Or(f.base, attributeXML(start, "base"))
		return nil
	}
	in, err := r.inner()
	switch start.Name.Local {
	case "title":
		f.title = cmp.Or(f.title, in.title(start))
	case "language":
		f.language = cmp.Or(f.language, strings.TrimSpace(in.text))
	case "author":
		f.authors.add(in.person())
	case "link":
		if address := linkOf(start, in); isAddress(address) && attributeXML(start, "rel") != "hub" {
			f.home = cmp.Or(f.home, address)
		}
	}
	return err
}

func (e *feedEntry) read(r *feedXML) error {
	begin := r.InputOffset()
	for {
		if r.InputOffset()-begin > maxItemBytes {
			return unfit("", "an entry of more than %d MB", maxItemBytes>>20)
		}
		t, err := r.next()
		if err != nil {
			return unexpectedEnd(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			in, err := r.inner()
			if err != nil {
				return err
			}
			if err := e.part(t, in); err != nil {
				return err
			}
		}
	}
}

func (e *feedEntry) part(start xml.StartElement, in inner) error {
	if !isFeedName(start.Name) {
		if start.Name.Local == "content" { // of Media RSS
			e.enclosures++
		}
		return nil
	}
	switch start.Name.Local {
	case "title":
		e.title = cmp.Or(e.title, in.title(start))
	case "guid", "id", "identifier":
		e.guid = cmp.Or(e.guid, strings.TrimSpace(in.text))
	case "link":
		e.link(start, in)
	case "enclosure":
		e.enclosures++
	case "pubDate", "published", "issued", "date", "created":
		e.published = cmp.Or(e.published, strings.TrimSpace(in.text))
	case "updated", "modified":
		e.updated = cmp.Or(e.updated, strings.TrimSpace(in.text))
	case "author", "creator", "contributor":
		e.authors.add(in.person())
	case "category", "subject":
		e.tags.add(cmp.Or(attributeXML(start, "label"), attributeXML(start, "term"), in.text))
	case "source":
		e.origin = cmp.Or(in.kids["title"], strings.TrimSpace(in.text))
	case "language":
		e.language = strings.TrimSpace(in.text)
	case "encoded", "content", "body":
		return in.put(start, &e.content)
	case "description", "summary", "abstract":
		return in.put(start, &e.summary)
	}
	return nil
}

func (e *feedEntry) link(start xml.StartElement, in inner) {
	switch rel := attributeXML(start, "rel"); rel {
	case "", "alternate":
		e.address = cmp.Or(e.address, linkOf(start, in))
	case "enclosure":
		e.enclosures++
	}
}

// linkOf returns the address of a link, of Atom or of RSS.
func linkOf(start xml.StartElement, in inner) string {
	return strings.TrimSpace(cmp.Or(attributeXML(start, "href"), in.text))
}

// inner is the content of an element.
type inner struct {
	text     string            // without markup
	markup   string            // as HTML
	elements bool              // it contains elements
	kids     map[string]string // texts of its elements by name
}

// inner reads to the end of the current element.
func (r *feedXML) inner() (inner, error) {
	in := inner{}
	var text, markup, kid strings.Builder
	level := 0
	for {
		t, err := r.next()
		if err != nil {
			return in, unexpectedEnd(err)
		}
		switch t := t.(type) {
		case xml.CharData:
			text.Write(t)
			kid.Write(t)
			if in.elements {
				markup.WriteString(html.EscapeString(string(t)))
			}
		case xml.StartElement:
			if !in.elements {
				in.elements, in.kids = true, map[string]string{}
				markup.WriteString(html.EscapeString(text.String()))
			}
			if level++; level == 1 {
				kid.Reset()
			}
			markup.WriteString("<" + t.Name.Local + ">")
		case xml.EndElement:
			if level == 0 {
				in.text, in.markup = text.String(), markup.String()
				return in, nil
			}
			if level--; level == 0 && in.kids[t.Name.Local] == "" {
				in.kids[t.Name.Local] = oneLine(kid.String())
			}
			markup.WriteString("</" + t.Name.Local + ">")
		}
	}
}

// unexpectedEnd returns a clearer error for a feed that ends in the middle.
func unexpectedEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return unfit("save the feed again", "the feed ends in the middle of an element")
	}
	return err
}

// put sets *to to the text, unless it is set already. Atom says whether the
// text is HTML. In RSS it always is.
func (in *inner) put(start xml.StartElement, to *string) (err error) {
	if *to != "" {
		return nil
	}
	isAtom := start.Name.Local == "content" || start.Name.Local == "summary"
	switch kind := attributeXML(start, "type"); {
	case in.elements:
		*to, err = textOfHTML(in.markup)
	case isAtom && (kind == "" || kind == "text" || kind == "text/plain"):
		*to = strings.TrimSpace(in.text)
	default:
		*to, err = textOfMarkup(in.text)
	}
	return err
}

// title returns the text of a title, which in RSS may contain entities.
func (in *inner) title(start xml.StartElement) string {
	switch kind := attributeXML(start, "type"); {
	case in.elements:
		return oneLine(in.text)
	case kind == "html":
		if text, err := textOfMarkup(in.text); err == nil {
			return oneLine(text)
		}
	case kind == "text":
		return oneLine(in.text)
	}
	return oneLine(html.UnescapeString(in.text))
}

// person returns the name of a person. RSS has it in parentheses after an
// address.
func (in *inner) person() string {
	if in.elements {
		return cmp.Or(in.kids["name"], in.kids["email"])
	}
	text := strings.TrimSpace(in.text)
	if address, name, ok := strings.Cut(text, "("); ok && strings.Contains(address, "@") {
		return strings.TrimSuffix(strings.TrimSpace(name), ")")
	}
	return text
}

// feedNames begin the namespaces of RSS, Atom, Dublin Core and XHTML. The
// decoder treats an undeclared prefix as a namespace.
var feedNames = []string{
	"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/", "http://purl.org/dc/", "http://my.netscape.com/rdf/",
	"http://channel.netscape.com/rdf/", "http://backend.userland.com/", "http://blogs.law.harvard.edu/tech/rss", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"http://www.w3.org/1999/xhtml", "atom", "rdf", "dc", "content",
}

func isFeedName(name xml.Name) bool {
	if name.Space == "" {
		return true
	}
	for _, begin := range feedNames {
		if strings.HasPrefix(name.Space, begin) {
			return true
		}
	}
	return false
}

func attributeXML(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// withoutControls replaces control characters that XML does not allow but
// programs write.
func withoutControls(s string) string {
	isControl := func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff }
	if !strings.ContainsFunc(s, isControl) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return 0xfffd
		}
		return r
	}, s)
}
