package terminal

import (
	"testing"

	"sitrep/briefing/width"
)

func TestCountable(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain",
		"\U0001f468\u200d\U0001f469\u200d\U0001f467":     "\U0001f468\U0001f469\U0001f467",
		"\u2764\ufe0f\u200d\U0001f525 a":                 "\u2764\ufe0f\U0001f525 a",
		"\U0001f469\U0001f3fd\u200d\U0001f4bb":           "\U0001f469\U0001f3fd\U0001f4bb",
		"क्\u200dष, \U0001f468\u200d\U0001f469 و\u200dو": "क्\u200dष, \U0001f468\U0001f469 و\u200dو",
		"\u200d": "\u200d",
	} {
		if got := countable(width.Wc, in); got != want {
			t.Errorf("%+q becomes %+q, want %+q", in, got, want)
		}
		if width.Wc.Of(in) != width.Wc.Of(want) {
			t.Errorf("%+q takes other cells than %+q", in, want)
		}
		if got := countable(width.Grapheme, in); got != in {
			t.Errorf("by graphemes %+q becomes %+q", in, got)
		}
	}
}
