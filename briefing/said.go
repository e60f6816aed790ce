package briefing

import "sitrep/briefing/edtf"

// SaidBy returns the day by which a position was taken that has no date of its
// own: that of the first of its sources to come out. It is zero if the position
// has a date, or none of its sources has one.
func (x *Index) SaidBy(p *Position) edtf.Date {
	var first edtf.Date
	if !p.Said.IsZero() {
		return first
	}
	for i := range p.Evidence {
		s := x.Source(p.Evidence[i].Source)
		if s != nil && !s.Publication.Published.IsZero() && (first.IsZero() || first.After(s.Publication.Published)) {
			first = s.Publication.Published
		}
	}
	return first
}
