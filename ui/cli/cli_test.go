package cli

import (
	"slices"
	"testing"

	"sitrep/briefing"

	"github.com/google/go-cmp/cmp"
)

// TestNeededBy checks which commands are built for arguments, and that each is listed
// under its name.
func TestNeededBy(t *testing.T) {
	name := func(c command) string { return c.name }
	all := briefing.Map(commands, name)
	for _, c := range commands {
		if got := c.build(Streams{}).Name(); got != c.name {
			t.Errorf("the command %s is listed as %s", got, c.name)
		}
	}
	for _, c := range []struct{ args, want []string }{
		{nil, nil},
		{[]string{"briefing.yaml"}, nil},
		{[]string{"-"}, all},
		{[]string{"export", "-f", "json", "find"}, []string{"export"}},
		{[]string{"licenses"}, []string{"licenses"}},
		{[]string{"man"}, all},
		{[]string{"help", "export"}, all},
		{[]string{"--theme", "light", "export"}, all},
		{[]string{"briefing.yaml", "--help"}, all},
		{[]string{"__complete", "exp"}, all},
	} {
		if got := briefing.Map(neededBy(c.args), name); !slices.Equal(got, c.want) {
			t.Errorf("%q: %s", c.args, cmp.Diff(c.want, got))
		}
	}
}
