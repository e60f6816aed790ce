package edtf

// expression is a parsed date. A set has members; anything else has a span.
type expression struct {
	form    form
	span    span
	members []span
}

// span is a date, or the dates from one to another.
type span struct {
	shape    shape
	from, to point
}

// shape says which ends a span has.
type shape uint8

const (
	onePoint    shape = iota
	fromTo            // X/Y; in a set X..Y
	fromOpen          // X/.., still going on; in a set X.., X or later
	fromUnknown       // X/
	openTo            // ../X; in a set ..X, X or earlier
	unknownTo         // /X
)

// form is the kind of expression that a date is.
type form uint8

const (
	single form = iota
	interval
	oneOf
	allOf
)

func (x *expression) marks() (m mark) {
	for i := range x.members {
		m |= x.members[i].from.marks | x.members[i].to.marks
	}
	return m | x.span.from.marks | x.span.to.marks
}

// precision returns the finest unit down to which p has no unspecified digit.
func (p *point) precision() Precision {
	switch {
	case p.open == 0:
		return p.written
	case p.open.year() != 0 || p.open.month() != 0:
		return Year
	}
	return Month
}

func (s *span) precision() Precision {
	switch s.shape {
	case fromTo:
		return min(s.from.precision(), s.to.precision())
	case openTo, unknownTo:
		return s.to.precision()
	}
	return s.from.precision()
}

func (x *expression) precision() Precision {
	if len(x.members) == 0 {
		return x.span.precision()
	}
	coarsest := Second
	for i := range x.members {
		coarsest = min(coarsest, x.members[i].precision())
	}
	return coarsest
}
