package importer

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"

	"sitrep/briefing"
)

// isFeed reports whether a file is RSS, Atom or JSON Feed.
func isFeed(h *head) bool {
	begin := strings.ToLower(strings.TrimSpace(decodeText(h.begin, "")))
	if strings.HasPrefix(begin, "{") {
		return strings.Contains(begin, "jsonfeed.org/version/") || strings.Contains(begin, `jsonfeed.org\/version\/`)
	}
	return strings.HasPrefix(begin, "<") && containsAny(begin, []string{"<rss", "<feed", "<rdf:rdf", "<atom:feed"}) && !strings.Contains(begin, "<html")
}

// readFeed adds every entry of a feed as a source. It reads RSS and Atom by
// tokens, so that neither depth nor size of a feed costs more than its bytes.
// The library gofeed would link an HTTP client into the program, and sitrep
// must not have one.
func readFeed(b *builder, in Input) error {
	text := strings.TrimSpace(decodeText(in.Data, ""))
	f := &feed{}
	var err error
	if strings.HasPrefix(text, "{") {
		err = f.readJSON(text)
	} else {
		err = f.readXML(text)
	}
	if err != nil {
		return err
	}
	if len(f.entries) == 0 {
		return unfit("", "the feed has no entries")
	}
	b.setTitle(f.title)
	for i := range f.entries {
		f.entries[i].add(b, f)
		f.entries[i] = feedEntry{} // it may be large
	}
	return nil
}

// feed is what RSS, Atom and JSON Feed have in common.
type feed struct {
	title, language string
	base, home      string // of relative addresses: from XML, and the page of the feed
	authors         distinct
	entries         []feedEntry
}

// feedEntry is an entry with its dates as they are written.
type feedEntry struct {
	title, guid, origin          string // origin: the title of the feed that the entry was taken from
	address, base                string
	published, updated, language string
	content, summary             string // as text
	authors, tags                distinct
	enclosures                   int
}

func (e *feedEntry) add(b *builder, f *feed) {
	s := briefing.Source{Kind: "article", Title: oneLine(e.title), Text: cmp.Or(e.content, e.summary), Common: briefing.Common{Tags: e.tags.list}}
	if s.Title == "" {
		s.Title, _, _ = strings.Cut(s.Text, "\n")
	}
	published := cmp.Or(e.published, e.updated)
	if date, _ := parseDate(published); !b.entry(s.Title, date) {
		return
	}
	s.Publication = briefing.Publication{
		Publisher: oneLine(cmp.Or(e.origin, f.title)), Authors: e.authors.list, URL: absolute(e.address, absolute(e.base, f.base), f.base, f.home),
		Published: b.date(published), Language: b.language(cmp.Or(e.language, f.language)),
	}
	if len(e.authors.list) == 0 {
		s.Publication.Authors = f.authors.list
	}
	if e.guid != "" {
		s.ExternalIDs = []briefing.ExternalID{{System: "guid", ID: e.guid}}
	}
	if s.Publication.URL == "" && isAddress(e.guid) {
		s.Publication.URL = e.guid
	}
	if e.content != "" && e.summary != "" && e.content != e.summary {
		b.lost.add("summary of an entry")
	}
	if differs(e.updated, e.published) && e.published != "" {
		b.lost.add(timeOfChange)
	}
	b.lost.addTimes("enclosure", e.enclosures)
	b.source(s)
}

// textOfMarkup returns the text of HTML, or of plain text with HTML entities.
func textOfMarkup(s string) (string, error) {
	if !strings.Contains(s, "<") {
		return strings.TrimSpace(html.UnescapeString(s)), nil
	}
	return textOfHTML(s)
}

// distinct collects single-line texts without duplicates.
type distinct struct {
	list []string
	seen map[string]bool
}

func (d *distinct) add(s string) {
	if s = oneLine(s); s == "" || d.seen[s] {
		return
	}
	if d.seen == nil {
		d.seen = map[string]bool{}
	}
	d.seen[s] = true
	d.list = append(d.list, s)
}
