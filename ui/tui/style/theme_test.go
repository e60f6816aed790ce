package style

import (
	"regexp"
	"strings"
	"testing"

	"sitrep/briefing/page"
)

// colours are the codes of SGR that set one.
var colours = regexp.MustCompile(`\x1b\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]`)

// TestMonoHasNoColour paints in every look.
func TestMonoHasNoColour(t *testing.T) {
	mono, dark := New(Options{Mono: true}), New(Options{})
	coloured := 0
	check := func(what string, n int, plain, usual string) {
		if colours.MatchString(plain) {
			t.Errorf("%s %d is coloured: %q", what, n, plain)
		}
		if colours.MatchString(usual) {
			coloured++
		}
	}
	for p := range partCount {
		check("part", int(p), mono.Paint(p, "x"), dark.Paint(p, "x"))
	}
	for r := range roleCount {
		check("role", r, mono.roles[r].Paint("x"), dark.roles[r].Paint("x"))
		check("chosen role", r, mono.chosen[r].Paint("x"), dark.chosen[r].Paint("x"))
	}
	if coloured == 0 {
		t.Error("no look has a colour in the dark theme: this test finds none")
	}
}

// TestLightIsCalm wants no coloured sign of the light theme to be bold or bright: many terminals brighten
// what is bold, and the bright red, green and magenta are too bright on white.
func TestLightIsCalm(t *testing.T) {
	theme := New(Options{Light: true})
	looks := []string{theme.Paint(Cursor, "x"), theme.Paint(RuleOn, "x"), theme.Paint(Alarm, "x")}
	for _, r := range []page.Role{page.Linked, page.Caution, page.Sign, page.ForSign, page.AgainstSign} {
		looks = append(looks, theme.Role(r, "x"))
	}
	for _, look := range looks {
		if strings.HasPrefix(look, "\x1b[1;") || strings.Contains(look, ";1m") || strings.Contains(look, "\x1b[9") || strings.Contains(look, ";9") {
			t.Errorf("%q is bold or bright", look)
		}
	}
}

// TestLooksThatSayMore have nothing but their look to tell them by: they differ
// from plain words in every theme.
func TestLooksThatSayMore(t *testing.T) {
	for name, o := range map[string]Options{"dark": {}, "light": {Light: true}, "mono": {Mono: true}, "light, mono": {Mono: true, Light: true}} {
		theme := New(o)
		plain := theme.roles[page.Plain].Paint("x")
		for what, got := range map[string]string{
			"a link":                  theme.roles[page.Linked].Paint("x"),
			"text that nothing cites": theme.roles[page.Uncited].Paint("x"),
			"a chosen link":           theme.chosen[page.Linked].Paint("x"),
			"a chosen passage":        theme.chosen[page.Marked].Paint("x"),
			"a hit":                   theme.Paint(Hit, "x"),
			"the tab that is on":      theme.Paint(TabOn, "x"),
		} {
			if got == plain {
				t.Errorf("%s: %s looks like plain text", name, what)
			}
		}
		if theme.chosen[page.Linked].Paint("x") == theme.roles[page.Linked].Paint("x") {
			t.Errorf("%s: the link under the cursor looks like others", name)
		}
	}
}
