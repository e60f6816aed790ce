package briefing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// pruner takes out of a briefing what is not to be in it, by the rules of the
// tables: what is marked too high, what refers to what is not there, and what
// falls with either. A value[V] says what it takes out of a V.
type pruner struct {
	stands  func(id string, kinds itemKind) bool // what it names is there
	limit   TLP                                  // of what is marked; empty: none
	label   string                               // in the place of a reference in a text; empty: they stay
	own     bool                                 // nobody else holds the lists: they can be changed
	counts  Withheld                             // what was taken out
	counted int
}

func (p *pruner) count(noun string) {
	p.counts.add(noun)
	p.counted++
}

// prune takes out of t what is not to be in it. It is false if t is not to be
// there at all.
func (tb *table[T]) prune(p *pruner, t *T) bool {
	if own := tb.marking(t); own != nil && *own != "" && p.limit != "" && !own.Within(p.limit) {
		p.count(tb.noun)
		return false
	}
	for i := range tb.fields {
		switch f := &tb.fields[i]; {
		case f.value.prune(p, t):
		case f.vital:
			p.count(tb.noun)
			return false
		default:
			p.count(aReference)
		}
	}
	return true
}

// marking is where the marking of t is held; nil where it has none of its own.
func (tb *table[T]) marking(t *T) *TLP {
	i, ok := tb.row(markingKey)
	if !ok {
		return nil
	}
	return tb.fields[i].value.(bound[T, TLP]).in(t)
}

// pruneList is list less what is not to be in it; nil if nothing is.
func pruneList[V any](p *pruner, list []V, each value[V]) []V {
	out := list
	if !p.own {
		out = slices.Clone(list)
	}
	kept := 0
	for i := range out {
		counted := p.counted
		switch {
		case each.prune(p, &out[i]):
			out[kept] = out[i]
			kept++
		case p.counted == counted: // it is an id
			p.count(aReference)
		}
	}
	if kept == 0 {
		return nil
	}
	clear(out[kept:])
	return out[:kept]
}

// pruneText is a text without references to what is not there. A label is
// words of the text, and stays.
func (p *pruner) pruneText(text string) string {
	if p.label == "" || !strings.Contains(text, "[[") {
		return text
	}
	var b strings.Builder
	for {
		before, reference, rest, ok := cutReference(text)
		b.WriteString(before)
		if !ok {
			return CleanText(b.String())
		}
		switch whole := text[len(before) : len(text)-len(rest)]; {
		case p.refersToAll(reference.ID):
			b.WriteString(whole)
		case reference.Text == reference.ID:
			p.count(aReference)
			b.WriteString(p.label)
		default:
			p.count(aReference)
			b.WriteString(reference.Text)
		}
		text = rest
	}
}

// refersToAll reports whether all that a reference names is there. That of a
// position names its claim and its holder.
func (p *pruner) refersToAll(id string) bool {
	claim, position, _ := strings.Cut(id, "/")
	holder, _, _ := strings.Cut(position, "/")
	return p.stands(claim, anyItem) && (holder == "" || p.stands(holder, anyItem))
}

const aReference = "reference"

// Withheld is how much of a briefing is left out of it because it is marked
// above a limit.
type Withheld struct {
	Limit  TLP // empty: nothing is ever left out
	Counts []WithheldCount
}

// WithheldCount counts what is left out of one kind.
type WithheldCount struct {
	Noun string
	N    int
}

func (c WithheldCount) weight() int { return slices.Index([]string{evidenceNoun, aReference}, c.Noun) }

func (w *Withheld) add(noun string) {
	i := slices.IndexFunc(w.Counts, func(k WithheldCount) bool { return k.Noun == noun })
	if i < 0 {
		i = len(w.Counts)
		w.Counts = append(w.Counts, WithheldCount{Noun: noun})
	}
	w.Counts[i].N++
}

// String counts what is left out: "withheld: 2 events, 1 source above
// TLP:GREEN". It is empty where nothing is.
func (w Withheld) String() string {
	if len(w.Counts) == 0 {
		return ""
	}
	parts := make([]string, len(w.Counts))
	counts := slices.Clone(w.Counts) // items first, then what has gone with them
	slices.SortStableFunc(counts, func(a, b WithheldCount) int { return cmp.Compare(a.weight(), b.weight()) })
	for i, k := range counts {
		noun := k.Noun
		if noun == evidenceNoun {
			noun = "quote"
		}
		if parts[i] = "1 " + noun; k.N > 1 {
			parts[i] = fmt.Sprintf("%d %ss", k.N, noun)
		}
	}
	return "withheld: " + strings.Join(parts, ", ") + " above " + w.Limit.String()
}

// WithheldError says that nothing of a briefing may be shown: its title and
// bottom line, which cannot be left out, are marked above the limit, or not
// marked so that one could tell. It names no words of the briefing.
type WithheldError struct{ Label, Limit TLP }

func (e *WithheldError) Error() string {
	switch {
	case e.Label == "":
		return "withheld: 1 briefing, unmarked"
	case !TLPs.Has(e.Label):
		return "withheld: 1 briefing, whose marking cannot be read"
	}
	return fmt.Sprintf("withheld: 1 briefing, marked %s, above %s", e.Label, e.Limit)
}

// Hint says what to do about the error.
func (e *WithheldError) Hint() string {
	switch {
	case e.Label == "":
		return "mark it in the file: tlp: and one of " + strings.Join(TLPs.Values(), ", ")
	case !TLPs.Has(e.Label):
		return "sitrep check says what is wrong with the marking"
	}
	return "the limit would have to be " + string(e.Label)
}

// Redact is the document with what may be shown to those who may see no more
// than limit: less the items that are marked above it, and all words of them.
// With an empty limit it is the document itself. An error, always a
// [*WithheldError], says that nothing may be shown.
func (doc *Document) Redact(limit TLP) (*Document, error) {
	if limit == "" {
		return doc, nil
	}
	b := doc.Briefing
	if !b.TLP.Within(limit) {
		return nil, &WithheldError{b.TLP, limit}
	}
	out := *doc
	out.Briefing, out.Withheld = redact(b, limit)
	// What was left out of the briefing when it was read has no marking that is
	// known, so that nothing of it can be shown.
	out.Problems = make([]Problem, len(doc.Problems))
	for i, p := range doc.Problems {
		out.Problems[i] = p.withoutWords()
	}
	return &out, nil
}

// withoutWords is the problem without any words of the file.
func (p Problem) withoutWords() Problem {
	known, _, _ := FindCode(p.Code)
	return Problem{File: p.File, Pos: p.Pos, Severity: p.Severity, Code: p.Code,
		Message: strings.TrimSuffix(cmp.Or(known.Meaning, "It cannot be read."), "."), Hint: cmp.Or(known.Do, "sitrep check says more")}
}

// WithoutWords is the error without any words of the file: what is marked above
// a limit could be among them.
func (e *LoadError) WithoutWords() *LoadError { return &LoadError{e.Problem.withoutWords(), e.cause} }

func redact(b *Briefing, limit TLP) (*Briefing, Withheld) {
	kept := keptIDs(b, limit)
	p := &pruner{limit: limit, label: "withheld", stands: func(id string, _ itemKind) bool { return kept[id] }}
	p.counts.Limit = limit
	out := *b
	briefingTable.prune(p, &out)
	return &out, p.counts
}

// keptIDs are the ids of all items but those that are marked above a limit or
// stand in one that is.
func keptIDs(b *Briefing, limit TLP) map[string]bool {
	out := map[string]bool{}
	keep := func(id string, own TLP) bool {
		within := own == "" || own.Within(limit)
		if within {
			out[id] = true
		}
		return within
	}
	for i := range b.Judgments {
		keep(b.Judgments[i].ID, b.Judgments[i].TLP)
	}
	for i := range b.Sources {
		keep(b.Sources[i].ID, b.Sources[i].TLP)
	}
	for i := range b.Actors {
		keep(b.Actors[i].ID, b.Actors[i].TLP)
	}
	for i := range b.Events {
		keep(b.Events[i].ID, b.Events[i].TLP)
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		if !keep(q.ID, q.TLP) {
			continue
		}
		for j := range q.Claims {
			keep(q.Claims[j].ID, q.Claims[j].TLP)
		}
	}
	return out
}
