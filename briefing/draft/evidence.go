package draft

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// cut returns words of a source as evidence. It reports false if they cannot be
// quoted exactly, or if evidence of the briefing rests on some of them already.
func (d *drafter) cut(s *briefing.Source, at span) (briefing.Evidence, bool) {
	quoted := d.quoted[s.ID]
	i, _ := slices.BinarySearchFunc(quoted, at.start, func(q quote.Stretch, start int) int { return q.End - start - 1 })
	if i < len(quoted) && quoted[i].Start < at.end {
		return briefing.Evidence{}, false
	}
	return d.quote(s, at)
}

// quote returns words of a source as evidence, and false if they cannot be quoted
// exactly.
func (d *drafter) quote(s *briefing.Source, at span) (briefing.Evidence, bool) {
	words, ok := d.x.SourceText(s).Select(s.Text, at.start, at.end)
	return briefing.Evidence{Source: s.ID, Quote: words.Words, Prefix: words.Prefix, Suffix: words.Suffix}, ok
}

// quotedPassages returns, by source, which bytes of its text the evidence of the
// briefing quotes, in order and joined where they overlap. What only says who an
// actor is does not count.
func (d *drafter) quotedPassages() map[string][]quote.Stretch {
	out := map[string][]quote.Stretch{}
	for i := range d.x.Passages {
		p := &d.x.Passages[i]
		if p.Source != nil && slices.ContainsFunc(p.CitedBy, func(r briefing.Ref) bool { return r.Kind != briefing.KindActor }) {
			out[p.Source.ID] = append(out[p.Source.ID], d.x.Anchor(p).Stretches...)
		}
	}
	for id, list := range out {
		slices.SortFunc(list, func(a, b quote.Stretch) int { return a.Start - b.Start })
		joined := list[:0]
		for _, s := range list {
			if last := len(joined) - 1; last >= 0 && s.Start <= joined[last].End {
				joined[last].End = max(joined[last].End, s.End)
			} else {
				joined = append(joined, s)
			}
		}
		out[id] = joined
	}
	return out
}
