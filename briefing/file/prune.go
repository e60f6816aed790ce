package file

import (
	"slices"

	"sitrep/briefing"
)

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
