package tui

import (
	"net/url"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// browse opens the web address of the source that the cursor stands on or that
// the item there rests on; where that is several, it asks for one. Where there
// is none it is that of the open page.
func (a *App) browse() tea.Cmd {
	targets := []page.Target{a.subject()}
	if n := len(a.here().trail); n > 0 {
		targets = append(targets, a.here().trail[n-1].target)
	}
	var sources []*briefing.Source
	for _, t := range targets {
		if sources = a.sourcesBehind(t); len(sources) > 0 {
			break
		}
	}
	switch len(sources) {
	case 0:
		a.say("no web address: neither this nor a source behind it has one")
		return nil
	case 1:
		return a.visit(visitMsg{address: sourceAddress(sources[0])})
	}
	var items []dialog.Item
	for _, s := range sources {
		address := sourceAddress(s)
		items = append(items, dialog.Item{Text: page.Name(a.index, briefing.Ref{Kind: briefing.KindSource, ID: s.ID}), Aside: hostOf(address), Result: visitMsg{address: address}})
	}
	p := &dialog.Picker{Title: "Open in the browser", Enter: "opens it", None: "no source says that", Find: narrowing(items)}
	a.dialogs.Push(p.Prepare())
	return nil
}

// sourcesBehind are the sources with an address that a target is, or rests on,
// each once.
func (a *App) sourcesBehind(t page.Target) []*briefing.Source {
	var out []*briefing.Source
	seen := map[*briefing.Source]bool{}
	add := func(s *briefing.Source) {
		if s != nil && sourceAddress(s) != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	switch {
	case t.Passage > 0:
		add(a.index.Passages[t.Passage-1].Source)
	case t.Ref.Kind == briefing.KindSource:
		add(a.index.Source(t.Ref.ID))
	default:
		for _, ref := range a.withPositions(t.Ref) {
			for _, e := range a.index.Citations(ref) {
				add(a.index.Source(e.Source))
			}
		}
	}
	return out
}

// withPositions is an item with the positions on it, or those that it takes.
func (a *App) withPositions(ref briefing.Ref) []briefing.Ref {
	out := []briefing.Ref{ref}
	add := func(stands []briefing.Stand) {
		for _, s := range stands {
			out = append(out, s.Ref())
		}
	}
	switch ref.Kind {
	case briefing.KindActor:
		add(a.index.Says(ref.ID))
	case briefing.KindClaim:
		add(a.index.StandsOn(ref.ID))
	case briefing.KindQuestion:
		q := a.index.Question(ref.ID)
		for i := range q.Claims {
			add(a.index.StandsOn(q.Claims[i].ID))
		}
	}
	return out
}

// sourceAddress is where a source is on the web, or else a copy of it.
func sourceAddress(s *briefing.Source) string {
	if s.Publication.URL != "" {
		return s.Publication.URL
	}
	return s.Publication.ArchiveURL
}

// visit opens an address, if it is one that may be. One whose host is written
// in another script than people know it by is opened when its name, as it is
// sent, has been seen.
func (a *App) visit(msg visitMsg) tea.Cmd {
	encoded, err := clean.EncodeURL(msg.address)
	if err != nil {
		a.say("not opened: the address " + err.Error() + ": " + msg.address)
		return nil
	}
	host := hostOf(msg.address)
	if clean.IsForeign(host) && !msg.seen {
		msg.seen = true
		p := &dialog.Picker{Title: "The name of this host is in another script", Enter: "opens it", None: "nothing to open", Find: narrowing([]dialog.Item{{
			Text: "open " + host, Aside: "this is how it is sent; " + msg.address, Result: msg,
		}})}
		a.dialogs.Push(p.Prepare())
		return nil
	}
	a.sayOf("opening", host)
	system, run := a.file.system, a.file.run
	return func() tea.Msg {
		argv, err := system.Browser(encoded)
		if err == nil {
			err = run(argv)
		}
		return visitedMsg{msg.address, err}
	}
}

// hostOf is the host of an address, in ASCII as it is sent; empty where the
// address must not be opened.
func hostOf(address string) string {
	encoded, err := clean.EncodeURL(address)
	if err != nil {
		return ""
	}
	u, err := url.Parse(encoded)
	if err != nil {
		return ""
	}
	return u.Host
}

// visited shows an address that no browser was found for, or none that took
// it. It keeps out of the way of somebody who types.
func (a *App) visited(msg visitedMsg) {
	switch {
	case msg.err == nil:
		return
	case a.dialogs.Open() || a.typing():
		a.say("not opened: " + msg.err.Error())
		return
	}
	items := []dialog.Item{{Text: msg.address, Aside: clean.Line(msg.err.Error())}}
	p := &dialog.Picker{Title: "The browser could not be opened", None: "nothing else", Find: narrowing(items)}
	a.dialogs.Push(p.Prepare())
}
