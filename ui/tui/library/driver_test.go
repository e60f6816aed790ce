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
	d.list = New(s, Folder{Name: "reports", List: f.List, Open: f.Open}, d.ask)
	d.Driver = tuitest.New(t, d.list, s)
	return d
}

func (d *driver) ask(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case OpenMsg:
		d.open(msg.Indexed)
		left, _ := msg.Places.(*reader.Places)
		d.opened.GoBackTo(left)
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

// leftIn returns the version that the places are in where a briefing was left.
func leftIn(e *entry) *briefing.Index {
	if left, ok := e.left.(*reader.Places); ok {
		return left.Index
	}
	return nil
}

// renew has another version of the briefing that is open.
func (d *driver) renew(text string) {
	e := screen.NewIndexed(tuitest.Parse(d.t, []byte(text), "x"), screen.AllPassages)
	d.list.Renew(e)
	d.open(e)
}

// do presses keys; "leave" leaves the briefing that is open.
func (d *driver) do(keys ...string) {
	for _, key := range keys {
		if key == "leave" {
			left, _ := d.opened.Leave()
			d.list.Leave(d.opened.Indexed(), left)
			d.opened = nil
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
