package dialog

import (
	"testing"

	"sitrep/ui/tui/keys"
)

// TestPaletteOrder types into the palette: what begins with the words comes first,
// then what has words that do, then what has the letters.
func TestPaletteOrder(t *testing.T) {
	p := Palette(keys.New(2, nil, false), []string{"Brief", "Timeline"}, nil)
	for _, c := range []struct {
		typed, first, argument string
		any                    bool // there can be others
	}{
		{"theme", "theme", "", true},
		{"colours", "theme", "", true},
		{"sus", "suspend", "", true},
		{"open", "open-file", "", true},
		{"open  my file.yaml ", "open-file", "my file.yaml", true},
		{"OPEN x", "open-file", "x", true},
		{"open cursor", "open-file", "cursor", true},
		{"under cursor", "open", "", true},
		{"filter actor:a stance:denies", "filter", "actor:a stance:denies", true},
		{"copy url", "copy", "url", true},
		{"next", "next-hit", "", true},
		{"half page", "half-page-up", "", true},
		{"suspnd", "suspend", "", false},
	} {
		items := p.Find(c.typed)
		if len(items) == 0 {
			t.Errorf("%q finds nothing", c.typed)
			continue
		}
		got, _ := items[0].Result.(RunMsg)
		if (got != RunMsg{c.first, c.argument}) || !c.any && len(items) > 1 {
			t.Errorf("%q finds %+v and %d others", c.typed, got, len(items)-1)
		}
	}
	if n := len(p.Find("zzzz")); n > 0 {
		t.Errorf("letters that nothing has find %d actions", n)
	}
}

// TestPaletteBeginsWithCommands has what is looked up by name before the ways to
// go, and the motions last.
func TestPaletteBeginsWithCommands(t *testing.T) {
	b := keys.New(2, nil, false)
	groups := map[string]int{}
	for _, a := range b.List {
		switch a.Group {
		case keys.GroupGo:
			groups[a.ID] = 1
		case keys.GroupMove:
			groups[a.ID] = 2
		}
	}
	at := 0
	for _, item := range Palette(b, []string{"Brief", "Timeline"}, nil).Find("") {
		run, ok := item.Result.(RunMsg)
		if ok && groups[run.Action] < at {
			t.Errorf("%s comes after a group that is less looked up", run.Action)
		}
		at = max(at, groups[run.Action])
	}
	if at != 2 {
		t.Error("no motions are listed")
	}
}

// TestPaletteOmits leaves out what cannot be done, and what only has the letters where
// something has the words.
func TestPaletteOmits(t *testing.T) {
	p := Palette(keys.New(2, nil, false), nil, func(action string) bool { return action != "copy" })
	if items := p.Find("copy"); len(items) > 0 && items[0].Key == "y" {
		t.Errorf("what cannot be done is listed: %+v", items[0])
	}
	var found []string
	for _, item := range p.Find("theme") {
		found = append(found, item.Key)
	}
	if len(found) != 1 || found[0] != "T" {
		t.Errorf("theme finds the actions of %v", found)
	}
}
