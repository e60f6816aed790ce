package query

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// anyRest ends a value that stands for every label that begins with the rest of it.
const anyRest = "*"

// find calls yield with the items that have a label, in any order and as often as
// they have it. It reports whether there are any.
func (l labels) find(text string, yield func(item int32)) (found bool) {
	key, prefix := strings.CutSuffix(text, anyRest)
	key = fold.String(key)
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

func (l labels) add(text string, item int32) {
	key := fold.String(text)
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

// externalIDs returns the items by their ids in other systems.
func (f *Filter) externalIDs() labels {
	if f.cache.external == nil {
		f.cache.external = labels{}
		f.eachCommon(func(item int32, c *briefing.Common) {
			for _, id := range c.ExternalIDs {
				f.cache.external.add(id.ID, item)
				f.cache.external.add(id.String(), item)
			}
		})
	}
	return f.cache.external
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
		f.identify(t.values[i].text, into)
	}
}

// identified are the kinds of items that have an id.
var identified = []briefing.Kind{briefing.KindJudgment, briefing.KindEvent, briefing.KindActor, briefing.KindQuestion, briefing.KindClaim,
	briefing.KindPosition, briefing.KindSource}

// identify adds to a set the item with an id, or else the items with that external
// id, and reports whether there are any.
func (f *Filter) identify(id string, into set) bool {
	for _, kind := range identified {
		if n, ok := f.number[briefing.Ref{Kind: kind, ID: strings.ToLower(id)}]; ok {
			into.add(n)
			return true
		}
	}
	return f.externalIDs().find(id, into.add)
}
