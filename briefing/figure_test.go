package briefing

import "testing"

func TestFigureWords(t *testing.T) {
	for want, f := range map[string]Figure{
		"10,000 troops":         {Value: "10000", Unit: "troops"},
		"about 999 killed":      {Value: "999", Unit: "killed", Approximate: true},
		"3,000–12,000 troops":   {Low: "3000", High: "12000", Unit: "troops"},
		"-1,234,567.25 USD":     {Value: "-1234567.25", Unit: "USD"},
		"about 0–1.50 per cent": {Low: "0", High: "1.50", Unit: "per cent", Approximate: true},
	} {
		if got := f.Words(); got != want {
			t.Errorf("%+v is %q, want %q", f, got, want)
		}
	}
}

func TestSpread(t *testing.T) {
	claim := func(f Figure, holders ...string) Claim {
		c := Claim{Figure: f}
		for i, h := range holders {
			c.Positions = append(c.Positions, Position{Holder: h, Stance: []Stance{Affirms, Reports, Denies}[i%3]})
		}
		return c
	}
	tests := map[string]struct {
		claims []Claim
		want   string // none: no spread
	}{
		"no figure":              {[]Claim{claim(Figure{}, "a")}, ""},
		"one":                    {[]Claim{claim(Figure{}, "x"), claim(Figure{Value: "10000", Unit: "troops", Approximate: true}, "a", "b")}, "about 10,000 troops, 2 holders"},
		"far apart":              {[]Claim{claim(Figure{Value: "12000", Unit: "troops"}, "a", "b", "denier"), claim(Figure{Low: "3000", High: "4000", Unit: "troops"}, "a", "c")}, "3,000–12,000 troops, 3 holders"},
		"two units":              {[]Claim{claim(Figure{Value: "1", Unit: "troops"}, "a"), claim(Figure{Value: "2", Unit: "tanks"}, "b")}, ""},
		"of nobody":              {[]Claim{claim(Figure{Value: "7", Unit: "tanks"})}, "7 tanks, 0 holders"},
		"below zero":             {[]Claim{claim(Figure{Value: "-5", Unit: "degrees"}, "a"), claim(Figure{Value: "10", Unit: "degrees"}, "b")}, "-5–10 degrees, 2 holders"},
		"by size, not by digits": {[]Claim{claim(Figure{Value: "9", Unit: "boats"}, "a"), claim(Figure{Value: "10", Unit: "boats"}, "b")}, "9–10 boats, 2 holders"},
	}
	for name, test := range tests {
		q := &Question{ID: "q", Claims: test.claims}
		x := NewIndex(&Briefing{Questions: []Question{*q}})
		got := ""
		if s := x.Spread(q); s != nil {
			got = s.Words()
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
