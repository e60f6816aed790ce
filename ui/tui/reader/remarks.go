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

// readable reports whether a user reads items of a kind one by one. A position is read
// with its claim.
func readable(kind briefing.Kind) bool {
	switch kind {
	case briefing.KindJudgment, briefing.KindGap, briefing.KindEvent, briefing.KindActor, briefing.KindQuestion, briefing.KindClaim, briefing.KindSource:
		return true
	}
	return false
}

// Freshness says how an item compares with what the user has read of it. While a part
// of the briefing is withheld, that it is not what it was says nothing.
func (n *noting) Freshness(ref briefing.Ref) briefing.Freshness {
	hash, known := n.hashes[ref]
	if !known || !readable(ref.Kind) || !n.book.Loaded() {
		return briefing.FreshnessUnknown
	}
	switch was := n.book.ReadAs(n.key(ref)); {
	case was == hash:
		return briefing.Read
	case was != "" && !n.limited, n.changed[ref]:
		return briefing.Changed
	case was != "":
		return briefing.Read
	case n.added[ref]:
		return briefing.New
	case n.book.HasRead() && !n.since.IsZero():
		return briefing.Unread
	}
	return briefing.FreshnessUnknown // on the first visit all is unread
}

// Marked reports whether an item is marked.
func (n *noting) Marked(ref briefing.Ref) bool { return n.book.Marked(n.key(ref)) }

// Notes returns the notes on an item.
func (n *noting) Notes(ref briefing.Ref) []briefing.Note {
	list := n.book.NotesOn(n.key(ref))
	if len(list) == 0 {
		return nil
	}
	return briefing.Map(list, func(note notebook.Note) briefing.Note {
		return briefing.Note{Written: writtenDay(note), Quote: note.Quote, Prefix: note.Prefix, Suffix: note.Suffix, Text: note.Text}
	})
}

// writtenDay returns the day on which a note was written.
func writtenDay(note notebook.Note) string {
	const day = len("2026-11-27")
	return note.Written[:min(day, len(note.Written))]
}

// Opinion returns what the user thinks of an item.
func (n *noting) Opinion(ref briefing.Ref) (briefing.Likelihood, briefing.Confidence) {
	j := n.book.Judgment(n.key(ref))
	return j.Likelihood, j.Confidence
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
func (n *noting) news(report *diff.Report) {
	n.added, n.changed = map[briefing.Ref]bool{}, map[briefing.Ref]bool{}
	report.Each(func(_ briefing.Part, i diff.Item) {
		ref := i.Ref
		if ref.Kind == briefing.KindPosition { // it belongs to its claim
			if s, ok := report.Index(i).Stand(ref.ID); ok {
				n.changed[briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID}] = true
			}
		}
		switch i.Change {
		case diff.Added:
			n.added[ref] = true
		case diff.Changed:
			n.changed[ref] = true
		}
	})
}
