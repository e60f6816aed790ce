// Package notebook keeps what a user writes beside a briefing: notes, marks, own
// judgments, which items have been read, and where the briefing was left. There is
// one YAML file for each briefing, named after its id, and made to be read and to be
// kept in git: its order is fixed, and every entry is a line of its own.
//
// A [Notebook] holds the file in memory. A change takes effect there at once and is
// written later, by a function that may run in another goroutine: it reads the file
// again, makes the change in that, and writes it completely or not at all. So
// several programs can have a notebook open, and what cannot be written stays in
// memory. Entries name items by key (see [KeyOf]), and stay when an item goes away.
//
// The package never writes a briefing, and does not draw.
package notebook

import (
	"slices"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// Notebook is the notebook of a briefing. Only one goroutine may use it; the
// functions that [Notebook.Load] and [Notebook.Save] return may run in another one.
type Notebook struct {
	folder   Folder
	id       string
	contents *contents
	read     stored   // as it was last read or written
	place    []string // where the briefing was left, as the file had it at the start
	loaded   bool
	busy     bool     // a function is under way
	pending  []change // not in the file yet
	done     []change // that can be taken back
	err      error
}

// Note is a note on an item or, with Quote, on words of a source.
type Note struct {
	On      string // the key of the item
	Written string // when, as RFC 3339 in UTC; a file edited by hand can have a date, or nothing
	Quote   string // the exact words; "" for a note on the item as a whole
	Prefix  string // the words right before the quote, if it is in the text more than once
	Suffix  string // the words right behind it
	Text    string // can have several lines
}

// Judgment is how likely a user holds a claim, or one answer to a question, and how
// good the basis for that is. One of the two can be missing.
type Judgment struct {
	Likelihood briefing.Likelihood
	Confidence briefing.Confidence
}

// IsZero reports whether nothing has been judged.
func (j Judgment) IsZero() bool { return j == Judgment{} }

// Copy returns a copy for reading, which does not change with the notebook, so that
// another goroutine can use it.
func (n *Notebook) Copy() *Notebook {
	return &Notebook{folder: n.folder, id: n.id, contents: n.contents.clone(), place: n.place, loaded: n.loaded}
}

// ID returns the id of the briefing.
func (n *Notebook) ID() string { return n.id }

// Folder returns the folder of the notebook.
func (n *Notebook) Folder() Folder { return n.folder }

// Path returns the path of the file, which need not exist.
func (n *Notebook) Path() string { return n.folder.file(n.id) }

// Loaded reports whether the file has been read. Before that, a notebook has
// only what has been written into it since it was opened, and the place.
func (n *Notebook) Loaded() bool { return n.loaded }

// Err returns why the file could not be read or written the last time, or nil.
func (n *Notebook) Err() error { return n.err }

// Unsaved returns how many changes are not in the file. Of them, byHand are not
// only about what has been read and where.
func (n *Notebook) Unsaved() (all, byHand int) {
	for _, c := range n.pending {
		if !c.automatic() {
			byHand++
		}
	}
	return len(n.pending), byHand
}

// Place returns where the briefing was left, in words whose meaning is up to the
// program that shows it. Place is known as soon as a notebook is opened.
func (n *Notebook) Place() []string { return n.place }

// SetPlace keeps where the briefing is left.
func (n *Notebook) SetPlace(words []string) {
	v := value{text: strings.Join(briefing.Map(words, clean.Line), placeSeparator)}
	n.change(key{part: placePart}, v)
}

// ReadAs returns the hash of an item when it was last read, or "" if it has not
// been.
func (n *Notebook) ReadAs(item string) string {
	return n.contents.values[key{part: readPart, item: item}].text
}

// HasRead reports whether any item has been read.
func (n *Notebook) HasRead() bool { return n.contents.read > 0 }

// SetRead keeps that an item has been read as it is, with its hash (see [Hashes]),
// or with "" that it is unread.
func (n *Notebook) SetRead(item, hash string) {
	n.change(key{part: readPart, item: item}, value{text: hash})
}

// Marked reports whether an item is marked.
func (n *Notebook) Marked(item string) bool {
	return n.contents.values[key{part: markPart, item: item}] != value{}
}

// Marks returns the keys of the marked items, sorted.
func (n *Notebook) Marks() []string {
	return briefing.Map(n.contents.in(markPart), func(k key) string { return k.item })
}

// SetMark marks an item, or takes the mark away.
func (n *Notebook) SetMark(item string, on bool) {
	v := value{}
	if on {
		v.text = markedText
	}
	n.change(key{part: markPart, item: item}, v)
}

// Notes returns all notes, sorted by item and time.
func (n *Notebook) Notes() []Note { return briefing.Map(n.contents.in(notePart), n.contents.note) }

// NotesOn returns the notes on an item, the oldest first.
func (n *Notebook) NotesOn(item string) []Note {
	return briefing.Map(n.contents.notes[item], n.contents.note)
}

// AddNote adds a note, and returns it as it is kept: with the time if it has none,
// and without what may not be shown on a terminal. A note without a text is not
// kept.
func (n *Notebook) AddNote(note Note) Note {
	if note.Written == "" || !isTime(note.Written) {
		note.Written = time.Now().UTC().Format(time.RFC3339)
	}
	k, v := note.entry()
	for n.contents.values[k] != (value{}) {
		k.under = later(k.under)
	}
	if v.text == "" {
		return Note{}
	}
	n.change(k, v)
	return noteOf(k, v)
}

// ChangeNote gives a note another text, or takes it away if that is "".
func (n *Notebook) ChangeNote(note Note, text string) {
	k, _ := note.entry()
	v := n.contents.values[k]
	if v.text = strings.TrimSpace(clean.Text(text)); v.text == "" {
		v = value{}
	}
	n.change(k, v)
}

// Judgment returns the user's own judgment on an item.
func (n *Notebook) Judgment(item string) Judgment {
	v := n.contents.values[key{part: judgmentPart, item: item}]
	return Judgment{v.likelihood, v.confidence}
}

// Judged returns the keys of the items on which there is a judgment, sorted.
func (n *Notebook) Judged() []string {
	return briefing.Map(n.contents.in(judgmentPart), func(k key) string { return k.item })
}

// SetJudgment keeps a judgment on an item. The zero Judgment takes it away.
func (n *Notebook) SetJudgment(item string, j Judgment) {
	n.change(key{part: judgmentPart, item: item}, value{likelihood: j.Likelihood, confidence: j.Confidence})
}

// Taken is what [Notebook.Undo] has taken back.
type Taken struct {
	What string // such as "note"
	On   string // the key of the item
	Back bool   // it was taken away before, and is there again
}

// Undo takes back the last change that was made since the notebook was opened and
// has not been taken back. ok is false if there is none.
func (n *Notebook) Undo() (t Taken, ok bool) {
	last := len(n.done) - 1
	if last < 0 {
		return t, false
	}
	c := n.done[last]
	n.done = n.done[:last]
	n.apply(change{c.key, c.is, c.was})
	return Taken{c.key.part.String(), c.key.item, c.was != value{}}, true
}

// change gives an entry another value. Nothing happens if it has it.
func (n *Notebook) change(k key, v value) {
	k = key{k.part, clean.Line(k.item), clean.Line(k.under), clean.Line(k.of)}
	c := change{k, n.contents.values[k], v}
	if c.was == c.is {
		return
	}
	if k.part != placePart {
		n.done = append(n.done, c)
	}
	n.apply(c)
}

func (n *Notebook) apply(c change) {
	n.contents.apply(c)
	n.pending = append(n.pending, c)
}

// Result is what a function of [Notebook.Load] or [Notebook.Save] returns, for
// [Notebook.Take].
type Result struct {
	read     stored
	contents *contents // those read, to be changed; nil if the file cannot be read
	saved    int       // how many changes are in it
	// Others reports whether the file has another text than when it was last read or
	// written.
	Others bool
	// Aside is the name under which a file that could not be read has been put, so
	// that a new one can be written. It is "" if there was none.
	Aside string
	Err   error
}

// Load returns a function that reads the file, or nil while one of the notebook's
// functions is under way. Its result goes to [Notebook.Take].
func (n *Notebook) Load() func() Result {
	if n.busy {
		return nil
	}
	n.busy = true
	folder, id, known := n.folder, n.id, n.read
	return func() Result {
		now, err := folder.load(id, known)
		if err != nil {
			return Result{Err: err}
		}
		return Result{read: now, contents: now.contents.clone(), Others: now.text != known.text}
	}
}

// Save returns a function that makes the changes in the file, or nil if there are
// none or one of the notebook's functions is under way. Its result goes to
// [Notebook.Take]. The error is nil, an [*UnreadableError], or says why the file
// cannot be written; then the changes stay in memory.
func (n *Notebook) Save() func() Result {
	if n.busy || len(n.pending) == 0 {
		return nil
	}
	n.busy = true
	folder, id, known, changes := n.folder, n.id, n.read, slices.Clone(n.pending)
	return func() Result { return folder.save(id, known, changes) }
}

// Take goes on with what a function has read or written, in which changes of
// another program can be. Changes made meanwhile are kept.
func (n *Notebook) Take(r Result) {
	n.busy, n.err = false, r.Err
	if r.contents == nil {
		return
	}
	n.read, n.contents, n.loaded = r.read, r.contents, true
	n.pending = n.pending[r.saved:]
	for _, c := range n.pending {
		n.contents.apply(c)
	}
}
