package axis

import "testing"

func TestPeriods(t *testing.T) {
	at := second(t, "2024-10-28 17:03:09")
	tests := []struct {
		unit     unit
		step     int
		from, to string
	}{
		{hours, 3, "2024-10-28", "2024-10-29"},
		{days, 1, "2024-10-01", "2024-11-01"},
		{months, 1, "2024-01-01", "2025-01-01"},
		{years, 1, "2020-01-01", "2030-01-01"},
		{years, 10, "2000-01-01", "2100-01-01"},
	}
	for _, test := range tests {
		from, to := Tick{unit: test.unit, step: test.step}.Period(at)
		if from.Unix() != second(t, test.from) || to.Unix() != second(t, test.to) {
			t.Errorf("the period of unit %d is from %s to %s, not from %s to %s", test.unit, from, to, test.from, test.to)
		}
	}
}
