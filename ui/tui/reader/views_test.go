package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// TestViewsKeepTheItem turns to the other view and back from every event and
// every claim, in all sizes: the cursor is on the same one.
func TestViewsKeepTheItem(t *testing.T) {
	doc := tuitest.BuiltIn(t)
	index := briefing.NewIndex(doc.Briefing)
	items := map[string][]page.Target{}
	for _, e := range index.Events() {
		items["2"] = append(items["2"], page.To(briefing.KindEvent, e.ID))
	}
	for i := range doc.Briefing.Questions {
		items["4"] = append(items["4"], page.To(briefing.KindQuestion, doc.Briefing.Questions[i].ID))
		for j := range doc.Briefing.Questions[i].Claims {
			items["4"] = append(items["4"], page.To(briefing.KindClaim, doc.Briefing.Questions[i].Claims[j].ID))
		}
	}
	for section, targets := range items {
		d := newDriver(t, doc, 80, 24)
		d.Press(section)
		for i, target := range targets {
			d.Send(tea.WindowSizeMsg{Width: 40 + 80*(i%3), Height: 20 + i%30})
			if !d.reader.here().list.Select(target) {
				t.Fatalf("%v is not in the list", target)
			}
			for range 3 {
				d.Press("v")
				if got := d.reader.here().list.Selected(); got != target {
					t.Errorf("v goes from %v to %v", target, got)
				}
				if screen := d.Screen(); !strings.Contains(screen, "▌") {
					t.Errorf("the cursor on %v is not on the screen:\n%s", target, screen)
				}
			}
		}
	}
}

// TestHistoryKeepsTheView goes away from a mark in the lanes and comes back by
// jumping.
func TestHistoryKeepsTheView(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 120, 40)
	d.Press("2", "v", "j", "j", "right", "-")
	lanes := d.AboveFooter()
	d.Press("4", "v", "enter", "5", "enter", "ctrl+o", "ctrl+o", "ctrl+o", "ctrl+o")
	if got := d.AboveFooter(); got != lanes {
		t.Errorf("jumping back leads to\n%snot to\n%s", got, lanes)
	}
}

// TestViewsOfAFilter has only what the filter keeps in both views, and a word
// about it where that is nothing.
func TestViewsOfAFilter(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 120, 40)
	d.Press("2", "v")
	d.reader.applyFilter("status:expected")
	screen := d.Screen()
	if !strings.Contains(screen, "Donald Trump") || strings.Contains(screen, "Zelenskyy") {
		t.Errorf("the lanes are not those of what is expected:\n%s", screen)
	}
	d.reader.applyFilter("stance:denies")
	d.Press("4", "v")
	if screen = d.Screen(); !strings.Contains(screen, "Sergey") || strings.Contains(screen, "Zelenskyy") {
		t.Errorf("the matrix is not that of denials:\n%s", screen)
	}
	d.reader.applyFilter("\"no such words anywhere\"")
	for _, section := range []string{"2", "4"} {
		d.Press(section)
		if !strings.Contains(d.Screen(), "The filter leaves nothing here") {
			t.Errorf("nothing is said about an empty view:\n%s", d.Screen())
		}
	}
}

// TestPlainSigns has no sign beyond ASCII in the views where that was asked for.
func TestPlainSigns(t *testing.T) {
	for _, keys := range [][]string{{"2"}, {"2", "v"}, {"2", "v", "-", "-", "-", "-", "-"}, {"4", "v"}, {"4", "v", "}", "}"}} {
		d := drive(t, openWith(tuitest.BuiltIn(t), Options{}, style.Options{ASCII: true, Mono: true}), 80, 24)
		d.Press(keys...)
		if screen := d.Screen(); strings.ContainsAny(screen, "●◐○×━┄▪→≤≥‹›▼┴◆╱▁▂▃▅▇│─▌…") {
			t.Errorf("after %v:\n%s", keys, screen)
		}
	}
}
