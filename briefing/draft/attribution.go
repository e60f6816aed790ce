package draft

import (
	"strings"

	"sitrep/briefing"
)

// attribution is a stretch of a text that says who takes which stance on what.
type attribution struct {
	span     // all of it
	sentence int
	holder   span
	cue      span
	content  span
	pattern  pattern
	stance   briefing.Stance
	gap      span   // the part of content that is not said: “, he claimed,”
	more     []span // what is said after content, with other words between
	noun     bool   // what is said is no clause: denied the charge
	said     string // when, in EDTF; "" if the sentence does not tell
	who      *member
	via      *member // through whom it is known
	citing   *member // whom the holder names as a basis
}

// found is an attribution in tokens, end exclusive.
type found struct {
	holder   nounPhrase
	role     span // the apposition to the holder, in bytes
	cue      cue
	from, to int  // what is said
	gap      int  // the token from which on it goes on after the holder and the cue; 0: it is in one piece
	noun     bool // it is no clause: denied the charge
	pattern  pattern
}

// find calls yield for the attributions of the sentence, in order.
func (f *finder) find(yield func(*found)) {
	said := -1 // the token after what was reported last
	for i := 0; i < len(f.w); i++ {
		through := said >= 0 && (i == said || i == said+1) // “…, according to an aide”
		if out, ok := f.accordingTo(i); ok && !through {
			yield(&out)
			i = max(out.to, out.holder.to) - 1
			continue
		}
		c, ok := f.cueAt(f.w, i)
		if !ok {
			continue
		}
		if out, ok := f.attribute(c); ok {
			yield(&out)
			i, said = max(i, out.to-1, out.holder.to-1), out.to
		}
	}
}

// attribute returns what is said with a cue, and by whom.
func (f *finder) attribute(c cue) (found, bool) {
	np, before, ok := f.subjectBefore(c.from)
	if !ok {
		return f.inverted(c)
	}
	if !f.speaks(f.w, np) || c.plural && !f.plural(f.w, np) {
		return found{}, false
	}
	out := found{holder: np, cue: c, role: f.apposition(np, c.from)}
	said, ok := f.after(c)
	out.from, out.to, out.noun, out.pattern = said.from, said.to, said.noun, said.pattern
	if ok && before >= 0 && f.is(&f.w[before], subordinator) { // though he said that …, the main clause
		out.to = min(out.to, f.clauseEnd(out.from))
	}
	if q := f.quoteBefore(before); q >= 0 && (!ok || out.pattern == quoteLast) {
		out.to = max(out.to, q+1)
		out.from, out.noun, out.pattern = q, false, quoteFirst
		return out, true
	}
	if !ok {
		out.from, out.to, out.gap, ok = f.clauseBefore(before, c)
		out.noun, out.pattern = false, quoteFirst
	}
	return out, ok
}

// inverted returns what is said before a cue whose subject follows: “…,” said Singh.
func (f *finder) inverted(c cue) (found, bool) {
	if c.frame&(takesThing|takesObject) == takesThing|takesObject || c.to >= len(f.w) {
		return found{}, false
	}
	np, ok := f.phrase(f.w, c.to, len(f.w))
	if !ok || !f.speaks(f.w, np) || c.plural && !f.plural(f.w, np) {
		return found{}, false
	}
	np = f.untimed(f.w, np)
	out := found{holder: np, cue: c, pattern: quoteFirst, role: f.apposition(np, len(f.w))}
	if q := f.quoteBefore(c.from - 1); q >= 0 {
		out.from, out.to = q, q+1
		return out, true
	}
	if c.frame&takesClause == 0 || np.to < len(f.w) && f.w[np.to].kind != sign {
		return found{}, false
	}
	out.from, out.to, out.gap, ok = f.clauseBefore(c.from-1, cue{to: np.to, frame: c.frame})
	return out, ok
}

// quoteBefore returns the quotation that ends at token i, with a comma or another
// mark that lets the sentence go on; -1 if there is none.
func (f *finder) quoteBefore(i int) int {
	if i > 0 && f.w[i].text == "," && f.w[i-1].kind == quoted {
		return i - 1
	}
	if i < 0 || f.w[i].kind != quoted {
		return -1
	}
	inside := strings.TrimRight(f.w[i].text, "”\"'’»“ ")
	if strings.HasSuffix(inside, ",") || strings.HasSuffix(inside, "?") || strings.HasSuffix(inside, "!") ||
		strings.HasSuffix(inside, "…") || strings.HasSuffix(inside, "—") || strings.HasSuffix(inside, "-") {
		return i
	}
	return -1
}

// clauseBefore returns the words without quotation marks before the comma i, if the
// reporting words end the sentence or stand between commas: then gap is the token
// after them, from which on more is said.
func (f *finder) clauseBefore(i int, c cue) (from, to, gap int, ok bool) {
	const shortest = 4 // words
	if i < 2 || f.w[i].text != "," || c.frame&takesClause == 0 {
		return 0, 0, 0, false
	}
	next := f.skipTime(c.to)
	if next < len(f.w) && !strings.ContainsAny(f.w[next].text, ".,") {
		return 0, 0, 0, false
	}
	from, to = f.skipOpenings(0, i), i
	if next+1 < len(f.w) && f.w[next].text == "," {
		to, gap = f.lastWord(), next+1
	} else if i-from < shortest || f.is(&f.w[from], preposition|subordinator) {
		return 0, 0, 0, false
	}
	return from, to, gap, f.isPlain(from, i)
}

// isPlain reports whether the tokens from one to another are one clause without a
// quotation at its end and without reporting words.
func (f *finder) isPlain(from, to int) bool {
	for k := from; k < to; k++ {
		if f.w[k].kind == quoted && k == to-1 || f.w[k].text == ";" || f.w[k].text == ":" {
			return false
		}
		if _, cues := f.cueAt(f.w, k); cues {
			return false
		}
	}
	return from < to
}

// accordingTo finds “according to Western officials” at token i.
func (f *finder) accordingTo(i int) (out found, ok bool) {
	if i+2 >= len(f.w) || !strings.EqualFold(f.w[i].text, "according") || f.w[i+1].text != "to" {
		return found{}, false
	}
	np, ok := f.phrase(f.w, i+2, len(f.w))
	if !ok || !f.speaks(f.w, np) {
		return found{}, false
	}
	np = f.untimed(f.w, np)
	out = found{holder: np, cue: cue{from: i, to: i + 2, verb: i, stance: briefing.Affirms}, pattern: accordingTo}
	if i > f.skipOpenings(0, i) {
		out.from, out.to = f.skipOpenings(0, i), i
		if f.w[i-1].text == "," {
			out.to--
		}
		// At its heart, according to Ross, was a decision.
		if next := np.to + 1; next < len(f.w) && f.w[np.to].text == "," && f.is(&f.w[next], be|modal|perfect|did) {
			out.gap, out.to = next, f.lastWord()
		}
		return out, out.to > out.from+2
	}
	next := np.to
	for next < len(f.w) && f.w[next].text != "," {
		next++
	}
	out.from, out.to = next+1, f.lastWord()
	return out, out.to > out.from+2
}

// bytes returns an attribution in the bytes of the text.
func (f *finder) bytes(in *found) attribution {
	of := func(from, to int) span { return span{f.w[from].start, f.w[to-1].end} }
	out := attribution{
		sentence: f.sentence, holder: of(in.holder.from, in.holder.to), cue: of(in.cue.from, in.cue.to),
		pattern: in.pattern, stance: in.cue.stance, noun: in.noun,
	}
	out.span = span{min(out.holder.start, out.cue.start), max(out.holder.end, out.cue.end)}
	out.content = out.span
	if in.to <= in.from {
		return out
	}
	out.content = of(in.from, in.to)
	if in.gap > 0 {
		last := f.w[min(in.holder.from, in.cue.from)-1] // the comma, if there is one
		out.gap = span{last.end, f.w[in.gap].start}
		if last.kind == sign {
			out.gap.start = last.start
		}
	}
	out.span = span{min(out.start, out.content.start), max(out.end, out.content.end)}
	if in.pattern == quoteFirst && f.w[in.from].kind == quoted && in.gap == 0 {
		out.content = f.w[in.from].span
		last := f.skipTime(max(in.holder.to, in.cue.to))
		if last < len(f.w) && f.leads(last) { // “…,” she said, “…”
			in.to = max(in.to, f.quotesEnd(last+1))
			out.end = max(out.end, f.w[in.to-1].end)
		}
		for k := in.from + 1; k < in.to; k++ {
			if f.w[k].kind == quoted {
				out.more = append(out.more, f.w[k].span)
			}
		}
	}
	return out
}
