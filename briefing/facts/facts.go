// Package facts returns what each item of a briefing says, in one form for all that
// compare, search, show or export it. It has the keys of the tables of package file
// in reading order, and nothing that is computed.
package facts

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Reader reads the facts of items. It reuses its memory from one item to the
// next.
type Reader struct{ file.Facts }

// Of returns the facts of an item that the briefing has, always with the same
// keys for a kind of item. They are valid until the next call.
func (r *Reader) Of(x *briefing.Index, ref briefing.Ref) []file.Fact {
	switch ref.Kind {
	case briefing.KindBottomLine:
		return text(x.Briefing.BottomLine)
	case briefing.KindGap:
		if n, err := strconv.Atoi(ref.ID); err == nil && n >= 1 && n <= len(x.Briefing.Gaps) {
			return text(x.Briefing.Gaps[n-1])
		}
	case briefing.KindJudgment:
		return r.Facts.Of(x.Judgment(ref.ID))
	case briefing.KindEvent:
		return r.Facts.Of(x.Event(ref.ID))
	case briefing.KindActor:
		return r.Facts.Of(x.Actor(ref.ID))
	case briefing.KindQuestion:
		return r.Facts.Of(x.Question(ref.ID))
	case briefing.KindClaim:
		c, _ := x.Claim(ref.ID)
		return r.Facts.Of(c)
	case briefing.KindPosition:
		s, _ := x.Stand(ref.ID)
		return r.Facts.Of(s.Position)
	case briefing.KindSource:
		return r.Facts.Of(x.Source(ref.ID))
	}
	return nil
}

// text returns the only fact of an item without keys of its own.
func text(s string) []file.Fact {
	return []file.Fact{{Key: "text", Label: "Text", Kind: file.FactProse, Values: []file.FactValue{{Text: s}}}}
}
