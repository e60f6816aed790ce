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
	c, _ := x.common(r)
	return c
}

// Pos returns where the file states an item. It is zero for the bottom line, a gap,
// or an item that the briefing does not have.
func (x *Index) Pos(r Ref) Pos {
	_, pos := x.common(r)
	return pos
}

func (x *Index) common(r Ref) (*Common, Pos) {
	at := x.items[r.ID]
	if at.kind != r.Kind {
		return nil, Pos{}
	}
	switch b := x.Briefing; r.Kind {
	case KindJudgment:
		j := &b.Judgments[at.at]
		return &j.Common, j.Pos
	case KindSource:
		s := &b.Sources[at.at]
		return &s.Common, s.Pos
	case KindActor:
		a := &b.Actors[at.at]
		return &a.Common, a.Pos
	case KindEvent:
		e := &b.Events[at.at]
		return &e.Common, e.Pos
	case KindQuestion:
		q := &b.Questions[at.at]
		return &q.Common, q.Pos
	case KindClaim:
		c := &b.Questions[at.at].Claims[at.inner]
		return &c.Common, c.Pos
	case KindPosition:
		p := x.Stands[at.at].Position
		return &p.Common, p.Pos
	}
	return nil, Pos{}
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
