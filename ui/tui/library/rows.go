package library

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/data/library"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
)

// show shows a listing, and keeps the place.
func (l *Library) show(to listing) {
	was, name := l.list, l.selectedName()
	l.listing, l.rows = to, nil
	at := 0
	for _, n := range to.counts {
		l.rows = append(l.rows, row{at, n})
		if n > 1 && l.unfolded[to.entries[at].Briefing] {
			for i := 1; i < n; i++ {
				l.rows = append(l.rows, row{entry: at + i})
			}
		}
		at += n
	}
	none := "There are no briefings in this folder: no files that say format: " + briefing.Format + "."
	if l.Desk != nil {
		none = "Nothing has been received from this desk yet."
	}
	if !l.following.looked {
		none = "Looking for briefings…"
	}
	l.list = column.Briefings(len(l.rows), l.row, none)
	if was == nil {
		return
	}
	m := was.Mark()
	if r := l.rowOf(name); r >= 0 {
		m.On = target(l.entries()[l.rows[r].entry].File)
		m.Cursor.Row, m.Cursor.In = r, max(m.Cursor.In, 1)
	}
	l.list.Restore(m)
	if f, ok := l.list.(*column.Flow); ok && m.Top == (column.Spot{}) {
		f.ShowStart() // what has come in above is seen
	}
}

func (l *Library) entries() []library.Entry { return l.listing.entries }

// olderInset is the indent of the rows of older versions.
const olderInset = 2

func (l *Library) row(i int) page.Entry {
	r := l.rows[i]
	e := page.FolderEntryRow(l.entries()[r.entry].FolderEntry, r.versions)
	if r.versions == 0 {
		e.Indent += olderInset
	}
	return e
}

// target returns what the row of a file leads to.
func target(name string) page.Target {
	return page.FolderEntryRow(file.FolderEntry{File: name}, 0).To
}

// rowOf returns the row that shows a file, or the one of the newest version if
// that stands for it. It returns -1 if the file is not listed.
func (l *Library) rowOf(name string) int {
	for n := range l.rows {
		end := len(l.entries())
		if n+1 < len(l.rows) {
			end = l.rows[n+1].entry
		}
		for _, e := range l.entries()[l.rows[n].entry:end] {
			if e.File == name {
				return n
			}
		}
	}
	return -1
}

// selectedRow returns the row under the cursor, or -1 if there is none.
func (l *Library) selectedRow() int {
	if l.list == nil || l.list.Selected().IsZero() {
		return -1
	}
	at, _ := l.list.Place()
	return at - 1
}

// selected returns the entry under the cursor, or nil if there is none.
func (l *Library) selected() *library.Entry {
	n := l.selectedRow()
	if n < 0 {
		return nil
	}
	return &l.entries()[l.rows[n].entry]
}

// selectedName returns the name of the file under the cursor, or "" if there is
// none.
func (l *Library) selectedName() string {
	if e := l.selected(); e != nil {
		return e.File
	}
	return ""
}

// unfold lists all versions of the briefing under the cursor, or the newest only.
func (l *Library) unfold(on bool) {
	n := l.selectedRow()
	if n < 0 {
		l.Say("there is no briefing here")
		return
	}
	e := l.selected()
	switch versions := l.versions(); {
	case len(versions) < 2:
		l.Say("there is one version of it")
	case l.unfolded[e.Briefing] == on && on:
		l.Say("all versions are listed already")
	case l.unfolded[e.Briefing] == on:
		l.Say("only the newest version is listed")
	default:
		l.unfolded[e.Briefing] = on
		l.show(l.listing)
	}
}

// versions returns the versions of the briefing under the cursor, the newest
// first.
func (l *Library) versions() []library.Entry {
	n := l.selectedRow()
	if n < 0 {
		return nil
	}
	for l.rows[n].versions == 0 {
		n--
	}
	at := l.rows[n].entry
	return l.entries()[at : at+l.rows[n].versions]
}

// versionOf returns a version with its label: "version 3, as of 11 June 2024".
func versionOf(e *library.Entry) dialog.Version {
	label := clean.Line(e.File)
	if e.Version > 0 {
		label = "version " + strconv.Itoa(e.Version)
		if !e.AsOf.IsZero() {
			label += ", as of " + e.AsOf.Words()
		}
	} else if !e.AsOf.IsZero() {
		label = "that of " + e.AsOf.Words()
	}
	return dialog.Version{Name: e.File, Label: label}
}
