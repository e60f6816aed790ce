package file

import (
	"slices"
	"strings"
)

func (tb *table[T]) facts(c *Facts, t *T) {
	tb.arranged.Do(tb.arrange)
	for _, i := range tb.orderFor(c) {
		f := &tb.fields[i]
		f.value.facts(c, f.key, tb.labels[i], t)
	}
}

// orderFor returns the indexes of the fields that c does not leave out, in
// reading order.
func (tb *table[T]) orderFor(c *Facts) []int {
	if c.Leave == nil {
		return tb.order
	}
	order, ok := c.orders[tb]
	if !ok {
		for _, i := range tb.order {
			f := &tb.fields[i]
			if _, composed := f.value.kind(); composed || !c.Leave(f.key) {
				order = append(order, i)
			}
		}
		if c.orders == nil {
			c.orders = map[any][]int{}
		}
		c.orders[tb] = order
	}
	return order
}

// arrange works out the reading order and the labels of the fields. It does not
// change the fields, because a file may be read with them at the same time.
func (tb *table[T]) arrange() {
	for i := range tb.fields {
		label := tb.fields[i].label
		if key := tb.fields[i].key; label == "" {
			label = strings.ReplaceAll(strings.ToUpper(key[:1])+key[1:], "_", " ")
		}
		tb.labels = append(tb.labels, label)
		tb.order = append(tb.order, i)
	}
	for i := range tb.fields {
		if before, ok := tb.row(tb.fields[i].before); ok {
			tb.order = slices.DeleteFunc(tb.order, func(n int) bool { return n == i })
			tb.order = slices.Insert(tb.order, slices.Index(tb.order, before), i)
		}
	}
}

func (b bound[T, V]) facts(c *Facts, key, label string, t *T) {
	v, from := b.in(t), len(c.values)
	switch {
	case b.value.facts == nil:
		return
	case b.value.kind == 0: // facts of the item itself
		b.value.facts(c, v)
		return
	case !b.value.empty(v):
		b.value.facts(c, v)
	case c.Stated && b.value.kind != FactEvidence:
		return
	}
	if b.value.kind == FactEvidence {
		c.values = append(c.values, c.cited...)
		c.cited = c.cited[:0]
	}
	c.list = append(c.list, Fact{key, label, b.value.kind, b.value.list, c.values[from:len(c.values):len(c.values)]})
}

// asTerm returns v with facts of the kind [FactTerm]. text returns the value as
// it is written, and say returns that in words; if say is nil, the text is used.
func asTerm[V any](v value[V], text func(V) string, say func(text string) string) value[V] {
	v.kind = FactTerm
	v.facts = func(c *Facts, v *V) { c.values = append(c.values, FactValue{Text: text(*v), say: say}) }
	return v
}

// detailed returns v with facts from the table: the first key is the value
// itself, and the others say more about it.
func detailed[T any](v value[T], tb *table[T]) value[T] {
	v.kind, _ = tb.fields[0].value.kind()
	v.composed = true
	v.facts = func(c *Facts, t *T) {
		if c.under == nil {
			c.under = &Facts{Stated: true}
		}
		under := c.under
		from, values := len(under.list), len(under.values)
		tb.facts(under, t)
		out := under.list[from].Values[0]
		more := under.list[from:from]
		for _, f := range under.list[from+1:] {
			switch {
			case f.Kind == FactEvidence:
				c.cited = append(c.cited, f.Values...)
			case len(f.Values) > 0:
				more = append(more, f)
			}
		}
		if under.list = under.list[:from+len(more)]; len(more) > 0 {
			out.Under = slices.Clip(more)
		} else {
			under.values = under.values[:values]
		}
		c.values = append(c.values, out)
	}
	return v
}
