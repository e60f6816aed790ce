package importer

import (
	"cmp"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// source returns what a page says about its article, without the text. JSON-LD
// comes first, then OpenGraph and other meta elements, then the text.
func (p *page) source(b *builder) briefing.Source {
	article := p.data.article
	s := briefing.Source{Kind: briefing.SourceKind(p.kind())}
	pub := &s.Publication
	pub.Publisher = oneLine(cmp.Or(p.data.text(article["publisher"]), p.first("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher", "application-name")))
	pub.Authors = p.authorNames()
	pub.Place = p.data.text(article["dateline"])
	pub.Published = p.publishedDate(b)
	pub.Language = b.language(cmp.Or(p.language, p.data.text(article["inLanguage"]), p.first("og:locale", "content-language", "dc.language")))
	pub.URL = p.address()
	pub.Credit = p.data.text(article["creditText"])
	s.Title = p.titleOf(pub.Publisher)
	s.Tags = p.tags()
	if doi := strings.TrimPrefix(p.first("citation_doi", "dc.identifier.doi"), "doi:"); doi != "" {
		s.ExternalIDs = append(s.ExternalIDs, briefing.ExternalID{System: "doi", ID: doi})
	}
	return s
}

// kind returns the kind of source. A page that does not say that it is an
// article is a web page.
func (p *page) kind() string {
	if kind := articleKind(typesOf(p.data.article)); kind != "" {
		return kind
	}
	if p.first("og:type") == "article" || p.first("article:published_time", "citation_title") != "" {
		return "article"
	}
	return "webpage"
}

// titleOf returns the title of the article. It cuts the name of the site off
// the title of the window, and everything around the page's only heading if the
// title contains that.
func (p *page) titleOf(publisher string) string {
	window := p.title
	if heading := only(p.headings); heading != "" && (window == "" || strings.Contains(nameKey(window), nameKey(heading))) {
		window = heading
	}
	headline, name := oneLine(p.data.text(p.data.article["headline"])), oneLine(p.data.text(p.data.article["name"]))
	if name != "" && strings.HasPrefix(p.title, name) && !strings.HasPrefix(p.title, headline) {
		headline = name // the headline only describes it
	}
	for _, title := range []string{headline, name, p.first("og:title", "headline", "citation_title", "dc.title", "twitter:title"), window} {
		if title = withoutSite(oneLine(title), publisher); title != "" {
			return title
		}
	}
	return ""
}

func only(list []string) string {
	if len(list) == 1 {
		return list[0]
	}
	return ""
}

func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, separator := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		title = strings.TrimSuffix(title, separator+site)
	}
	return title
}

func (p *page) authorNames() []string {
	var found distinct
	for _, names := range [][]string{p.data.texts(p.data.article["author"]), p.meta["article:author"], p.meta["author"], p.meta["citation_author"], p.meta["dc.creator"], p.meta["parsely-author"], p.authors.list} {
		for _, name := range names {
			if name = strings.TrimPrefix(oneLine(name), "By "); !isAddress(name) {
				found.add(name)
			}
		}
		if len(found.list) > 0 {
			return found.list
		}
	}
	return nil
}

func (p *page) publishedDate(b *builder) edtf.Date {
	return b.date(cmp.Or(p.data.text(p.data.article["datePublished"]), p.data.text(p.data.article["dateCreated"]),
		p.first("article:published_time", "og:published_time", "datepublished", "citation_publication_date", "dcterms.issued", "dc.date.issued", "dcterms.created", "parsely-pub-date",
			"sailthru.date", "pubdate", "publish-date", "dc.date", "date"),
		p.published, only(p.times)))
}

func (p *page) address() string {
	return cmp.Or(p.absolute(p.canonical), p.absolute(p.first("og:url")), p.data.address(p.data.article["url"]),
		p.data.address(p.data.article["mainEntityOfPage"]), p.saved)
}

// tags returns the keywords of the page without duplicates.
func (p *page) tags() []string {
	var out distinct
	for _, list := range [][]string{p.data.texts(p.data.article["keywords"]), p.meta["article:tag"], {p.first("news_keywords", "keywords")}} {
		for _, tag := range list {
			if len(list) > 1 { // one keyword each
				out.add(tag)
				continue
			}
			for tag := range strings.SplitSeq(tag, ",") {
				out.add(tag)
			}
		}
		if len(out.list) > 0 {
			break
		}
	}
	return out.list
}

// countLost counts what a source has no place for.
func (p *page) countLost(b *builder) {
	article := p.data.article
	for _, part := range []struct {
		what string
		has  bool
	}{
		{"description of a page", article["description"] != nil || p.first("og:description", "description") != ""},
		{"picture of a page", article["image"] != nil || p.first("og:image") != ""},
		{"section of a page", article["articleSection"] != nil || p.first("article:section") != ""},
		{timeOfChange, differs(cmp.Or(p.data.text(article["dateModified"]), p.first("article:modified_time")), cmp.Or(p.data.text(article["datePublished"]), p.first("article:published_time")))},
	} {
		if part.has {
			b.lost.add(part.what)
		}
	}
}

const timeOfChange = "time of the last change"

func differs(changed, published string) bool { return changed != "" && changed != published }

// language returns a language tag, or "" if s is not one.
func (b *builder) language(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if s == "" {
		return ""
	}
	first, rest, _ := strings.Cut(s, "-")
	if len(first) < 2 || len(first) > 3 || strings.Trim(strings.ToLower(first), "abcdefghijklmnopqrstuvwxyz") != "" || strings.ContainsAny(rest, " ,;.") {
		b.lost.add("invalid language")
		return ""
	}
	return s
}
