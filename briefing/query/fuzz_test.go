package query

import (
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, test := range selectTests {
		f.Add(test.expr)
	}
	for _, test := range errorTests {
		f.Add(test.expr)
	}
	filter := newSample(f)
	f.Fuzz(func(t *testing.T, expr string) {
		q, err := Parse(expr)
		if err != nil {
			e, ok := err.(*Error)
			if !ok || e.Offset < 0 || e.End < e.Offset || e.End > len(expr) || e.Problem == "" {
				t.Fatalf("%q: %#v", expr, err)
			}
			return
		}
		again, err := Parse(q.String())
		if err != nil || again.String() != q.String() || len(again.terms) != len(q.terms) {
			t.Fatalf("%q is written %q, and that %q, %v", expr, q, again, err)
		}
		one, two := filter.Select(q), filter.Select(again)
		for _, ref := range filter.items {
			if one.Keep(ref) != two.Keep(ref) {
				t.Fatalf("%q keeps what %q does not, or the other way round: %v", expr, q, ref)
			}
		}
		_ = filter.Check(q)
	})
}

func FuzzComplete(f *testing.F) {
	for _, test := range selectTests {
		f.Add(test.expr, len(test.expr))
	}
	f.Add("actor:\"an\" stance:de,q", 20)
	filter := newSample(f)
	f.Fuzz(func(t *testing.T, expr string, cursor int) {
		for _, c := range filter.Complete(expr, cursor) {
			if c.Start < 0 || c.End < c.Start || c.End > len(expr) || c.Text == "" {
				t.Fatalf("%q at %d: %+v", expr, cursor, c)
			}
		}
	})
}
