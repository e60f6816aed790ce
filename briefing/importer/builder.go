package importer

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

// builder collects what the readers of the formats find. It cleans everything
// that they add, gives it an id, and adds it only once.
type builder struct {
	Options
	input   string // name of the file that is being read
	made    briefing.Briefing
	ids     map[string]int      // how often a slug has been requested
	known   map[external]string // ids of items
	names   map[string]string   // ids of actors by folded name
	called  map[string]called   // by item id
	sources map[string]int      // indexes of sources in made, by id
	entries []Entry
	lost    tally
	present []string
	rows    tableRows
	items   int // new items
	bytes   int // of their texts

	overfull bool // the files have more than maxEntries
}

// tooMany returns the error for files with more than maxEntries.
func tooMany() error {
	return unfit("split the file, and import its parts one after the other, with --into", "more than %d entries", maxEntries)
}

// called is the name of an item of a kind, with a date, because events of
// different dates can have the same name.
type called struct {
	kind  briefing.Kind
	title string
	date  edtf.Date
}

// external is an external id of an item of one kind.
type external struct {
	kind briefing.Kind
	briefing.ExternalID
}

// maxText is the limit in bytes of a source's text in a briefing.
const maxText = 4 << 20

// addressSystem is the system of external ids for the address of a source.
const addressSystem = "url"

func newBuilder(o Options) *builder {
	b := &builder{Options: o, ids: map[string]int{}, known: map[external]string{}, names: map[string]string{}, called: map[string]called{}, sources: map[string]int{}}
	if o.Into != nil {
		b.keep(o.Into)
	}
	return b
}

// maxEntries is the limit of entries in all files together, and of items made
// of them. Each takes some kilobytes of memory, however short it is.
const maxEntries = 50_000

// entry counts one of several entries in a file, and reports whether it is
// wanted. After maxEntries it sets overfull.
func (b *builder) entry(title string, date edtf.Date) bool {
	if len(b.entries) == maxEntries {
		b.overfull = true
		return false
	}
	b.entries = append(b.entries, Entry{clean.Line(title), date})
	return b.Pick == nil || b.Pick(len(b.entries))
}

// setTitle sets the title of the briefing, unless it is set already.
func (b *builder) setTitle(title string) {
	if b.made.Title == "" {
		b.made.Title = clean.Line(title)
	}
}

// date returns the date in s, or the zero Date. A text that is not a valid date
// is lost.
func (b *builder) date(s string) edtf.Date {
	d, ok := parseDate(s)
	if !ok {
		b.lost.addSuch("invalid date", s)
	}
	return d
}

// source adds a source and returns its id. If there is one with the same
// external id or address, it returns that one's id, and added is false.
func (b *builder) source(s briefing.Source) (id string, added bool) {
	s.Title = cmp.Or(clean.Line(s.Title), clean.Line(s.Publication.URL), b.input)
	if s.Text = clean.Text(s.Text); len(s.Text) > maxText {
		b.lost.add("text of more than 4 MiB")
		s.Text = ""
	}
	s.Kind = cmp.Or(s.Kind, "document")
	b.address(&s.Publication.URL)
	b.address(&s.Publication.ArchiveURL)
	keys := s.ExternalIDs
	if s.Publication.URL != "" {
		keys = append(slices.Clone(keys), briefing.ExternalID{System: addressSystem, ID: s.Publication.URL})
	}
	if id, known := b.has(s.ID, called{kind: briefing.KindSource, title: s.Title}, keys); known {
		if at, isNew := b.sources[id]; isNew {
			fillIn(&b.made.Sources[at], &s)
		}
		return id, false
	}
	s.ID = b.newID(s.ID, s.Title, "source")
	b.know(briefing.KindSource, keys, s.ID)
	b.called[s.ID] = called{kind: briefing.KindSource, title: s.Title}
	b.take(len(s.Title) + len(s.Text))
	b.sources[s.ID] = len(b.made.Sources)
	b.made.Sources = append(b.made.Sources, s)
	return s.ID, true
}

// fillIn copies to s the fields of other that are empty in s.
func fillIn(s, other *briefing.Source) {
	p, from := &s.Publication, &other.Publication
	p.Publisher = cmp.Or(p.Publisher, from.Publisher)
	p.Place = cmp.Or(p.Place, from.Place)
	p.Published = cmp.Or(p.Published, from.Published)
	p.Accessed = cmp.Or(p.Accessed, from.Accessed)
	p.Language = cmp.Or(p.Language, from.Language)
	p.Credit = cmp.Or(p.Credit, from.Credit)
	if len(p.Authors) == 0 {
		p.Authors = from.Authors
	}
	if len(s.Tags) == 0 {
		s.Tags = other.Tags
	}
	if s.Text == "" || s.TextKind == "digest" && other.TextKind == "" && other.Text != "" {
		s.Text, s.TextKind = other.Text, other.TextKind
	}
	if other.TLP != "" {
		s.TLP = briefing.HigherTLP(s.TLP, other.TLP)
	}
}

// address clears an address that a briefing may not have.
func (b *builder) address(s *string) {
	encoded, err := clean.EncodeURL(strings.TrimSpace(*s))
	if *s != "" && (err != nil || clean.CheckURL(encoded) != nil) {
		b.lost.addSuch("address that is not a web address", *s)
		encoded = ""
	}
	*s = encoded
}

// actor adds an actor and returns its id. Actors with the same external id, or
// the same name and no conflicting external ids, are one.
func (b *builder) actor(a briefing.Actor) string {
	a.Name = clean.Line(a.Name)
	if a.Name == "" {
		return ""
	}
	if id, known := b.has(a.ID, called{kind: briefing.KindActor, title: a.Name}, a.ExternalIDs); known {
		return id
	}
	name := nameKey(a.Name)
	if id, known := b.names[name]; known && len(a.ExternalIDs) == 0 {
		return id
	}
	a.Kind = cmp.Or(a.Kind, briefing.ActorUnnamed)
	a.ID = b.newID(a.ID, a.Name, "actor")
	b.know(briefing.KindActor, a.ExternalIDs, a.ID)
	b.called[a.ID] = called{kind: briefing.KindActor, title: a.Name}
	b.take(len(a.Name) + len(a.Summary))
	b.names[name] = a.ID
	b.made.Actors = append(b.made.Actors, a)
	return a.ID
}

// event adds an event and returns its id.
func (b *builder) event(e briefing.Event) string {
	e.Title = clean.Line(e.Title)
	title := called{briefing.KindEvent, e.Title, e.When.Date}
	if id, known := b.has(e.ID, title, e.ExternalIDs); known {
		return id
	}
	if e.Title == "" || e.When.Date.IsZero() {
		b.lost.add("event without a title or a date")
		return ""
	}
	e.ID = b.newID(e.ID, e.Title, "event")
	b.know(briefing.KindEvent, e.ExternalIDs, e.ID)
	b.called[e.ID] = title
	b.take(len(e.Title) + len(e.Summary))
	b.made.Events = append(b.made.Events, e)
	return e.ID
}

// question adds a question and returns it, so that claims can be added to it until
// the next question is added.
func (b *builder) question(q briefing.Question) *briefing.Question {
	q.Text = clean.Line(q.Text)
	q.ID = b.newID(q.ID, q.Text, "question")
	b.know(briefing.KindQuestion, q.ExternalIDs, q.ID)
	b.called[q.ID] = called{kind: briefing.KindQuestion, title: q.Text}
	b.take(len(q.Text) + len(q.Summary))
	b.made.Questions = append(b.made.Questions, q)
	return &b.made.Questions[len(b.made.Questions)-1]
}

// claim adds a claim to a question and returns its id.
func (b *builder) claim(q *briefing.Question, c briefing.Claim) string {
	c.Text = clean.Line(c.Text)
	c.ID = b.newID(c.ID, c.Text, "claim")
	b.know(briefing.KindClaim, c.ExternalIDs, c.ID)
	b.called[c.ID] = called{kind: briefing.KindClaim, title: c.Text}
	b.take(len(c.Text))
	q.Claims = append(q.Claims, c)
	return c.ID
}

// has returns the id of an existing item of the kind with one of the external
// ids, or with the same id and name.
func (b *builder) has(id string, as called, ids []briefing.ExternalID) (found string, ok bool) {
	if found, ok := b.find(as.kind, ids); ok {
		return found, true
	}
	if id != "" && b.called[id] == as {
		b.notePresent(id)
		return id, true
	}
	return "", false
}

// find returns the id of the item of a kind with one of the external ids.
func (b *builder) find(kind briefing.Kind, ids []briefing.ExternalID) (id string, ok bool) {
	for _, e := range ids {
		if id, ok := b.known[external{kind, e}]; ok {
			b.notePresent(id)
			return id, true
		}
	}
	return "", false
}

func (b *builder) know(kind briefing.Kind, ids []briefing.ExternalID, id string) {
	for _, e := range ids {
		b.known[external{kind, e}] = id
	}
}

// notePresent records that Into already has an item.
func (b *builder) notePresent(id string) {
	if n, ok := b.ids[id]; ok && n == ofInto {
		b.present = append(b.present, id)
		b.ids[id] = ofInto + 1
	}
}

// complete fills in what a briefing must have.
func (b *builder) complete() {
	made := &b.made
	if made.Title == "" && len(made.Sources) == 1 {
		made.Title = made.Sources[0].Title
	}
	made.Title = cmp.Or(made.Title, file.UntitledTitle)
	if made.ID == "" {
		made.ID = file.Slug(made.Title, "briefing")
	}
	if made.AsOf.IsZero() {
		made.AsOf = cmp.Or(latestOf(made), dateOf(b.Now, time.DateOnly))
	}
}

// latestOf returns the date of the latest source or position, or if there is
// none, of the latest event that has happened.
func latestOf(b *briefing.Briefing) (latest edtf.Date) {
	for i := range b.Sources {
		p := &b.Sources[i].Publication
		for _, d := range []edtf.Date{p.Published, p.Accessed} {
			if later(d, latest) {
				latest = d
			}
		}
	}
	for i := range b.Questions {
		for _, c := range b.Questions[i].Claims {
			for _, p := range c.Positions {
				if later(p.Said, latest) {
					latest = p.Said
				}
			}
		}
	}
	if !latest.IsZero() {
		return latest
	}
	for i := range b.Events {
		if d := endOf(b.Events[i].When.Date); b.Events[i].Status != briefing.EventExpected && later(d, latest) {
			latest = d
		}
	}
	return latest
}

// finish returns the briefing as it is read after writing: clean, and within
// all limits of the format.
func (b *builder) finish() (*file.Document, error) {
	b.addRows()
	if b.Into == nil {
		b.complete()
	}
	var text limitedText
	text.Grow(min(b.bytes+b.bytes/4, file.MaxFile)) // an estimate of its size
	if err := file.WriteJSON(&text, b.whole()); errors.Is(err, errLarge) {
		return nil, errLarge
	} else if err != nil {
		return nil, err
	}
	counts := countParts(&b.made)
	*b = builder{Options: b.Options, entries: b.entries, lost: b.lost, present: b.present} // the rest is large
	doc, err := file.Parse(text.String(), "import", nil)
	var refused *file.LoadError
	if errors.As(err, &refused) {
		return nil, unfit(refused.Problem.Hint, "%s", refused.Problem.Message)
	}
	if err != nil {
		return nil, err
	}
	if b.Into != nil {
		doc.Briefing = addedTo(b.Into, doc.Briefing)
	}
	b.loseProblems(doc)
	for i, part := range countParts(doc.Briefing) {
		b.lost.addTimes(part.noun+" that is not valid", counts[i].n-part.n)
	}
	return doc, nil
}

// loseProblems counts what is invalid in a briefing.
func (b *builder) loseProblems(doc *file.Document) {
	for _, p := range doc.Problems {
		if p.Severity == file.Error {
			b.lost.add("value that is not valid (" + p.Code + ")")
		}
	}
}

// partCount is the number of items of a kind in a briefing.
type partCount struct {
	noun string
	n    int
}

func countParts(b *briefing.Briefing) []partCount {
	return []partCount{{"source", len(b.Sources)}, {"actor", len(b.Actors)}, {"event", len(b.Events)}, {"question", len(b.Questions)}}
}

// whole returns the contents of Into followed by the new briefing.
func (b *builder) whole() *briefing.Briefing {
	if b.Into == nil {
		return &b.made
	}
	all := *b.Into
	all.Judgments = slices.Concat(all.Judgments, b.made.Judgments)
	all.Gaps = slices.Concat(all.Gaps, b.made.Gaps)
	all.Sources = slices.Concat(all.Sources, b.made.Sources)
	all.Actors = slices.Concat(all.Actors, b.made.Actors)
	all.Events = slices.Concat(all.Events, b.made.Events)
	all.Questions = slices.Concat(all.Questions, b.made.Questions)
	return &all
}

// addedTo returns the items of all that before does not have. The items of
// before must be valid.
func addedTo(before, all *briefing.Briefing) *briefing.Briefing {
	added := *all
	added.Judgments = all.Judgments[len(before.Judgments):]
	added.Gaps = all.Gaps[len(before.Gaps):]
	added.Sources = all.Sources[len(before.Sources):]
	added.Actors = all.Actors[len(before.Actors):]
	added.Events = all.Events[len(before.Events):]
	added.Questions = all.Questions[len(before.Questions):]
	return &added
}
