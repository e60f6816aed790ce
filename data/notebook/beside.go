package notebook

import (
	"slices"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/diff"
)

// Beside is what a notebook has beside the items of one version of a briefing.
type Beside struct {
	Book  *Notebook
	Index *briefing.Index // of the whole version
	// Limited says that a part of the briefing is withheld, so that hashes differ.
	Limited bool
	// Since is when the briefing was read before; zero if it has not been.
	Since time.Time
	// Hashes are those of the version (see [Hashes]). Without them nothing is known
	// of what has been read.
	Hashes map[briefing.Ref]string
	// Added and Changed are how the version differs from the one that was read last.
	Added, Changed map[briefing.Ref]bool
}

var _ briefing.Remarks = (*Beside)(nil)

// Readable reports whether a user reads items of a kind one by one. A position is read
// with its claim.
func Readable(kind briefing.Kind) bool {
	switch kind {
	case briefing.KindJudgment, briefing.KindGap, briefing.KindEvent, briefing.KindActor, briefing.KindQuestion, briefing.KindClaim, briefing.KindSource:
		return true
	}
	return false
}

func (b *Beside) key(ref briefing.Ref) string { return KeyOf(b.Index, ref) }

// Freshness says how an item compares with what the user has read of it. While a part
// of the briefing is withheld, that it is not what it was says nothing.
func (b *Beside) Freshness(ref briefing.Ref) briefing.Freshness {
	hash, known := b.Hashes[ref]
	if !known || !Readable(ref.Kind) || !b.Book.Loaded() {
		return briefing.FreshnessUnknown
	}
	switch was := b.Book.ReadAs(b.key(ref)); {
	case was == hash:
		return briefing.Read
	case was != "" && !b.Limited, b.Changed[ref]:
		return briefing.Changed
	case was != "":
		return briefing.Read
	case b.Added[ref]:
		return briefing.New
	case b.Book.HasRead() && !b.Since.IsZero():
		return briefing.Unread
	}
	return briefing.FreshnessUnknown // on the first visit all is unread
}

// Marked reports whether an item is marked.
func (b *Beside) Marked(ref briefing.Ref) bool { return b.Book.Marked(b.key(ref)) }

// Notes returns the notes on an item.
func (b *Beside) Notes(ref briefing.Ref) []briefing.Note {
	list := b.Book.NotesOn(b.key(ref))
	if len(list) == 0 {
		return nil
	}
	return briefing.Map(list, func(n Note) briefing.Note {
		return briefing.Note{Written: n.Day(), Quote: n.Quote, Prefix: n.Prefix, Suffix: n.Suffix, Text: n.Text}
	})
}

// Opinion returns what the user thinks of an item.
func (b *Beside) Opinion(ref briefing.Ref) (briefing.Likelihood, briefing.Confidence) {
	j := b.Book.Judgment(b.key(ref))
	return j.Likelihood, j.Confidence
}

// Gone returns the keys of the items that are marked, noted or judged and that the
// version does not have, sorted. They can be withheld instead of gone.
func (b *Beside) Gone() []string {
	keys := slices.Concat(b.Book.Marks(), b.Book.Judged(), briefing.Map(b.Book.Notes(), func(n Note) string { return n.On }))
	slices.Sort(keys)
	here := map[string]bool{}
	for i := range b.Index.Briefing.Gaps {
		here[gapKey+shortSum(b.Index.Briefing.Gaps[i])] = true
	}
	return slices.DeleteFunc(slices.Compact(keys), func(key string) bool {
		if strings.HasPrefix(key, gapKey) {
			return here[key]
		}
		_, ok := ItemOf(b.Index, key)
		return ok
	})
}

// Compare finds out what the user has read, given that nothing else is known: it computes
// the hashes, and compares the version with the one that was read last, if there is one.
func (b *Beside) Compare(limit briefing.TLP) {
	b.Hashes = Hashes(b.Index)
	now := b.Index.Briefing
	last, _ := b.Book.Folder().LastRead(now.ID, limit, Digest(now, b.Hashes)) // without it nothing is new
	if b.Since = last.When; last.Briefing != nil {
		b.Added, b.Changed = News(diff.Compare(briefing.NewIndex(last.Briefing), b.Index))
	}
}

// News returns which items of a report are new and which have changed. A change of a
// position is one of its claim.
func News(report *diff.Report) (added, changed map[briefing.Ref]bool) {
	added, changed = map[briefing.Ref]bool{}, map[briefing.Ref]bool{}
	report.Each(func(_ briefing.Part, i diff.Item) {
		ref := i.Ref
		if ref.Kind == briefing.KindPosition {
			if s, ok := report.Index(i).Stand(ref.ID); ok {
				changed[briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID}] = true
			}
		}
		switch i.Change {
		case diff.Added:
			added[ref] = true
		case diff.Changed:
			changed[ref] = true
		}
	})
	return added, changed
}

// Day returns the day on which the note was written, or "" if that is not known.
func (n Note) Day() string {
	const day = len("2026-11-27")
	return n.Written[:min(day, len(n.Written))]
}
