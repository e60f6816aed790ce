package settings

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
)

// The codes of problems in a settings file, besides those of package file.
const (
	CodeUnknownAction = "unknown-action"
	CodeNoSuchKey     = "no-such-key"
	CodeKeyBoundTwice = "key-bound-twice"
	CodeFixedKey      = "fixed-key"
)

// settingsFile reads a settings file.
type settingsFile struct {
	settings *Settings
	actions  []Action
	check    func(expression string) (problem, hint string)
	chosen   map[string]Choice[[]string] // keys by action
	taken    map[string]string           // the action of each key
}

// refused adds the problem that keeps the file from being read.
func (f *settingsFile) refused(err error) {
	if load, ok := errors.AsType[*file.LoadError](err); ok {
		p := load.Problem
		switch p.Code {
		case file.CodeUnreadable:
			p.Hint = "check the path and the permissions; no settings of it are in force"
		case file.CodeTooDeep, file.CodeTooManyValues, file.CodeTooLarge, file.CodeMultipleDocuments:
			p.Hint = "a settings file is small and flat; sitrep config shows one"
		}
		f.settings.Problems = append(f.settings.Problems, p)
	}
}

func (f *settingsFile) problem(at briefing.Pos, code, message, hint string) {
	f.settings.Problems = append(f.settings.Problems, file.Problem{
		File: clean.Line(f.settings.File), Pos: at, Severity: file.Error, Code: code, Message: message, Hint: hint,
	})
}

// each returns the members of a mapping, and reports duplicate keys.
func (f *settingsFile) each(t *file.Tree, where string) iter.Seq[*file.Tree] {
	return func(yield func(*file.Tree) bool) {
		seen := map[string]bool{}
		for i := range t.Kids {
			kid := &t.Kids[i]
			if seen[kid.Key] {
				f.problem(kid.KeyPos, file.CodeDuplicateKey, fmt.Sprintf("%q stands twice in %s; the second is left out", short(kid.Key), where), "keep one of the two")
				continue
			}
			seen[kid.Key] = true
			if !yield(kid) {
				return
			}
		}
	}
}

// isWord reports whether a value is one word, and adds a problem if it is not.
func (f *settingsFile) isWord(t *file.Tree, wanted, example string) bool {
	if t.Form == file.Word {
		return true
	}
	f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected %s", t.Form, wanted), "for example "+t.Key+": "+example)
	return false
}

func (f *settingsFile) theme(t *file.Tree, from Origin) {
	if !f.isWord(t, "a theme", string(Dark)) {
		return
	}
	theme, err := ParseTheme(t.Text)
	if err != nil {
		f.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("no theme %q; there are %s", short(t.Text), themeNames()), suggestTheme(t.Text))
		return
	}
	f.settings.Theme = Choice[Theme]{theme, from}
}

func (f *settingsFile) layout(t *file.Tree, from Origin) {
	if !f.isWord(t, "a layout", "two") {
		return
	}
	if !slices.Contains(Layouts, t.Text) {
		all := "there are " + strings.Join(Layouts, ", ")
		f.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("no layout %q; %s", short(t.Text), all), suggest(t.Text, Layouts, all))
		return
	}
	f.settings.Layout = Choice[string]{t.Text, from}
}

func (f *settingsFile) flag(t *file.Tree, from Origin, to *Choice[bool]) {
	if !f.isWord(t, "true or false", "true") {
		return
	}
	value := strings.EqualFold(t.Text, "true")
	if !value && !strings.EqualFold(t.Text, "false") {
		f.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("%q is neither true nor false", short(t.Text)), "write true or false")
		return
	}
	*to = Choice[bool]{value, from}
}

func themeValues() []string { return briefing.Map(Themes, func(t Theme) string { return string(t) }) }

func themeNames() string {
	list := themeValues()
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// suggest returns a hint for an unknown word: the known one that was probably meant,
// or else the hint otherwise.
func suggest(word string, known []string, otherwise string) string {
	if near, ok := fold.Nearest(strings.ToLower(word), known); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return otherwise
}

func suggestTheme(name string) string { return suggest(name, themeValues(), "choose one of them") }

// short returns a text of the file cut for a message.
func short(text string) string {
	const most = 40 // characters
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "..."
	}
	return text
}

func (f *settingsFile) action(id string) (Action, bool) {
	for _, a := range f.actions {
		if a.ID == id {
			return a, true
		}
	}
	return Action{}, false
}
