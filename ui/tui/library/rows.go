package library

import (
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/data/library"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
)

// show shows a listing, and keeps the place.
func (l *Library) show(to listing) {
	was, name := l.list, l.selectedName()
	to.shown = to.highest
	l.rows = nil
	rest := to.entries
	for _, n := range to.counts {
		of := rest[:n:n]
		rest = rest[n:]
		l.rows = append(l.rows, row{&of[0], true, of})
		if !l.unfolded[of[0].Briefing] {
			continue
		}
		for i := range of[1:] {
			l.rows = append(l.rows, row{entry: &of[i+1], of: of})
		}
		for i := range to.withdrawn[of[0].Briefing] {
			e := &to.withdrawn[of[0].Briefing][i]
			l.rows = append(l.rows, row{entry: e, of: of})
			to.shown = briefing.HigherTLP(to.shown, e.TLP)
		}
	}
	l.listing = to
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
		m.On = target(l.rows[r].entry.File)
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
	if r.newest {
		return page.FolderEntryRow(r.entry.FolderEntry, len(r.of))
	}
	e := page.FolderEntryRow(r.entry.FolderEntry, 0)
	e.Indent += olderInset
	return e
}

// target returns what the row of a file leads to.
func target(name string) page.Target {
	return page.FolderEntryRow(file.FolderEntry{File: name}, 0).To
}

// rowOf returns the row that shows a file, or the one of the newest version if
// that stands for it. It returns -1 if the file is not listed.
func (l *Library) rowOf(name string) int {
	if n := slices.IndexFunc(l.rows, func(r row) bool { return r.entry.File == name }); n >= 0 {
		return n
	}
	isIt := func(e library.Entry) bool { return e.File == name }
	return slices.IndexFunc(l.rows, func(r row) bool {
		return r.newest && (slices.ContainsFunc(r.of, isIt) || slices.ContainsFunc(l.listing.withdrawn[r.entry.Briefing], isIt))
	})
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
	return l.rows[n].entry
}

// selectedName returns the name of the file under the cursor, or "" if there is
// none.
func (l *Library) selectedName() string {
	if e := l.selected(); e != nil {
		return e.File
	}
	return ""
}

// unfold lists all versions of the briefing under the cursor, those that were withdrawn
// last, or the newest only.
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

// versions returns the versions of the briefing under the cursor, the newest first, with
// those that were withdrawn.
func (l *Library) versions() []library.Entry {
	n := l.selectedRow()
	if n < 0 {
		return nil
	}
	of := l.rows[n].of
	if gone := l.listing.withdrawn[of[0].Briefing]; len(gone) > 0 {
		of, _ = library.Fold(slices.Concat(of, gone))
	}
	return of
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
	if day, err := edtf.Parse(e.Withdrawn); err == nil {
		label += ", withdrawn " + day.Words()
	}
	return dialog.Version{Name: e.File, Label: label}
}
