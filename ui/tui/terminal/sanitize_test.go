package terminal

import "testing"

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
