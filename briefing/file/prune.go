package file

import (
	"slices"

	"sitrep/briefing"
)

// prune removes from *t what p excludes. It returns false if t itself must go.
func (tb *table[T]) prune(p *pruner, t *T) bool {
	if own := tb.marking(t); own != nil && *own != "" && p.limit != "" && !own.Within(p.limit) {
		p.count(tb.noun)
		return false
	}
	for i := range tb.fields {
		switch f := &tb.fields[i]; {
		case f.value.prune(p, t):
		case f.mustBeValid:
			p.count(tb.noun)
			return false
		default:
			p.count(aReference)
		}
	}
	return true
}

// marking returns a pointer to the marking of t, or nil if its type has none.
func (tb *table[T]) marking(t *T) *briefing.TLP {
	i, ok := tb.row(markingKey)
	if !ok {
		return nil
	}
	return tb.fields[i].value.(bound[T, briefing.TLP]).in(t)
}

// pruneList returns list without the elements that p excludes, or nil if none are
// left.
func pruneList[V any](p *pruner, list []V, each value[V]) []V {
	out := list
	if !p.inPlace {
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
