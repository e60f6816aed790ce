package notebook

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// Folder is a folder with notebooks.
type Folder struct {
	// Path is the path of the folder, which need not exist.
	Path string
	// Versions is the path of the folder with the version of each briefing that was
	// read last. It is "" if none is kept.
	Versions string
	// Write writes a file that only the user can read, completely or not at all.
	Write func(path string, write func(io.Writer) error) error
}

// DefaultFolder returns the path of the user's folder of notebooks, by the XDG Base
// Directory Specification or the customs of the system.
func DefaultFolder() (string, error) {
	base, err := userFolder("XDG_DATA_HOME", ".local", "share")
	return filepath.Join(base, "sitrep", "notebook"), err
}

// userFolder returns the folder that a variable names, or else one below the home
// folder or, on systems with other customs, that of the settings.
func userFolder(variable string, below ...string) (string, error) {
	if path := os.Getenv(variable); filepath.IsAbs(path) {
		return path, nil
	}
	switch runtime.GOOS {
	case "windows", "darwin", "ios", "plan9":
		return os.UserConfigDir()
	}
	home, err := os.UserHomeDir()
	if err == nil && !filepath.IsAbs(home) {
		err = errors.New("$HOME is not an absolute path")
	}
	return filepath.Join(append([]string{home}, below...)...), err
}

// extension ends the name of a notebook.
const extension = ".yaml"

// file returns the path of the notebook of a briefing.
func (f Folder) file(id string) string { return filepath.Join(f.Path, id+extension) }

// Open returns the notebook of the briefing with that id, of which only the place is
// read. It returns nil for an id that is not valid, because no file can have its
// name.
func (f Folder) Open(id string) *Notebook {
	if !file.IsID(id) {
		return nil
	}
	return &Notebook{folder: f, id: id, contents: newContents(), place: f.place(id)}
}

// headBytes is how much of a file is read for the place, which is one of its first
// lines.
const headBytes = 4 << 10

// place returns the place in the file, or nil if it is not at the start of it.
func (f Folder) place(id string) []string {
	start, err := file.ReadStart(f.file(id), headBytes)
	if err != nil {
		return nil
	}
	for line := range strings.Lines(start) {
		if !strings.HasPrefix(line, placeName+":") || !strings.HasSuffix(line, "\n") {
			continue
		}
		t, err := file.ParseTree(line, id)
		if err != nil || t.Form != file.Mapping {
			return nil
		}
		r := reader{contents: newContents()}
		if r.place(&t.Kids[0]) != nil {
			return nil
		}
		return placeWords(r.contents.values[key{part: placePart}])
	}
	return nil
}

func placeWords(v value) []string {
	if v == (value{}) {
		return nil
	}
	return strings.Split(v.text, placeSeparator)
}

// UnreadableError says that a file is not a notebook that can be read.
type UnreadableError struct {
	Path string
	Line int // 0 if it is not known
	What string
}

// Error returns what is wrong, in one line.
func (e *UnreadableError) Error() string { return e.What }

// stored is a notebook as it is in a file. It never changes.
type stored struct {
	text     string
	contents *contents
}

// load reads the notebook of a briefing. If there is none, it is empty. A text that is
// that of known is not parsed again.
func (f Folder) load(id string, known stored) (stored, error) {
	path := f.file(id)
	text, err := file.ReadStart(path, file.MaxFile+1)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return stored{contents: newContents()}, nil
	case err == nil && known.contents != nil && text == known.text:
		return known, nil
	case err == nil && len(text) > file.MaxFile:
		err = fmt.Errorf("larger than %d MiB", file.MaxFile>>20)
	case err == nil:
		var c *contents
		if c, err = parse(text, id); err == nil {
			return stored{text, c}, nil
		}
	}
	refused := &UnreadableError{Path: path, What: clean.Line(err.Error())}
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		refused.What = inner.Err.Error()
	}
	if load, ok := errors.AsType[*file.LoadError](err); ok {
		refused.Line, refused.What = int(load.Problem.Pos.Line), load.Problem.Message
	}
	if wrong, ok := errors.AsType[*entryError](err); ok {
		refused.Line, refused.What = int(wrong.line), wrong.what
	}
	return stored{}, refused
}
