package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"sitrep/briefing/check"
	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/ui/tui/terminal"
)

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// notOneFile returns the error for a folder given where one briefing is expected.
func notOneFile(name string) error {
	return usage(fmt.Errorf("%s is a folder", name), "sitrep "+name+" lists the briefings in it; name one of them")
}

func folderName(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return clean.Line(filepath.Base(path))
}

// writeFolder writes the list of the briefings in a folder as text.
func writeFolder(s Streams, path string, most marking, ascii bool) error {
	files, more, err := file.ListFolder(path)
	if err != nil {
		return explain(path, err)
	}
	list := make([]file.FolderEntry, len(files))
	var read atomic.Int32
	end := s.progress(func() string { return fmt.Sprintf("reading %d files, %d read", len(files), read.Load()) })
	defer end()
	err = each(len(files), func(i int) {
		defer read.Add(1)
		name := files[i].Name
		doc, err := most.redact(file.Load(filepath.Join(path, name)))
		if err != nil {
			list[i] = file.UnreadableEntry(name, err)
			return
		}
		x := doc.Index()
		list[i] = file.NewFolderEntry(name, doc, x, check.Faults(doc, x))
	})
	end()
	if err != nil {
		return err
	}
	note := ""
	if more > 0 {
		note = fmt.Sprintf("%d more files were not looked at.", more)
	}
	r := &export.Request{Width: defaultWidth, ASCII: ascii}
	for _, l := range list {
		if l.Withheld != "" {
			_, _ = fmt.Fprintf(s.Err, "sitrep: %s: %s\n", clean.Line(l.File), l.Withheld)
		}
	}
	if err := export.WriteFolder(s.Out, r, folderName(path), list, note); err != nil {
		return fmt.Errorf("writing the list: %w", err)
	}
	return nil
}

// each calls do for every number below n, in as many goroutines as there are
// processors. It returns a panic as an error.
func each(n int, do func(i int)) error {
	numbers := make(chan int)
	crashes := make(chan error, n)
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := range numbers {
				func() {
					defer func() {
						if r := recover(); r != nil {
							crashes <- terminal.NewCrash(r)
						}
					}()
					do(i)
				}()
			}
		})
	}
	for i := range n {
		numbers <- i
	}
	close(numbers)
	all.Wait()
	select {
	case err := <-crashes:
		return err
	default:
		return nil
	}
}
