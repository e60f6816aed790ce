package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"sitrep/briefing/file"
)

// The place of the file in the folder of settings.
const (
	folderName = "sitrep"
	fileName   = "config.yaml"
)

// Read returns the values of the file and the environment, before flags.
func Read(s Environment) *Settings {
	out := &Settings{
		Theme:    Choice[Theme]{Themes[0], byDefault},
		ASCII:    Choice[bool]{false, byDefault},
		Mouse:    Choice[bool]{false, byDefault},
		Notebook: Choice[bool]{true, byDefault},
		Layout:   Choice[string]{Layouts[0], byDefault},
		PDF:      Choice[[]string]{nil, byDefault},
		Linear:   Linear{Choice[bool]{false, byDefault}, Choice[[]string]{nil, byDefault}},
	}
	f := &settingsFile{settings: out, actions: s.Actions, check: s.Check}
	f.read(s)
	out.Keys = f.bindings()
	out.environment(s.Getenv)
	return out
}

// read finds the file and reads its values. A missing file is a problem only if it
// was named.
func (f *settingsFile) read(s Environment) {
	path, isNamed := s.Getenv(fileVariable), true
	if path == "" {
		folder, err := s.Folder()
		if err != nil {
			return
		}
		path, isNamed = filepath.Join(folder, folderName, fileName), false
	}
	if path == os.DevNull {
		return
	}
	f.settings.File = path
	tree, err := file.LoadTree(path)
	if err == nil {
		f.settings.Found = true
		f.values(tree)
		return
	}
	if isNamed || !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
		f.refused(err)
	}
}

// settingNames are the keys of the top level of the file.
var settingNames = []string{"theme", "ascii", "mouse", "notebook", "layout", "linear", "speak", "import", "draft", "desks", "views", "keys"}

// values reads the settings of the file. Invalid ones are left out.
func (f *settingsFile) values(root *file.Tree) {
	if root.Form == file.Nothing {
		return
	}
	if root.Form != file.Mapping {
		f.problem(root.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected settings", root.Form), "for example theme: dark")
		return
	}
	for kid := range f.each(root, "the settings") {
		from := f.settings.inFile(kid.KeyPos)
		switch kid.Key {
		case "theme":
			f.theme(kid, from)
		case "ascii":
			f.flag(kid, from, &f.settings.ASCII)
		case "mouse":
			f.flag(kid, from, &f.settings.Mouse)
		case "notebook":
			f.flag(kid, from, &f.settings.Notebook)
		case "layout":
			f.layout(kid, from)
		case "linear", "speak":
			f.linear(kid, from)
		case "import":
			f.imports(kid)
		case "draft":
			f.drafters(kid)
		case "desks":
			f.desks(kid)
		case "views":
			f.views(kid)
		case "keys":
			f.keys(kid)
		default:
			hint := suggest(kid.Key, settingNames, "there are "+strings.Join(settingNames, ", "))
			f.problem(kid.KeyPos, file.CodeUnknownKey, fmt.Sprintf("there is no setting %q", short(kid.Key)), hint)
		}
	}
}
