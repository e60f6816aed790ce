package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/ui/settings"
)

// call runs the program with an environment and without a terminal.
func call(environ map[string]string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = Main(args, Streams{In: strings.NewReader(""), Out: &o, Err: &e, Getenv: func(n string) string { return environ[n] }})
	return code, o.String(), e.String()
}

// withFile returns an environment with a settings file.
func withFile(t *testing.T, text string, more ...string) map[string]string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	environ := map[string]string{"SITREP_CONFIG": path}
	for i := 0; i+1 < len(more); i += 2 {
		environ[more[i]] = more[i+1]
	}
	return environ
}

func TestConfig(t *testing.T) {
	for _, c := range []struct {
		name    string
		file    string
		environ []string
		args    []string
		code    int
		out     []string // words of standard output
		errs    []string // words of standard error
	}{
		{"nothing chosen", "", nil, nil, exitFine, []string{"theme: auto ", "# default\n", "keys:\n  up: [k, up] "}, nil},
		{"the file", "mouse: true\ntheme: light", nil, nil, exitFine, []string{"mouse: true ", "# config.yaml:1\n", "# config.yaml:2\n"}, nil},
		{"the environment wins", "theme: light", []string{"NO_COLOR", "1"}, nil, exitFine, []string{"theme: mono ", "# NO_COLOR\n"}, nil},
		{"a flag wins", "theme: light", []string{"NO_COLOR", "1", "SITREP_THEME", "mono"}, []string{"--theme", "dark", "--ascii"}, exitFine,
			[]string{"theme: dark ", "# --theme\n", "ascii: true ", "# --ascii\n"}, nil},
		{"a flag turns off", "ascii: true", nil, []string{"--ascii=false"}, exitFine, []string{"ascii: false ", "# --ascii\n"}, nil},
		{"a wrong line", "mouse: true\nkeys:\n  opne: x", nil, nil, exitFailed, []string{"mouse: true "},
			[]string{`config.yaml:3:3: unknown-action: there is no action "opne"`, `hint: did you mean "open"?`}},
		{"a wrong theme", "", nil, []string{"--theme", "dork"}, exitUsage, nil, []string{`no theme "dork"`, "hint: for example --theme light"}},
		{"a file", "", nil, []string{"x.yaml"}, exitUsage, nil, []string{"config takes no file"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, errs := call(withFile(t, c.file, c.environ...), append([]string{"config"}, c.args...)...)
			if code != c.code {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			for _, want := range c.out {
				if !strings.Contains(out, want) {
					t.Errorf("%q is not in the output\n%s", want, out)
				}
			}
			for _, want := range c.errs {
				if !strings.Contains(errs, want) {
					t.Errorf("%q is not in standard error\n%s", want, errs)
				}
			}
			if len(c.errs) == 0 && errs != "" {
				t.Errorf("standard error: %s", errs)
			}
		})
	}
}

// TestConfigIsAConfig reads the output of config as a settings file.
func TestConfigIsAConfig(t *testing.T) {
	_, first, _ := call(withFile(t, "theme: mono\nkeys: {up: w, down: [s, \"}\"]}"), "config")
	code, second, errs := call(withFile(t, first), "config")
	if code != exitFine || errs != "" {
		t.Fatalf("exit code %d: %s", code, errs)
	}
	values := func(text string) (out []string) {
		for line := range strings.Lines(text) {
			line, _, _ = strings.Cut(line, "  #")
			out = append(out, strings.TrimSpace(line))
		}
		return out[1:]
	}
	if a, b := strings.Join(values(first), "\n"), strings.Join(values(second), "\n"); a != b {
		t.Errorf("%s\nis not\n%s", b, a)
	}
}

// TestWrongSettingsDoNotKeepFromReading has a file with an error in every line.
func TestWrongSettingsDoNotKeepFromReading(t *testing.T) {
	environ := withFile(t, "theme: drak\nmouse: maybe")
	if code, out, errs := call(environ); code != exitFine || !strings.Contains(out, "TIMELINE") || errs != "" {
		t.Errorf("exit code %d, %d bytes, %s", code, len(out), errs)
	}
	s := settings.Read(settings.Environment{Getenv: func(n string) string { return environ[n] }, Folder: os.UserConfigDir, Actions: actions()})
	o := readerOptions(s)
	if !o.FollowTerminal || o.Notice != "2 problems in the settings; sitrep config lists them" {
		t.Errorf("the reader starts with %+v", o)
	}
}

func TestExportASCII(t *testing.T) {
	_, usual, _ := call(nil, "export", "-w", "0")
	code, plain, _ := call(nil, "export", "-w", "0", "--ascii")
	if code != exitFine || plain == usual || !strings.Contains(plain, "@   ongoing") || !strings.Contains(usual, "◐   ongoing") {
		t.Errorf("exit code %d; the signs of the legend are not as asked", code)
	}
	// Without the signs, the two are the same.
	signs := strings.NewReplacer("“", "", "”", "", `"`, "", "–", "", "—", "", "-", "", "●", "", "*", "", "◐", "", "@", "", "○", "", "o", "", "×", "", "x", "", "…", "", "_", "", ".", "")
	if signs.Replace(plain) != signs.Replace(usual) || strings.Count(plain, "’") != strings.Count(usual, "’") {
		t.Error("--ascii has changed words of the briefing")
	}
	if _, piped, _ := call(nil, "--ascii"); !strings.Contains(piped, "@   ongoing") {
		t.Error("--ascii says nothing to a reader that writes to a pipe")
	}
	if _, item, _ := call(nil, "show", "--ascii", "towards-kursk"); strings.ContainsAny(item, "“”") {
		t.Errorf("show --ascii has other quotation marks:\n%s", item)
	}
	if code, _, errs := call(nil, "export", "-f", "json", "--ascii"); code != exitUsage || !strings.Contains(errs, "json has no signs") {
		t.Errorf("exit code %d: %s", code, errs)
	}
}

func TestEnvironmentOfTheTerminalLibrary(t *testing.T) {
	all := []string{"A=1", "NO_COLOR=1", "TERM=xterm"}
	if got, want := strings.Join(environment(all), " "), "A=1 TERM=xterm"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if strings.Join(all, " ") != "A=1 NO_COLOR=1 TERM=xterm" {
		t.Error("the environment of the process has changed")
	}
}

// TestSettingsPage reads the example of the documentation as a settings file.
func TestSettingsPage(t *testing.T) {
	page, err := os.ReadFile("../../.github/settings.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```yaml\n")
	example, _, ok := strings.Cut(rest, "```")
	if code, out, errs := call(withFile(t, example), "config"); !ok || code != exitFine || !strings.Contains(out, "config.yaml:7\n") {
		t.Errorf("exit code %d: %s%s", code, errs, out)
	}
}
