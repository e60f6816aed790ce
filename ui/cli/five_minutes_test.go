//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The marks around the commands in the README that make a first briefing.
const (
	fiveMinutes    = "<!-- five minutes -->"
	fiveMinutesEnd = "<!-- /five minutes -->"
)

// TestFiveMinutes runs the commands with which the README makes a first
// briefing, in one folder, and compares their output with the README. -update
// writes it again.
func TestFiveMinutes(t *testing.T) {
	const readme = "../../README.md"
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(text), fiveMinutes)
	told, after, ends := strings.Cut(rest, fiveMinutesEnd)
	if !begins || !ends {
		t.Fatalf("the README has no part between %s and %s", fiveMinutes, fiveMinutesEnd)
	}
	var got string
	var typed int
	script := filepath.Join(t.TempDir(), "commands.txtar")
	if err := os.WriteFile(script, []byte("readme\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../../.github/examples/bridge.html")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("run", func(t *testing.T) {
		testscript.Run(t, testscript.Params{
			Files:               []string{script},
			RequireExplicitExec: true,
			Setup: func(env *testscript.Env) error {
				return os.WriteFile(filepath.Join(env.WorkDir, "bridge.html"), page, 0o600)
			},
			Cmds: map[string]func(*testscript.TestScript, bool, []string){
				"readme": func(ts *testscript.TestScript, _ bool, _ []string) { got, typed = runTold(ts, told) },
			},
		})
	})
	const most = 5 * 40 * 5 // minutes, words a minute, characters a word
	if typed > most {
		t.Errorf("the commands have %d characters; in five minutes one types %d", typed, most)
	}
	switch {
	case got == told:
	case *update:
		if err := os.WriteFile(readme, []byte(before+fiveMinutes+got+fiveMinutesEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the commands of the README print something else; -update writes it:\n%s", got)
	}
}

// runTold runs the commands of a text, which stand behind a dollar sign, and returns
// the text with what they print behind them, and how many bytes the commands have. A
// command goes on to the line END if it has a here document.
func runTold(ts *testscript.TestScript, told string) (string, int) {
	var out strings.Builder
	typed := 0
	inBlock, command := false, ""
	run := func() {
		if command != "" {
			ts.Check(ts.Exec("sh", "-c", "("+command+"\n) 2>&1"))
			out.WriteString(ts.ReadFile("stdout"))
			typed += len(command)
		}
		command = ""
	}
	for line := range strings.Lines(told) {
		switch {
		case strings.HasPrefix(line, "```"):
			run()
			inBlock = !inBlock
		case inBlock && strings.HasPrefix(line, "$ "):
			run()
			command = strings.TrimPrefix(line, "$ ")
		case strings.Contains(command, "<<'END'") && !strings.HasSuffix(command, "\nEND\n"):
			command += line
		case inBlock:
			continue // its old output
		}
		out.WriteString(line)
	}
	run()
	return out.String(), typed
}
