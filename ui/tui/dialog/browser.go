package dialog

import (
	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/page"
)

// VisitMsg asks to open an address in the browser. Seen says that the name of
// its host has been shown.
type VisitMsg struct {
	Address string
	Seen    bool
}

// Sources offers the addresses of several sources.
func Sources(x *briefing.Index, sources []*briefing.Source) *Picker {
	var items []Item
	for _, s := range sources {
		address := s.Address()
		items = append(items, Item{Text: page.Name(x, briefing.Ref{Kind: briefing.KindSource, ID: s.ID}), Aside: clean.HostOf(address), Result: VisitMsg{Address: address}})
	}
	return list(Picker{Title: "Open in the browser", Enter: "opens it", None: "no source says that"}, items)
}

// ForeignHost shows the ASCII form of a host name in another script before its
// address is opened.
func ForeignHost(address string) *Picker {
	return list(Picker{Title: "The name of this host is in another script", Enter: "opens it", None: "nothing to open"}, []Item{{
		Text: "open " + clean.HostOf(address), Aside: "this is how it is sent; " + address, Result: VisitMsg{address, true},
	}})
}

// NotVisited shows an address that could not be opened, and why.
func NotVisited(address string, err error) *Picker {
	return list(Picker{Title: "The browser could not be opened", None: "nothing else"}, []Item{{Text: address, Aside: clean.Line(err.Error())}})
}
