package reader

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/data"
	"sitrep/ui/tui/external"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
)

// inFile is a reader of a file that holds the built-in briefing.
func inFile(t *testing.T) (d *driver, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "-b.yaml")
	if err := os.WriteFile(path, data.Briefing, 0o600); err != nil {
		t.Fatal(err)
	}
	load := func() (*file.Document, error) { return file.Load(path) }
	doc, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d = drive(t, open(doc, Options{File: screen.File{Load: load}}), 120, 30)
	desk(d)
	return d, path
}

// lineAt is the line of the built-in briefing that an argument such as +12
// names.
func lineAt(t *testing.T, argument string) string {
	t.Helper()
	lines := strings.Split(string(data.Briefing), "\n")
	n, err := strconv.Atoi(strings.TrimPrefix(argument, "+"))
	if err != nil || n < 1 || n > len(lines) {
		t.Fatalf("no line %q", argument)
	}
	return lines[n-1]
}

func TestEditGoesToTheItem(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want string // in the line
	}{
		{"event", []string{"2"}, "id: "},
		{"actor", []string{"3"}, "id: "},
		{"claim", []string{"4"}, "id: kursk-stationed"},
		{"question", []string{"4", "k"}, "id: kursk-presence"},
		{"position", []string{"4", "enter"}, "holder: ukrainian-intelligence"},
		{"evidence", []string{"4", "enter", "enter"}, "- ap:"},
		{"source", []string{"5"}, "id: "},
		{"page around something without a line", []string{"4", "enter", "G"}, "id: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, path := inFile(t)
			d.Press(c.keys...)
			d.Press("e")
			if len(d.Borrowed) != 1 || len(d.Borrowed[0]) != 3 || d.Borrowed[0][0] != "vim" || d.Borrowed[0][2] != path {
				t.Fatalf("it has run %q", d.Borrowed)
			}
			if line := lineAt(t, d.Borrowed[0][1]); !strings.Contains(line, c.want) {
				t.Errorf("the editor begins at %q, want %q", line, c.want)
			}
			if s := d.Screen(); !strings.Contains(s, "reloaded") {
				t.Errorf("it is not read again:\n%s", s)
			}
		})
	}
}

func TestEditReadsAgainWhatWasEdited(t *testing.T) {
	d, path := inFile(t)
	d.Press("4")
	changed := strings.Replace(string(data.Briefing), "Some of the soldiers have moved closer to Ukraine.", "Some have moved.", 1)
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Press("e")
	if s := d.Screen(); !strings.Contains(s, "Some have moved.") {
		t.Errorf("what was edited is not shown:\n%s", s)
	}
	if err := os.WriteFile(path, []byte("format: ["), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Press("e")
	if s := d.Screen(); !strings.Contains(s, "Some have moved.") || !strings.Contains(s, "not reloaded") {
		t.Errorf("a broken file has taken the briefing away:\n%s", s)
	}
}

func TestEditWithoutAnEditor(t *testing.T) {
	d, _ := inFile(t)
	d.reader.file.System = external.System{OS: "linux", Getenv: func(string) string { return "" },
		Find: func(string) (string, error) { return "", errors.New("none") }}
	d.Press("e")
	if s := d.Screen(); len(d.Borrowed) > 0 || !strings.Contains(s, "no editor is set: EDITOR=nano, say, sets one") {
		t.Errorf("it has run %q:\n%s", d.Borrowed, s)
	}
}

func TestEditorFails(t *testing.T) {
	d, _ := inFile(t)
	d.Fails = errors.New("running vim: exit status 1")
	d.Press("e")
	if s := d.Screen(); !strings.Contains(s, "the editor failed: running vim: exit status 1; r reads the file again") {
		t.Errorf("nothing is said about it:\n%s", s)
	}
}

// inNoFile is a reader of the built-in briefing, in a folder that has a file
// of the name that a copy would have.
func inNoFile(t *testing.T) *driver {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("briefing.yaml", []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := drive(t, open(tuitest.Parse(t, []byte(data.JSON), data.Name), Options{File: screen.File{Text: func() ([]byte, error) { return data.Briefing, nil }}}), 120, 30)
	desk(d)
	return d
}

func TestEditAsksBeforeItSaves(t *testing.T) {
	d := inNoFile(t)
	d.Press("e")
	if s := d.Screen(); len(d.Borrowed) > 0 || !strings.Contains(s, "This briefing is in no file") || !strings.Contains(s, "as briefing.yaml") {
		t.Fatalf("it does not ask:\n%s", s)
	}
	d.Press("esc")
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 1 {
		t.Fatalf("a file was written without a word: %v, %v", entries, err)
	}
}

// TestEditSavesACopyFirst goes from the built-in briefing to a file of one's
// own, and stays with that.
func TestEditSavesACopyFirst(t *testing.T) {
	d := inNoFile(t)
	d.Press("4", "e", "enter")
	const path = "briefing-2.yaml"
	if text, err := os.ReadFile(path); err != nil || !slices.Equal(text, data.Briefing) {
		t.Fatalf("the copy is another text, %v", err)
	}
	if len(d.Borrowed) != 1 || !strings.HasSuffix(d.Borrowed[0][2], path) {
		t.Fatalf("it has run %q", d.Borrowed)
	}
	if line := lineAt(t, d.Borrowed[0][1]); !strings.Contains(line, "id: kursk-stationed") {
		t.Errorf("the editor begins at %q", line)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data.Briefing), "title: ", "title: Mine, ", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Press("r")
	if s := d.Screen(); !strings.Contains(s, "Mine, ") {
		t.Errorf("the copy is not what is read:\n%s", s)
	}
	d.Press("e")
	if len(d.Borrowed) != 2 || d.reader.Dialogs.Open() {
		t.Errorf("it asks again, or has run %q", d.Borrowed)
	}
}

func TestCopyCannotBeSaved(t *testing.T) {
	d := drive(t, open(tuitest.BuiltIn(t), Options{File: screen.File{Text: func() ([]byte, error) { return []byte("{}"), nil }}}), 120, 30)
	desk(d)
	d.reader.file.save = func(_, name string, _ []byte) (string, error) {
		return "", errors.New("saving a copy: open " + name + ": permission denied")
	}
	d.Press("e", "enter")
	if s := d.Screen(); len(d.Borrowed) > 0 || !strings.Contains(s, "not edited: saving a copy: open briefing.json: permission denied") {
		t.Errorf("it has run %q:\n%s", d.Borrowed, s)
	}
}

func TestEditAtAProblem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "b.yaml")
	text := "format: briefing/1\nid: b\ntitle: B\nas_of: 2024-10-28\nlikely: 1\nauthors: [A]\nissued: soon\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	load := func() (*file.Document, error) { return file.Load(path) }
	doc, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := drive(t, open(doc, Options{File: screen.File{Load: load}}), 80, 24)
	desk(d)
	d.Press("!")
	if s := d.Screen(); !strings.Contains(s, "2 errors, no warnings") || !strings.Contains(s, "enter edits it") {
		t.Fatalf("the problems are not listed:\n%s", s)
	}
	d.Press("j", "enter")
	if want := [][]string{{"vim", "+7", path}}; !reflect.DeepEqual(d.Borrowed, want) {
		t.Errorf("it has run %q, want %q", d.Borrowed, want)
	}
}

func TestProblemsOfAPipeAreThereToBeRead(t *testing.T) {
	d := newDriver(t, tuitest.Parse(t, []byte("format: briefing/1\nid: b\ntitle: B\nas_of: soon\n"), "-"), 80, 24)
	d.Press("!", "enter")
	if s := d.Screen(); !strings.Contains(s, "1 error, no warnings in") || strings.Contains(s, "enter edits") || len(d.Borrowed) > 0 {
		t.Errorf("it has run %q, and shows\n%s", d.Borrowed, s)
	}
}
