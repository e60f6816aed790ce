package briefing

import "testing"

func TestJoinNames(t *testing.T) {
	for _, test := range []struct {
		names []string
		want  string
	}{
		{nil, ""},
		{[]string{"Roe, Jane"}, "Roe, Jane"},
		{[]string{"Ana", "Ben"}, "Ana, Ben"},
		{[]string{"Roe, Jane", "Ben"}, "Roe, Jane; Ben"},
		{[]string{"Ana", "Ben", "Poe, R."}, "Ana; Ben; Poe, R."},
	} {
		if got := JoinNames(test.names); got != test.want {
			t.Errorf("JoinNames(%q) = %q, not %q", test.names, got, test.want)
		}
	}
}
