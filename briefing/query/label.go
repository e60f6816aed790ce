package query

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// anyRest ends a value that stands for every label that begins with the rest of it.
const anyRest = "*"

// labelKey returns the key of a label that is asked for, and whether any rest may
// follow it.
func labelKey(text string) (key string, prefix bool) {
	key, prefix = strings.CutSuffix(text, anyRest)
	return fold.String(key), prefix
}

// ofLabels returns the facets of a field whose values are labels.
func ofLabels(list func(*Filter) labels) func(*Filter) iter.Seq2[string, []int32] {
	return func(f *Filter) iter.Seq2[string, []int32] { return maps.All(list(f)) }
}

// find calls yield with the items that have a label, in any order and as often as
// they have it. It reports whether there are any.
func (l labels) find(text string, yield func(item int32)) (found bool) {
	key, prefix := labelKey(text)
	add := func(items []int32) {
		for _, item := range items {
			yield(item)
			found = true
		}
	}
	if !prefix {
		add(l[key])
		return found
	}
	for label, items := range l {
		if strings.HasPrefix(label, key) {
			add(items)
		}
	}
	return found
}

func (l labels) add(text string, item int32) { l.addKey(fold.String(text), item) }

func (l labels) addKey(key string, item int32) {
	if items := l[key]; len(items) == 0 || items[len(items)-1] != item {
		l[key] = append(items, item)
	}
}

// tagged returns the items by their tags.
func (f *Filter) tagged() labels {
	if f.cache.tags == nil {
		f.cache.tags = labels{}
		f.eachCommon(func(item int32, c *briefing.Common) {
			for _, tag := range c.Tags {
				f.cache.tags.add(tag, item)
			}
		})
	}
	return f.cache.tags
}

// identifiers returns the items by their ids, and by those of their ids in other systems
// that are the id of no item.
func (f *Filter) identifiers() labels {
	if f.cache.ids == nil {
		f.cache.ids = labels{}
		f.eachCommon(func(item int32, c *briefing.Common) {
			for _, id := range c.ExternalIDs {
				f.cache.ids.add(id.ID, item)
				f.cache.ids.add(id.String(), item)
			}
		})
		for i, ref := range f.items {
			if slices.Contains(identified, ref.Kind) {
				f.cache.ids[fold.String(ref.ID)] = []int32{int32(i)}
			}
		}
	}
	return f.cache.ids
}

// eachCommon calls yield with the common keys of each item that has any.
func (f *Filter) eachCommon(yield func(item int32, c *briefing.Common)) {
	for i, ref := range f.items {
		if c := f.x.Common(ref); c != nil {
			yield(int32(i), c)
		}
	}
}

func markTag(f *Filter, t *term, into set) {
	for i := range t.values {
		f.tagged().find(t.values[i].text, into.add)
	}
}

func markID(f *Filter, t *term, into set) {
	for i := range t.values {
		f.identifiers().find(t.values[i].text, into.add)
	}
}

// identified are the kinds of items that have an id.
var identified = []briefing.Kind{briefing.KindJudgment, briefing.KindEvent, briefing.KindActor, briefing.KindQuestion, briefing.KindClaim,
	briefing.KindPosition, briefing.KindSource}
