package linear

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/data/notebook"
)

// hasNotebook reports whether there is a notebook, and says why not.
func (r *Reader) hasNotebook() bool {
	switch {
	case r.notes.book != nil:
		return true
	case r.review != nil:
		r.line("Nothing is read or noted while you review.")
	case r.source.Piped:
		r.line("A briefing from standard input has no notebook.")
	default:
		r.line("There is no notebook: it is off, there is no folder for it, or the briefing has no id.")
	}
	return false
}

// noted returns the item that something is to be kept about. If there is none, or no
// notebook, it says so.
func (r *Reader) noted() (ref briefing.Ref, ok bool) {
	if !r.hasNotebook() {
		return ref, false
	}
	ref = r.item()
	if ref.Kind == briefing.KindNone {
		r.line("There is no item here.")
		return ref, false
	}
	return ref, true
}

// on returns the name of an item, to end a sentence.
func (r *Reader) on(ref briefing.Ref) string { return r.nameOf(page.Target{Ref: ref}) }

// mark marks the item, or takes its mark away.
func (r *Reader) mark() {
	ref, ok := r.noted()
	if !ok {
		return
	}
	on := !r.notes.book.Marked(r.key(ref))
	r.notes.book.SetMark(r.key(ref), on)
	if on {
		r.line(sentence("Marked: " + r.on(ref)))
	} else {
		r.line(sentence("Not marked any more: " + r.on(ref)))
	}
	r.kept()
}

// note keeps a note on the item, or on the selected words.
func (r *Reader) note(text string) {
	ref, ok := r.noted()
	if !ok {
		return
	}
	if text == "" {
		r.line("a and the words of a note keeps it, on " + r.on(ref) + ".")
		return
	}
	n := notebook.Note{On: r.key(ref), Text: text, Written: time.Now().UTC().Format(time.RFC3339)}
	if r.selected() {
		q, quoted := r.selects.quote()
		if !quoted {
			r.line("No quote leads to the selected words alone; select more of them.")
			return
		}
		ref = briefing.Ref{Kind: briefing.KindSource, ID: r.selects.source.ID}
		n.On, n.Quote, n.Prefix, n.Suffix = ref.ID, q.Words, q.Prefix, q.Suffix
		r.selects = nil
	}
	r.notes.book.AddNote(n)
	where := r.on(ref)
	if n.Quote != "" {
		where = quotedWords(n.Quote) + " in " + where
	}
	r.line(sentence("Noted on " + where))
	r.kept()
}

// judge keeps how likely the user holds the item, and how good the basis for it is.
func (r *Reader) judge(words string) {
	ref, ok := r.noted()
	if !ok {
		return
	}
	switch ref.Kind {
	case briefing.KindPosition:
		s, _ := r.index.Stand(ref.ID)
		ref = briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID}
	case briefing.KindClaim, briefing.KindQuestion, briefing.KindJudgment:
	default:
		r.line("A view is kept of a claim, a question or a judgment; this is none.")
		return
	}
	j, ok := parseJudgment(words)
	if !ok {
		r.line(sentence("p takes a likelihood, and after a comma how good its basis is; or none. Likelihoods are " + and(briefing.Likelihoods.Values()) +
			". The basis is " + and(briefing.Confidences.Values()) + ". For example: p very likely, low"))
		return
	}
	r.notes.book.SetJudgment(r.key(ref), j)
	if j.IsZero() {
		r.line(sentence("Your view is not kept any more, on " + r.on(ref)))
	} else {
		r.line(sentence("Your view on " + r.on(ref) + ": " + judgmentWords(j)))
	}
	r.kept()
}

// parseJudgment parses what is typed as one's own judgment.
func parseJudgment(words string) (j notebook.Judgment, ok bool) {
	if strings.EqualFold(words, "none") {
		return j, true
	}
	for part := range strings.SplitSeq(strings.ToLower(words), ",") {
		part = strings.TrimSpace(part)
		l, c := briefing.Likelihood(part), briefing.Confidence(part)
		switch {
		case briefing.Likelihoods.Has(l):
			j.Likelihood = l
		case briefing.Confidences.Has(c):
			j.Confidence = c
		default:
			return notebook.Judgment{}, false
		}
	}
	return j, true
}

func judgmentWords(j notebook.Judgment) string {
	var parts []string
	if j.Likelihood != "" {
		parts = append(parts, inWords.Replace(j.Likelihood.Words()))
	}
	if j.Confidence != "" {
		parts = append(parts, "the confidence in its basis is "+string(j.Confidence))
	}
	return strings.Join(parts, "; ")
}

// turnRead marks the item as read, or as unread if it has been read.
func (r *Reader) turnRead() {
	if r.review != nil {
		r.undoStep()
		return
	}
	ref, ok := r.noted()
	if !ok {
		return
	}
	hash, known := r.notes.beside.Hashes[ref]
	switch {
	case !known || !notebook.Readable(ref.Kind):
		r.line("A " + ref.Kind.String() + " is read with what it belongs to.")
		return
	case r.notes.beside.Freshness(ref) == briefing.Read:
		hash = ""
	}
	r.notes.book.SetRead(r.key(ref), hash)
	if hash == "" {
		r.line(sentence("Unread: " + r.on(ref)))
	} else {
		r.line(sentence("Read: " + r.on(ref)))
	}
	r.kept()
}

// undo takes back the last change of the notebook.
func (r *Reader) undo() {
	if r.review != nil {
		r.undoStep()
		return
	}
	if !r.hasNotebook() {
		return
	}
	taken, ok := r.notes.book.Undo()
	if !ok {
		r.line("There is nothing to take back: nothing has been marked, noted or judged since the start.")
		return
	}
	name := taken.On
	if ref, there := notebook.ItemOf(r.full, taken.On); there {
		name = r.on(ref)
	}
	if taken.Back {
		r.line(sentence("Taken back: the " + taken.What + " is as it was before, on " + name))
	} else {
		r.line(sentence("Taken back: no " + taken.What + " any more, on " + name))
	}
	r.kept()
}

// listNotes lists marks, notes and views. What is on items that the briefing does not
// have comes last, unless a part of it is withheld: it can be about that.
func (r *Reader) listNotes() {
	if !r.hasNotebook() {
		return
	}
	book := r.notes.book
	l := &list{title: "Notebook", groups: []string{""}, listed: true, none: "Nothing is marked, noted or judged yet."}
	gone := &list{groups: []string{"", "On items that are gone"}}
	add := func(noun, key, text string) {
		ref, ok := notebook.ItemOf(r.full, key)
		switch {
		case ok:
			l.addRow(noun, joined(capital(ref.Kind.String())+" "+r.on(ref), text), func() { r.openTarget(page.Target{Ref: ref}) })
			l.rows[len(l.rows)-1].to = page.Target{Ref: ref}
		case !r.notes.beside.Limited:
			gone.addRow(noun, joined(key, text), func() { r.line("It is not in the briefing any more.") })
		}
	}
	l.addGroup("Marked")
	for _, key := range book.Marks() {
		add("mark", key, "")
	}
	l.addGroup("Notes")
	for _, n := range book.Notes() {
		text := strings.Join(strings.Fields(n.Text), " ")
		if n.Quote != "" {
			text = "On " + quotedWords(n.Quote) + ": " + text
		}
		add("note", n.On, text)
	}
	l.addGroup("Your views")
	for _, key := range book.Judged() {
		add("view", key, judgmentWords(book.Judgment(key)))
	}
	if len(gone.rows) > 0 {
		l.addGroup(gone.groups[1])
		for _, w := range gone.rows {
			w.group = len(l.groups) - 1
			l.rows = append(l.rows, w)
		}
	}
	l.count()
	r.show(l)
}

// sayNotes says at the start what the notebook knows: what is new, or that it cannot be
// read.
func (r *Reader) sayNotes() {
	n := &r.notes
	if n.book == nil {
		return
	}
	if wrong, ok := errors.AsType[*notebook.UnreadableError](n.book.Err()); ok {
		where := ""
		if wrong.Line > 0 {
			where = ", line " + strconv.Itoa(wrong.Line)
		}
		r.line(sentence("The notebook cannot be read" + where + ": " + wrong.What))
	}
	if n.last == nil {
		return
	}
	if c := r.changes(); !c.Empty() {
		r.line(sentence("Since " + n.beside.Since.Local().Format("2 January 2006") + ": " + countWords(c) + "; D lists them"))
	}
}
