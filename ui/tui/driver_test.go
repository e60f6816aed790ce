package tui

import (
	"testing"

	"sitrep/briefing/file"
	"sitrep/ui/tui/library"
	"sitrep/ui/tui/tuitest"
)

// driver drives the whole program.
type driver struct {
	*tuitest.Driver
	app *App
}

func newDriver(t *testing.T, doc *file.Document, w, h int) *driver {
	return drive(t, New(doc, Options{}), w, h)
}

func drive(t *testing.T, a *App, w, h int) *driver {
	return &driver{tuitest.Drive(t, a, a.Screen, w, h), a}
}

// folderOf makes a folder of one that is not on a disk.
func folderOf(f *tuitest.Folder) library.Folder {
	return library.Folder{Name: "reports", List: f.List, Open: f.Open}
}

func openFolder(t *testing.T, f *tuitest.Folder, w, h int) *driver {
	d := drive(t, NewFolder(folderOf(f), Options{}), w, h)
	d.Drain(d.app.Init())
	return d
}
