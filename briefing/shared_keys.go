package briefing

// Common holds the keys that every item can have.
type Common struct {
	ExternalIDs []ExternalID
	Tags        []string
	Draft       bool // a program proposed the item, and nobody has reviewed it yet
	MadeID      bool // the file gives no id, and that of the item is made of its text; not part of its content
	TLP         TLP  // its own marking; empty means that of the item or the briefing that contains it
}

// ExternalID is the id of an item in another system, such as a DOI.
type ExternalID struct{ System, ID string }

// String returns the id after the name of its system: "doi:10.1000/182".
func (e ExternalID) String() string { return e.System + ":" + e.ID }

// SystemIDs are the ids of an item in one system.
type SystemIDs struct {
	System string
	IDs    []string
}

// BySystem groups external ids by their systems, both in the order of the list.
func BySystem(list []ExternalID) []SystemIDs {
	var out []SystemIDs
	at := map[string]int{}
	for _, e := range list {
		i, ok := at[e.System]
		if !ok {
			i = len(out)
			at[e.System] = i
			out = append(out, SystemIDs{System: e.System})
		}
		out[i].IDs = append(out[i].IDs, e.ID)
	}
	return out
}

// Common returns the common keys of an item, or nil for the bottom line, a gap, or
// an item that the briefing does not have.
func (x *Index) Common(r Ref) *Common {
	at := x.items[r.ID]
	if at.kind != r.Kind {
		return nil
	}
	switch b := x.Briefing; r.Kind {
	case KindJudgment:
		return &b.Judgments[at.at].Common
	case KindSource:
		return &b.Sources[at.at].Common
	case KindActor:
		return &b.Actors[at.at].Common
	case KindEvent:
		return &b.Events[at.at].Common
	case KindQuestion:
		return &b.Questions[at.at].Common
	case KindClaim:
		return &b.Questions[at.at].Claims[at.inner].Common
	case KindPosition:
		return &x.Stands[at.at].Position.Common
	}
	return nil
}

// Draft reports whether an item was proposed by a program and has not been
// reviewed yet.
func (x *Index) Draft(r Ref) bool {
	if !x.portions.drafts {
		return false
	}
	c := x.Common(r)
	return c != nil && c.Draft
}
