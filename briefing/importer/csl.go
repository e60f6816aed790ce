package importer

import (
	"cmp"
	"strconv"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// cslKinds maps the types of CSL 1.0.2 to kinds of sources.
var cslKinds = sync.OnceValue(func() map[string]briefing.SourceKind {
	return map[string]briefing.SourceKind{
		"article": "article", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
		"paper-conference": "article", "review": "article", "review-book": "article",
		"bill": "legal", "hearing": "legal", "legal_case": "legal", "legislation": "legal", "regulation": "legal", "treaty": "legal",
		"book": "book", "chapter": "book", "classic": "book", "entry": "book", "entry-dictionary": "book", "entry-encyclopedia": "book",
		"broadcast": "broadcast", "dataset": "dataset", "interview": "interview", "report": "report", "speech": "speech", "webpage": "webpage",
		"figure": "image", "graphic": "image", "map": "image", "motion_picture": "video", "song": "audio", "musical_score": "document",
		"personal_communication": "mail", "post": "post", "post-weblog": "post",
		"collection": "document", "document": "document", "event": "document", "manuscript": "document", "pamphlet": "document",
		"patent": "document", "performance": "document", "periodical": "document", "software": "document", "standard": "document", "thesis": "document",
	}
})

func isCSL(h *head) bool {
	top := h.members()
	if items := top["items"]; items != nil {
		top = membersOf(first(items))
	}
	kind := strings.Trim(string(top["type"]), `"`)
	return top["id"] != nil && cslKinds()[kind] != "" && top["format"] == nil
}

// readCSL adds the references of CSL-JSON: a list, or a list under items.
func readCSL(b *builder, in Input) error {
	value, err := parseJSON(in.Data)
	if err != nil {
		return err
	}
	list := value
	if value.Kind() == '{' {
		list = membersOf(value)["items"]
	}
	if list.Kind() != '[' {
		return unfit("export the references as CSL-JSON", "it is not a list of references")
	}
	r := references{builder: b}
	b.eachObject(list, r.add)
	r.finish()
	return nil
}

// references adds references in the form of CSL-JSON. It restores those that
// this program has exported.
type references struct {
	*builder
	own briefing.Briefing
}

// finish adds what this program has exported.
func (r *references) finish() {
	if len(r.own.Sources) > 0 {
		r.merge(&r.own)
	}
}

func (r *references) add(o object) {
	custom := o.object("custom")
	head := custom.object("briefing")
	own := head["as_of"] != nil
	kind := o.text("type")
	s := briefing.Source{Kind: cslKinds()[kind], Title: r.rich(o.firstText("title", "title-short", "shortTitle"))}
	if s.Kind == "" {
		r.lost.add("type " + clean.Quoted(kind))
		s.Kind = "document"
	}
	p := &s.Publication
	p.Published = r.cslDate(o, "issued")
	p.URL = o.text("URL")
	if s.Title == "" && p.URL == "" {
		r.lost.add("reference without a title and an address")
		return
	}
	if !r.entry(s.Title, p.Published) {
		return
	}
	p.Accessed = r.cslDate(o, "accessed")
	for _, name := range o.objects("author") {
		p.Authors = append(p.Authors, cslName(name))
	}
	r.publisher(o, &s)
	p.Place = r.rich(o.firstText("publisher-place", "event-place"))
	if at := o.text("archive_location"); strings.HasPrefix(at, "http") {
		p.ArchiveURL = at
		o.drop("archive")
	} else if at != "" {
		o["archive_location"] = at
	}
	p.Language = o.text("language")
	if text := o.text("abstract"); text != "" {
		s.Text, s.TextKind = r.rich(text), "digest"
	}
	s.Tags = o.texts("keyword")
	if len(s.Tags) == 1 {
		s.Tags = strings.FieldsFunc(s.Tags[0], func(c rune) bool { return c == ',' || c == ';' })
	}
	if own {
		r.restore(o, kind, custom, head, &s)
		return
	}
	r.ids(o, kind, &s)
	r.loseRest("reference", o)
	r.loseRest("custom", custom)
	r.source(s)
}

// publisher returns what the source appeared in, or else its publisher.
func (r *references) publisher(o object, s *briefing.Source) {
	names := []string{"publisher", "container-title"}
	switch s.Kind {
	case "article", "broadcast", "post", "webpage", "video", "audio", "interview":
		names = []string{"container-title", "publisher"}
	}
	for _, name := range names {
		if s.Publication.Publisher == "" {
			s.Publication.Publisher = r.rich(o.text(name))
		}
	}
	o.drop("container-title-short", "journalAbbreviation") // short forms of the same
}

// ids reads the ids of a reference. A citation key becomes the id in the
// briefing. An ISSN belongs to a periodical and, in a chapter, an ISBN to a
// book, so two references that share one are not the same.
func (r *references) ids(o object, kind string, s *briefing.Source) {
	key := o.text("citation-key")
	id := o.text("id")
	note, rest := cslNote(o.text("note"))
	o["note"] = rest
	for name, value := range note {
		if o.text(name); value != "" {
			o[name] = value
		}
	}
	switch {
	case strings.HasPrefix(id, "http://zotero.org/") || strings.HasPrefix(id, "https://zotero.org/"):
		s.ExternalIDs = append(s.ExternalIDs, briefing.ExternalID{System: "zotero", ID: id})
	case strings.Trim(id, "0123456789") != "" && !strings.ContainsAny(id, "/:"):
		key = cmp.Or(key, id)
	}
	if key = cmp.Or(key, o.text("citation-key")); key != "" {
		s.ID = file.Slug(key, "source")
	}
	systems := []struct{ name, system string }{{"DOI", "doi"}, {"PMID", "pmid"}, {"PMCID", "pmcid"}, {"ISBN", "isbn"}}
	for _, id := range systems {
		if id.name == "ISBN" && kind != "book" {
			continue
		}
		value := o.text(id.name)
		if id.system == "doi" {
			value = bareDOI(value)
		}
		for one := range strings.FieldsSeq(value) {
			s.ExternalIDs = append(s.ExternalIDs, briefing.ExternalID{System: id.system, ID: one})
		}
	}
}

// bareDOI returns a DOI without the prefix that makes it an address.
func bareDOI(s string) string {
	if at := strings.Index(s, "10."); at > 0 {
		s = s[at:]
	}
	return strings.ToLower(s) // case does not matter
}

// cslNote separates the lines of a note that are variables, where Zotero keeps
// what it has no field for, from the others.
func cslNote(note string) (variables map[string]string, rest string) {
	variables = map[string]string{}
	var others []string
	for line := range strings.Lines(note) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "doi", "pmid", "pmcid", "isbn":
			name = strings.ToUpper(strings.TrimSpace(name))
		case "citation key", "citation-key":
			name = "citation-key"
		default:
			ok = false
		}
		if !ok {
			others = append(others, strings.TrimSpace(line))
			continue
		}
		variables[name] = strings.TrimSpace(value)
	}
	return variables, strings.TrimSpace(strings.Join(others, "\n"))
}

// cslMarkup matches the few tags that CSL-JSON allows in texts.
var cslMarkup = pattern(`</?(?:i|b|sc|sup|sub|span|p|jats:[a-z]+)(?: [^<>]*)?>`)

// rich returns a text of CSL-JSON without its markup.
func (r *references) rich(s string) string {
	return strings.TrimSpace(cslMarkup().ReplaceAllString(s, ""))
}

// cslName returns a name in the order of its language.
func cslName(o object) string {
	if literal := o.text("literal"); literal != "" {
		return literal
	}
	words := []string{o.text("given"), o.text("dropping-particle"), o.text("non-dropping-particle"), o.text("family")}
	name := strings.Join(strings.Fields(strings.Join(words, " ")), " ")
	name = strings.ReplaceAll(name, "’ ", "’") // d’ Alembert
	suffix := o.text("suffix")
	switch {
	case suffix == "":
		return name
	case o.text("comma-suffix") == "true" || strings.HasPrefix(suffix, "Jr") || strings.HasPrefix(suffix, "Sr"):
		return name + ", " + suffix
	}
	return name + " " + suffix
}

// restore adds a reference that this program has exported, with what it has
// under custom.
func (r *references) restore(o object, kind string, custom, head object, s *briefing.Source) {
	id := o.text("id")
	r.ids(o, kind, s)
	s.ID = id
	s.Kind = cmp.Or(valueOf(briefing.SourceKinds, custom.text("kind")), s.Kind)
	s.Grade.Reliability = valueOf(briefing.Reliabilities, custom.text("reliability"))
	s.Grade.Note = custom.text("reliability_note")
	s.Publication.Credit = custom.text("credit")
	s.Origin = custom.text("origin")
	s.Tags, s.ExternalIDs, s.Draft = custom.texts("tags"), externalIDs(custom.texts("external_ids")), custom.text("draft") == "true"
	s.Status = valueOf(briefing.SourceStatuses, custom.text("status"))
	s.TLP = r.marking(custom.text("tlp"))
	if kind := valueOf(briefing.TextKinds, custom.text("text_kind")); s.Text != "" && kind != "" {
		s.TextKind = kind
	}
	if d := r.date(custom.text("published")); !d.IsZero() {
		s.Publication.Published = d
	}
	if d := r.date(custom.text("accessed")); !d.IsZero() {
		s.Publication.Accessed = d
	}
	o.drop("genre", "status", "note", "ISSN", "ISBN") // also under custom
	r.loseRest("reference", o)
	r.loseRest("custom", custom)
	if r.own.ID == "" {
		r.own = r.briefingHead(head)
	}
	if s.TLP == r.own.TLP {
		s.TLP = ""
	}
	r.own.Sources = append(r.own.Sources, *s)
}

// briefingHead reads what this program writes about a briefing in other
// formats.
func (b *builder) briefingHead(o object) briefing.Briefing {
	version, _ := strconv.Atoi(o.text("version"))
	return briefing.Briefing{
		ID: o.text("id"), Title: o.text("title"), AsOf: b.date(o.text("as_of")), Issued: b.date(o.text("issued")), Version: version,
		Language: o.text("language"), Authors: o.texts("authors"), TLP: b.marking(o.text("tlp")),
	}
}
