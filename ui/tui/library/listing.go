package library

import (
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data/library"
)

// arrange sorts and folds entries, which it leaves as they are.
func arrange(entries []library.Entry, by library.Order) listing {
	entries = slices.Clone(entries)
	library.Sort(entries, by)
	out := listing{order: by}
	out.entries, out.counts = library.Fold(entries)
	var labels []briefing.TLP
	for i := range entries {
		if e := &entries[i]; e.Why == "" {
			out.known = true
			if !slices.Contains(labels, e.TLP) {
				labels = append(labels, e.TLP)
			}
		}
	}
	out.highest = briefing.HigherTLP(labels...)
	return out
}

// listedMsg has a new listing.
type listedMsg struct {
	listing listing
	took    time.Duration
	err     error
}

// relist makes a new listing, or does so when the one in work is done.
func (l *Library) relist(what relisting) tea.Cmd {
	s := &l.listings
	if s.running {
		if s.next != nil {
			what.all = what.all || s.next.all
			what.names = append(what.names, s.next.names...)
		}
		s.next = &what
		return nil
	}
	s.running = true
	f, was, by := l.Folder, l.listing, s.order
	return func() tea.Msg {
		begun := time.Now()
		entries, err := f.fetch(what, was.entries)
		if err != nil {
			return listedMsg{err: err}
		}
		made := arrange(entries, by)
		made.whole = what.all || was.whole
		if made.withdrawn, err = f.Index.Withdrawn(f.Context); err != nil {
			return listedMsg{err: err}
		}
		return listedMsg{made, time.Since(begun), nil}
	}
}

// fetch returns the entries with those that what asks for as the index has them
// now.
func (f *Folder) fetch(what relisting, was []library.Entry) ([]library.Entry, error) {
	if what.all {
		return f.Index.Entries(f.Context, 0)
	}
	if len(what.names) == 0 {
		return was, nil
	}
	out := slices.DeleteFunc(slices.Clone(was), func(e library.Entry) bool { return slices.Contains(what.names, e.File) })
	for _, name := range slices.Compact(slices.Sorted(slices.Values(what.names))) {
		e, ok, err := f.Index.Entry(f.Context, name)
		if err != nil {
			return nil, err
		}
		if ok && e.Withdrawn == "" {
			out = append(out, e)
		}
	}
	return out, nil
}

// listed shows a new listing.
func (l *Library) listed(msg listedMsg) tea.Cmd {
	s := &l.listings
	s.running, s.at = false, time.Now()
	switch {
	case errors.Is(msg.err, context.Canceled):
		return nil
	case msg.err != nil:
		l.Say("not listed: " + file.WhyUnreadable(msg.err))
	default:
		s.took = msg.took
		was := l.listing.newest(l.open)
		l.show(msg.listing)
		l.sayLater(was)
	}
	switch {
	case s.next != nil:
		what := *s.next
		s.next = nil
		return l.relist(what)
	case msg.err == nil && msg.listing.order != s.order:
		return l.relist(relisting{})
	}
	return nil
}

// newest returns the newest version of the briefing that a file has a version of, or nil
// if the file is not listed.
func (l *listing) newest(name string) *library.Entry {
	at := 0
	for _, n := range l.counts {
		if slices.ContainsFunc(l.entries[at:at+n], func(e library.Entry) bool { return e.File == name }) {
			return &l.entries[at]
		}
		at += n
	}
	return nil
}

// sayLater says that there is a later version of the briefing that is open, if was is
// what was the newest one.
func (l *Library) sayLater(was *library.Entry) {
	is := l.listing.newest(l.open)
	if l.open == "" || was == nil || is == nil || is.File == was.File || is.File == l.open {
		return
	}
	l.Say("there is a later one: " + versionOf(is).Label + "; " + l.Keys.Of("quit") + " leads to the list")
}

// While files are being read, the list is made again after pause, and for at most
// one part in share of the time.
const (
	pause = 400 * time.Millisecond
	share = 10
)

// due reports whether the list should be made again while files are being read.
func (s *listings) due() bool { return !s.running && time.Since(s.at) > max(pause, share*s.took) }

// sort goes on to the next order.
func (l *Library) sort() tea.Cmd {
	s := &l.listings
	at := slices.Index(library.Orders, s.order)
	s.order = library.Orders[(at+1)%len(library.Orders)]
	l.Say("sorted by " + string(s.order))
	return l.relist(relisting{})
}
