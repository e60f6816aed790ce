package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"weak"

	"github.com/fsnotify/fsnotify"

	"sitrep/briefing/file"
	"sitrep/ui/tui/screen"
)

// long is the limit for waiting in tests. It does not measure speed.
const long = 20 * time.Second

// titled returns a small briefing with the given title.
func titled(title string) string {
	return "format: briefing/1\nid: x\ntitle: " + title + "\nas_of: 2024\n"
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// next waits for the next change of a watch.
func next(t *testing.T, w screen.Watch) error {
	t.Helper()
	told := make(chan error, 1)
	go func() { told <- w.Next() }()
	select {
	case err := <-told:
		return err
	case <-time.After(long):
		t.Fatal("the change is not noticed")
		return nil
	}
}

// watching loads a file and watches it.
func watching(t *testing.T, path string) (screen.File, screen.Watch) {
	t.Helper()
	opened := newWatched(path, marking{}).file()
	if _, err := opened.Load(); err != nil {
		t.Fatal(err)
	}
	w, err := opened.Watch()
	must(t, err)
	t.Cleanup(func() { _ = w.Close() })
	return opened, w
}

// saves are the ways in which editors save.
var saves = map[string]func(t *testing.T, path, text string){
	"into the file": writeFile,
	"renamed over it": func(t *testing.T, path, text string) {
		writeFile(t, path+".new", text)
		must(t, os.Rename(path+".new", path))
	},
	"old one renamed": func(t *testing.T, path, text string) {
		must(t, os.Rename(path, path+"~"))
		writeFile(t, path, text)
		must(t, os.Remove(path+"~"))
	},
	"removed before": func(t *testing.T, path, text string) {
		must(t, os.Remove(path))
		writeFile(t, path, text)
	},
	"emptied before": func(t *testing.T, path, text string) {
		writeFile(t, path, "")
		writeFile(t, path, text)
	},
	"in small steps": func(t *testing.T, path, text string) {
		f, err := os.Create(path)
		must(t, err)
		for _, line := range strings.SplitAfter(text, "\n") {
			_, err := f.WriteString(line)
			must(t, err)
		}
		must(t, f.Close())
	},
}

func TestEverySaveIsNoticed(t *testing.T) {
	for name, save := range saves {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "x.yaml")
			writeFile(t, path, titled("first"))
			opened, w := watching(t, path)
			for _, title := range []string{"second", "third", "fourth"} {
				began := time.Now()
				save(t, path, titled(title))
				wantTitle(t, opened, w, title)
				t.Logf("noticed and read after %v", time.Since(began).Round(time.Millisecond))
			}
		})
	}
}

// wantTitle waits until a file is read with the given title. Before that, any
// state can be read.
func wantTitle(t *testing.T, opened screen.File, w screen.Watch, title string) {
	t.Helper()
	for {
		must(t, next(t, w))
		if doc, err := opened.Load(); err == nil && doc.Briefing.Title == title {
			return
		}
	}
}

func TestLinksAreFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	folder, elsewhere := t.TempDir(), t.TempDir()
	path, target := filepath.Join(folder, "x.yaml"), filepath.Join(elsewhere, "y.yaml")
	writeFile(t, target, titled("first"))
	must(t, os.Symlink(target, path))
	opened, w := watching(t, path)
	saves["renamed over it"](t, target, titled("second"))
	wantTitle(t, opened, w, "second")
	writeFile(t, filepath.Join(elsewhere, "z.yaml"), titled("third"))
	must(t, os.Symlink(filepath.Join(elsewhere, "z.yaml"), path+".new"))
	must(t, os.Rename(path+".new", path))
	wantTitle(t, opened, w, "third")
}

// TestTextsAreWatched tests that a text in its own file belongs to the
// briefing.
func TestTextsAreWatched(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.yaml")
	writeFile(t, path, titled("x")+"sources:\n- {id: ap, title: AP, kind: article, text_file: texts/ap.txt}\n")
	must(t, os.Mkdir(filepath.Join(folder, "texts"), 0o755))
	opened, w := watching(t, path)
	wantText := func(text string) {
		t.Helper()
		for {
			must(t, next(t, w))
			if doc, err := opened.Load(); err == nil && len(doc.Briefing.Sources) > 0 && doc.Briefing.Sources[0].Text == text {
				return
			}
		}
	}
	writeFile(t, filepath.Join(folder, "texts", "ap.txt"), "The bridge is closed.")
	wantText("The bridge is closed.")
	saves["renamed over it"](t, filepath.Join(folder, "texts", "ap.txt"), "The bridge is open.")
	wantText("The bridge is open.")
}

func TestWhatBecomesOfTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "folder", "x.yaml")
	must(t, os.Mkdir(filepath.Dir(path), 0o755))
	writeFile(t, path, titled("first"))
	opened, w := watching(t, path)

	must(t, os.Remove(path))
	must(t, next(t, w))
	if _, err := opened.Load(); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("removed: %v", err)
	}
	must(t, os.Mkdir(path, 0o755))
	must(t, next(t, w))
	var refused *file.LoadError
	if _, err := opened.Load(); !errors.As(err, &refused) || refused.Problem.Code != file.CodeUnreadable {
		t.Errorf("a folder in its place: %v", err)
	}
	must(t, os.Remove(path))
	must(t, next(t, w))
	writeFile(t, path, titled("second"))
	wantTitle(t, opened, w, "second")
	must(t, os.Truncate(path, 30))
	must(t, next(t, w))
	if _, err := opened.Load(); err == nil {
		t.Error("it is read although it is cut off")
	}
	must(t, os.RemoveAll(filepath.Dir(path)))
	for err := error(nil); !errors.Is(err, errFolderGone); {
		if err = next(t, w); err != nil && !errors.Is(err, errFolderGone) {
			t.Fatalf("the folder removed: %v", err)
		}
	}
}

// TestChangeBeforeTheWatch tests that a change between reading and watching is
// noticed.
func TestChangeBeforeTheWatch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.yaml")
	writeFile(t, path, titled("first"))
	opened := newWatched(path, marking{}).file()
	if _, err := opened.Load(); err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, titled("second one"))
	w, err := opened.Watch()
	must(t, err)
	wantTitle(t, opened, w, "second one")
	must(t, w.Close())
	if err := next(t, w); err == nil {
		t.Error("a closed watch goes on")
	}
}

// TestWhatConcerns tests events one by one.
func TestWhatConcerns(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "x.yaml")
	writeFile(t, path, titled("x")+"sources:\n- {id: ap, title: AP, kind: article, text_file: ap.txt}\n- {id: b, title: B, kind: article, text_file: ../secret.txt}\n")
	_, w := watching(t, path)
	c := w.(*changes)
	for _, tt := range []struct {
		name string
		op   fsnotify.Op
		want bool
	}{
		{path, fsnotify.Write, true}, {path, fsnotify.Create, true}, {path, fsnotify.Remove, true}, {path, fsnotify.Rename, true},
		{path, fsnotify.Chmod, false}, {path, fsnotify.Chmod | fsnotify.Write, true},
		{path + "~", fsnotify.Create, false}, {filepath.Join(folder, ".x.yaml.swp"), fsnotify.Write, false},
		{filepath.Join(folder, "ap.txt"), fsnotify.Create, true}, {filepath.Join(folder, "other.txt"), fsnotify.Write, false},
		{filepath.Join(filepath.Dir(folder), "secret.txt"), fsnotify.Write, false},
		{folder, fsnotify.Remove, true}, {folder, fsnotify.Chmod, false},
	} {
		if got := c.concerns(fsnotify.Event{Name: tt.name, Op: tt.op}); got != tt.want {
			t.Errorf("%v of %s: %t", tt.op, tt.name, got)
		}
	}
}

// TestWatchKeepsNoBriefing tests that watching a file does not keep what was
// read from it in memory.
func TestWatchKeepsNoBriefing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.yaml")
	writeFile(t, path, titled("one"))
	w := newWatched(path, marking{})
	doc, err := w.load()
	if err != nil {
		t.Fatal(err)
	}
	read := weak.Make(doc)
	doc = nil
	for range 2 {
		runtime.GC()
	}
	if read.Value() != nil {
		t.Error("the briefing is still in memory")
	}
	runtime.KeepAlive(w)
}
