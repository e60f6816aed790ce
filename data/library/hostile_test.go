package library

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing/query"
)

// TestHostileExpressions looks for what means something to FTS5, and for far too much.
func TestHostileExpressions(t *testing.T) {
	if raced {
		t.Skip("it runs in one goroutine, for minutes with the race detector")
	}
	dir := t.TempDir()
	archive(t, dir, 3)
	put(t, dir, "a.yaml", brief("a", "Quotes", "2024-01-01", "smileys and near or not \U0001F600 "+strings.Repeat("x", 100_000)))
	l := open(t, dir, Options{})
	update(t, l)
	many := func(n int, one string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, one, i)
		}
		return b.String()
	}
	long := strings.Repeat("x", 300_000)
	for _, test := range []struct {
		expr string
		hits int // -1 for an error
	}{
		{"smileys", 1}, {"AND", 0}, {"smileys near", 1}, {`"smileys and near or not"`, 1}, {"NEAR(smileys)", 0}, {"^smileys", 1}, {"smileys^", 1}, {"smil*", 1}, {"smileys'", 1}, {`"smileys ' and"`, 1},
		{"{own}:smileys", 0}, {"own:smileys", -1}, {"\U0001F600", 0}, {"smileys\x00and", -2}, {"\x00", -1}, {`""`, -1}, {`"`, -1}, {"*", -2}, {"smileys;DROP", 0}, {strings.Repeat("x", 100_000), 1},
		{long, -2}, {long + "*", -2}, {"-" + long, -2}, {`"` + many(100_000, "w%d ") + `"`, 0}, {many(100_000, "w%d "), 0}, {"smileys " + many(5000, "-w%d "), 1}, {many(5000, "contested one%d "), 0},
		{"smileys " + many(2000, "-id:a%d "), 1}, {many(3000, "id:a%d "), 0}, {"id:" + strings.TrimSuffix(many(5000, "a%d,"), ","), 0},
		{"date:" + strings.TrimSuffix(many(900, "1%03d,"), ","), -1}, {many(900, "-date:1%03d "), -1}, {"date:" + strings.TrimSuffix(many(400, "1%03d,"), ","), 0}, {many(400, "-date:1%03d ") + "smileys", 1},
		{`id:"\"OR"`, 0}, {"tag:'*'", 0}, {`actor:"a' OR 1"`, 0},
	} {
		short := test.expr[:min(len(test.expr), 30)]
		q, err := Parse(test.expr, false)
		var refused *query.Error
		if err != nil {
			if !errors.As(err, &refused) || test.hits != -1 {
				t.Errorf("%q: %v", short, err)
			}
			continue
		}
		n := 0
		if err := l.Search(t.Context(), q, func(*Hit) bool { n++; return true }); err != nil {
			t.Errorf("%q: %.200v", short, err)
		}
		if test.hits == -1 {
			t.Errorf("%q: no error", short)
		} else if test.hits >= 0 && n != test.hits {
			t.Errorf("%q: %d hits, want %d", short, n, test.hits)
		}
	}
}
