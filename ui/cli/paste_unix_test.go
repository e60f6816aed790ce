//go:build unix

package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// withTraps returns an environment in which browser and editor only record that
// they ran, in the file ran.
func withTraps(t *testing.T) (env []string, ran string) {
	t.Helper()
	folder := t.TempDir()
	ran = filepath.Join(folder, "ran")
	trap := filepath.Join(folder, "trap")
	if err := os.WriteFile(trap, []byte("#!/bin/sh\necho \"$@\" >> "+ran+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return []string{"VISUAL=", "EDITOR=" + trap, "BROWSER=" + trap}, ran
}

// bracketed returns a text as a terminal pastes it.
func bracketed(text string) string { return "\x1b[200~" + text + "\x1b[201~" }

// TestPasteRunsNoKeys pastes words full of keys wherever nothing can be typed,
// and then quits with another key.
func TestPasteRunsNoKeys(t *testing.T) {
	for name, keys := range map[string]string{"a list": "5", "a page": "5\r", "the help": "?", "the copy menu": "5y", "the problems": "!", "another view": "2v"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env, ran := withTraps(t)
			s := start(t, launch{env: env, w: 120, h: 40})
			s.expectScreen()
			s.press(keys)
			s.press(bracketed("over the moon, qqq\re\x03"))
			s.expectAgain("thing to paste into here", 1) // "no" may be there already
			s.press("\x03")
			s.wantExit(exitFine)
			if said, err := os.ReadFile(ran); err == nil {
				t.Errorf("a program was run with %q", said)
			}
		})
	}
}

// TestPasteIsTyped pastes wherever text can be typed, and tests that the text
// is there on one line.
func TestPasteIsTyped(t *testing.T) {
	for name, keys := range map[string]string{"a search": "/", "a filter": "F", "the palette": ":", "the search of all": "/\t", "the help": "?/"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{})
			s.expectScreen()
			s.press(keys)
			s.press(bracketed("zw\x1b[31melf\r\nBoxk\u00e4mpfer") + "!?!")
			s.expectAgain("[31melf Boxk\u00e4mpfer", 1)
			s.press("\x03")
			s.wantExit(exitFine)
		})
	}
}

// TestPasteEndsInPieces splits the sequence that ends a paste at every place,
// with a delay, and leaves it out. Keys must work afterwards.
func TestPasteEndsInPieces(t *testing.T) {
	const sign = "\x1b[201~"
	for cut := 1; cut <= len(sign); cut++ {
		for _, gap := range []time.Duration{time.Millisecond, 60 * time.Millisecond, 500 * time.Millisecond} {
			t.Run(fmt.Sprintf("%d bytes, %v", cut, gap), func(t *testing.T) {
				t.Parallel()
				s := start(t, launch{})
				s.expectScreen()
				s.press("/\x1b[200~zwelf" + sign[:cut])
				time.Sleep(gap)
				// A word could be drawn in two frames.
				s.press(sign[cut:] + "\u00df")
				s.expectAgain("zwelf", 1)
				s.expectAgain("\u00df", 1)
				s.press("\x1b")
				s.expectAgain("help", 2)
				s.press("\x03")
				s.wantExit(exitFine)
			})
		}
	}
}

// TestPasteLeavesCtrlC presses ctrl-c once, or repeatedly among other keys,
// during a paste that never ends.
func TestPasteLeavesCtrlC(t *testing.T) {
	for name, open := range map[string]string{"at its start": "\x1b[200~", "in its text": "\x1b[200~words", "in the sign of its end": "\x1b[200~words\x1b[201", "without a prompt": "\x1b\x1b[200~words"} {
		for often, keys := range map[string]string{"once": "\x03", "often": strings.Repeat("\x03", 40), "among others": strings.Repeat("\x03j", 20), "of kitty": "\x1b[99;5u"} {
			t.Run(name+", "+often, func(t *testing.T) {
				t.Parallel()
				s := start(t, launch{})
				s.expectScreen()
				s.press("/" + open)
				time.Sleep(50 * time.Millisecond) // until that is read
				pressed := time.Now()
				step := 1
				if strings.HasPrefix(keys, "\x1b") {
					step = len(keys)
				}
				for i := 0; i < len(keys) && !strings.Contains(s.output(), alternateOff); i += step {
					s.press(keys[i : i+step])
					time.Sleep(100 * time.Millisecond)
				}
				s.wantExit(exitFine)
				t.Logf("ended %v after the first ctrl-c", time.Since(pressed).Round(time.Millisecond))
			})
		}
	}
}

// TestAnswerInPieces splits an answer of the terminal in two: no part of it may
// become a key. The answer contains the key of the editor.
func TestAnswerInPieces(t *testing.T) {
	const answer = "\x1b]11;rgb:eeee/eeee/eeee\a"
	for name, pieces := range map[string][2]string{
		"late":  {answer[:11], answer[11:]},
		"never": {answer[:11], ""},
		"DCS":   {"\x1bP1$r", "0;e q\x1b\\"},
		"mode":  {"\x1b[?2026;", "2$y"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env, ran := withTraps(t)
			s := start(t, launch{env: env, args: []string{tempFile(t, "b.yaml", small)}})
			s.expectScreen()
			s.press(pieces[0])
			time.Sleep(60 * time.Millisecond)
			s.press(pieces[1] + "\x03")
			s.wantExit(exitFine)
			if said, err := os.ReadFile(ran); err == nil {
				t.Errorf("a program was run with %q", said)
			}
		})
	}
}
