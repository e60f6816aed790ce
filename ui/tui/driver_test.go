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

func folderOf(t testing.TB, f *tuitest.Folder) library.Folder {
	return library.Folder{Name: "reports", Index: f.Index, Context: t.Context(), Open: f.Open}
}

// reports returns the folder of [tuitest.Reports].
func reports(t testing.TB, n int) *tuitest.Folder { return tuitest.NewFolder(t, tuitest.Reports(n)) }

func openFolder(t *testing.T, f *tuitest.Folder, w, h int) *driver {
	d := drive(t, NewFolder(folderOf(t, f), Options{}), w, h)
	d.Drain(d.app.Init())
	return d
}
