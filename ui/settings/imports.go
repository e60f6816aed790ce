package settings

import (
	"fmt"

	"sitrep/briefing/file"
)

// importNames are the keys under import.
var importNames = []string{"pdf"}

const pdfExample = `for example pdf: [pdftotext, -enc, UTF-8, "-", "-"]`

// imports reads the programs that import uses.
func (f *settingsFile) imports(t *file.Tree) {
	const example = `for example import: {pdf: [pdftotext, -enc, UTF-8, "-", "-"]}`
	if t.Form != file.Mapping {
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected kinds of files with their programs", t.Form), example)
		return
	}
	for kid := range f.each(t, "import") {
		if kid.Key != importNames[0] {
			f.problem(kid.KeyPos, file.CodeUnknownKey, fmt.Sprintf("there is no setting %q under import", short(kid.Key)), suggest(kid.Key, importNames, example))
			continue
		}
		if command, ok := f.command(kid, pdfExample); ok {
			f.settings.PDF = Choice[[]string]{command, f.settings.inFile(kid.KeyPos)}
		}
	}
}

// command reads a program with its arguments: a list, or only the program. An
// empty list means none.
func (f *settingsFile) command(t *file.Tree, example string) (argv []string, ok bool) {
	words := t.Kids
	if t.Form == file.Word {
		words = []file.Tree{*t}
	} else if t.Form != file.List {
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected a program with its arguments", t.Form), example)
		return nil, false
	}
	for i := range words {
		w := &words[i]
		if w.Form != file.Word || i == 0 && w.Text == "" {
			f.problem(w.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected a word of the command", w.Form), "each argument is one word; put signs in quotes")
			return nil, false
		}
		argv = append(argv, w.Text)
	}
	return argv, true
}

// linear reads a setting for reading line by line.
func (f *settingsFile) linear(t *file.Tree, from Origin) {
	if t.Key == "linear" {
		f.flag(t, from, &f.settings.Linear.On)
		return
	}
	if command, ok := f.command(t, "for example speak: [espeak-ng, --stdin]"); ok {
		f.settings.Linear.Speak = Choice[[]string]{command, from}
	}
}
