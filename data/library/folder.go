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
		info, err := e.Info()
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			info, err = os.Stat(filepath.Join(path, e.Name()))
		}
		switch {
		case err != nil: // it may be a briefing, and is shown as one that cannot be read
			files = append(files, onDisk{name: e.Name()})
		case !info.IsDir():
			files = append(files, onDisk{e.Name(), stampOf(info)})
		}
	}
	slices.SortFunc(files, func(a, b onDisk) int {
		return cmp.Or(cmp.Compare(b.modified, a.modified), strings.Compare(a.name, b.name))
	})
	return files, nil
}

// stampTexts returns the stamps of files with texts of sources, as they are
// stored: each path behind its size, time and inode.
func stampTexts(paths []string) string {
	var b strings.Builder
	for _, path := range paths {
		var s stamp
		if info, err := os.Stat(path); err == nil {
			s = stampOf(info)
		}
		for _, n := range []int64{s.size, s.modified, s.inode} {
			b.WriteString(strconv.FormatInt(n, 10))
			b.WriteByte(' ')
		}
		b.WriteString(path)
		b.WriteByte(0)
	}
	return b.String()
}

// textPaths returns the paths of stored stamps.
func textPaths(stored string) []string {
	var paths []string
	for one := range strings.SplitSeq(strings.TrimSuffix(stored, "\x00"), "\x00") {
		const before = 3 // numbers before the path
		if parts := strings.SplitN(one, " ", before+1); len(parts) > before {
			paths = append(paths, parts[before])
		}
	}
	return paths
}
