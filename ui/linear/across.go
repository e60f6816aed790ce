package linear

import (
	"context"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/data/library"
)

// across lists what the briefings of the folder have on the item: the positions of an
// actor or on a claim, or what cites a source.
func (r *Reader) across() {
	t := r.subject()
	switch t.Ref.Kind {
	case briefing.KindPosition:
		s, _ := r.index.Stand(t.Ref.ID)
		t = page.To(briefing.KindActor, s.Position.Holder)
	case briefing.KindActor, briefing.KindClaim, briefing.KindQuestion, briefing.KindSource:
	default:
		r.line("A looks across briefings for an actor, a claim, a question or a source; this is none.")
		return
	}
	if r.source.Folder == nil {
		r.line("This briefing is not from a folder: there are no other briefings to look into.")
		return
	}
	index, err := r.source.Folder()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if err == nil {
		_, err = index.Update(ctx, func(library.Progress) {})
	}
	var found []library.Mention
	if err == nil {
		found, err = index.Across(ctx, r.full, r.source.Name, t.Ref)
	}
	if err != nil {
		r.line(sentence("The other briefings cannot be looked into: " + file.WhyUnreadable(err)))
		return
	}
	l := newListed("Across "+briefing.Counted(library.Briefings(found), "briefing", "briefings")+": "+r.nameOf(page.Target{Ref: t.Ref}), nil, "No briefing of the folder has anything on it.")
	question := ""
	for _, m := range found {
		if t.Ref.Kind == briefing.KindActor && m.Question != question {
			question = m.Question
			l.addGroup(question)
		}
		noun := "position"
		if m.Stance == "" {
			noun = m.Ref.Kind.String()
		}
		l.addRow(noun, mentionWords(t.Ref.Kind, &m), func() { r.openMention(index, m) })
	}
	l.count()
	r.show(l)
}

// mentionWords returns what another briefing has on an item of a kind.
func mentionWords(kind briefing.Kind, m *library.Mention) string {
	if m.Stance == "" {
		return joined(m.Marking+m.Name, capital(inWords.Replace(m.Where())))
	}
	words := capital(inWords.Replace(m.When())) + ", "
	if kind != briefing.KindActor {
		words += m.Holder + " "
	}
	words += briefing.Stances.Label(m.Stance)
	if kind != briefing.KindClaim {
		words += ": " + m.Claim
	}
	before := ""
	if m.Before != "" {
		before = "A change of stance: before, it was " + briefing.Stances.Label(m.Before)
	}
	return joined(m.Marking+words, before, capital(m.Where()))
}

// openMention opens an item here, or in the other briefing that has it.
func (r *Reader) openMention(index *library.Library, m library.Mention) {
	if m.Here {
		r.openTarget(page.Target{Ref: m.Ref})
		return
	}
	if r.options.Open == nil {
		r.line("No other files can be opened here.")
		return
	}
	from := r.options.Open(index.File(m.Newest.File))
	doc, err := from.Load()
	if err != nil {
		r.line(sentence("Not opened: " + file.WhyUnreadable(err)))
		return
	}
	other := r.options.show(doc, from)
	other.openTarget(page.Target{Ref: m.Ref})
}
