package ui

import (
	"go/ast"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// sinks is every way out of the program that text of a briefing could take, and
// the files that may use it. What goes out there is clean: texts are cleaned
// when they are read, and the screen and the streams of the process have a
// filter of their own (ui/tui/terminal/sanitize.go, ui/cli/sink.go).
var sinks = []struct {
	what  string
	calls []string // package.name, or only .name for a method or field
	files []string
}{
	{"the screen", []string{"tea.NewView", ".SetContent"}, []string{"ui/tui/terminal/view.go"}},
	{"the terminal, in sequences", []string{"uv.NewTerminalRenderer", "ansi.SetWindowTitle", ".writeSequence"}, []string{"ui/tui/terminal/painter.go", "ui/tui/terminal/program.go"}},
	{"the window's title in other ways: none", []string{".WindowTitle", "ansi.SetIconNameWindowTitle"}, nil},
	{"the clipboard", []string{"terminal.Clipboard", "ansi.SetSystemClipboard"}, []string{"ui/tui/screen/clipboard.go", "ui/tui/tuitest/driver.go", "ui/tui/terminal/program.go"}},
	{"the clipboard in other ways: none", []string{"tea.SetClipboard", "tea.SetPrimaryClipboard"}, nil},
	{"links in the terminal: none", []string{".Hyperlink", "ansi.SetHyperlink"}, nil},
	{"words past the screen: none", []string{"tea.Println", "tea.Printf", "tea.Raw", ".ProgressBar"}, nil},
	{"standard output and standard error", []string{"os.Stdout", "os.Stderr"}, []string{"ui/cli/cli.go", "ui/tui/terminal/run.go", "ui/tui/external/run.go"}},
	{"standard output by name: none", []string{"fmt.Print", "fmt.Printf", "fmt.Println", ".print", ".println"}, nil},
	{"a log: none", []string{"log.", "slog.", "syslog.", "tea.LogToFile"}, nil},
	{"files", []string{"os.OpenFile"}, []string{
		"ui/cli/save.go", "ui/cli/temporary.go", "ui/cli/temporary_unix.go", "ui/tui/external/savecopy.go", "data/desk/folder.go", "data/desk/lock_unix.go", "ui/serve/hostkey.go", // new ones
		"briefing/file/readfile.go", "ui/tui/terminal/keyboard_unix.go", "ui/tui/terminal/keyboard_windows.go", "data/library/database.go", // to read
	}},
	{"files to read in other ways: folders, and a terminal", []string{"os.Open", "os.OpenInRoot", "os.OpenRoot"}, []string{"ui/cli/temporary.go", "ui/cli/lock_unix.go", "ui/tui/external/run.go", "briefing/file/textfile.go", "data/notebook/lock_unix.go"}},
	{"files to read in other ways: none", []string{"os.ReadFile", "os.DirFS"}, nil},
	{"files in other ways: in tests", []string{"os.Create", "os.WriteFile", "os.CreateTemp", "os.Truncate", "os.RemoveAll"}, []string{"ui/tui/tuitest/folder.go", "ui/tui/tuitest/script.go"}},
	{"other programs, by their arguments", []string{"exec.Command"}, []string{"ui/tui/external/run.go", "ui/tui/external/filter.go", "ui/tui/external/speak.go", "ui/serve/process_unix.go"}},
	{"other programs in other ways: none", []string{"exec.CommandContext", "os.StartProcess", "syscall.Exec", "unix.Exec", "syscall.ForkExec"}, nil},
}

// unwanted are packages that would bring other ways out: the network, but for the server
// over SSH, and templates that what they are given could be taken for.
var unwanted = []string{"net", "net/http", "net/smtp", "net/rpc", "text/template", "plugin", "unsafe", "log", "log/slog", "log/syslog"}

func TestTextLeavesThroughKnownSinks(t *testing.T) {
	for _, s := range sources(t) {
		if s.test() || strings.Contains(s.path, "testdata/") {
			continue
		}
		for _, i := range s.file.Imports {
			if path := strings.Trim(i.Path.Value, `"`); slices.Contains(unwanted, path) && !(path == "net" && s.folder() == "ui/serve") {
				t.Errorf("%s imports %s", s.path, path)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			owner, name := called(n)
			for _, sink := range sinks {
				if uses(sink.calls, owner, name) && !slices.Contains(sink.files, s.path) {
					t.Errorf("%s: %s.%s leads to %s, outside %q", s.set.Position(n.Pos()), owner, name, sink.what, sink.files)
				}
			}
			return true
		})
	}
}

// networked are the packages linked into the program that can reach the network. Only
// data/desk imports them.
var networked = []string{"github.com/nats-io/nats.go", "github.com/nats-io/nats.go/jetstream", "github.com/nats-io/nats.go/util"}

// TestNetworkIsForDesks asks what is linked into the program and who imports it: only the
// client of a desk speaks to the network. Libraries that can parse addresses import
// package net.
func TestNetworkIsForDesks(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", `{{if not .Standard}}{{.ImportPath}} {{join .Imports " "}}{{end}}`, "sitrep").Output()
	if err != nil {
		t.Fatal(err)
	}
	packages, found := 0, map[string]bool{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		packages++
		path, imports := words[0], words[1:]
		for _, i := range imports {
			switch {
			case slices.Contains(networked, path):
				found[path] = true
			case slices.Contains([]string{"net/http", "crypto/tls", "net/smtp", "net/rpc", "golang.org/x/net/http2"}, i):
				t.Errorf("%s imports %s", path, i)
			case slices.Contains(networked, i) && path != "sitrep/data/desk":
				t.Errorf("%s imports %s", path, i)
			}
		}
	}
	if len(found) != len(networked) {
		t.Errorf("of %q, only %v is linked into the program", networked, found)
	}
	const fewest = 50
	if packages < fewest {
		t.Errorf("only %d packages are linked into the program", packages)
	}
}

// TestSinksAreInUse keeps the list from naming files that have no such sink.
func TestSinksAreInUse(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			owner, name := called(n)
			for _, sink := range sinks {
				if uses(sink.calls, owner, name) {
					used[sink.what+s.path] = true
				}
			}
			return true
		})
	}
	for _, sink := range sinks {
		for _, file := range sink.files {
			if !used[sink.what+file] {
				t.Errorf("%s has nothing to do with %s", file, sink.what)
			}
		}
	}
}

// called is what a selector or a call of a plain function names.
func called(n ast.Node) (owner, name string) {
	switch n := n.(type) {
	case *ast.SelectorExpr:
		if id, ok := n.X.(*ast.Ident); ok {
			owner = id.Name
		}
		return owner, n.Sel.Name
	case *ast.CallExpr:
		if id, ok := n.Fun.(*ast.Ident); ok {
			return "", id.Name
		}
	}
	return "", ""
}

// uses reports whether one of some sinks is what is named.
func uses(calls []string, owner, name string) bool {
	for _, call := range calls {
		of, only, _ := strings.Cut(call, ".")
		switch {
		case name == "":
		case of == "" && only == name, of == owner && only == name, of == owner && only == "" && of != "":
			return true
		}
	}
	return false
}
