package sentence

import (
	"strings"
	"testing"
)

func TestAround(t *testing.T) {
	for _, c := range []struct{ language, text string }{
		{"en", "The U.S. President came. |He said “Stop.” |She went."},
		{"de", "Am 5. November, z. B. in Kyjiw. |Dann nicht mehr."},
		{"xx", "一。|二！|三"},
		{"en", "Really?! |Yes."},
	} {
		text := strings.ReplaceAll(c.text, "|", "")
		from := 0
		for want := range strings.SplitSeq(c.text, "|") {
			for at := from; at < from+len(want); at++ {
				start, end := For(c.language).Around(text, at)
				if text[start:end] != want {
					t.Errorf("%q: around byte %d is %q, want %q", text, at, text[start:end], want)
				}
			}
			from += len(want)
		}
	}
}

// TestAroundLooksNotFar has a text without an end of a sentence parted.
func TestAroundLooksNotFar(t *testing.T) {
	text := strings.Repeat("é so on ", 1<<16)
	start, end := For("en").Around(text, len(text)/2+1)
	if end-start > 2*farthest+2 || start >= end {
		t.Errorf("the sentence is %d bytes long", end-start)
	}
}

// FuzzAround holds every part of a text to be in one sentence, which follows the one
// before it.
func FuzzAround(f *testing.F) {
	f.Add("Am 5. November, z. B. u. a. Yahoo! Japan i. d. R. . . .", "de")
	f.Add("\n\n\n- a\n- b ?! …\xff", "")
	f.Add("“A.” (B.) C。」D", "xx")
	f.Fuzz(func(t *testing.T, text, language string) {
		r := For(language)
		for at := 0; at < len(text); {
			start, end := r.Around(text, at)
			if start != at || end <= at || end > len(text) {
				t.Fatalf("%q: around byte %d are bytes %d to %d", text, at, start, end)
			}
			at = end
		}
	})
}
