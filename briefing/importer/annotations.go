package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// annotationLists are the names of members with annotations: in the API of
// Hypothes.is, its export, and a page of the W3C.
var annotationLists = []string{"rows", "annotations", "items"}

// isAnnotations reports whether a file has annotations. Those of Hypothes.is
// are in rows, or have a uri and a target. Those of the W3C name their type.
func isAnnotations(h *head) bool {
	top := h.members()
	for _, name := range annotationLists {
		if list := top[name]; list != nil {
			top = membersOf(first(list))
			break
		}
	}
	if top["target"] != nil && (top["uri"] != nil || top["body"] != nil) {
		return true
	}
	kind := string(top["type"])
	return strings.Contains(kind, `"Annotation`) || strings.Contains(string(top["@context"]), "www.w3.org/ns/anno")
}

// readAnnotations adds people's marks and notes in documents.
//
// A document becomes a source without a text: in a text made of the quotes they
// would all be exact, although no one has looked into the document. If the
// document is imported too, they are checked.
//
// Marked words are evidence, and in a briefing evidence needs a statement. So
// the words become a claim, unchanged, under one question for each document.
// The person who marked them is the holder, with the stance "reports", since a
// mark says no more. All of it is a draft for a reviewer to put into words.
func readAnnotations(b *builder, in Input) error {
	value, err := parseJSON(in.Data)
	if err != nil {
		return err
	}
	a := annotations{builder: b, pages: map[string]*annotatedPage{}, byID: map[string]*annotation{}}
	if !a.collect(value, maxPages) {
		return unfit(`export them as JSON`, "it has no annotations")
	}
	a.attachReplies()
	for _, page := range a.order {
		a.add(page)
	}
	return nil
}

// maxPages is the limit of nested lists: a collection has pages, which have
// items.
const maxPages = 3

// annotations are the annotations in a file, by document.
type annotations struct {
	*builder
	pages   map[string]*annotatedPage
	order   []*annotatedPage
	byID    map[string]*annotation
	replies []*annotation
}

// annotatedPage is a document with its annotations.
type annotatedPage struct {
	source briefing.Source
	list   []*annotation
}

// annotation is one annotation, or a reply to one.
type annotation struct {
	id, parent string
	by         briefing.Actor
	comment    string
	replies    []string
	evidence   briefing.Evidence
	at         int // characters from the beginning; -1 if not known
	created    edtf.Date
	tags       []string
}

// collect adds the annotations of a list, a page or a collection, or a single
// one. It reports whether value is any of these.
func (a *annotations) collect(value jsontext.Value, depth int) bool {
	if value.Kind() == '[' {
		a.eachObject(value, a.read)
		return true
	}
	top := membersOf(value)
	for _, name := range annotationLists {
		if top[name].Kind() == '[' {
			if top["next"] != nil {
				a.lost.add("further page of annotations that is not in the file")
			}
			return a.collect(top[name], depth)
		}
	}
	if page := top["first"]; page.Kind() == '{' && depth > 0 {
		return a.collect(page, depth-1)
	}
	if top["target"] == nil {
		return false
	}
	if o := a.decode(value); o != nil {
		a.read(o)
	}
	return true
}

// read reads an annotation of either form.
func (a *annotations) read(o object) {
	n := &annotation{id: o.text("id"), at: -1, tags: o.texts("tags"), comment: o.text("text"), by: annotator(o)}
	n.created = a.date(o.firstText("created", "updated", "modified"))
	for _, body := range o.list("body") {
		a.body(n, body)
	}
	if group := o.text("group"); group != "" && group != "__world__" {
		n.tags = append(n.tags, "group:"+group)
	}
	if readers := o.object("permissions").texts("read"); len(readers) > 0 && !strings.HasPrefix(readers[0], "group:") {
		a.lost.add("mark that only its author may read an annotation")
	}
	ancestors := o.texts("references")
	page := annotatedPage{}
	target := a.target(o, &page)
	o.drop("links", "flagged", "hidden", "moderation", "moderation_status", "actions", "mentions", "@context", "type", "@type", "motivation",
		"generator", "generated", "via")
	a.loseRest("annotation", o)
	if len(ancestors) > 0 { // from the annotation itself to the one that it answers
		n.parent = ancestors[0]
		a.replies = append(a.replies, n)
		return
	}
	a.selectors(n, target)
	a.place(n, page)
}

// annotator returns the author of an annotation.
func annotator(o object) briefing.Actor {
	account := o.text("user")
	name := o.object("user_info").text("display_name")
	if account != "" {
		user, _, _ := strings.Cut(strings.TrimPrefix(account, "acct:"), "@")
		return briefing.Actor{Name: cmp.Or(name, user), Kind: briefing.ActorPerson,
			Common: briefing.Common{ExternalIDs: []briefing.ExternalID{{System: "hypothesis", ID: account}}}}
	}
	creators := o.list("creator")
	if len(creators) == 0 {
		return briefing.Actor{Name: "Unnamed annotator", Kind: briefing.ActorUnnamed}
	}
	creator, ok := creators[0].(object)
	if !ok {
		creator = object{"name": creators[0]}
	}
	kind := briefing.ActorPerson
	if strings.Contains(creator.text("type"), "Organization") {
		kind = "organization"
	}
	return briefing.Actor{Name: cmp.Or(creator.firstText("name", "nickname", "id"), "Unnamed annotator"), Kind: kind}
}

// body reads a comment or a tag in the form of the W3C.
func (a *annotations) body(n *annotation, body any) {
	o, ok := body.(object)
	if !ok {
		o = object{"value": body}
	}
	value := o.firstText("value", "chars", "id", "source")
	switch {
	case value == "":
		a.lost.add("body of an annotation without text")
	case strings.Contains(strings.Join(o.texts("purpose"), " "), "tagging"):
		n.tags = append(n.tags, value)
	case o.text("format") == "text/html":
		n.comment = strings.TrimSpace(n.comment + " " + a.words(value))
	default:
		n.comment = strings.TrimSpace(n.comment + " " + value)
	}
}

// target reads what is annotated: it sets the document of page, and returns the
// place in it.
func (a *annotations) target(o object, page *annotatedPage) object {
	p := &page.source.Publication
	p.URL = o.text("uri")
	targets := o.list("target")
	a.lost.addTimes("further target of an annotation", len(targets)-1)
	place := object{}
	if len(targets) > 0 {
		switch t := targets[0].(type) {
		case string:
			p.URL = cmp.Or(p.URL, t)
		case object:
			place = t
		}
	}
	source := place.object("source")
	p.URL = cmp.Or(p.URL, place.firstText("source", "id"), source.firstText("id", "url"))
	page.source.Title = cmp.Or(firstOf(o.object("document").texts("title")), source.text("title"), place.text("title"))
	if author := source.text("author"); author != "" {
		p.Authors = []string{author}
	}
	return place
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// selectors reads the marked words and their place.
func (a *annotations) selectors(n *annotation, target object) {
	for _, s := range target.objects("selector") {
		if refined := s.object("refinedBy"); len(refined) > 0 {
			a.selector(n, refined)
		}
		a.selector(n, s)
	}
}

func (a *annotations) selector(n *annotation, s object) {
	e := &n.evidence
	switch s.text("type") {
	case "TextQuoteSelector":
		e.Quote, e.Prefix, e.Suffix = oneLine(s.text("exact")), oneLine(s.text("prefix")), oneLine(s.text("suffix"))
	case "TextPositionSelector":
		if at, err := strconv.Atoi(s.text("start")); err == nil {
			n.at = at
		}
	case "PageSelector":
		if label := s.text("label"); label != "" {
			e.Locator = "p. " + label
		}
	case "MediaTimeSelector":
		e.Locator = clockOfSeconds(s.text("start"))
	case "FragmentSelector":
		value := s.text("value")
		if page, ok := strings.CutPrefix(value, "page="); ok {
			e.Locator = "p. " + page
		} else if start, ok := strings.CutPrefix(value, "t="); ok {
			start, _, _ = strings.Cut(start, ",")
			e.Locator = clockOfSeconds(start)
		}
	}
}

// clockOfSeconds returns seconds as hours, minutes and seconds, or "" if s is
// not a number.
func clockOfSeconds(s string) string {
	const minute, hour, most = 60, 3600, 1000 * 3600
	seconds, err := strconv.ParseFloat(s, 64)
	if err != nil || seconds < 0 || seconds > most {
		return ""
	}
	n := int(seconds)
	return fmt.Sprintf("%02d:%02d:%02d", n/hour, n%hour/minute, n%minute)
}

// place adds an annotation to its document.
func (a *annotations) place(n *annotation, page annotatedPage) {
	s := &page.source
	s.Kind = "webpage"
	if !strings.HasPrefix(s.Publication.URL, "http") {
		s.Kind = "document"
		if s.Publication.URL != "" { // such as urn:x-pdf:…
			s.ExternalIDs = []briefing.ExternalID{{System: "uri", ID: s.Publication.URL}}
			s.Publication.URL = ""
		}
	}
	key := cmp.Or(s.Publication.URL, s.Title)
	if len(s.ExternalIDs) > 0 {
		key = s.ExternalIDs[0].ID
	}
	known := a.pages[key]
	if known == nil {
		known = &page
		a.pages[key] = known
		a.order = append(a.order, known)
	}
	known.source.Title = cmp.Or(known.source.Title, s.Title)
	known.list = append(known.list, n)
	if n.id != "" {
		a.byID[n.id] = n
	}
}

// attachReplies adds replies to the notes that they answer.
func (a *annotations) attachReplies() {
	slices.SortStableFunc(a.replies, func(x, y *annotation) int { return cmp.Compare(x.created.String(), y.created.String()) })
	for _, reply := range a.replies {
		if n := a.byID[reply.parent]; n != nil {
			n.replies = append(n.replies, "Reply by "+reply.by.Name+": "+reply.comment)
		} else {
			a.lost.add("reply to an annotation that is not in the file")
		}
	}
}

// add adds a document and its annotations in their order.
func (a *annotations) add(page *annotatedPage) {
	title := cmp.Or(clean.Line(page.source.Title), page.source.Publication.URL, a.input)
	page.source.Title = title
	if !a.entry(title, edtf.Date{}) {
		return
	}
	source, _ := a.source(page.source)
	slices.SortStableFunc(page.list, func(x, y *annotation) int { return cmp.Compare(x.at, y.at) })
	q := briefing.Question{Text: "What is annotated in " + title + "?", Common: briefing.Common{Draft: true}}
	var claims []briefing.Claim
	for _, n := range page.list {
		if c, ok := a.claimOf(n, source); ok {
			claims = append(claims, c)
		}
	}
	if len(claims) == 0 {
		return
	}
	added := a.question(q)
	for _, c := range claims {
		a.claim(added, c)
	}
}

// maxClaim is the limit of characters in the text of a claim.
const maxClaim = 300

// claimOf returns the claim for an annotation. A note on the whole document has
// only its own words.
func (a *annotations) claimOf(n *annotation, source string) (briefing.Claim, bool) {
	text := cmp.Or(clean.Line(n.evidence.Quote), clean.Line(n.comment))
	if text == "" {
		a.lost.add("annotation without words")
		return briefing.Claim{}, false
	}
	c := briefing.Claim{Text: clean.Shorten(maxClaim, text), Common: briefing.Common{Tags: n.tags, Draft: true}}
	if n.id != "" {
		c.ExternalIDs = []briefing.ExternalID{{System: annotationSystem, ID: n.id}}
	}
	if _, known := a.find(briefing.KindClaim, c.ExternalIDs); known {
		return c, false
	}
	e := n.evidence
	e.Source = source
	notes := n.replies
	if e.Quote != "" && n.comment != "" {
		notes = append([]string{n.comment}, notes...)
	}
	e.Note = clean.Line(strings.Join(notes, " "))
	c.Positions = []briefing.Position{{Holder: a.actor(n.by), Stance: briefing.Reports, Said: n.created, Evidence: []briefing.Evidence{e}, Common: briefing.Common{Draft: true}}}
	return c, true
}
