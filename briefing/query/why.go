package query

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing"
)

// Why explains, in a sentence without a full stop, why a query keeps no items
// of these kinds: which terms match none on their own, or else which term
// excludes them. It returns "" if the query keeps some.
func (f *Filter) Why(q Query, of ...briefing.Kind) string {
	all := f.Select(q)
	if all.Count(of...) > 0 || len(of) == 0 {
		return ""
	}
	one, many := noun(of)
	if f.Select(Query{}).Count(of...) == 0 {
		return "this briefing has no " + many
	}
	var barren []string
	for i, t := range q.Terms() {
		if f.Select(Query{q.terms[i : i+1]}).Count(of...) == 0 {
			barren = append(barren, t)
		}
	}
	if len(barren) > 0 {
		return fmt.Sprintf("no %s fits %s", one, strings.Join(barren, " or "))
	}
	best, most := "", 0
	for i, t := range q.Terms() {
		if n := f.Select(q.withoutTerm(i)).Count(of...); n > most {
			best, most = t, n
		}
	}
	why := fmt.Sprintf("no %s fits all of %s", one, q.String())
	if most > 0 {
		why += fmt.Sprintf("; without %s there would be %s", best, briefing.Counted(most, one, many))
	}
	return why
}

// noun returns the singular and plural of what these kinds of items are called.
func noun(of []briefing.Kind) (one, many string) {
	if len(of) != 1 {
		return "item", "items"
	}
	one = of[0].String()
	return one, one + "s"
}

func (q Query) withoutTerm(i int) Query {
	return Query{slices.Concat(q.terms[:i], q.terms[i+1:])}
}
