package briefing

// Apart returns a copy of the index for another goroutine. The two share what is fixed
// and the anchors, and nothing else that is computed on first use. The copy must not
// use the texts of sources or show remarks.
func (x *Index) Apart() *Index {
	x.Named("")
	x.QuestionsOf("")
	other := *x
	other.Forget()
	return &other
}

// Forget drops what was computed for single items, except for anchors, to save memory.
func (x *Index) Forget() {
	before := x.cache
	x.cache = newCache()
	x.cache.named, x.cache.questions, x.cache.labels = before.named, before.questions, before.labels
}

// LookUp looks up the quotes that an item is written with: those of its own evidence,
// of the positions on a question, or of all passages of a source. Looking up
// quotes ends when it is too much work, so that it depends on the order which are not.
func (x *Index) LookUp(r Ref) {
	switch r.Kind {
	case KindSource:
		for _, n := range x.BySource[r.ID] {
			x.Anchor(&x.Passages[n-1])
		}
	case KindQuestion:
		q := x.Question(r.ID)
		for i := range q.Claims {
			for j := range q.Claims[i].Positions {
				x.lookUp(q.Claims[i].Positions[j].Evidence)
			}
		}
	default:
		for _, e := range x.Citations(r) {
			x.Anchor(x.PassageOf(e))
		}
	}
}

func (x *Index) lookUp(list []Evidence) {
	for i := range list {
		x.Anchor(x.PassageOf(&list[i]))
	}
}
