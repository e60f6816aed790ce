package reader

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/ui/tui/dialog"
)

// whatIf leaves the source or actor at the cursor out of the briefing, or
// brings it back. Nothing is written.
func (r *Reader) whatIf() {
	t := r.subject()
	if t.Ref.Kind != briefing.KindSource && t.Ref.Kind != briefing.KindActor {
		r.Say(r.Keys.Of("leave-out") + " leaves out a source or an actor; this is neither")
		return
	}
	id := t.Ref.ID
	if at := slices.Index(r.without, id); at >= 0 {
		r.without = slices.Delete(r.without, at, at+1)
		r.rebuild()
		r.Say(r.index.Name(t.Ref) + " is back")
		return
	}
	r.without = append(r.without, id)
	r.rebuild()
	if fallen := r.fallen(); fallen != "" {
		r.Say(fallen)
		return
	}
	r.Say("nothing else falls without " + r.index.Name(t.Ref))
}

// fallen counts the effects of what is left out, or returns "" if there are
// none.
func (r *Reader) fallen() string {
	counts := map[briefing.Effect]int{}
	var order []briefing.Effect
	for _, e := range briefing.Effects(r.full, r.index) {
		e.Ref.ID = ""
		if counts[e] == 0 {
			order = append(order, e)
		}
		counts[e]++
	}
	return strings.Join(briefing.Map(order, func(e briefing.Effect) string {
		return briefing.Counted(counts[e], e.Ref.Kind.String(), e.Ref.Kind.String()+"s") + " " + string(e.What)
	}), ", ")
}

// effects lists what changes without what is left out.
func (r *Reader) effects() {
	if len(r.without) == 0 {
		r.Say("nothing is left out; " + r.Keys.Of("leave-out") + " on a source or an actor does that")
		return
	}
	r.Dialogs.Push(dialog.Effects(r.full, r.index, r.Theme, r.withoutNames()))
}

func (r *Reader) withoutNames() string {
	return briefing.JoinNames(briefing.Map(r.without, func(id string) string {
		ref, _ := r.full.Lookup(id)
		return r.full.Name(ref)
	}))
}
