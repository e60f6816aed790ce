package linear

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/clean"
	"sitrep/briefing/diff"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
)

// newReader returns the reader of a briefing, where it was left.
func newReader(out *output, o *Options, doc *file.Document, from Source) *Reader {
	r := &Reader{output: out, options: o, source: from}
	r.take(doc)
	r.beginNotes(o.Notebooks)
	r.addParts()
	r.beginReview()
	r.resumePlace()
	return r
}

// take takes another version of the briefing.
func (r *Reader) take(doc *file.Document) {
	r.doc = doc
	r.full = doc.Index()
	r.index = r.full
	if r.review != nil {
		r.review.Left = len(r.full.Drafts())
	}
}

// greet says what the briefing is, beginning with its marking, and where one is.
func (r *Reader) greet() {
	b := r.full.Briefing
	r.line(sentence(capital(r.full.Banner().String())))
	about := "Briefing: " + sentence(b.Title) + " As of " + inWords.Replace(b.AsOf.Words())
	if b.Version > 0 {
		about += ", version " + strconv.Itoa(b.Version)
	}
	if len(b.Authors) > 0 {
		about += ", by " + briefing.JoinNames(b.Authors)
	}
	r.line(sentence(about))
	if withheld := page.Withheld(r.full); withheld != "" {
		r.line(sentence("This is a part of the briefing: " + withheld))
	}
	if n := r.faults(); n > 0 {
		r.line(sentence("The file has " + briefing.Counted(n, "error", "errors") + "; ! lists them"))
	}
	if n := len(r.full.Drafts()); n > 0 {
		r.line(sentence(briefing.Counted(n, "item is a draft", "items are drafts") + " that nobody has reviewed"))
	}
	r.sayNotes()
	var parts []string
	for i, p := range r.parts {
		parts = append(parts, strconv.Itoa(i+1)+", "+p.kind.title()+": "+r.counts(p.kind.part))
	}
	r.line(sentence(strings.Join(parts, "; ")))
}

// fewPassages is how many quotes are looked up in their sources at the start.
const fewPassages = 5_000

// faults counts the errors of the file, those of quotes too unless there are very many.
func (r *Reader) faults() int {
	if len(r.full.Passages) > fewPassages {
		return len(r.doc.Problems)
	}
	return len(check.Faults(r.doc, r.full))
}

// reload reads the file again.
func (r *Reader) reload() {
	if r.source.Load == nil {
		r.line("There is nothing to reload: this briefing is not from a file.")
		return
	}
	doc, err := r.source.Load()
	if err != nil {
		r.line(sentence("Not reloaded: " + clean.Line(file.WhyUnreadable(err))))
		return
	}
	old := r.full
	r.notes.report = diff.Compare(old, doc.Index())
	r.renew(doc)
	c := r.notes.report
	if c.Empty() {
		r.line("Read again. Nothing has changed.")
	} else {
		r.line(sentence("Read again: " + countWords(c) + "; D lists them"))
	}
	r.where()
}

// renew shows another version of the briefing, at the same place.
func (r *Reader) renew(doc *file.Document) {
	was := r.index
	r.take(doc)
	r.compareNotes()
	r.narrow.without = slices.DeleteFunc(slices.Clone(r.narrow.without), func(id string) bool {
		_, ok := r.full.Lookup(id)
		return !ok
	})
	r.index = was
	r.reindex()
}

// listProblems lists what is wrong with the file, as sitrep check does.
func (r *Reader) listProblems() {
	found := check.Document(r.doc)
	l := &list{title: "Problems", groups: []string{""}, listed: true, none: "Nothing is left out, no quote is missing, and check warns of nothing."}
	for _, p := range found {
		text := p.Text()
		if p.Pos.Line > 0 {
			text = "Line " + strconv.Itoa(int(p.Pos.Line)) + ": " + text
		}
		noun := "warning"
		if p.Severity == file.Error {
			noun = "error"
		}
		line := int(p.Pos.Line)
		l.addRow(noun, joined(text, capital(p.Hint)), func() { r.editAt(line) })
	}
	l.count()
	r.show(l)
}
