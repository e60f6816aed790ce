package notebook

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// onlyForUser is the permission of the folder.
const onlyForUser = 0o700

// save makes changes in the notebook of a briefing, as another program may have left
// it. known is the notebook as it was last read or written.
func (f Folder) save(id string, known stored, changes []change) Result {
	if err := os.MkdirAll(f.Path, onlyForUser); err != nil {
		return Result{Err: err}
	}
	unlock, err := lock(f.Path)
	if err != nil {
		return Result{Err: err}
	}
	defer unlock()
	now, err := f.load(id, known)
	aside := ""
	if err != nil {
		if aside, err = f.putAside(id, changes, err); err != nil {
			return Result{Err: err}
		}
		now.contents = newContents()
	}
	others := now.text != known.text
	next := now.contents.clone()
	var differing []key
	for _, ch := range changes {
		if k, differs := next.apply(ch); differs {
			differing = append(differing, k)
		}
	}
	if len(differing) > 0 {
		now = stored{next.text(id), next}
		if err := f.write(id, now, differing); err != nil {
			return Result{Aside: aside, Err: err}
		}
	}
	return Result{read: now, contents: now.contents.clone(), saved: len(changes), Others: others, Aside: aside}
}

// maxSigns is how many signs of YAML a file may have. The reader of files counts
// them, and takes somewhat more.
const maxSigns = 400_000

// write writes a notebook. Entries that differ from what is in the file have to be
// the same when they are read again.
func (f Folder) write(id string, now stored, differing []key) error {
	signs := 0
	for _, sign := range []string{",", ":", "[", "{", "-", "?"} {
		signs += strings.Count(now.text, sign)
	}
	if signs > maxSigns {
		return errors.New("it would be larger than a notebook can be")
	}
	some := newContents()
	for _, k := range differing {
		some.set(k, now.contents.values[k])
	}
	again, err := parse(some.text(id), id)
	if err == nil && !maps.Equal(again.values, some.values) {
		err = errors.New("an entry would differ")
	}
	if err != nil {
		return fmt.Errorf("it could not be read again: %w", err)
	}
	return f.Write(f.file(id), func(w io.Writer) error {
		_, err := io.WriteString(w, now.text)
		return err
	})
}

// maxAside is how many files of one notebook are put aside.
const maxAside = 99

// putAside gives a file that cannot be read because of why another name, beside it.
// It does so only for changes that someone has made by hand.
func (f Folder) putAside(id string, changes []change, why error) (name string, err error) {
	byHand := false
	for _, c := range changes {
		byHand = byHand || !c.automatic()
	}
	if unreadable := (*UnreadableError)(nil); !byHand || !errors.As(why, &unreadable) {
		return "", why
	}
	for n := 1; n <= maxAside; n++ {
		name = filepath.Join(f.Path, fmt.Sprintf("%s.unreadable-%d%s", id, n, extension))
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := os.Rename(f.file(id), name); err != nil {
			return "", why
		}
		return name, nil
	}
	return "", why
}
