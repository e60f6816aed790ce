//go:build unix

package cli

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// portions is a briefing marked GREEN, in which an event is marked RED.
const portions = "format: briefing/1\nid: b\ntitle: Plan\nas_of: 2024-06-12\ntlp: GREEN\n" +
	"events: [{id: raid, title: Raid at dawn, when: 2024-06-11, tlp: RED}, {id: talks, title: Talks, when: 2024-06-11}]\n"

// TestReaderWithholds reads a file, by itself and from its folder, with a limit:
// what is above it comes to no screen, not even when the file is read again.
func TestReaderWithholds(t *testing.T) {
	path := tempFile(t, "b.yaml", portions)
	for name, args := range map[string][]string{"file": {"--max-tlp", "GREEN", path}, "folder": {"--max-tlp", "green", filepath.Dir(path)}} {
		t.Run(name, func(t *testing.T) {
			writeFile(t, path, portions)
			s := start(t, launch{args: args, w: 100, h: 30})
			s.expectAgain("A part of the briefing: withheld", 1)
			if name == "folder" {
				s.press("\r")
			}
			s.expectAgain("Timeline", 1)
			s.press("2")
			s.expectAgain("Talks", 1)
			writeFile(t, path, strings.Replace(portions, "Talks", "Ceasefire", 1))
			s.press("r")
			s.expectAgain("Ceasefire", 1)
			// What is said of the file that was read again can come right behind the
			// answer, and take its place.
			for began := time.Now(); !strings.Contains(s.output(), "not edited") && time.Since(began) < patience; time.Sleep(50 * time.Millisecond) {
				s.press("e")
			}
			s.expectAgain("not edited", 1)
			s.press("\x03")
			s.wantExit(0)
			if strings.Contains(strings.ToLower(s.output()), "raid") {
				t.Errorf("what is withheld was shown:\n%q", s.output())
			}
		})
	}
}

// TestOpenWithholds opens a briefing from the reader with a limit: what is above it
// comes to no screen, whether a briefing or a folder was shown before.
func TestOpenWithholds(t *testing.T) {
	path := tempFile(t, "b.yaml", portions)
	secret := tempFile(t, "red.yaml", "format: briefing/1\nid: r\ntitle: Secret plan\nas_of: 2024\ntlp: RED\n")
	for name, args := range map[string][]string{"file": {"--max-tlp", "GREEN", path}, "folder": {"--max-tlp", "GREEN", filepath.Dir(path)}} {
		t.Run(name, func(t *testing.T) {
			s := start(t, launch{args: args, w: 200, h: 30})
			s.expectAgain("A part of the briefing: withheld", 1)
			s.press(":open " + secret + "\r")
			s.expectAgain("not opened: withheld", 1)
			s.press("\x03")
			s.wantExit(0)
			if strings.Contains(s.output(), "Secret plan") {
				t.Errorf("what is withheld was shown:\n%q", s.output())
			}
		})
	}
}

// TestAcrossWithholds looks from a file into the others of its folder, with a limit:
// what is above it comes to no screen and into no index.
func TestAcrossWithholds(t *testing.T) {
	const text = "format: briefing/1\nid: %ID\ntitle: Plan %ID\nas_of: 2024-06-12\ntlp: %TLP\nactors: [{id: fox, name: Fox, kind: person}]\n" +
		"questions: [{id: q, text: Is there a raid?, claims: [" +
		"{id: c, text: There is one., positions: [{holder: fox, stance: denies, said: 2024-06-1%ID}]}, " +
		"{id: d, text: It is called %SECRET., tlp: RED, positions: [{holder: fox, stance: affirms, said: 2024-06-11}]}]}]\n"
	path := tempFile(t, "1.yaml", strings.NewReplacer("%ID", "1", "%TLP", "GREEN", "%SECRET", "Nightfall").Replace(text))
	for id, label := range map[string]string{"2": "GREEN", "3": "RED"} {
		writeFile(t, filepath.Join(filepath.Dir(path), id+".yaml"), strings.NewReplacer("%ID", id, "%TLP", label, "%SECRET", "Nightfall").Replace(text))
	}
	cache := t.TempDir()
	s := start(t, launch{args: []string{"--max-tlp", "GREEN", path}, env: []string{"HOME=" + cache, "XDG_CACHE_HOME=" + cache}, w: 100, h: 30})
	s.expectAgain("A part of the briefing: withheld", 1)
	s.press("3A")
	s.expectAgain("Across 2 briefings, TLP:GREEN: Fox", 1)
	s.expectAgain("2 positions", 1)
	s.press("j\r")
	s.expectAgain("Circumstances", 1)
	s.press("\x1b")
	s.expectAgain("back in Plan 1", 1)
	s.press("\x03")
	s.wantExit(0)
	if strings.Contains(s.output(), "Nightfall") || strings.Contains(s.output(), "Plan 3") {
		t.Errorf("what is withheld was shown:\n%q", s.output())
	}
	found := 0
	err := filepath.WalkDir(cache, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		found++
		data, err := os.ReadFile(name)
		if bytes.Contains(bytes.ToLower(data), []byte("nightfall")) {
			t.Errorf("what is withheld is in %s", name)
		}
		return err
	})
	if err != nil || found == 0 {
		t.Errorf("%d files in the cache, %v", found, err)
	}
}
