package notebook

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

const asWriter = "SITREP_NOTEBOOK_WRITER"

// TestWriter is a program that writes notes into a notebook, one after the other, and
// prints the text of each that is in the file.
func TestWriter(t *testing.T) {
	path := os.Getenv(asWriter)
	if path == "" {
		t.Skip("it is run by other tests")
	}
	const notes = 20
	n := Folder{Path: path, Write: writeFile}.Open("kursk")
	for i := range notes {
		note := n.AddNote(Note{On: "x", Text: fmt.Sprintf("note %d of %d", i, os.Getpid())})
		for all := 1; all > 0; all, _ = n.Unsaved() {
			n.Take(n.Save()())
		}
		fmt.Println(note.Text)
	}
}

func startWriter(t *testing.T, f Folder) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestWriter$")
	c.Env = append(os.Environ(), asWriter+"="+f.Path)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	return c, bufio.NewScanner(out)
}

// TestManyWriters has several programs write into one notebook at once, and kills
// some of them. Nothing may be lost that a program has seen written.
func TestManyWriters(t *testing.T) {
	const writers = 6
	f := tempFolder(t)
	written := make(chan []string)
	for i := range writers {
		c, out := startWriter(t, f)
		go func() {
			var seen []string
			for out.Scan() {
				if strings.HasPrefix(out.Text(), "note ") {
					seen = append(seen, out.Text())
				}
				if kills := i%2 == 0; kills && len(seen) == i+1 {
					time.Sleep(time.Duration(i) * time.Millisecond)
					_ = c.Process.Kill()
				}
			}
			_ = c.Wait()
			written <- seen
		}()
	}
	var want []string
	for range writers {
		want = append(want, <-written...)
	}
	n := opened(t, f, "kursk")
	must(t, n.Err())
	have := map[string]bool{}
	for _, note := range n.Notes() {
		have[note.Text] = true
	}
	for _, text := range want {
		if !have[text] {
			t.Errorf("%q is lost", text)
		}
	}
	if len(want) < 20*writers/2 {
		t.Errorf("only %d notes were written", len(want))
	}
}
