package page

import "sitrep/briefing"

// Marking returns what precedes the name of a thing, with a space at its end: its
// marking, unless that is the marking of the briefing, and that it is a draft.
func Marking(x *briefing.Index, r briefing.Ref) string {
	text := x.Portion(r)
	if text != "" {
		text += " "
	}
	if x.Draft(r) {
		text += "(draft) "
	}
	return text
}

// Name returns the name of a thing in a list, after its marking.
func Name(x *briefing.Index, r briefing.Ref) string { return Marking(x, r) + x.Name(r) }

// ActorName returns the name of an actor after its marking.
func ActorName(x *briefing.Index, id string) string {
	return Marking(x, briefing.Ref{Kind: briefing.KindActor, ID: id}) + x.ActorName(id)
}

// marked puts the marking of a thing before its spans.
func marked(x *briefing.Index, kind briefing.Kind, id string, spans []Span) []Span {
	marking := Marking(x, briefing.Ref{Kind: kind, ID: id})
	if marking == "" {
		return spans
	}
	return append([]Span{{Text: marking, Role: Caution, Own: true}}, spans...)
}
