package reader

import (
	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/data/notebook"
)

// noting is what pages and lists show beside the items of the briefing.
var _ briefing.Remarks = (*noting)(nil)

// attach shows what the notebook has beside another version of the briefing. What
// that is compared with what was read becomes known later.
func (n *noting) attach(x *briefing.Index, limited bool) {
	n.x, n.limited, n.hashes = x, limited, nil
	if n.book != nil {
		x.SetRemarks(n)
	}
}

// key returns the key of an item of the briefing in the notebook.
func (n *noting) key(ref briefing.Ref) string { return notebook.KeyOf(n.x, ref) }

// keeps reports whether something can be kept about an item.
func (n *noting) keeps(ref briefing.Ref) bool { return n.book != nil && ref.Kind != briefing.KindNone }

// beside returns what the notebook has beside the version that is shown.
func (n *noting) beside() *notebook.Beside {
	return &notebook.Beside{Book: n.book, Index: n.x, Limited: n.limited, Since: n.since, Hashes: n.hashes, Added: n.added, Changed: n.changed}
}

// Freshness says how an item compares with what the user has read of it.
func (n *noting) Freshness(ref briefing.Ref) briefing.Freshness { return n.beside().Freshness(ref) }

// Marked reports whether an item is marked.
func (n *noting) Marked(ref briefing.Ref) bool { return n.beside().Marked(ref) }

// Notes returns the notes on an item.
func (n *noting) Notes(ref briefing.Ref) []briefing.Note { return n.beside().Notes(ref) }

// Opinion returns what the user thinks of an item.
func (n *noting) Opinion(ref briefing.Ref) (briefing.Likelihood, briefing.Confidence) {
	return n.beside().Opinion(ref)
}

// isFresh reports whether an item counts as new or changed.
func (n *noting) isFresh(ref briefing.Ref) int {
	switch n.Freshness(ref) {
	case briefing.New, briefing.Changed:
		return 1
	}
	return 0
}

// count counts the new and changed items of each kind.
func (n *noting) count() {
	n.fresh = map[briefing.Kind]int{}
	for ref := range n.hashes {
		n.fresh[ref.Kind] += n.isFresh(ref)
	}
}

// recounted makes a change that may be about an item, and counts that again.
func (n *noting) recounted(ref briefing.Ref, change func()) {
	before := n.isFresh(ref)
	change()
	if n.fresh != nil {
		n.fresh[ref.Kind] += n.isFresh(ref) - before
	}
}

// freshOf returns the number of new and changed items in a section. Of claims it counts
// those that the tab counts, not their questions.
func (n *noting) freshOf(s sectionKind) int {
	kinds := s.kinds
	if s.part == briefing.PartBrief {
		kinds = []briefing.Kind{briefing.KindJudgment, briefing.KindGap}
	}
	all := 0
	for _, k := range kinds {
		all += n.fresh[k]
	}
	return all
}

// news keeps which items are new and changed.
func (n *noting) news(report *diff.Report) { n.added, n.changed = notebook.News(report) }

// copied returns what is beside the version that is shown, for another goroutine. It
// returns nil if nothing is.
func (n *noting) copied() briefing.Remarks {
	if n.book == nil {
		return nil
	}
	b := n.beside()
	b.Book = b.Book.Copy()
	return b
}
