package library

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// driver drives the list of a folder. It opens what the list asks for, but the keys
// go to the list.
type driver struct {
	*tuitest.Driver
	t      *testing.T
	list   *Library
	opened *reader.Reader // nil: the list is shown
	broken int            // how often a file was opened that is no briefing
}

func openFolder(t *testing.T, f *tuitest.Folder, w, h int) *driver {
	d := newDriver(t, f)
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
	d.Drain(d.list.Init())
	return d
}

// newDriver returns the driver of a list that has not been read.
func newDriver(t *testing.T, f *tuitest.Folder) *driver {
	s := screen.New(keys.New(1, nil, false), style.Options{}, false)
	d := &driver{t: t}
	d.list = New(s, Folder{Name: "reports", Index: f.Index, Context: t.Context(), Open: f.Open}, d.ask)
	d.Driver = tuitest.New(t, d.list, s)
	return d
}

// reports returns the folder of [tuitest.Reports].
func reports(t *testing.T, n int) *tuitest.Folder { return tuitest.NewFolder(t, tuitest.Reports(n)) }

func (d *driver) ask(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case OpenMsg:
		d.open(msg.Indexed)
		left, _ := msg.Places.(*reader.Places)
		d.opened.GoBackTo(left)
		if msg.Hit != nil {
			d.opened.GoToHit(*msg.Hit)
		}
	case BrokenMsg:
		d.broken++
	case dialog.EntryHitMsg:
		d.list.StopSearching()
		return d.list.OpenEntry(msg.Name, &msg)
	case dialog.HitsClosedMsg:
		return d.list.HitsClosed()
	}
	return nil
}

func (d *driver) open(e *screen.Indexed) {
	d.opened = reader.New(d.list.Screen, e, reader.Options{}, screen.Parent{})
}

// openedScreen returns what the briefing that is open shows.
func (d *driver) openedScreen() string {
	return tuitest.New(d.t, d.opened, d.list.Screen).Screen()
}

// indexOf returns the version that the places are in where a briefing was left.
func indexOf(p Places) *briefing.Index { return p.(*reader.Places).Index }

// do presses keys; "leave" leaves the briefing that is open.
func (d *driver) do(keys ...string) {
	for _, key := range keys {
		if key == "leave" {
			left, _ := d.opened.Leave()
			d.opened = nil
			d.Drain(d.list.Leave(left))
		} else {
			d.Press(key)
		}
	}
}

// title returns the title of the briefing that is open.
func (d *driver) title() string {
	if d.opened == nil {
		return ""
	}
	return d.opened.Indexed().Doc.Briefing.Title
}
