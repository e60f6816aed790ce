package library

import (
	"context"
	"errors"
	"slices"
)

// UpdateFiles is [Library.Update] for the files with these names only, as
// [Watch.Next] returns them. Without names it looks at the whole folder.
func (l *Library) UpdateFiles(ctx context.Context, names []string, report func(Progress)) (changed bool, err error) {
	if len(names) == 0 {
		return l.Update(ctx, report)
	}
	if l.options.ReadOnly {
		return l.awaitFiles(ctx, names)
	}
	changed, err = l.updateFiles(ctx, names, report)
	if errors.Is(err, ErrReplaced) {
		return l.Update(ctx, report)
	}
	return changed, err
}

func (l *Library) updateFiles(ctx context.Context, names []string, report func(Progress)) (changed bool, err error) {
	u := &updating{l: l, ctx: ctx, report: report}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		known, err := l.known(ctx, name)
		if err != nil {
			return false, err
		}
		if f, there := stat(l.path, name); there {
			u.todo = append(u.todo, task{f, known})
		} else if known.id != 0 {
			u.gone = append(u.gone, name)
		}
	}
	if err = checkFolder(l.path); err == nil {
		err = u.do()
	}
	return u.changed, err
}
