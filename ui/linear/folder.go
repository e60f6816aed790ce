package linear

import (
	"context"
	"errors"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/diff"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/query"
	"sitrep/data/library"
)

// Folder is the list of the briefings in a folder.
type Folder struct {
	*output
	options *Options
	index   *library.Library
	source  func(name string) Source
	// read shows a briefing over the list.
	read  func(*file.Document, Source) *Reader
	trail []*list // the list, and what was opened from it
	order library.Order
	all   bool // all versions of a briefing are listed
	// arrived is what has changed since.
	arrived arrivals
	desk    *connection // nil unless the briefings come from a desk
}

// ReadFolder begins with the list of a folder. source returns where a briefing of it
// comes from, and watch begins to watch it, and to follow the desk whose briefings it has,
// if there is one.
func (s *Session) ReadFolder(index *library.Library, source func(name string) Source, watch func() (Watch, Desk)) {
	f := &Folder{output: s.output, options: s.options, index: index, source: source, read: s.show, order: library.Orders[0]}
	s.folder = f
	w, desk := watch() // before it is read, so that nothing is missed
	go f.arrived.watch(w)
	if desk != nil {
		f.desk = &connection{Desk: desk}
		go f.desk.watch()
	}
	f.update()
	f.trail = []*list{f.list()}
	f.trail[0].remake = f.list
	s.line("A command is a word or a letter, then Enter: j reads on, open opens a briefing, ? is help, q quits.")
	f.where()
}

func (f *Folder) cursor() cursor { return cursor{f.output, voice{}, f.trail[len(f.trail)-1]} }

// update brings the index up to date. An interrupt ends that, and what is known by then
// is listed.
func (f *Folder) update() (changed bool) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-f.options.Interrupts:
			cancel()
		case <-done:
		}
	}()
	if known, err := f.index.Entries(ctx, 1); err == nil && len(known) == 0 {
		f.line(sentence("Reading the folder " + quotedWords(f.index.Name())))
		f.flush()
	}
	changed, err := f.index.Update(ctx, func(library.Progress) {})
	if err != nil {
		f.line(sentence("The folder was not read to its end: " + file.WhyUnreadable(err)))
	}
	for _, note := range f.index.Notes() {
		f.line(sentence(capital(clean.Line(note))))
	}
	return changed
}

// list returns the list of the briefings.
func (f *Folder) list() *list {
	l := newListed("Folder "+quotedWords(f.index.Name()), nil, "There are no briefings in this folder: no files that say format: "+briefing.Format+".")
	entries, err := f.index.Entries(context.Background(), 0)
	if err != nil {
		l.none = sentence("The folder cannot be read: " + file.WhyUnreadable(err))
		return l
	}
	library.Sort(entries, f.order)
	entries, counts := library.Fold(entries)
	var withdrawn map[string][]library.Entry
	if f.all {
		if withdrawn, err = f.index.Withdrawn(context.Background()); err != nil {
			f.line(sentence("What was withdrawn cannot be read: " + file.WhyUnreadable(err)))
		}
	}
	at := 0
	for _, n := range counts {
		shown := entries[at : at+1]
		if f.all {
			shown = slices.Concat(entries[at:at+n], withdrawn[entries[at].Briefing])
		}
		for i, e := range shown {
			versions := 0
			if i == 0 {
				versions = n
			}
			l.add([]page.Block{page.FolderEntryRow(e.FolderEntry, versions)})
		}
		at += n
	}
	l.count()
	return l
}

// where says the folder and the row that is read.
func (f *Folder) where() {
	c := f.cursor()
	text := c.title + ": " + briefing.Counted(len(c.rows), "row", "rows")
	if len(f.trail) == 1 && len(c.rows) > 1 {
		text += ", by " + string(f.order)
	}
	c.line(sentence(text))
	f.sayRow()
}

// back goes back to the list, and returns false if that is read.
func (f *Folder) back() bool {
	n := len(f.trail)
	if n == 1 {
		return false
	}
	f.trail = f.trail[:n-1]
	f.where()
	return true
}

// open opens the briefing that is read.
func (f *Folder) open() {
	r := f.cursor().list.row()
	switch {
	case r == nil:
		f.line("There is nothing to open here.")
	case r.open != nil:
		r.open()
	case r.to.Ref.ID != "":
		if opened := f.openFile(r.to.Ref.ID); opened != nil {
			opened.where()
		}
	default:
		f.line("There is nothing to open here.")
	}
}

// openFile opens a file of the folder, and returns its reader, or nil if it cannot be
// read.
func (f *Folder) openFile(name string) *Reader {
	from := f.source(name)
	doc, err := from.Load()
	if err != nil {
		f.line(sentence("Not opened: " + clean.Line(name) + ": " + clean.Line(file.WhyUnreadable(err))))
		return nil
	}
	return f.read(doc, from)
}

// How many hits of a folder are listed, and how many of one briefing.
const (
	maxFolderHits = 100
	maxOfOne      = 20
)

// search lists what has words, or fits an expression, in all briefings.
func (f *Folder) search(expression string) {
	expanded, err := f.options.Views.Expand(expression)
	var q *library.Query
	if err == nil {
		q, err = library.Parse(expanded, false)
	}
	if wrong, ok := errors.AsType[*query.Error](err); ok {
		f.line(joined(capital(wrong.Problem), capital(wrong.Hint)))
		return
	}
	l := newListed("Hits for "+quotedWords(expression), nil, "No briefing of the folder has that.")
	inFile, of, cut := 0, "", false
	err = f.index.Search(context.Background(), q, func(h *library.Hit) bool {
		if h.File != of {
			of, inFile = h.File, 0
			l.addGroup(hitHeading(h))
		}
		if inFile++; inFile <= maxOfOne {
			l.addRow("hit", folderHit(h), f.hitOpener(*h))
		}
		cut = cut || inFile > maxOfOne || len(l.rows) == maxFolderHits
		return len(l.rows) < maxFolderHits && !f.stopped.Load()
	})
	if err != nil {
		f.line(sentence("The folder cannot be searched: " + file.WhyUnreadable(err)))
		return
	}
	l.count()
	f.trail = append(f.trail[:1:1], l)
	if cut {
		f.line("Not all hits are listed: at most 20 of a briefing, and 100 of all.")
	}
	f.line(sentence(l.title + ": " + briefing.Counted(len(l.rows), "row", "rows")))
	f.sayRow()
}

func (f *Folder) sayRow() {
	c := f.cursor()
	if r := c.list.row(); r != nil {
		c.heading(r.group)
	}
	c.say()
}

// hitHeading names the briefing of a hit, with its date and label.
func hitHeading(h *library.Hit) string {
	parts := []string{h.Title}
	if date, err := edtf.Parse(h.AsOf); err == nil {
		parts = append(parts, "as of "+inWords.Replace(date.Words()))
	}
	return strings.Join(append(parts, h.TLP.String(), clean.Line(h.File)), ", ")
}

func folderHit(h *library.Hit) string {
	if h.Ref.Kind == briefing.KindNone {
		return "The briefing " + h.Marking + h.ItemName
	}
	text := capital(h.Ref.Kind.String())
	if h.Ref.Kind != briefing.KindBottomLine {
		text += " " + quotedWords(h.Marking+h.ItemName)
	}
	if h.Field != "" && h.Text != h.ItemName {
		text += ", " + string(h.Field) + ": " + h.Text
	}
	return text
}

// hitOpener returns what opens a hit: its briefing, at the item and the words.
func (f *Folder) hitOpener(h library.Hit) func() {
	return func() {
		r := f.openFile(h.File)
		switch {
		case r == nil:
			return
		case h.Ref.Kind == briefing.KindNone:
			r.where()
			return
		}
		if h.End > h.Start && h.End <= len(h.Text) {
			r.find.query = strings.ToLower(h.Text[h.Start:h.End]) // case does not count unless there is a capital
		}
		r.openAt(briefing.PartOf(h.Ref.Kind), h.Ref, h.Text)
	}
}

// sortBy sorts the list by the next order, or the one with that name.
func (f *Folder) sortBy(name string) {
	for i, o := range library.Orders {
		if name == "" && o == f.order {
			f.order = library.Orders[(i+1)%len(library.Orders)]
			break
		}
		if name != "" && strings.EqualFold(name, string(o)) {
			f.order = o
			break
		}
		if name != "" && i == len(library.Orders)-1 {
			f.line(sentence("There is no such order; there are " + and(briefing.Map(library.Orders, func(o library.Order) string { return string(o) }))))
			return
		}
	}
	f.trail = f.trail[:1]
	f.trail[0].again(same)
	f.trail[0].at = 0
	f.where()
}

// versions lists all versions of each briefing, or the newest only.
func (f *Folder) versions(all bool) {
	f.all = all
	f.trail = f.trail[:1]
	f.trail[0].again(same)
	f.where()
}

// reload looks for changes, and at a desk whether it can be reached again.
func (f *Folder) reload() {
	if f.desk != nil {
		f.desk.Reconnect()
	}
	if !f.update() && !f.arrived.indexed {
		f.line("Nothing has changed.")
	}
	f.arrived.indexed = false
	f.trail = f.trail[:1]
	f.trail[0].again(same)
	f.where()
}

// compare lists what has changed from the version before the one that is read, or to the
// newest from the one before.
func (f *Folder) compare() {
	r := f.trail[0].row()
	if r == nil {
		f.line("There is no briefing here.")
		return
	}
	was, is, ok := f.neighbours(r.to.Ref.ID)
	if !ok {
		f.line("There is no other version of it in the folder.")
		return
	}
	before, err := f.index.Load(was)
	var now *file.Document
	if err == nil {
		now, err = f.index.Load(is)
	}
	if err != nil {
		f.line(sentence("Not compared: " + file.WhyUnreadable(err)))
		return
	}
	report := diff.Compare(before.Index(), now.Index())
	between := quotedWords(clean.Line(was)) + " to " + quotedWords(clean.Line(is))
	if report.Empty() {
		f.line(sentence("Nothing has changed from " + between))
		return
	}
	l := changesList(report, func(ref briefing.Ref) {
		if r := f.openFile(is); r != nil {
			r.openTarget(page.Target{Ref: ref})
		}
	}, func() { f.line("It is not in the later version.") })
	l.title = "Changes from " + between
	f.trail = append(f.trail[:1:1], l)
	f.line(sentence(l.title + ": " + countWords(report)))
	f.sayRow()
}

// neighbours returns the version before that of a file, or if it is the oldest, it and
// the one behind.
func (f *Folder) neighbours(name string) (was, is string, ok bool) {
	entries, err := f.index.Entries(context.Background(), 0)
	withdrawn, failure := f.index.Withdrawn(context.Background())
	if err != nil || failure != nil {
		return "", "", false
	}
	for _, list := range withdrawn {
		entries = append(entries, list...)
	}
	entries, counts := library.Fold(entries)
	at := 0
	for _, n := range counts {
		for i, e := range entries[at : at+n] {
			switch {
			case e.File != name:
			case i+1 < n:
				return entries[at+i+1].File, name, true
			case i > 0:
				return name, entries[at+i-1].File, true
			}
		}
		at += n
	}
	return "", "", false
}
