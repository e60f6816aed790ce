package tui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/search"
	"sitrep/data/library"
	"sitrep/ui/tui/dialog"
	tuilibrary "sitrep/ui/tui/library"
)

// folder is a library and the name of the open file in it.
type folder struct {
	library func() (*library.Library, error)
	name    string
}

// across is a list of what briefings of a folder have on an item of the open one.
type across struct {
	folder
	number   int // answers with another are dropped
	briefing *briefing.Briefing
	item     briefing.Ref
	itemName string
	picker   *dialog.Picker
	stop     context.CancelFunc // ends the command that is running
	found    acrossFound
	progress library.Progress // of the index
	opened   string           // the file that was opened from the list
}

// acrossFound is what has been found.
type acrossFound struct {
	in       string // the name of the library; "" if nothing has been looked into
	mentions []library.Mention
	notes    []string // about the index
	err      error
	whole    bool // the index is up to date, or cannot be used
}

// acrossMsg is how far the command for a list has come. It is dropped if its number is
// not that of the list.
type acrossMsg struct {
	number   int
	found    *acrossFound // nil: as before
	progress library.Progress
	told     <-chan acrossMsg // where more may come from
}

// listAcross lists what briefings of the folder have on an item.
func (a *App) listAcross(item briefing.Ref) tea.Cmd {
	if a.reader == nil {
		return nil
	}
	f, ok := a.folder()
	if !ok {
		a.Say("this briefing is not from a folder: there are no other briefings to look into")
		return nil
	}
	x := a.reader.Indexed().Index
	l := &across{folder: f, briefing: x.Briefing, item: item, itemName: x.Name(item)}
	l.picker = dialog.Across(item.Kind, l.note, func(p *dialog.Picker) []library.Mention {
		p.Title, p.None = l.title(), l.none()
		return l.found.mentions
	})
	return a.showAcross(l)
}

// folder returns the folder of the file that is shown. ok is false if it has none.
func (a *App) folder() (f folder, ok bool) {
	if n := len(a.aside); n > 0 && a.aside[n-1].across != nil {
		from := a.aside[n-1].across
		return folder{from.library, from.opened}, true
	}
	if a.library != nil && len(a.aside) == 0 && a.library.Opened() != "" {
		index := a.library.Index
		return folder{func() (*library.Library, error) { return index, nil }, a.library.Opened()}, true
	}
	path := a.reader.Path()
	if path == "" || a.options.Library == nil {
		return folder{}, false
	}
	open := a.options.Library
	return folder{func() (*library.Library, error) { return open(filepath.Dir(path)) }, filepath.Base(path)}, true
}

// showAcross opens a list, and has the rest of it found.
func (a *App) showAcross(l *across) tea.Cmd {
	a.across = l
	a.Dialogs.Push(l.picker)
	if l.found.whole {
		return nil
	}
	l.number = a.Serial()
	var ctx context.Context
	ctx, l.stop = context.WithCancel(a.options.Context)
	told := make(chan acrossMsg, 1)
	work := *l
	return tea.Batch(func() tea.Msg {
		defer close(told)
		return acrossMsg{number: work.number, found: work.find(ctx, told)}
	}, listenAcross(told))
}

func listenAcross(told <-chan acrossMsg) tea.Cmd {
	return func() tea.Msg {
		msg, ok := <-told
		if !ok {
			return nil
		}
		msg.told = told
		return msg
	}
}

// findAgain is after how long what an index has is found again while it is built.
const findAgain = 2 * time.Second

// find finds what the index has, brings it up to date, and finds what it has then.
func (l *across) find(ctx context.Context, told chan<- acrossMsg) *acrossFound {
	index, err := l.library()
	if err != nil {
		return &acrossFound{err: err, whole: true}
	}
	x := briefing.NewIndex(l.briefing) // that of the screen is in use
	find := func() *acrossFound {
		list, err := index.Across(ctx, x, l.name, l.item)
		return &acrossFound{in: index.Name(), mentions: list, err: err}
	}
	found := find()
	told <- acrossMsg{number: l.number, found: found} // there is room for one
	begun := time.Now()
	changed, err := index.Update(ctx, func(p library.Progress) {
		msg := acrossMsg{number: l.number, progress: p}
		if time.Since(begun) > findAgain {
			msg.found = find()
			begun = time.Now()
		}
		select {
		case told <- msg:
		default: // the one before has not been taken yet
		}
	})
	if changed || found.err != nil {
		found = find()
	}
	last := *found
	if last.whole, last.notes = true, index.Notes(); err != nil {
		last.notes = append(last.notes, "the folder cannot be looked at: "+file.WhyUnreadable(err))
	}
	return &last
}

// foundAcross shows how far the command has come.
func (a *App) foundAcross(msg acrossMsg) tea.Cmd {
	l := a.across
	if l == nil || msg.number != l.number || l.found.whole {
		return nil
	}
	l.progress = msg.progress
	if msg.found != nil {
		l.found = *msg.found
		l.picker.Renew()
	}
	if len(l.found.notes) > 0 {
		a.Say(strings.Join(l.found.notes, "; "))
	}
	if msg.told == nil {
		return nil
	}
	return listenAcross(msg.told)
}

// endAcross ends the command of the list that is open.
func (a *App) endAcross() *across {
	l := a.across
	a.across = nil
	if l != nil {
		l.stop()
	}
	return l
}

// openMention opens the page of an item or, if that is in another briefing, that one
// over the one that is shown.
func (a *App) openMention(m library.Mention) tea.Cmd {
	l := a.endAcross()
	if l == nil || a.reader == nil {
		return nil
	}
	if m.Here {
		a.reader.OpenItem(m.Ref)
		return nil
	}
	l.opened = m.Newest.File
	hit := dialog.EntryHitMsg{Name: l.opened, HitMsg: dialog.HitMsg{Hit: search.Hit{Ref: m.Ref, Part: m.Part()}}}
	a.reading = a.Serial()
	a.SayOf("reading", l.opened)
	number, open := a.reading, a.options.Open
	return func() tea.Msg {
		index, err := l.library()
		if err != nil {
			return fileReadMsg{number: number, path: hit.Name, err: err, from: l}
		}
		f := open(index.File(hit.Name))
		e, err := f.Read()
		return fileReadMsg{number, hit.Name, f, e, err, l, hit}
	}
}

// title says what is listed, with the highest label of it.
func (l *across) title() string {
	title := "Across briefings: "
	if list := l.found.mentions; len(list) > 0 {
		labels := briefing.Map(list, func(m library.Mention) briefing.TLP { return m.Newest.TLP })
		title = "Across " + briefing.Counted(library.Briefings(list), "briefing", "briefings") + ", " + briefing.HigherTLP(labels...).String() + ": "
	}
	return title + l.itemName
}

// note says how much is listed, and how far the index has come.
func (l *across) note() string {
	list := l.found.mentions
	text := briefing.Counted(len(list), "position", "positions")
	if l.item.Kind == briefing.KindSource {
		text = briefing.Counted(len(list), "item", "items")
	}
	changes := 0
	for i := range list {
		if list[i].Before != "" {
			changes++
		}
	}
	if changes > 0 {
		text += ", " + briefing.Counted(changes, "change of stance", "changes of stance")
	}
	if len(list) > 0 && !slices.ContainsFunc(list, func(m library.Mention) bool { return !m.Here }) {
		text += ", all in this briefing"
	}
	if l.progress.Files > 0 && !l.found.whole {
		text += ", still " + tuilibrary.Reading(l.progress)
	}
	return text
}

// none says why nothing is listed.
func (l *across) none() string {
	switch f := &l.found; {
	case f.err != nil && f.whole:
		return "The other briefings cannot be looked into: " + file.WhyUnreadable(f.err)
	case !f.whole:
		return "looking into the briefings of the folder…"
	case l.item.Kind == briefing.KindActor:
		return "No briefing in " + f.in + " has a position of this actor. Actors are the same by an id in another system, or by kind and name."
	case l.item.Kind == briefing.KindSource:
		return "No other briefing in " + f.in + " cites this source. Sources are the same by an id in another system, an address, or kind and title."
	}
	return "No briefing in " + l.found.in + " has a position on the same words."
}
