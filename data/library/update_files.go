package library

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

// UpdateFiles is [Library.Update] for the files with these names only, as
// [Watch.Next] returns them. Without names it looks at the whole folder.
func (l *Library) UpdateFiles(ctx context.Context, names []string, report func(Progress)) (changed bool, err error) {
	if len(names) == 0 {
		return l.Update(ctx, report)
	}
	u := &updating{l: l, ctx: ctx, report: report}
	for _, name := range names {
		known, err := u.known(name)
		if err != nil {
			return false, err
		}
		info, err := os.Stat(l.File(name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if known.id != 0 {
				u.gone = append(u.gone, known)
			}
		case err != nil:
			u.todo = append(u.todo, task{onDisk{name: name}, known})
		case !info.IsDir():
			u.todo = append(u.todo, task{onDisk{name, stampOf(info)}, known})
		}
	}
	err = u.do()
	if errors.Is(err, errAgain) {
		return l.Update(ctx, report)
	}
	return u.changed, err
}
