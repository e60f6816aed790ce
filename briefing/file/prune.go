package file

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// pruner takes out of a briefing what is not to be in it, by the rules of the
// tables: what is marked too high, what refers to what is not there, and what
// falls with either. A value[V] says what it takes out of a V.
type pruner struct {
	stands  func(id string, kinds itemKind) bool // what it names is there
	limit   briefing.TLP                         // of what is marked; empty: none
	label   string                               // in the place of a reference in a text; empty: they stay
	own     bool                                 // nobody else holds the lists: they can be changed
	counts  briefing.Withheld                    // what was taken out
	counted int
}

const aReference = "reference"

func (p *pruner) count(noun string) {
	p.counts.Add(noun)
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
func (tb *table[T]) marking(t *T) *briefing.TLP {
	i, ok := tb.row(markingKey)
	if !ok {
		return nil
	}
	return tb.fields[i].value.(bound[T, briefing.TLP]).in(t)
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
		before, reference, rest, ok := briefing.CutReference(text)
		b.WriteString(before)
		if !ok {
			return clean.Text(b.String())
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

// Redact is the document with what may be shown to those who may see no more
// than limit: less the items that are marked above it, and all words of them.
// With an empty limit it is the document itself. An error, always a
// [*WithheldError], says that nothing may be shown.
func (doc *Document) Redact(limit briefing.TLP) (*Document, error) {
	if limit == "" {
		return doc, nil
	}
	b := doc.Briefing
	if !b.TLP.Within(limit) {
		return nil, &briefing.WithheldError{Label: b.TLP, Limit: limit}
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
	known := FindCode(LoadCodes, p.Code)
	return Problem{File: p.File, Pos: p.Pos, Severity: p.Severity, Code: p.Code,
		Message: strings.TrimSuffix(cmp.Or(known.Meaning, "It cannot be read."), "."), Hint: cmp.Or(known.Do, "sitrep check says more")}
}

// WithoutWords is the error without any words of the file: what is marked above
// a limit could be among them.
func (e *LoadError) WithoutWords() *LoadError { return &LoadError{e.Problem.withoutWords(), e.cause} }

func redact(b *briefing.Briefing, limit briefing.TLP) (*briefing.Briefing, briefing.Withheld) {
	kept := keptIDs(b, limit)
	p := &pruner{limit: limit, label: "withheld", stands: func(id string, _ itemKind) bool { return kept[id] }}
	p.counts.Limit = limit
	out := *b
	briefingTable.prune(p, &out)
	return &out, p.counts
}

// keptIDs are the ids of all items but those that are marked above a limit or
// stand in one that is.
func keptIDs(b *briefing.Briefing, limit briefing.TLP) map[string]bool {
	out := map[string]bool{}
	keep := func(id string, own briefing.TLP) bool {
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
