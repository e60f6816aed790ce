//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestConfined reads a folder as a user who may only read: what is not CLEAR is not
// there, the keys that lead out say so, and nothing is written but the notebook.
func TestConfined(t *testing.T) {
	folder, data := t.TempDir(), t.TempDir()
	open := "format: briefing/1\nid: open\ntitle: Open plan\nas_of: 2024\ntlp: CLEAR\nevents: [{id: e, title: Talks, when: 2024}]\n"
	writeFile(t, filepath.Join(folder, "a.yaml"), open)
	writeFile(t, filepath.Join(folder, "b.yaml"), strings.NewReplacer("Open", "Closed", "open", "closed", "CLEAR", "GREEN").Replace(open))
	writeFile(t, filepath.Join(folder, "c.yaml"), strings.NewReplacer("Open", "Unmarked", "open", "unmarked", "tlp: CLEAR\n", "").Replace(open))
	s := start(t, launch{args: []string{"--confined", folder}, env: []string{"XDG_DATA_HOME=" + data, "XDG_CACHE_HOME=" + t.TempDir(), "EDITOR=touch " + filepath.Join(folder, "edited")}, w: 120, h: 30})
	s.expectAgain("Open plan", 1)
	s.press("W")
	s.expectAgain("off here", 1)
	s.press("\r")
	s.expectAgain("Timeline", 1)
	s.press("2")
	s.expectAgain("Talks", 1)
	s.press("e")
	s.press("aMy note\r")
	s.press("\x03")
	s.wantExit(0)
	if out := s.output(); strings.Contains(out, "Closed plan") || strings.Contains(out, "Unmarked plan") {
		t.Errorf("what is withheld was shown:\n%q", out)
	}
	if out := s.output(); strings.Contains(out, "b.yaml") || strings.Contains(out, "c.yaml") {
		t.Errorf("the name of what is withheld was shown:\n%q", out)
	}
	if names, err := os.ReadDir(folder); err != nil || len(names) != 3 {
		t.Errorf("in the folder are %v, %v", names, err)
	}
	if notes, err := os.ReadFile(filepath.Join(data, "sitrep", "notebook", "open.yaml")); err != nil || !strings.Contains(string(notes), "My note") {
		t.Errorf("the notebook says %q, %v", notes, err)
	}
}

// TestServedWithoutIndex wants a reader that leaves its index to a server to end where
// there is none.
func TestServedWithoutIndex(t *testing.T) {
	folder := t.TempDir()
	s := start(t, launch{args: []string{"--confined", "--served", folder}, env: []string{"XDG_CACHE_HOME=" + t.TempDir()}})
	s.expectAgain("there is no index of the folder", 1)
	s.wantExit(exitFailed)
}
