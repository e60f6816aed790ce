// Package diff compares two versions of a briefing. It reports the changes
// in the terms of briefings: which events, claims, positions and sources are
// new, which are gone, and which facts of the others differ, whether stated or
// computed (origins, flags, what is contested).
//
// Items are the same if they have the same id. Ids that were made of texts change
// with them, so such items are also the same if their texts are all but equal. Gaps
// have no ids, and are the same if their words are.
package diff

import (
	"cmp"
	"slices"

	"sitrep/briefing"
)

// Change says what has become of an item.
type Change string

// The changes. An item that is the same is in a report for what is under it.
const (
	Same    Change = "same"
	Added   Change = "added"
	Gone    Change = "gone"
	Changed Change = "changed"
)

// Item is an item that has changed, or that contains one that has.
type Item struct {
	Ref    briefing.Ref // in the new version; in the old one if the item is gone
	Was    string       // its id in the old version, if it is another
	Change Change
	Under  []Item // the claims of a question, the positions on a claim
}

// Fact is a property that differs. If it is a list, Was and Is have what was
// removed from it and what was added.
type Fact struct {
	Label    string
	Was, Is  []Value
	List     bool
	Computed bool // computed, not stated
}

// Value is one value of a property: a clean text, and a note in brackets after
// it. If the text is the name of an item, ID is that of the item, and another
// name for it is no difference. Quoted means that the text quotes a source, and
// Own that it is the program's words.
type Value struct {
	Text, Aside, ID string
	Quoted, Own     bool

	marked string // the text with its references, if it can have any
}

// key returns what identifies a value.
func (v Value) key() Value {
	if v.ID != "" {
		v.Text = ""
	}
	return v
}

// String returns the value as it is shown.
func (v Value) String() string {
	text := v.Text
	if v.Quoted {
		text = "“" + text + "”"
	}
	if v.Aside != "" {
		text += " (" + v.Aside + ")"
	}
	return text
}

// Part is what has changed in a part of the briefing.
type Part struct {
	Part  briefing.Part
	Items []Item
}

// Report is what has changed from one version to another.
type Report struct {
	Old, New *briefing.Index
	Head     []Fact // of the briefing itself: its title, its cut-off
	Parts    []Part // those with changes

	was, is        *version
	texts          map[string]bool // the sources whose texts differ
	oldIDs, newIDs pairs           // of items of the new and of the old version
}

// Counts are numbers of items.
type Counts struct{ Added, Gone, Changed int }

// Compare returns how one version of a briefing differs from another. It uses
// the indexes, so nothing else may use them at the same time.
func Compare(before, now *briefing.Index) *Report {
	r := &Report{Old: before, New: now, texts: otherTexts(before, now), oldIDs: pairs{}, newIDs: pairs{}}
	r.pairMadeIDs()
	r.was, r.is = &version{Index: before, ids: r.newIDs}, &version{Index: now}
	r.Head = r.head()
	r.add(briefing.PartBrief, slices.Concat(r.bottomLine(), r.judgments(), r.gaps()))
	r.add(briefing.PartTimeline, r.items(briefing.KindEvent, eventIDs(before), eventIDs(now)))
	r.add(briefing.PartClaims, r.questions())
	r.add(briefing.PartActors, r.items(briefing.KindActor,
		each(before.Briefing.Actors, actorID), each(now.Briefing.Actors, actorID)))
	r.add(briefing.PartSources, r.items(briefing.KindSource,
		each(before.Briefing.Sources, sourceID), each(now.Briefing.Sources, sourceID)))
	return r
}

func (r *Report) add(p briefing.Part, items []Item) {
	if len(items) > 0 {
		r.Parts = append(r.Parts, Part{p, items})
	}
}

// Empty reports whether nothing has changed.
func (r *Report) Empty() bool { return len(r.Head) == 0 && len(r.Parts) == 0 }

// Only returns the report limited to some parts and the briefing itself.
func (r *Report) Only(wanted func(briefing.Part) bool) *Report {
	only := *r
	only.Parts = nil
	for _, p := range r.Parts {
		if wanted(p.Part) {
			only.Parts = append(only.Parts, p)
		}
	}
	return &only
}

// Index returns the index of the version that has an item.
func (r *Report) Index(i Item) *briefing.Index {
	if i.Change == Gone {
		return r.Old
	}
	return r.New
}

// Facts returns the facts of an item that differ, or all of them if the item is
// new. It makes them at each call, because a large report would hold very many.
func (r *Report) Facts(i Item) []Fact {
	switch i.Change {
	case Added:
		return r.is.all(i.Ref)
	case Changed:
		was := i.Ref
		was.ID = cmp.Or(i.Was, was.ID)
		return slices.Collect(r.differing(was, i.Ref))
	}
	return nil
}

// Each calls f for every item that has changed, including those under others,
// in order.
func (r *Report) Each(f func(briefing.Part, Item)) {
	var walk func(briefing.Part, []Item)
	walk = func(s briefing.Part, items []Item) {
		for _, i := range items {
			if i.Change != Same {
				f(s, i)
			}
			walk(s, i.Under)
		}
	}
	for _, p := range r.Parts {
		walk(p.Part, p.Items)
	}
}

// Count returns the numbers of items that have changed.
func (r *Report) Count() (c Counts) {
	r.Each(func(_ briefing.Part, i Item) {
		switch i.Change {
		case Added:
			c.Added++
		case Gone:
			c.Gone++
		case Changed:
			c.Changed++
		}
	})
	return c
}

// Count returns the numbers of items that have changed in a part.
func (p Part) Count() Counts { return (&Report{Parts: []Part{p}}).Count() }

// Total returns the sum of the counts.
func (c Counts) Total() int { return c.Added + c.Gone + c.Changed }

// bottomLine returns the bottom line if it differs.
func (r *Report) bottomLine() []Item {
	was, is := r.Old.Briefing.BottomLine, r.New.Briefing.BottomLine
	item := Item{Ref: briefing.Ref{Kind: briefing.KindBottomLine}, Change: Changed}
	switch {
	case was == is:
		return nil
	case was == "":
		item.Change = Added
	case is == "":
		item.Change = Gone
	}
	return []Item{item}
}

func (r *Report) judgments() []Item {
	id := func(j briefing.Judgment) string { return j.ID }
	return r.items(briefing.KindJudgment, each(r.Old.Briefing.Judgments, id), each(r.New.Briefing.Judgments, id))
}

// gaps returns the gaps that only one version has. Their ids are their numbers.
func (r *Report) gaps() []Item {
	was, is := r.Old.Briefing.Gaps, r.New.Briefing.Gaps
	var out []Item
	for _, n := range missing(is, was) {
		out = append(out, Item{Ref: gapRef(n), Change: Added})
	}
	for _, n := range missing(was, is) {
		out = append(out, Item{Ref: gapRef(n), Change: Gone})
	}
	return out
}

// missing returns the indexes of the values in list that other does not have,
// or has less often.
func missing[K comparable](list, other []K) []int {
	left := map[K]int{}
	for _, k := range other {
		left[k]++
	}
	var out []int
	for i, k := range list {
		if left[k]--; left[k] < 0 {
			out = append(out, i)
		}
	}
	return out
}

// items compares the items of one kind. It returns those of the new version in
// its order, then those that are gone.
func (r *Report) items(kind briefing.Kind, was, is []string) []Item {
	var out []Item
	for _, id := range is {
		if item := r.item(briefing.Ref{Kind: kind, ID: id}); item.Change != Same {
			out = append(out, item)
		}
	}
	for _, id := range was {
		ref := briefing.Ref{Kind: kind, ID: id}
		if _, ok := r.after(ref); !ok {
			out = append(out, Item{Ref: ref, Change: Gone})
		}
	}
	return out
}

// item compares an item that the new version has.
func (r *Report) item(ref briefing.Ref) Item {
	was, ok := r.before(ref)
	if !ok {
		return Item{Ref: ref, Change: Added}
	}
	item := Item{Ref: ref, Change: Same}
	if was != ref {
		item.Was = was.ID
	}
	for range r.differing(was, ref) {
		item.Change = Changed
		break
	}
	return item
}

// questions returns the questions that have changed or contain a change.
// Everything under a new question is new, and the same goes for claims.
func (r *Report) questions() []Item {
	var out []Item
	for i := range r.New.Briefing.Questions {
		q := &r.New.Briefing.Questions[i]
		ref := briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID}
		item := r.item(ref)
		var before []briefing.Claim
		if was, ok := r.before(ref); ok {
			before = r.Old.Question(was.ID).Claims
		}
		item.Under = r.claims(before, q.Claims)
		out = appendChanged(out, item)
	}
	for i := range r.Old.Briefing.Questions {
		q := &r.Old.Briefing.Questions[i]
		ref := briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID}
		if _, ok := r.after(ref); !ok {
			out = append(out, Item{Ref: ref, Change: Gone, Under: r.claims(q.Claims, nil)})
		}
	}
	return out
}

// claims compares the claims of a question. A claim that has moved to another
// question is not gone.
func (r *Report) claims(was, is []briefing.Claim) []Item {
	var out []Item
	for i := range is {
		ref := briefing.Ref{Kind: briefing.KindClaim, ID: is[i].ID}
		item := r.item(ref)
		var before []string
		if old, ok := r.before(ref); ok {
			before = standIDs(r.Old, old.ID)
		}
		item.Under = r.items(briefing.KindPosition, before, standIDs(r.New, ref.ID))
		out = appendChanged(out, item)
	}
	for i := range was {
		ref := briefing.Ref{Kind: briefing.KindClaim, ID: was[i].ID}
		if _, ok := r.after(ref); !ok {
			out = append(out, Item{Ref: ref, Change: Gone})
		}
	}
	return out
}

func appendChanged(out []Item, item Item) []Item {
	if item.Change == Same && len(item.Under) == 0 {
		return out
	}
	return append(out, item)
}

// each returns the results of f for every element of a list.
func each[T, U any](list []T, f func(T) U) []U {
	out := make([]U, len(list))
	for i := range list {
		out[i] = f(list[i])
	}
	return out
}

func actorID(a briefing.Actor) string   { return a.ID }
func sourceID(s briefing.Source) string { return s.ID }

func eventIDs(x *briefing.Index) []string {
	return each(x.Events(), func(e *briefing.Event) string { return e.ID })
}

func standIDs(x *briefing.Index, claim string) []string {
	return each(x.StandsOn(claim), func(s briefing.Stand) string { return s.ID })
}
