package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// browse opens the web address of the source under the cursor, or of one that
// the item under it rests on. If there are several, it asks for one. If there
// is none, it uses the source of the open page.
func (r *Reader) browse() tea.Cmd {
	var sources []*briefing.Source
	for _, t := range []page.Target{r.subject(), r.openItem()} {
		if sources = r.sourcesBehind(t); len(sources) > 0 {
			break
		}
	}
	switch len(sources) {
	case 0:
		r.Say("no web address: neither this nor its sources have one")
		return nil
	case 1:
		return r.visit(dialog.VisitMsg{Address: sources[0].Address()})
	}
	r.Dialogs.Push(dialog.Sources(r.index, sources))
	return nil
}

// sourcesBehind returns the sources with an address that a target is or rests
// on, without duplicates.
func (r *Reader) sourcesBehind(t page.Target) []*briefing.Source {
	var out []*briefing.Source
	seen := map[*briefing.Source]bool{}
	add := func(s *briefing.Source) {
		if s != nil && s.Address() != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	switch {
	case t.Passage > 0:
		add(r.index.Passages[t.Passage-1].Source)
	case t.Ref.Kind == briefing.KindSource:
		add(r.index.Source(t.Ref.ID))
	default:
		for _, ref := range r.index.WithPositions(t.Ref) {
			for _, e := range r.index.Citations(ref) {
				add(r.index.Source(e.Source))
			}
		}
	}
	return out
}

// visit opens an address, if that is allowed. If the host is written in another
// script, its ASCII form is shown first.
func (r *Reader) visit(msg dialog.VisitMsg) tea.Cmd {
	encoded, err := clean.EncodeURL(msg.Address)
	if err != nil {
		r.Say("not opened: the address " + err.Error() + ": " + msg.Address)
		return nil
	}
	host := clean.HostOf(msg.Address)
	if clean.IsForeign(host) && !msg.Seen {
		r.Dialogs.Push(dialog.ForeignHost(msg.Address))
		return nil
	}
	r.SayOf("opening", host)
	system, run := r.file.System, r.file.run
	return func() tea.Msg {
		argv, err := system.Browser(encoded)
		if err == nil {
			err = run(argv)
		}
		return visitedMsg{msg.Address, err}
	}
}

// visited shows an address that no browser could open. It does not disturb a
// user who is typing.
func (r *Reader) visited(msg visitedMsg) {
	switch {
	case msg.err == nil:
		return
	case r.Dialogs.Open() || r.typing():
		r.Say("not opened: " + msg.err.Error())
		return
	}
	r.Dialogs.Push(dialog.NotVisited(msg.address, msg.err))
}
