package page

import "sitrep/briefing"

// Marking is the marking of a thing that stands before its name, with a space
// behind it; empty where it has that of the briefing.
func Marking(x *briefing.Index, r briefing.Ref) string {
	if portion := x.Portion(r); portion != "" {
		return portion + " "
	}
	return ""
}

// Name is what a thing is called in a list, behind its marking.
func Name(x *briefing.Index, r briefing.Ref) string { return Marking(x, r) + x.Name(r) }

// ActorName is the name of an actor behind its marking.
func ActorName(x *briefing.Index, id string) string {
	return Marking(x, briefing.Ref{Kind: briefing.KindActor, ID: id}) + x.ActorName(id)
}

// marked puts the marking of a thing before what is said of it.
func marked(x *briefing.Index, kind briefing.Kind, id string, spans []Span) []Span {
	marking := Marking(x, briefing.Ref{Kind: kind, ID: id})
	if marking == "" {
		return spans
	}
	return append([]Span{{Text: marking, Role: Caution, Own: true}}, spans...)
}
