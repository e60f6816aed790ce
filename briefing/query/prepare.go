package query

import (
	"strconv"

	"sitrep/briefing"
)

// Prepare prepares the filter, and what it completes. It does nothing if that is done
// already. It only reads the briefing, so it can run while the briefing is shown.
func (f *Filter) Prepare() { f.once.Do(f.prepare) }

// Prepared reports whether Prepare has finished.
func (f *Filter) Prepared() bool { return f.ready.Load() }

func (f *Filter) prepare() {
	f.connect()
	f.allNames()
	for _, d := range definitions() { // so that completing takes no time
		if !d.dated && d.Name != idName { // ids are many, and seldom asked for
			f.candidates(&d, "")
		}
	}
	f.ready.Store(true)
}

// connect numbers the items and links them. It does nothing if that is done already.
func (f *Filter) connect() { f.linking.Do(f.linkItems) }

func (f *Filter) linkItems() {
	f.items = f.searcher.Items()
	f.number = f.searcher.Numbers()
	f.below = make([]int32, len(f.items))
	f.who, f.cites = make(links, len(f.items)), make(links, len(f.items))
	for k := range f.kinds {
		f.kinds[k] = make(set, len(f.items))
	}
	for i, ref := range f.items {
		f.kinds[ref.Kind].add(int32(i))
		if ref.Kind == briefing.KindGap && ref.ID == "1" {
			f.gaps = int32(i)
		}
		f.lists.add(f.x, int32(i), ref)
	}
	f.findBelow()
	for i, ref := range f.items {
		f.link(int32(i), ref)
	}
	f.findParts()
}

func (f *Filter) findParts() {
	f.parts = map[int32][]int32{}
	add := func(part int32, kind briefing.Kind, whole string) {
		if n, ok := f.number[briefing.Ref{Kind: kind, ID: whole}]; ok {
			f.parts[n] = append(f.parts[n], part)
		}
	}
	for _, a := range f.lists.actors {
		add(a.item, briefing.KindActor, a.is.PartOf)
	}
	for _, s := range f.lists.sources {
		add(s.item, briefing.KindSource, s.is.Origin)
	}
}

func (t *itemLists) add(x *briefing.Index, i int32, r briefing.Ref) {
	switch r.Kind {
	case briefing.KindJudgment:
		t.judgments = append(t.judgments, numbered[briefing.Judgment]{i, x.Judgment(r.ID)})
	case briefing.KindEvent:
		t.events = append(t.events, numbered[briefing.Event]{i, x.Event(r.ID)})
	case briefing.KindActor:
		t.actors = append(t.actors, numbered[briefing.Actor]{i, x.Actor(r.ID)})
	case briefing.KindQuestion:
		t.questions = append(t.questions, numbered[briefing.Question]{i, x.Question(r.ID)})
	case briefing.KindClaim:
		c, _ := x.Claim(r.ID)
		t.claims = append(t.claims, numbered[briefing.Claim]{i, c})
	case briefing.KindPosition:
		s, _ := x.Stand(r.ID)
		t.positions = append(t.positions, numbered[briefing.Position]{i, s.Position})
	case briefing.KindSource:
		t.sources = append(t.sources, numbered[briefing.Source]{i, x.Source(r.ID)})
	}
}

// findBelow finds the end of the claims of each question and of the positions
// on each claim: the next question, the next claim, or an item that is neither.
func (f *Filter) findBelow() {
	question, claim := int32(len(f.items)), int32(len(f.items))
	for i := int32(len(f.items)) - 1; i >= 0; i-- {
		f.below[i] = i + 1
		switch f.items[i].Kind {
		case briefing.KindPosition:
			continue
		case briefing.KindClaim:
			f.below[i] = claim
			claim = i
			continue
		case briefing.KindQuestion:
			f.below[i] = question
		}
		question, claim = i, i
	}
}

// link records which actors and sources an item is about.
func (f *Filter) link(i int32, ref briefing.Ref) {
	for _, e := range f.x.Citations(ref) {
		f.cite(i, e.Source)
	}
	switch ref.Kind {
	case briefing.KindEvent:
		for _, p := range f.x.Event(ref.ID).Actors {
			f.about(i, p.Actor)
		}
	case briefing.KindPosition:
		s, _ := f.x.Stand(ref.ID)
		f.about(i, s.Position.Holder)
	case briefing.KindActor:
		f.about(i, ref.ID)
	case briefing.KindSource:
		f.cite(i, ref.ID)
	case briefing.KindJudgment:
		j := f.x.Judgment(ref.ID)
		f.refer(i, j.Text)
		f.refer(i, j.Because)
	case briefing.KindGap:
		if n, err := strconv.Atoi(ref.ID); err == nil {
			f.refer(i, f.x.Briefing.Gaps[n-1])
		}
	case briefing.KindBottomLine:
		f.refer(i, f.x.Briefing.BottomLine)
	}
}

// refer links the item to the actors and sources that a text refers to.
func (f *Filter) refer(i int32, text string) {
	for id := range briefing.ReferencedIDs(text) {
		f.about(i, id)
		f.cite(i, id)
	}
}

func (f *Filter) about(i int32, actor string) {
	if n, ok := f.number[briefing.Ref{Kind: briefing.KindActor, ID: actor}]; ok {
		f.who[i] = append(f.who[i], n)
	}
}

func (f *Filter) cite(i int32, source string) {
	if n, ok := f.number[briefing.Ref{Kind: briefing.KindSource, ID: source}]; ok {
		f.cites[i] = append(f.cites[i], n)
	}
}

// Judge computes the flags of all claims and the states of all quotes, which
// takes a second in a very large briefing. The index must be one of the same
// briefing that nothing else uses. Then the filter can be used in the meantime.
func (f *Filter) Judge(x *briefing.Index) Judged {
	f.Prepare()
	return Judged{f.flags(x), f.quotes(x)}
}

// Take makes the filter use a result of Judge.
func (f *Filter) Take(j Judged) { f.cache.flags, f.cache.quotes = j.flags, j.quotes }
