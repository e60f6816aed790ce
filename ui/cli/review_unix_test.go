//go:build unix

package cli

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sitrep/briefing/file"
	"sitrep/briefing/review"
)

// drafts is a briefing with many drafts.
func drafts(many int) string {
	var b strings.Builder
	b.WriteString("# A draft.\nformat: briefing/1\nid: d\ntitle: Drafts\nas_of: 2024\nactors:\n")
	for i := range many {
		fmt.Fprintf(&b, "  # Number %d.\n  - id: a%d\n    name: Actor %d\n    kind: person\n    draft: true\n", i, i, i)
	}
	return b.String()
}

func draftsLeft(t testing.TB, path string) int {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := file.Parse(text, path, nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatalf("the file is not whole: %v %v\n%s", err, doc, text)
	}
	return len(doc.Index().Drafts())
}

// TestReviewInATerminal takes, drops and undoes in a file behind a link, which keeps its
// permissions.
func TestReviewInATerminal(t *testing.T) {
	t.Parallel()
	path := tempFile(t, "d.yaml", drafts(5))
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.yaml")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	s := start(t, launch{args: []string{"review", link}})
	s.expectAgain("5 of 5 left", 1)
	s.press("tdtdu")
	s.expectAgain("undone: dropped: Actor 3", 1)
	s.press("q")
	s.wantExit(exitFine)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := drafts(5)
	for _, i := range []string{"0", "2"} {
		want = strings.Replace(want, "Actor "+i+"\n    kind: person\n    draft: true\n", "Actor "+i+"\n    kind: person\n", 1)
	}
	want = strings.Replace(want, "  # Number 1.\n  - id: a1\n    name: Actor 1\n    kind: person\n    draft: true\n", "", 1)
	if string(text) != want {
		t.Errorf("the file is\n%s\nnot\n%s", text, want)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the permissions are %v, %v", info.Mode(), err)
	}
	if to, err := os.Readlink(link); err != nil || to != path {
		t.Errorf("the link leads to %s, %v", to, err)
	}
	s = start(t, launch{args: []string{"review", link}}) // where one left
	s.expectAgain("2 of 2 left", 1)
	s.press("q")
	s.wantExit(exitFine)
}

// TestReviewKilled kills the program while it takes many drafts. The file is whole at
// any moment, with ever fewer drafts.
func TestReviewKilled(t *testing.T) {
	t.Parallel()
	const many = 80
	path := tempFile(t, "d.yaml", drafts(many))
	for left := many; left > many/4; {
		s := start(t, launch{args: []string{"review", path}})
		s.expectAgain(" left", 1)
		s.press(strings.Repeat("td", 20))
		deadline := time.Now().Add(time.Duration(rand.IntN(200)) * time.Millisecond)
		for before := left; time.Now().Before(deadline) || left == before; {
			now := draftsLeft(t, path)
			if now > left {
				t.Fatalf("%d drafts are left after %d", now, left)
			}
			left = now
		}
		s.must(s.cmd.Process.Kill())
		<-s.ended
		left = draftsLeft(t, path)
	}
	if n := strings.Count(string(read1(t, path)), "# Number"); n < many/4 || n >= many {
		t.Errorf("%d comments are left", n)
	}
}

func read1(t testing.TB, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestTwoReviews has two programs review one file: what one has taken the other shows,
// and does not bring back.
func TestTwoReviews(t *testing.T) {
	t.Parallel()
	path := tempFile(t, "d.yaml", drafts(6))
	one, two := start(t, launch{args: []string{"review", path}}), start(t, launch{args: []string{"review", path}})
	one.expectAgain("6 of 6 left", 1)
	two.expectAgain("6 of 6 left", 1)
	one.press("t")
	two.expectAgain("another program has changed", 1) // before its next key, which takes the message away
	two.press("jjt")
	two.expectAgain("taken: ", 1)
	one.expectAgain("another program has changed", 1)
	for _, s := range []*session{one, two} {
		s.press("q")
		s.wantExit(exitFine)
	}
	if left := draftsLeft(t, path); left != 4 {
		t.Errorf("%d drafts are left", left)
	}
}

// TestRewriteTakesTurns has several goroutines count in a file: none overwrites another.
func TestRewriteTakesTurns(t *testing.T) {
	path := tempFile(t, "n", "0")
	const workers, each = 4, 15
	var done atomic.Int32
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for range each {
				old := string(read1(t, path))
				n, err := strconv.Atoi(old)
				if err != nil {
					t.Error(err)
				}
				switch err := rewrite(path, old, strconv.Itoa(n+1)); {
				case err == nil:
					done.Add(1)
				case !errors.Is(err, review.ErrChanged):
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if got := string(read1(t, path)); got != strconv.Itoa(int(done.Load())) || got == "0" {
		t.Errorf("%d times was written, and it says %s", done.Load(), got)
	}
}

// TestReviewRefuses has files that cannot be written.
func TestReviewRefuses(t *testing.T) {
	t.Parallel()
	readOnly := tempFile(t, "r.yaml", drafts(1))
	if err := os.Chmod(readOnly, 0o444); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		readOnly:                                "is read-only, and review writes it",
		filepath.Join(t.TempDir(), "none.yaml"): "no such file",
		os.DevNull:                              "is not a regular file",
		tempFile(t, "b.yaml", "format: ["):      "syntax",
	} {
		s := start(t, launch{args: []string{"review", path}, w: 200})
		s.expectAgain(want, 1)
		s.expectAgain("hint: ", 1)
		s.wantExit(exitFailed)
	}
}
