package tui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"": "",
		"plain\ntext — 各国 हिन्दी 👍🏽":   "plain\ntext — 各国 हिन्दी 👍🏽",
		"\x1b[1;38:5:4mlooks\x1b[m":    "\x1b[1;38:5:4mlooks\x1b[m",
		"a\x1b]0;x\x07b":               "a\ufffd]0;x\ufffdb",
		"a\x1b[2Jb\x1b[?1049l\x1b":     "a\ufffd[2Jb\ufffd[?1049l\ufffd",
		"a\x1b[1":                      "a\ufffd[1",
		"\u009b31m\x9b\x7f\r\t\u2028x": "\ufffd31m\ufffd\ufffd\ufffd\ufffd\ufffdx",
		"\u202e\u2066\ufeff\x00":       "\ufffd\ufffd\ufffd\ufffd",
	} {
		got := sanitized(in)
		if got != want {
			t.Errorf("%+q becomes %+q, want %+q", in, got, want)
		}
		if again := sanitized(got); again != got {
			t.Errorf("%+q becomes %+q the second time", got, again)
		}
	}
}

// TestForgottenText puts hostile texts where the App keeps texts of its own, as
// a mistake would: the screen stays clean.
func TestForgottenText(t *testing.T) {
	for _, text := range hostileTexts {
		d := newDriver(t, emptyBriefing(), 80, 24)
		d.app.status = text
		checkClean(t, "the status line", looks.ReplaceAllString(d.app.View().Content, ""))
	}
}

// TestHostileErrors has what the system says hold hostile texts: the names of
// files and programs do.
func TestHostileErrors(t *testing.T) {
	for _, text := range hostileTexts {
		err := errors.New("open " + text + ": not allowed")
		for name, msg := range map[string]tea.Msg{
			"edited": editedMsg{err: err}, "editor failed": editedMsg{ran: true, err: err}, "saved": savedMsg{err: err},
			"visited": visitedMsg{"https://example.org/", err}, "loaded": loadedMsg{number: 0, err: err}, "watching": watchingMsg{err: err}, "changed": changedMsg{err: err},
		} {
			d := newDriver(t, emptyBriefing(), 80, 24)
			d.send(msg)
			checkClean(t, name, looks.ReplaceAllString(strings.Join(d.app.screen(), "\n"), ""))
		}
	}
}

// TestHostilePaste pastes hostile texts wherever one can type, and types them.
func TestHostilePaste(t *testing.T) {
	for _, text := range append([]string{"\n", "\t", "\u2028", "\r\n\v"}, hostileTexts...) {
		for _, keys := range [][]string{{"/"}, {"F"}, {":"}, {"?"}, {"2"}} {
			d := newDriver(t, emptyBriefing(), 100, 30)
			desk(d)
			d.press(keys...)
			d.send(tea.PasteMsg{Content: text})
			d.send(tea.KeyPressMsg{Code: tea.KeyExtended, Text: text})
			d.press("left", "backspace")
			checkClean(t, "after "+keys[0], looks.ReplaceAllString(strings.Join(d.app.screen(), "\n"), ""))
			d.screen()
			d.press("enter")
			checkClean(t, "after "+keys[0]+" and enter", looks.ReplaceAllString(strings.Join(d.app.screen(), "\n"), ""))
			d.screen()
		}
	}
}
