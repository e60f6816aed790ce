package library

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep/briefing/file"
)

// stamp identifies a state of a file without reading it.
type stamp struct {
	size     int64
	modified int64 // in nanoseconds since 1970
	inode    int64 // 0 where there are none
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{info.Size(), info.ModTime().UnixNano(), inode(info)}
}

// settledAfter is how long a file must not have changed so that its stamp tells
// any change that follows: clocks of files tick in steps of up to two seconds.
const settledAfter = 2 * time.Second

// settled reports whether a file that has the stamp now will have another after
// the next change.
func (s stamp) settled(now time.Time) bool {
	return now.Sub(time.Unix(0, s.modified)).Abs() > settledAfter
}

// onDisk is a file of the folder that is called as a briefing can be.
type onDisk struct {
	name string
	stamp
}

func checkFolder(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: path, Err: errors.New("not a folder")}
	}
	return err
}

// list returns the files of a folder that are called as briefings can be, the
// newest first. It does not look into subfolders.
func list(path string) ([]onDisk, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	files := make([]onDisk, 0, len(entries))
	for _, e := range entries {
		if e.IsDir() || !file.IsCalledBriefing(e.Name()) {
			continue
		}
		if f, there := fileOf(path, e.Name(), e.Info); there {
			files = append(files, f)
		}
	}
	slices.SortFunc(files, func(a, b onDisk) int {
		return cmp.Or(cmp.Compare(b.modified, a.modified), strings.Compare(a.name, b.name))
	})
	return files, nil
}

// stat returns a file of a folder. there is false if it is gone or a folder.
func stat(path, name string) (f onDisk, there bool) {
	return fileOf(path, name, func() (fs.FileInfo, error) { return os.Lstat(filepath.Join(path, name)) })
}

// fileOf returns a file of a folder, given what tells about it without following
// links. Of one that cannot be asked, which may be a briefing, only the name is known.
func fileOf(path, name string, lstat func() (fs.FileInfo, error)) (f onDisk, there bool) {
	info, err := lstat()
	if errors.Is(err, fs.ErrNotExist) {
		return f, false
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		info, err = os.Stat(filepath.Join(path, name))
	}
	if err != nil {
		return onDisk{name: name}, true
	}
	return onDisk{name, stampOf(info)}, !info.IsDir()
}

// stampTexts returns the stamps of files with texts of sources, as they are
// stored: each name behind its size, time and inode.
func stampTexts(folder string, names []string) string {
	var b strings.Builder
	for _, name := range names {
		var s stamp
		if info, err := os.Stat(filepath.Join(folder, name)); err == nil {
			s = stampOf(info)
		}
		for _, n := range []int64{s.size, s.modified, s.inode} {
			b.WriteString(strconv.FormatInt(n, 10))
			b.WriteByte(' ')
		}
		b.WriteString(name)
		b.WriteByte(0)
	}
	return b.String()
}

// unknownTexts is stored for texts that may not be named. They are never the same.
const unknownTexts = "?"

// sameTexts reports whether the files of stored stamps have them still.
func sameTexts(folder, stored string) bool { return stored == stampTexts(folder, textNames(stored)) }

// textNames returns the names of stored stamps.
func textNames(stored string) []string {
	var names []string
	for one := range strings.SplitSeq(strings.TrimSuffix(stored, "\x00"), "\x00") {
		const before = 3 // numbers before the name
		if parts := strings.SplitN(one, " ", before+1); len(parts) > before {
			names = append(names, parts[before])
		}
	}
	return names
}

// textFiles returns the names in the folder of the files with texts that a document
// has asked for.
func textFiles(folder string, paths []string) []string {
	names := make([]string, 0, len(paths))
	for _, path := range paths {
		if name, err := filepath.Rel(folder, path); err == nil {
			names = append(names, name)
		}
	}
	return names
}
