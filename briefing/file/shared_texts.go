package file

import "strings"

// Texts are the texts of files that are read one after the other, each text once.
// Versions of a briefing then share what they have in common, and their bytes can be
// freed: without Texts, a text is often a part of them. The zero value is ready to
// use. It is not needed once the files are read.
type Texts struct{ copies map[string]string }

// of returns the copy of a text, or the text itself if t is nil.
func (t *Texts) of(text string) string {
	if t == nil {
		return text
	}
	known, ok := t.copies[text]
	if !ok {
		if t.copies == nil {
			t.copies = map[string]string{}
		}
		known = strings.Clone(text)
		t.copies[known] = known
	}
	return known
}
