package briefing

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Decimal is a number in digits, with a sign and a point where it has them, as
// it was written. The empty Decimal is no number.
type Decimal string

// Float returns the number as near as a float64 comes to it, 0 for none.
func (d Decimal) Float() float64 {
	f, _ := strconv.ParseFloat(string(d), 64) // it is empty or was read as a number
	return f
}

// Words returns the number with its thousands grouped: "-10,000.5".
func (d Decimal) Words() string {
	const group = 3
	digits, sign := string(d), ""
	if strings.HasPrefix(digits, "-") {
		digits, sign = digits[1:], "-"
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%group == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}

// Figure is a number that a claim states: a value, or what lies between two. The
// zero Figure is none.
type Figure struct {
	Value       Decimal
	Low, High   Decimal // where there is no value
	Unit        string  // of what: "troops", "USD"
	Approximate bool
}

// IsZero reports whether there is no figure.
func (f Figure) IsZero() bool { return f == Figure{} }

// Bounds returns the lowest and the highest number of the figure.
func (f Figure) Bounds() (low, high Decimal) {
	if f.Value != "" {
		return f.Value, f.Value
	}
	return f.Low, f.High
}

// Words returns the figure in words: "about 10,000 troops", "3,000–12,000 USD".
func (f Figure) Words() string { return f.number() + " " + f.Unit }

// number returns the figure without its unit.
func (f Figure) number() string {
	text := rangeWords(f.Bounds())
	if f.Approximate {
		return "about " + text
	}
	return text
}

// String returns the figure as plain digits, to be compared and searched.
func (f Figure) String() string {
	low, high := f.Bounds()
	text := string(low)
	if high != low {
		text += "–" + string(high)
	}
	if f.Approximate {
		text = "~" + text
	}
	return text + " " + f.Unit
}

func rangeWords(low, high Decimal) string {
	if low == high {
		return low.Words()
	}
	return low.Words() + "–" + high.Words()
}

// Spread is how far apart the figures are that the claims of a question state in
// one unit.
type Spread struct {
	Unit      string
	Low, High Decimal
	Claims    []*Claim // that state one, from the lowest figure to the highest
	Holders   int      // of positions that affirm or report one of them
}

// Words returns the spread in words: "3,000–12,000 troops, 4 holders".
func (s *Spread) Words() string {
	about := ""
	if s.Low == s.High && slices.ContainsFunc(s.Claims, func(c *Claim) bool { return c.Figure.Approximate }) {
		about = "about "
	}
	return about + rangeWords(s.Low, s.High) + " " + s.Unit + ", " + Counted(s.Holders, "holder", "holders")
}

// Spread returns the spread of the figures of a question, nil where its claims
// state none or not all of them in one unit.
func (x *Index) Spread(q *Question) *Spread {
	var s Spread
	holders := map[string]bool{}
	for i := range q.Claims {
		c := &q.Claims[i]
		switch {
		case c.Figure.IsZero():
			continue
		case len(s.Claims) == 0:
			s.Unit = c.Figure.Unit
		case s.Unit != c.Figure.Unit:
			return nil
		}
		s.Claims = append(s.Claims, c)
		low, high := c.Figure.Bounds()
		if s.Low == "" || low.Float() < s.Low.Float() {
			s.Low = low
		}
		if s.High == "" || high.Float() > s.High.Float() {
			s.High = high
		}
		for _, p := range c.Positions {
			if p.Stance == Affirms || p.Stance == Reports {
				holders[p.Holder] = true
			}
		}
	}
	if len(s.Claims) == 0 {
		return nil
	}
	s.Holders = len(holders)
	slices.SortStableFunc(s.Claims, func(a, b *Claim) int {
		lowA, highA := a.Figure.Bounds()
		lowB, highB := b.Figure.Bounds()
		return cmp.Or(cmp.Compare(lowA.Float(), lowB.Float()), cmp.Compare(highA.Float(), highB.Float()))
	})
	return &s
}
