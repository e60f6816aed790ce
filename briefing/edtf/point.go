package edtf

// point is a single date or time, the unit of intervals and sets.
type point struct {
	year     int16 // as written without its sign; an unspecified digit counts as 0
	month    uint8 // 1 to 12, or a sub-year code
	day      uint8
	negative bool
	open     digits
	marks    mark
	written  Precision // the last component that is written: Year, SubYear, Month, Day, Minute or Second
	clock    clock
}

// digits is a set of unspecified digits: four bits for the year, two for the
// month and two for the day. The lowest bit of each is its last digit.
type digits uint8

const (
	yearShift, monthShift = 4, 2
	monthDigits           = 0b1100
	dayDigits             = 0b0011

	lastDigit  digits = 0b0001
	firstDigit digits = 0b1000
	allOfYear  digits = 0b1111
	allOfTwo   digits = 0b0011
)

func (d digits) year() digits  { return d >> yearShift }
func (d digits) month() digits { return d & monthDigits >> monthShift }
func (d digits) day() digits   { return d & dayDigits }

// mark is a set of qualifiers: two bits for each component.
type mark uint8

const (
	none        mark = 0
	uncertain   mark = 0b01
	approximate mark = 0b10
	both             = uncertain | approximate
)

// A component is the lower of its two bits. Multiplying components by
// qualifiers sets each qualifier on each component.
const (
	yearComponent  mark = 0b00_00_01
	monthComponent mark = 0b00_01_00
	dayComponent   mark = 0b01_00_00
	throughMonth        = yearComponent | monthComponent
	throughDay          = throughMonth | dayComponent
)

// How components are written.
const (
	yearWidth   = 4
	twoWidth    = 2
	decimal     = 10
	unspecified = 'X'
)

// has reports whether any component has the qualifier.
func (m mark) has(qualifier mark) bool { return m&(qualifier*throughDay) != 0 }

// of returns the qualifiers of one component.
func (m mark) of(component mark) mark { return m / component & both }

// signedYear returns the year in astronomical numbering, which has a year 0.
func (p *point) signedYear() int {
	if p.negative {
		return -int(p.year)
	}
	return int(p.year)
}

// clock is a time of day.
type clock struct {
	hour, minute, second uint8
	zone                 zone
	offset               int16 // minutes ahead of UTC
	micros               int32
}

// zone is how the zone of a time is written.
type zone uint8

const (
	noZone zone = iota
	utc
	offset
)

const (
	hoursPerDay      = 24
	minutesPerHour   = 60
	minutesPerDay    = hoursPerDay * minutesPerHour
	secondsPerMinute = 60
)
