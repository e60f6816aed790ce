package tui

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/ui/tui/dialog"
)

// whatIf leaves the source or actor at the cursor out of the briefing, or
// brings it back. Nothing is written.
func (a *App) whatIf() {
	t := a.subject()
	if t.Ref.Kind != briefing.KindSource && t.Ref.Kind != briefing.KindActor {
		a.say(a.bindings.Of("leave-out") + " leaves out a source or an actor; this is neither")
		return
	}
	id := t.Ref.ID
	if at := slices.Index(a.without, id); at >= 0 {
		a.without = slices.Delete(a.without, at, at+1)
		a.rebuild()
		a.say(a.index.Name(t.Ref) + " is back")
		return
	}
	a.without = append(a.without, id)
	a.rebuild()
	text := "without " + a.index.Name(t.Ref) + ": "
	if fallen := a.fallen(); fallen != "" {
		a.say(text + fallen + "; " + a.bindings.Of("effects") + " lists them")
		return
	}
	a.say(text + "nothing else falls")
}

// fallen counts the effects of what is left out; it is empty where there are
// none.
func (a *App) fallen() string {
	counts := map[briefing.Effect]int{}
	var order []briefing.Effect
	for _, e := range briefing.Effects(a.full, a.index) {
		e.Ref.ID = ""
		if counts[e] == 0 {
			order = append(order, e)
		}
		counts[e]++
	}
	parts := make([]string, len(order))
	for i, e := range order {
		parts[i] = briefing.Counted(counts[e], e.Ref.Kind.String(), e.Ref.Kind.String()+"s") + " " + string(e.What)
	}
	return strings.Join(parts, ", ")
}

// effects lists what falls without what is left out.
func (a *App) effects() {
	if len(a.without) == 0 {
		a.say("nothing is left out; " + a.bindings.Of("leave-out") + " on a source or an actor does that")
		return
	}
	a.dialogs.Push(dialog.Effects(a.full, a.index, a.look.theme, a.withoutNames()))
}

func (a *App) withoutNames() string {
	names := make([]string, len(a.without))
	for i, id := range a.without {
		ref, _ := a.full.Lookup(id)
		names[i] = a.full.Name(ref)
	}
	return briefing.JoinNames(names)
}
