package library

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

// Entry is a file of the library, as its list shows it.
type Entry struct {
	file.FolderEntry
	Briefing string // the id of the briefing
	Size     int64  // of the file, in bytes

	day int64
}

// Kinds of files.
const (
	kindOther  = iota // no briefing
	kindRead          // a briefing
	kindBroken        // a briefing that cannot be read
)

// Entries returns the briefings that the index knows, those with the newest
// as-of date first. limit is how many at most; 0 means all.
func (l *Library) Entries(ctx context.Context, limit int) ([]Entry, error) {
	if limit == 0 {
		limit = -1
	}
	var entries []Entry
	err := l.each(ctx, func(scan func(...any) error) error {
		e, err := scanEntry(scan)
		entries = append(entries, e)
		return err
	}, "SELECT "+entryColumns+" FROM file WHERE kind > 0 AND kind < ? AND withdrawn = '' ORDER BY day DESC, name LIMIT ?", l.endOfKinds(), limit)
	return entries, err
}

// Withdrawn returns the versions that were withdrawn, by the ids of their briefings, the
// newest of each first.
func (l *Library) Withdrawn(ctx context.Context) (map[string][]Entry, error) {
	var all []Entry
	err := l.each(ctx, func(scan func(...any) error) error {
		e, err := scanEntry(scan)
		all = append(all, e)
		return err
	}, "SELECT "+entryColumns+" FROM file INDEXED BY file_withdrawn WHERE kind = 1 AND withdrawn <> ''")
	of := map[string][]Entry{}
	all, counts := Fold(all)
	for _, n := range counts {
		of[all[0].Briefing], all = all[:n:n], all[n:]
	}
	return of, err
}

// Entry returns the entry of a file. ok is false if it is no briefing of the index.
func (l *Library) Entry(ctx context.Context, name string) (e Entry, ok bool, err error) {
	err = l.each(ctx, func(scan func(...any) error) (err error) {
		e, err = scanEntry(scan)
		ok = true
		return err
	}, "SELECT "+entryColumns+" FROM file WHERE kind > 0 AND kind < ? AND name = ?", l.endOfKinds(), name)
	return e, ok, err
}

// endOfKinds returns the kind after the last one that is in the entries.
func (l *Library) endOfKinds() int {
	if l.options.Readable {
		return kindBroken
	}
	return kindBroken + 1
}

// entryColumns are the columns of an [Entry], in the order of scanEntry.
const entryColumns = "name, size, kind, day, briefing, title, version, as_of, tlp, withheld, contested, errors, why, withdrawn"

// columnsOf returns entryColumns after the name of their table.
func columnsOf(table string) string {
	return table + "." + strings.ReplaceAll(entryColumns, ", ", ", "+table+".")
}

func scanEntry(scan func(...any) error) (Entry, error) {
	e := Entry{FolderEntry: file.FolderEntry{Read: true}}
	var kind int
	var asOf, tlp string
	err := scan(&e.File, &e.Size, &kind, &e.day, &e.Briefing, &e.Title, &e.Version, &asOf, &tlp, &e.Withheld, &e.Contested, &e.Errors, &e.Why, &e.Withdrawn)
	e.TLP = briefing.TLP(tlp)
	if asOf != "" {
		e.AsOf, _ = edtf.Parse(asOf) // it was parsed before
	}
	return e, err
}

// Order is what a list of briefings is sorted by.
type Order string

// The orders. Within each the newest come first.
const (
	ByAsOf      Order = "as of" // newest first
	ByTitle     Order = "title"
	ByTLP       Order = "TLP" // most restrictive first
	ByContested Order = "contested"
	ByProblems  Order = "problems" // unreadable ones first, then by the number of problems
)

// Orders lists the orders, the usual one first.
var Orders = []Order{ByAsOf, ByTitle, ByTLP, ByContested, ByProblems}

// Sort sorts entries.
func Sort(entries []Entry, by Order) {
	slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Or(by.compare(&a, &b), newer(&a, &b)) })
}

func (o Order) compare(a, b *Entry) int {
	switch o {
	case ByTitle:
		return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	case ByTLP:
		return cmp.Compare(b.rankTLP(), a.rankTLP())
	case ByContested:
		return cmp.Compare(b.Contested, a.Contested)
	case ByProblems:
		return cmp.Or(cmp.Compare(len(b.Why), 0)-cmp.Compare(len(a.Why), 0), cmp.Compare(b.Errors, a.Errors))
	}
	return 0
}

func (e *Entry) rankTLP() int { return briefing.TLPs.Rank(e.TLP.Counted()) }

// series returns what the versions of a briefing have in common.
func (e *Entry) series() string {
	if e.Briefing == "" {
		return "\x00" + e.File
	}
	return e.Briefing
}

// newer orders by as-of date, then by version, the newest first, then by name.
func newer(a, b *Entry) int {
	return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(b.Version, a.Version), strings.Compare(a.File, b.File))
}

// later orders versions of a briefing, the latest first: as newer, and then as the desk
// has received them.
func later(a, b *Entry) int {
	if order := cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(b.Version, a.Version)); order != 0 {
		return order
	}
	was, _ := ParseVersion(a.File)
	is, _ := ParseVersion(b.File)
	return cmp.Or(cmp.Compare(is.Revision, was.Revision), strings.Compare(a.File, b.File))
}

// Fold puts the versions of a briefing, which are files with one briefing id, one
// behind the other, the newest first, where the first of them stands. It returns how
// many there are of each, and the entries in that order.
func Fold(entries []Entry) (folded []Entry, counts []int) {
	groups := make(map[string]int, len(entries))
	var lists [][]Entry
	for _, e := range entries {
		key := e.series()
		at, ok := groups[key]
		if !ok {
			at = len(lists)
			groups[key] = at
			lists = append(lists, nil)
		}
		lists[at] = append(lists[at], e)
	}
	folded, counts = make([]Entry, 0, len(entries)), make([]int, len(lists))
	for i, list := range lists {
		slices.SortStableFunc(list, func(a, b Entry) int { return later(&a, &b) })
		folded = append(folded, list...)
		counts[i] = len(list)
	}
	return folded, counts
}
