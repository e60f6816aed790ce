package settings

import (
	"fmt"
	"strings"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// views reads the saved filters.
func (f *settingsFile) views(t *file.Tree) {
	const example = "for example views: {denials: 'stance:denies -tag:old'}"
	if t.Form == file.Nothing {
		return
	}
	if t.Form != file.Mapping {
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected filters by their names", t.Form), example)
		return
	}
	for kid := range f.each(t, "views") {
		switch {
		case !isViewName(kid.Key):
			f.problem(kid.KeyPos, file.CodeBadValue, fmt.Sprintf("%q cannot be the name of a filter", short(kid.Key)), "a name has small letters, digits and hyphens only")
			continue
		case kid.Form != file.Word:
			f.problem(kid.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected an expression", kid.Form), example)
			continue
		}
		expression := clean.Line(kid.Text)
		if f.check != nil {
			if problem, hint := f.check(expression); problem != "" {
				f.problem(kid.Pos, file.CodeBadValue, kid.Key+": "+problem, hint)
				continue
			}
		}
		f.settings.Views = append(f.settings.Views, View{kid.Key, expression, f.settings.inFile(kid.KeyPos)})
	}
}

func isViewName(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
