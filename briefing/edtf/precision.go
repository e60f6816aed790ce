package edtf

// Precision is how closely a date is known. A greater value is finer.
type Precision uint8

// The precisions, from coarse to fine. SubYear stands for every part of a year
// that is longer than a month: seasons, quarters, thirds and halves. Unknown is
// the precision of no date.
const (
	Unknown Precision = iota
	Year
	SubYear
	Month
	Day
	Minute
	Second
)

var precisionNames = [...]string{
	Unknown: "unknown",
	Year:    "year",
	SubYear: "sub-year",
	Month:   "month",
	Day:     "day",
	Minute:  "minute",
	Second:  "second",
}

// String is the English name of the unit, in lower case.
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return precisionNames[Unknown]
}

// Precision is the finest unit that is wholly specified: a month for
// 2024-06-XX. It is a year where digits of the year are unspecified: 201X is
// one year of ten, not ten years. For intervals and sets it is that of the
// coarsest date in them. Qualifiers do not change it.
func (d Date) Precision() Precision { return d.precision }

// precision is the finest unit down to which p has no unspecified digit.
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
