package export

import (
	"io"
	"net/url"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// cslWriter writes the sources as CSL-JSON, the list that Zotero, pandoc and
// other citation processors read (github.com/citation-style-language/schema,
// csl-data.json 1.0.2). Fields that the standard does not have are under
// custom.
type cslWriter struct {
	*jsonWriter
	request *Request
	losses  Losses
}

// cslTypes maps kinds of sources to types of the standard. Other kinds become a
// document with the kind under genre.
var cslTypes = map[briefing.SourceKind]string{
	"article":   "article-newspaper",
	"broadcast": "broadcast",
	"speech":    "speech",
	"interview": "interview",
	"post":      "post",
	"report":    "report",
	"document":  "document",
	"dataset":   "dataset",
	"webpage":   "webpage",
	"video":     "motion_picture",
	"audio":     "song", // any recording, as in Zotero
	"image":     "graphic",
	"book":      "book",
	"mail":      "personal_communication",
}

// cslPlaces includes text: a digest is written as the abstract, and other texts
// are counted where they are left out.
var cslPlaces = places{
	"briefing": "id title as_of issued version language authors tlp",
	"source": "id title kind publisher authors credit place published accessed url archive_url language " +
		"reliability reliability_note origin status text text_kind " + commonKeys,
}

func writeCSL(w io.Writer, r *Request) (Losses, error) {
	c := &cslWriter{newJSONWriter(w), r, lossesOf(r, briefing.PartBrief, briefing.PartTimeline, briefing.PartClaims, briefing.PartActors)}
	c.array(func() {
		if !r.Wants(briefing.PartSources) {
			return
		}
		for _, s := range r.Sources() {
			c.object(func() { c.source(s) })
		}
	})
	if r.Wants(briefing.PartSources) {
		c.losses.addPartial(r.filtered())
	} else {
		c.losses.addPartial(r.partial())
	}
	c.losses.addOthers(r, cslPlaces, briefing.PartSources)
	return c.losses, c.finish()
}

func (c *cslWriter) source(s *briefing.Source) {
	p := &s.Publication
	c.field("id", s.ID)
	kind, genre := cslTypes[s.Kind], ""
	if kind == "" {
		kind, genre = "document", briefing.SourceKinds.Label(s.Kind)
	}
	c.field("type", kind)
	c.field("genre", genre)
	c.field("title", s.Title)
	writeEach(c.jsonWriter, "author", p.Authors, func(name string) {
		c.object(func() { c.field("literal", name) })
	})
	// What appears in a paper, a programme or a site is cited as part of it.
	if kind == "article-newspaper" || kind == "broadcast" || kind == "post" {
		c.field("container-title", p.Publisher)
	} else {
		c.field("publisher", p.Publisher)
	}
	c.field("publisher-place", p.Place)
	c.date("issued", p.Published)
	c.date("accessed", p.Accessed)
	c.field("URL", c.losses.webAddress(p.URL))
	if address := c.losses.webAddress(p.ArchiveURL); address != "" {
		c.field("archive", host(address))
		c.field("archive_location", address)
	}
	c.field("language", p.Language)
	c.identifiers(s.ExternalIDs)
	c.field("keyword", briefing.JoinNames(s.Tags))
	if s.Status != briefing.SourceCurrent {
		c.field("status", string(s.Status))
	}
	c.field("note", c.note(s))
	if s.TextKind == textDigest {
		c.field("abstract", s.Text)
	} else if s.Text != "" {
		c.losses.Add("source text", 1)
	}
	c.key("custom").object(func() { c.custom(s) })
}

// cslIdentifiers maps systems of ids to the variables of the standard.
var cslIdentifiers = []struct{ system, variable string }{
	{"doi", "DOI"}, {"isbn", "ISBN"}, {"issn", "ISSN"}, {"pmid", "PMID"}, {"pmcid", "PMCID"},
}

// identifiers writes the first id of each system for which the standard has a
// variable. All ids are under custom.
func (c *cslWriter) identifiers(list []briefing.ExternalID) {
	for _, known := range cslIdentifiers {
		if i := slices.IndexFunc(list, func(e briefing.ExternalID) bool { return e.System == known.system }); i >= 0 {
			c.field(known.variable, list[i].ID)
		}
	}
}

// textDigest is the kind of a text that is an abstract of its document.
const textDigest briefing.TextKind = "digest"

// host returns the host of a web address.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// note says in words what a reader of the reference must know: how far it may
// be passed on, and its standing. Programs find the same under custom.
func (c *cslWriter) note(s *briefing.Source) string {
	facts := []string{
		c.request.Index.TLP(briefing.Ref{Kind: briefing.KindSource, ID: s.ID}).String(),
		labelled("Reliability", gradeInWords(s.Grade.Reliability)),
		s.Grade.Note,
		labelled("Credit", s.Publication.Credit),
	}
	if s.Draft {
		facts = append(facts, "Draft: proposed by a program, not yet reviewed")
	}
	if s.Origin != "" {
		facts = append(facts, labelled("Copies, quotes or translates", sourceInShort(c.request.Index, s.Origin)))
	}
	return joinFacts("\n", facts...)
}

func (c *cslWriter) custom(s *briefing.Source) {
	c.field("kind", string(s.Kind))
	c.field("reliability", string(s.Grade.Reliability))
	c.field("reliability_note", s.Grade.Note)
	c.field("origin", s.Origin)
	c.field("status", string(s.Status))
	c.field("credit", s.Publication.Credit)
	c.fields("tags", s.Tags)
	if s.Draft {
		c.key("draft").flag(true)
	}
	c.fields("external_ids", briefing.Map(s.ExternalIDs, briefing.ExternalID.String))
	c.field("tlp", c.request.Index.TLP(briefing.Ref{Kind: briefing.KindSource, ID: s.ID}).String())
	if s.Text != "" {
		c.field("text_kind", string(s.TextKind))
	}
	c.field("published", s.Publication.Published.String())
	c.field("accessed", s.Publication.Accessed.String())
	c.key("briefing").object(func() { briefingHead(c.jsonWriter, c.request.Index.Briefing) })
}

// briefingHead writes the members that identify the briefing, under the names
// of the format briefing/1.
func briefingHead(j *jsonWriter, b *briefing.Briefing) {
	j.field("id", b.ID)
	j.field("title", b.Title)
	j.field("as_of", b.AsOf.String())
	j.field("issued", b.Issued.String())
	j.number("version", b.Version)
	j.field("language", b.Language)
	j.fields("authors", b.Authors)
	j.field("tlp", b.TLP.String())
}

// date writes a date in parts, with its season and whether it is uncertain or
// approximate. Citation styles sort and cite by the parts. If they do not say
// everything, the date in words is written too.
func (c *cslWriter) date(name string, d edtf.Date) {
	if d.IsZero() {
		return
	}
	parts := cslParts(d)
	c.key(name).object(func() {
		if len(parts) > 0 {
			c.key("date-parts").array(func() {
				for _, numbers := range parts {
					c.array(func() {
						for _, n := range numbers {
							c.integer(n)
						}
					})
				}
			})
		}
		if season := d.Season(); season > 0 {
			c.key("season").integer(season)
		} else if !isoDatesOf(d).whole {
			c.field("literal", d.Words())
		}
		if d.SomeYear() || d.Uncertain() || d.Approximate() {
			c.key("circa").flag(true)
		}
	})
}

// cslParts returns the date-parts of a date: both ends of an interval or of an
// all-of set, what all dates of a one-of set share, the year of "by" and "or
// later", and none for a date without bounds. If the year is not fully known,
// it returns the first year that the date can mean.
func cslParts(d edtf.Date) [][]int {
	first, begins := d.Earliest()
	last, ends := d.Latest()
	start, end := partsOfDay(first), partsOfDay(last)
	all := d.IsInterval() || strings.HasPrefix(d.String(), "{")
	switch {
	case !begins && !ends:
		return nil
	case !begins:
		return [][]int{end[:1]}
	case all && ends && !slices.Equal(start, end):
		return [][]int{start, end}
	case all || d.Precision() == edtf.SubYear:
		return [][]int{start}
	case !ends:
		return [][]int{start[:1]}
	}
	same := 0
	for same < min(len(start), len(end)) && start[same] == end[same] {
		same++
	}
	return [][]int{start[:max(same, 1)]}
}

// partsOfDay returns year, month and day of an end of a date, as far as they
// are known. The standard counts the year before 1 as -1, which is 0 in ISO
// 8601.
func partsOfDay(end edtf.Bound) []int {
	year := end.At.Year()
	if year <= 0 {
		year--
	}
	switch {
	case end.Precision < edtf.Month:
		return []int{year}
	case end.Precision == edtf.Month:
		return []int{year, int(end.At.Month())}
	}
	return []int{year, int(end.At.Month()), end.At.Day()}
}
