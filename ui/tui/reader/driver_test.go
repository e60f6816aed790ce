package reader

import (
	"testing"

	"sitrep/briefing/file"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// driver drives a reader that was opened from nowhere.
type driver struct {
	*tuitest.Driver
	reader *Reader
}

func newDriver(t *testing.T, doc *file.Document, w, h int) *driver {
	return drive(t, open(doc, Options{}), w, h)
}

func drive(t *testing.T, r *Reader, w, h int) *driver {
	return &driver{tuitest.Drive(t, r, r.Screen, w, h), r}
}

func open(doc *file.Document, o Options) *Reader { return openWith(doc, o, style.Options{}) }

func openWith(doc *file.Document, o Options, theme style.Options) *Reader {
	return openIndexed(screen.NewIndexed(doc, screen.FewPassages), o, theme)
}

func openIndexed(e *screen.Indexed, o Options, theme style.Options) *Reader {
	on := screen.New(keys.New(len(sectionKinds), nil, theme.ASCII), theme, false)
	if o.Open == nil {
		o.Open = func(path string) screen.File {
			return screen.File{Load: func() (*file.Document, error) { return file.Load(path) }}
		}
	}
	return New(on, e, o, screen.Parent{})
}

// lines returns the frame before it is cleaned for the terminal.
func (r *Reader) lines() []string { return r.Lines(r.draw) }
