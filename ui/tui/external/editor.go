package external

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// The variables that name an editor. The first one that is set counts.
var editorVariables = []string{"VISUAL", "EDITOR"}

// errNoEditor says what to do if there is no editor.
var errNoEditor = errors.New("no editor is set: EDITOR=nano, say, sets one")

// Editor returns the command that edits a file at a line, counted from 1. Line
// 0 means none. VISUAL or EDITOR can have arguments, separated by spaces or in
// quotes. If neither is set, the editor is vi, or notepad on Windows, if there
// is one.
func (s System) Editor(path string, line int) ([]string, error) {
	argv, err := s.editor()
	if err != nil {
		return nil, err
	}
	return append(argv, atLine(argv, path, line)...), nil
}

func (s System) editor() ([]string, error) {
	for _, variable := range editorVariables {
		value := s.Getenv(variable)
		if strings.TrimSpace(value) == "" {
			continue
		}
		argv, err := words(value)
		if err != nil {
			return nil, fmt.Errorf("%s is %q: %w", variable, value, err)
		}
		if !s.has(argv[0]) {
			return nil, fmt.Errorf("%s is %q, and there is no such program", variable, value)
		}
		return argv, nil
	}
	usual := "vi"
	if s.OS == windows {
		usual = "notepad"
	}
	if !s.has(usual) {
		return nil, errNoEditor
	}
	return []string{usual}, nil
}

// words splits a command at its spaces. Quotes keep words together. No other
// sign has a meaning, as it would in a shell.
func words(command string) ([]string, error) {
	var out []string
	var word strings.Builder
	inWord, quote := false, rune(0)
	for _, r := range command {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, inWord = r, true
		case quote == 0 && unicode.IsSpace(r):
			if inWord {
				out = append(out, word.String())
				word.Reset()
			}
			inWord = false
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	if quote != 0 {
		return nil, errors.New("a quote is not closed")
	}
	if inWord {
		out = append(out, word.String())
	}
	if len(out) == 0 || out[0] == "" {
		return nil, errors.New("it names no program")
	}
	return out, nil
}

// lineStyle is the way to tell an editor the line.
type lineStyle int

const (
	noLine     lineStyle = iota
	plusLine             // +12 FILE
	behindPath           // FILE:12
	goTo                 // -g FILE:12
)

// lineStyles are those of known editors.
var lineStyles = map[string]lineStyle{
	"vi": plusLine, "vim": plusLine, "nvim": plusLine, "gvim": plusLine, "view": plusLine, "nano": plusLine, "pico": plusLine,
	"emacs": plusLine, "emacsclient": plusLine, "mg": plusLine, "micro": plusLine, "kak": plusLine, "joe": plusLine, "ne": plusLine,
	"hx": plusLine, "helix": plusLine,
	"subl": behindPath, "zed": behindPath,
	"code": goTo, "code-insiders": goTo, "codium": goTo, "cursor": goTo,
}

// atLine appends the file to a command, at a line if the editor's way is known.
func atLine(argv []string, path string, line int) []string {
	if line <= 0 {
		return []string{path}
	}
	number := strconv.Itoa(line)
	switch lineStyles[programName(argv[0])] {
	case plusLine:
		return []string{"+" + number, path}
	case behindPath:
		return []string{path + ":" + number}
	case goTo:
		return []string{"-g", path + ":" + number}
	}
	return []string{path}
}

// programName returns the name of a program without its folder and extension.
func programName(path string) string {
	name := path[strings.LastIndexAny(path, `/\`)+1:]
	for _, extension := range []string{".exe", ".cmd", ".bat"} {
		name = strings.TrimSuffix(name, extension)
	}
	return name
}
