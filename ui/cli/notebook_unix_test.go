//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"sitrep/data/notebook"
)

// readingWithNotes starts the reader on a file, with a notebook in a folder.
func readingWithNotes(t *testing.T, path, folder string) *session {
	t.Helper()
	s := start(t, launch{args: []string{path}, env: []string{"XDG_DATA_HOME=" + filepath.Join(folder, "data"), "XDG_STATE_HOME=" + filepath.Join(folder, "state")}, w: 100, h: 30})
	s.expectScreen()
	return s
}

// TestNotebookOutlivesTheProgram writes a note, kills the program as soon as it is in a file,
// and comes back to the place and the note. Then it changes the file.
func TestNotebookOutlivesTheProgram(t *testing.T) {
	t.Parallel()
	path, folder := tempFile(t, "x.yaml", small), t.TempDir()
	s := readingWithNotes(t, path, folder)
	s.press("2")
	s.press("a")
	s.expectAgain("Note ", 1)
	s.press("Ask again\r")
	kept := filepath.Join(folder, "data", "sitrep", "notebook")
	for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
		files, _ := filepath.Glob(filepath.Join(kept, "*.yaml"))
		if len(files) > 0 {
			text, err := os.ReadFile(files[0])
			must(t, err)
			if !strings.Contains(string(text), `text: "Ask again"}`) {
				t.Fatalf("a part of the notebook is there:\n%s", text)
			}
			if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("its permissions are %v, %v", info.Mode(), err)
			}
			break
		}
		if time.Now().After(end) {
			t.Fatal("the note is not in a file")
		}
	}
	s.kill(syscall.SIGKILL)
	s.exit()

	s = readingWithNotes(t, path, folder)
	s.expectAgain("1 note", 1)
	s.press("q")
	s.wantExit(exitFine)

	text, err := os.ReadFile(path)
	must(t, err)
	writeFile(t, path, strings.Replace(string(text), "title: ", "title: Again ", 1)+"gaps: [Nobody knows why.]\n")
	s = readingWithNotes(t, path, folder)
	s.expectAgain("today: 1 new", 1)
	s.press("D")
	s.expectAgain("Nobody knows why.", 1)
	s.kill(syscall.SIGTERM)
	s.exit()
	if is, err := os.ReadFile(path); err != nil || !strings.Contains(string(is), "gaps:") {
		t.Errorf("the briefing is %q, %v", is, err)
	}
}

// TestNotebookIsOff runs the reader without a notebook.
func TestNotebookIsOff(t *testing.T) {
	t.Parallel()
	path, folder := tempFile(t, "x.yaml", small), t.TempDir()
	s := start(t, launch{args: []string{"--" + noNotebookFlag, path}, env: []string{"XDG_DATA_HOME=" + folder, "XDG_STATE_HOME=" + folder}})
	s.expectScreen()
	s.press("m")
	s.expectAgain("there is no notebook", 1)
	s.press("q")
	s.wantExit(exitFine)
	if files, err := os.ReadDir(folder); err != nil || len(files) > 0 {
		t.Errorf("it wrote %v, %v", files, err)
	}
}

// TestNotebooksOfTwoPrograms has two stores with the program's own writer change one
// notebook at once.
func TestNotebooksOfTwoPrograms(t *testing.T) {
	folder := notebook.Folder{Path: filepath.Join(t.TempDir(), "notebook"), Write: saveForUser}
	a, b := folder.Open("x"), folder.Open("x")
	for i := range 20 {
		n := []*notebook.Notebook{a, b}[i%2]
		n.AddNote(notebook.Note{On: "e", Text: strings.Repeat("x", i+1)})
		n.Take(n.Save()())
		must(t, n.Err())
	}
	a.Take(a.Load()())
	if got := len(a.Notes()); got != 20 {
		t.Errorf("%d notes", got)
	}
}
