//go:build unix

package external

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestFilter(t *testing.T) {
	limits := Limits{Time: time.Minute, Output: 1000}
	out, err := Filter([]string{"sed", "s/a/$(id);b/"}, []byte("a\n"), limits)
	if err != nil || string(out) != "$(id);b\n" {
		t.Errorf("%q, %v", out, err)
	}
	for _, c := range []struct {
		argv   []string
		limits Limits
		want   string
	}{
		{[]string{"no-such-program-at-all"}, limits, "running no-such-program-at-all: "},
		{[]string{"sh", "-c", "echo it is wrong >&2; exit 3"}, limits, "running sh: exit status 3: it is wrong"},
		{[]string{"sh", "-c", "while :; do echo much; done"}, limits, "running sh: it wrote too much"},
		{[]string{"sleep", "1000"}, Limits{Time: time.Millisecond, Output: 1000}, "running sleep: it took too long"},
		{[]string{"sh", "-c", "while :; do echo much >&2; done"}, Limits{Time: time.Second, Output: 1000}, "running sh: it took too long: much"},
	} {
		out, err := Filter(c.argv, []byte(strings.Repeat("x", 1<<20)), c.limits)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || out != nil {
			t.Errorf("%q: %q, %v; want %q", c.argv, out, err, c.want)
		}
	}
	if _, err := Filter([]string{"sleep", "1000"}, nil, Limits{Time: time.Millisecond}); !errors.Is(err, errTooSlow) {
		t.Error(err)
	}
}
