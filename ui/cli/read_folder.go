package cli

import (
	"context"
	"errors"
	"io/fs"
	"sync"

	"sitrep/data/library"
	"sitrep/data/notebook"
	"sitrep/ui/settings"
	"sitrep/ui/tui"
	tuilibrary "sitrep/ui/tui/library"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/terminal"
)

// firstEntries is how many entries of a folder are read from the index before the
// first frame: more than any terminal shows.
const firstEntries = 200

// readFolder shows the reader of a folder or desk.
func readFolder(s Streams, arg string, how library.Options, chosen *settings.Settings, kept *notebook.Store, confined bool) (err error) {
	s.Offline = true // a desk is followed behind the list
	at, err := locate(s, arg)
	if err != nil {
		return err
	}
	most := marking{how.Max}
	index, err := library.Open(at.path, at.options(how))
	switch {
	case how.ReadOnly && errors.Is(err, fs.ErrNotExist) && isFolder(at.path):
		return withHint(errors.New("there is no index of the folder"), "it is kept by sitrep serve")
	case err != nil:
		return explain(arg, err)
	}
	defer func() { err = errors.Join(err, index.Close()) }()
	var follows *follower
	defer func() { follows.wait() }()
	o, end := withLibraries(s, readerOptions(chosen), most, confined)
	defer func() { err = errors.Join(err, end()) }() // what is done in the background ends first
	ctx := o.Context
	o.Open = opening(s, most, kept)
	return run(func() terminal.Model {
		first, err := index.Entries(ctx, firstEntries)
		if err != nil { // all of them are asked for next, which says why
			first = nil
		}
		f := tuilibrary.Folder{
			Name: index.Name(), Index: index, First: first, Context: ctx,
			Open:  func(name string) screen.File { return openFile(at.version(name), most, kept) },
			Watch: func() tuilibrary.Watch { return index.Watch() },
		}
		if at.desk != nil && !how.ReadOnly { // else the process that keeps the index follows
			follows = newFollower(ctx, *at.desk)
			f.Watch = func() tuilibrary.Watch { return follows.begin(index) }
			f.Desk, f.Reconnect = follows.Status, follows.Reconnect
		}
		return tui.NewFolder(f, o)
	}, kept)
}

// withLibraries returns options with which the reader opens libraries when it is asked
// for them, unless it is confined. end ends what is done in the background, and closes
// them.
func withLibraries(s Streams, o tui.Options, most marking, confined bool) (with tui.Options, end func() error) {
	var cancel context.CancelFunc
	o.Context, cancel = context.WithCancel(context.Background())
	var mu sync.Mutex
	open := map[string]*library.Library{}
	s.Offline = true // nothing can be said on standard error
	o.Library = func(folder string) (*library.Library, error) {
		at, err := locateFolder(s, folder)
		if err != nil {
			return nil, err
		}
		mu.Lock()
		defer mu.Unlock()
		if l := open[folder]; l != nil {
			return l, nil
		}
		l, err := library.Open(folder, at.options(library.Options{Max: most.label}))
		if err == nil {
			open[folder] = l
		}
		return l, err
	}
	if confined {
		o = confinedOptions(o)
	}
	return o, func() error {
		cancel()
		mu.Lock()
		defer mu.Unlock()
		var all error
		for _, l := range open {
			all = errors.Join(all, l.Close())
		}
		return all
	}
}
