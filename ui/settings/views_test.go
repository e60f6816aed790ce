package settings

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestViews reads saved filters, and leaves out what cannot be one.
func TestViews(t *testing.T) {
	s := read(t, "views:\n  mine: marked noted\n  Loud: x\n  list: [x]\n  late: 'since:2024 \"a phrase\"'\n")
	var got []string
	for _, v := range s.Views {
		got = append(got, v.Name+"="+v.Expression+" "+v.From.String())
	}
	if diff := cmp.Diff([]string{"mine=marked noted config.yaml:2", `late=since:2024 "a phrase" config.yaml:5`}, got); diff != "" {
		t.Error(diff)
	}
	if problems := strings.Join(lines(s), "\n"); strings.Count(problems, "\n") != 1 || !strings.Contains(problems, `"Loud" cannot be the name`) || !strings.Contains(problems, "expected an expression") {
		t.Errorf("problems:\n%s", problems)
	}
	var b strings.Builder
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	again := read(t, b.String())
	if len(again.Problems) > 0 || len(again.Views) != 2 || again.Views[1].Expression != s.Views[1].Expression {
		t.Errorf("%+v, %v were written as\n%s", again.Views, again.Problems, b.String())
	}
	if s := read(t, "views: x\n"); len(s.Problems) != 1 {
		t.Errorf("%v", s.Problems)
	}
}
