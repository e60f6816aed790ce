package external

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// system is one with some programs and some variables, NAME=value each.
func system(os string, programs []string, environ ...string) System {
	return System{
		OS: os,
		Getenv: func(name string) string {
			for _, e := range environ {
				if value, ok := strings.CutPrefix(e, name+"="); ok {
					return value
				}
			}
			return ""
		},
		Find: func(name string) (string, error) {
			if slices.Contains(programs, name) {
				return "/bin/" + name, nil
			}
			return "", errors.New("not found")
		},
	}
}

func TestBrowser(t *testing.T) {
	const address = "https://example.org/?a=1&b=$(id);%20"
	x := []string{"xdg-open", "firefox", "my browser"}
	for _, c := range []struct {
		name   string
		system System
		want   []string // nil: it fails
	}{
		{"desktop", system("linux", x, "DISPLAY=:0"), []string{"xdg-open", address}},
		{"wayland", system("freebsd", x, "WAYLAND_DISPLAY=wayland-0"), []string{"xdg-open", address}},
		{"no display", system("linux", x), nil},
		{"nothing installed", system("linux", nil, "DISPLAY=:0"), nil},
		{"chosen", system("linux", x, "BROWSER=firefox"), []string{"firefox", address}},
		{"chosen, one word", system("linux", x, "BROWSER=my browser"), []string{"my browser", address}},
		{"chosen, with arguments", system("linux", x, "BROWSER=firefox --new-tab", "DISPLAY=:0"), nil},
		{"macOS", system("darwin", nil), []string{"open", address}},
		{"Windows", system("windows", nil), []string{"rundll32", "url.dll,FileProtocolHandler", address}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.system.Browser(address)
			if !slices.Equal(got, c.want) || (err != nil) != (c.want == nil) {
				t.Errorf("%q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestEditor(t *testing.T) {
	all := []string{"vi", "vim", "/usr/bin/nvim", "code", "subl", "emacs", "hx", "ed", "notepad", "/opt/my editor/run", `C:\Code\code.cmd`}
	for _, c := range []struct {
		name   string
		system System
		line   int
		want   string // arguments between bars; empty: it fails
	}{
		{"known", system("linux", all, "EDITOR=vim"), 12, "vim|+12|/b.yaml"},
		{"without a line", system("linux", all, "EDITOR=vim"), 0, "vim|/b.yaml"},
		{"by its path", system("linux", all, "EDITOR=/usr/bin/nvim"), 12, "/usr/bin/nvim|+12|/b.yaml"},
		{"VISUAL counts first", system("linux", all, "EDITOR=vim", "VISUAL=hx"), 3, "hx|+3|/b.yaml"},
		{"VISUAL is empty", system("linux", all, "EDITOR=vim", "VISUAL= "), 3, "vim|+3|/b.yaml"},
		{"arguments", system("linux", all, "EDITOR=emacs -nw  --quick"), 3, "emacs|-nw|--quick|+3|/b.yaml"},
		{"goes to", system("linux", all, "EDITOR=code --wait"), 3, "code|--wait|-g|/b.yaml:3"},
		{"behind the path", system("linux", all, "EDITOR=subl -w"), 3, "subl|-w|/b.yaml:3"},
		{"with an extension", system("windows", all, `EDITOR='C:\Code\code.cmd'`), 3, `C:\Code\code.cmd|-g|/b.yaml:3`},
		{"not known", system("linux", all, "EDITOR=ed"), 3, "ed|/b.yaml"},
		{"in quotes", system("linux", all, `EDITOR="/opt/my editor/run" -x ''`), 3, "/opt/my editor/run|-x||/b.yaml"},
		{"no shell", system("linux", all, "EDITOR=vim $HOME;id `id` > x"), 3, "vim|$HOME;id|`id`|>|x|+3|/b.yaml"},
		{"open quote", system("linux", all, `EDITOR=vim "x`), 3, ""},
		{"no such program", system("linux", all, "EDITOR=vmi"), 3, ""},
		{"only quotes", system("linux", all, `EDITOR=''`), 3, ""},
		{"none set", system("linux", all), 3, "vi|+3|/b.yaml"},
		{"none set, none there", system("linux", nil), 3, ""},
		{"none set, Windows", system("windows", all), 3, "notepad|/b.yaml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			argv, err := c.system.Editor("/b.yaml", c.line)
			if got := strings.Join(argv, "|"); got != c.want || (err != nil) != (c.want == "") {
				t.Errorf("%q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestSaveCopyOverwritesNothing(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "b.yaml"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(folder, "elsewhere"), filepath.Join(folder, "b-2.yaml")); err != nil {
		t.Skip("no symbolic links here")
	}
	for n, want := range []string{"b-3.yaml", "b-4.yaml"} {
		path, err := SaveCopy(folder, "b.yaml", fmt.Appendf(nil, "copy %d", n))
		if err != nil || filepath.Base(path) != want {
			t.Fatalf("saved as %q, %v; want %s", path, err, want)
		}
		if text, err := os.ReadFile(path); err != nil || string(text) != fmt.Sprintf("copy %d", n) {
			t.Errorf("%s holds %q, %v", want, text, err)
		}
	}
	if text, err := os.ReadFile(filepath.Join(folder, "b.yaml")); err != nil || string(text) != "mine" {
		t.Errorf("the file that was there holds %q, %v", text, err)
	}
	if _, err := os.Lstat(filepath.Join(folder, "elsewhere")); err == nil {
		t.Error("a link was followed")
	}
	if path, err := SaveCopy(filepath.Join(folder, "no such"), "b.yaml", nil); err == nil {
		t.Errorf("saved as %q in a folder that is not there", path)
	}
}

func TestRunSaysWhatFailed(t *testing.T) {
	if err := Run([]string{filepath.Join(t.TempDir(), "nothing")}); err == nil || !strings.Contains(err.Error(), "running nothing") {
		t.Errorf("running a program that is not there: %v", err)
	}
}
