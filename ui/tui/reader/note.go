package reader

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
	"sitrep/data/notebook"
	"sitrep/ui/tui/dialog"
)

// Results of the dialogs of the notebook.
type (
	// typeNoteMsg asks to type a note, or another text for one that has a text.
	typeNoteMsg struct {
		ref  briefing.Ref
		note notebook.Note
	}
	// typedNoteMsg has a typed note.
	typedNoteMsg struct {
		typeNoteMsg
		text string
	}
	// likelihoodMsg has the likelihood of an opinion, opinionMsg all of it.
	likelihoodMsg struct {
		ref     briefing.Ref
		opinion notebook.Judgment
	}
	opinionMsg likelihoodMsg
)

// markItem marks the item, or takes its mark away.
func (r *Reader) markItem() {
	ref, ok := r.noteItem()
	if !ok {
		return
	}
	on := !r.notes.Marked(ref)
	r.notes.book.SetMark(r.notes.key(ref), on)
	r.remarked(ref)
	if on {
		r.Say("marked; " + r.Keys.Of("notebook") + " lists what is")
	} else {
		r.Say("not marked any more")
	}
}

// noteOn asks for a note on the item. If there are notes on it, it lists them, to
// change one or to add another.
func (r *Reader) noteOn() {
	ref, ok := r.noteItem()
	if !ok {
		return
	}
	key := r.notes.key(ref)
	notes := r.notes.book.NotesOn(key)
	add := typeNoteMsg{ref, notebook.Note{On: key}}
	if len(notes) == 0 {
		r.typeNote(add)
		return
	}
	items := []dialog.Item{{Key: "new", Text: "write another note", Result: add}}
	for _, n := range notes {
		items = append(items, dialog.Item{Group: "Change one; without a text it goes", Key: n.Day(), Text: joinedLines(n.Text), Aside: r.quotedWords(n), Result: typeNoteMsg{ref, n}})
	}
	r.Dialogs.Push(dialog.Notebook("Notes on "+page.Name(r.index, ref), "writes", items))
}

// noteOnWords asks for a note on the selected words.
func (r *Reader) noteOnWords() {
	if !r.hasNotebook() {
		return
	}
	source := r.selects.source
	start, end := r.selects.flow.SelectedText()
	q, ok := quote.Select(source.Text, start, end)
	if !ok {
		r.Say("no quote leads to these words alone; select more of them")
		return
	}
	ref := briefing.Ref{Kind: briefing.KindSource, ID: source.ID}
	r.typeNote(typeNoteMsg{ref, notebook.Note{On: source.ID, Quote: q.Words, Prefix: q.Prefix, Suffix: q.Suffix}})
}

func (r *Reader) typeNote(msg typeNoteMsg) {
	title := "on " + page.Name(r.index, msg.ref)
	if msg.note.Quote != "" {
		title = "on " + r.quotedWords(msg.note)
	}
	n := &dialog.Note{Title: title, Kept: func(text string) tea.Msg { return typedNoteMsg{msg, text} }}
	r.Dialogs.Push(n.Prepare(joinedLines(msg.note.Text)))
}

// quotedWords returns the words of a note in quotation marks, or "".
func (r *Reader) quotedWords(n notebook.Note) string {
	if n.Quote == "" {
		return ""
	}
	return r.Theme.Sign("“") + n.Quote + r.Theme.Sign("”")
}

func joinedLines(text string) string { return strings.Join(strings.Fields(text), " ") }

// typedNote keeps a note.
func (r *Reader) typedNote(msg typedNoteMsg) {
	r.endSelecting()
	book, text := r.notes.book, strings.TrimSpace(msg.text)
	switch {
	case msg.note.Text == "" && text == "", text == joinedLines(msg.note.Text):
		return // nothing is new; the lines of a text that has several stay
	case msg.note.Text == "":
		msg.note.Text, msg.note.Written = text, time.Now().UTC().Format(time.RFC3339)
		book.AddNote(msg.note)
		r.Say("noted; " + r.Keys.Of("notebook") + " lists all notes, " + r.Keys.Of("undo") + " takes it back")
	default:
		book.ChangeNote(msg.note, text)
		r.Say("the note is changed; " + r.Keys.Of("undo") + " takes that back")
	}
	r.remarked(msg.ref)
}

// judge asks what the user thinks of the item.
func (r *Reader) judge() {
	ref, ok := r.noteItem()
	if !ok {
		return
	}
	switch ref = r.listed(ref); ref.Kind {
	case briefing.KindClaim, briefing.KindQuestion, briefing.KindJudgment:
	default:
		r.Say("a view is kept of a claim, a question or a judgment; this is none")
		return
	}
	now := r.notes.book.Judgment(r.notes.key(ref))
	r.Dialogs.Push(dialog.Likelihood("How likely you hold: "+page.Name(r.index, ref), now.Likelihood, func(l briefing.Likelihood) tea.Msg {
		return likelihoodMsg{ref, notebook.Judgment{Likelihood: l, Confidence: now.Confidence}}
	}))
}

// judgeBasis asks for the other half of what the user thinks.
func (r *Reader) judgeBasis(msg likelihoodMsg) {
	r.Dialogs.Push(dialog.Confidence("How good your basis for it is", msg.opinion.Confidence, func(c briefing.Confidence) tea.Msg {
		return opinionMsg{msg.ref, notebook.Judgment{Likelihood: msg.opinion.Likelihood, Confidence: c}}
	}))
}

// judged keeps what the user thinks of an item.
func (r *Reader) judged(msg opinionMsg) {
	r.notes.book.SetJudgment(r.notes.key(msg.ref), msg.opinion)
	r.remarked(briefing.Ref{}) // a judgment shows what is thought of its question
	if msg.opinion.IsZero() {
		r.Say("your view of it is not kept any more")
	} else {
		r.Say("your view is kept beside the briefing's own")
	}
}

// undo takes back the last change of the notebook.
func (r *Reader) undo() {
	if !r.hasNotebook() {
		return
	}
	taken, ok := r.notes.book.Undo()
	if !ok {
		r.Say("nothing to take back: nothing has been marked, noted or judged since the start")
		return
	}
	ref, there := notebook.ItemOf(r.notes.x, taken.On)
	name := taken.On
	if there {
		name = page.Name(r.notes.x, ref)
	}
	r.notes.count()
	r.remarked(briefing.Ref{})
	if taken.Back {
		r.Say("taken back: the " + taken.What + " is as it was before: " + name)
	} else {
		r.Say("taken back: no " + taken.What + " any more on " + name)
	}
}

// chosenNote handles the result of a dialog of the notebook.
func (r *Reader) chosenNote(result tea.Msg) tea.Cmd {
	switch msg := result.(type) {
	case typeNoteMsg:
		r.typeNote(msg)
	case typedNoteMsg:
		r.typedNote(msg)
	case likelihoodMsg:
		r.judgeBasis(msg)
	case opinionMsg:
		r.judged(msg)
	default:
		return r.chosenInACH(msg)
	}
	return nil
}
