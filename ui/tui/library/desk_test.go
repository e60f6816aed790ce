package library

import (
	"os"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/tuitest"
)

// TestDeskIsConnected says in the footer how the desk is connected, and goes on asking
// until the end.
func TestDeskIsConnected(t *testing.T) {
	f := reports(t, 9)
	d := newDriver(t, f)
	d.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	states := []string{"desk: connecting", "desk: 812 to come", "desk: connected"}
	var seen []string
	d.list.Watch = func() Watch { return &tuitest.FolderWatch{} }
	d.list.Desk = func() (string, error) {
		seen = append(seen, d.list.following.desk)
		if len(states) == 0 {
			return "", os.ErrClosed
		}
		state := states[0]
		states = states[1:]
		return state, nil
	}
	d.Drain(d.list.Init())
	d.Has("desk: connected", "? help")
	d.Want("Nothing has been received", false)
	if want := []string{"", "desk: connecting", "desk: 812 to come", "desk: connected"}; !slices.Equal(seen, want) {
		t.Errorf("it was %q, want %q", seen, want)
	}
	d.Send(tea.WindowSizeMsg{Width: 40, Height: 10})
	d.Has("desk: connected", "? help")
}

// TestReconnect asks for a connection when the list is to be looked at again.
func TestReconnect(t *testing.T) {
	d := openFolder(t, reports(t, 1), 80, 24)
	d.Press("r") // a folder has none
	asked := 0
	d.list.Reconnect = func() { asked++ }
	d.Press("r")
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
	d.Has("nothing new has been received")
}

// TestWithdrawn takes a briefing off the list when its file says that it was withdrawn,
// and back on when a later version is published.
func TestWithdrawn(t *testing.T) {
	text := tuitest.Report(1, "GREEN")
	f := tuitest.NewFolder(t, map[string]string{"r1@1.green.yaml": text, "r2@2.green.yaml": tuitest.Report(2, "GREEN")})
	d := newDriver(t, f)
	d.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.list.Watch = func() Watch { return &tuitest.FolderWatch{} }
	d.Drain(d.list.Init())
	d.Has("Report number 1", "Report number 2")
	const was, is, again = "r1@1.green.yaml", "r1@1.green.withdrawn-2026-11-27.yaml", "r1@3.green.yaml"
	f.Remove(was)
	f.Write(is, text)
	d.Drain(d.list.watched(watchedMsg{names: []string{was, is}}))
	d.Want("Report number 1", false)
	d.Has("Report number 2")
	f.Write(again, text)
	d.Drain(d.list.watched(watchedMsg{names: []string{again}}))
	d.Has("Report number 1", "r1@3.green.yaml")
	d.Want("newest of", false)
}

// TestWithdrawnVersions unfolds a briefing of which versions were withdrawn, opens one of
// them, and compares it with the one after it. The label of the list is the highest of
// what it shows.
func TestWithdrawnVersions(t *testing.T) {
	text := tuitest.Report(1, "GREEN")
	gone := strings.Replace(tuitest.Report(1, "AMBER"), "Report number 1", "Report number one", 1)
	f := tuitest.NewFolder(t, map[string]string{"r1@1.amber.withdrawn-2026-11-27.yaml": gone, "r1@3.green.yaml": text + "version: 2\n", "r2@2.green.yaml": tuitest.Report(2, "GREEN")})
	d := openFolder(t, f, 80, 24)
	d.Has("Report number 1", "Report number 2", "TLP:GREEN", "2 files")
	d.Want("withdrawn", false)
	d.Want("newest of", false)
	for range 3 { // to the last row
		d.Press("j")
	}
	if d.list.selectedName() != "r1@3.green.yaml" {
		d.Press("k")
	}
	d.Press("+")
	d.Has("withdrawn 27 November 2026", "Report number one")
	if header := strings.SplitN(d.Screen(), "\n", 2)[0]; !strings.Contains(header, "TLP:AMBER") {
		t.Errorf("the header is %q", header)
	}
	f.Write("r2@4.green.yaml", tuitest.Report(2, "GREEN")+"version: 2\n") // what is unfolded stays
	d.Drain(d.list.look([]string{"r2@4.green.yaml"}))
	d.Has("withdrawn 27 November 2026", "newest of 2")
	at := d.list.rowOf("r1@1.amber.withdrawn-2026-11-27.yaml")
	for d.list.selectedRow() < at {
		d.Press("j")
	}
	d.Press("D")
	d.Has("withdrawn 27 November 2026 to version")
	d.Press("esc", "enter")
	if d.list.open != "r1@1.amber.withdrawn-2026-11-27.yaml" {
		t.Errorf("opened %q", d.list.open)
	}
	if d.list.Status != "this version was withdrawn on 27 November 2026" {
		t.Errorf("it says %q", d.list.Status)
	}
	d.do("leave")
	d.Press("-")
	d.Want("withdrawn", false)
	d.Want("TLP:AMBER", false)
	if got := d.list.selectedName(); got != "r1@3.green.yaml" {
		t.Errorf("the cursor is on %q", got)
	}
}

// TestLaterVersion says in an open briefing, once, that there is a later version of it.
func TestLaterVersion(t *testing.T) {
	text := tuitest.Report(1, "GREEN")
	f := tuitest.NewFolder(t, map[string]string{"r1@1.green.yaml": text, "r2@2.green.yaml": tuitest.Report(2, "GREEN")})
	d := openFolder(t, f, 80, 24)
	d.Press("enter")
	come := func(name, text, status string) {
		t.Helper()
		d.list.Say("")
		f.Write(name, text)
		d.Drain(d.list.look([]string{name}))
		if d.list.Status != status {
			t.Errorf("with %s it says %q, want %q", name, d.list.Status, status)
		}
	}
	come("r2@3.green.yaml", tuitest.Report(2, "GREEN")+"version: 2\n", "")
	come("r1@4.green.yaml", text+"version: 2\n", "there is a later one: version 2, as of 28 June 2024; q leads to the list")
	come("r1@5.green.yaml", text+"version: 1\n", "")
	come("r1@6.green.yaml", text+"version: 3\n", "there is a later one: version 3, as of 28 June 2024; q leads to the list")
	d.do("leave")
	come("r1@7.green.yaml", text+"version: 4\n", "")
}

func TestEmptyDesk(t *testing.T) {
	d := newDriver(t, tuitest.NewFolder(t, map[string]string{}))
	d.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.list.Desk = func() (string, error) { return "", os.ErrClosed }
	d.list.Watch = func() Watch { return &tuitest.FolderWatch{} }
	d.Drain(d.list.Init())
	d.Has("Nothing has been received from this desk yet.")
}
