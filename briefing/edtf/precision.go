package edtf

// Precision is how precisely a date is known. A greater value is finer.
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

// String returns the English name of the unit, in lower case.
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return precisionNames[Unknown]
}
