package library

import (
	"context"
	"os"
	"path/filepath"

	"sitrep/briefing/file"
)

// Files returns the names of the files of a folder that are called as briefings can
// be, sorted by name, without opening them and without withdrawn versions. It does not look into subfolders.
func Files(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		if v, _ := ParseVersion(e.Name()); !e.IsDir() && file.IsCalledBriefing(e.Name()) && v.Withdrawn == "" {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// OpenFiles opens a library of some files of a folder, and reads them at once. Its
// index is in memory and ends with it. [Library.Update] would add the other files of
// the folder. report is called as Update does. If a file does not fit into
// memory, Notes says so.
func OpenFiles(ctx context.Context, folder string, names []string, o Options, report func(Progress)) (*Library, error) {
	l := &Library{path: folder, options: o, named: true}
	if err := l.useMemory(errFewFiles); err != nil {
		return nil, err
	}
	l.Notes() // there is nothing to say about the index
	files := make([]onDisk, 0, len(names))
	for _, name := range names {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		files = append(files, onDisk{name, stampOf(info)})
	}
	u := &updating{l: l, ctx: ctx, report: report}
	if err := u.compare(func() ([]onDisk, error) { return files, nil }); err != nil {
		return nil, err
	}
	u.todo = u.fitting(u.todo)
	return l, u.read()
}

var errFewFiles = os.ErrInvalid // why the index of some files is in memory; never shown

// Tally counts the files of a library by what became of them.
type Tally struct {
	Briefings  int // with something that may be shown
	Withheld   int // whole
	Unreadable int
}

// Count counts the files that the index knows.
func (l *Library) Count(ctx context.Context) (t Tally, err error) {
	err = l.each(ctx, func(scan func(...any) error) error { return scan(&t.Briefings, &t.Withheld, &t.Unreadable) },
		"SELECT coalesce(sum(kind = 1), 0), coalesce(sum(kind = 2 AND withheld <> ''), 0), coalesce(sum(kind = 2 AND withheld = ''), 0) FROM file WHERE withdrawn = ''")
	return t, err
}
