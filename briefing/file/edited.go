package file

import (
	"bytes"
	"crypto/sha256"

	"sitrep/briefing"
)

// complaint says what is wrong with an edited text, and what to do then.
type complaint struct{ unreadable, differs, hint string }

// checkEdited returns an error unless a text reads as want, with at most so many
// problems more than before.
func checkEdited(text string, before *Document, want *briefing.Briefing, more int, says complaint) error {
	after, err := parse(text, "briefing", anyText)
	if err != nil {
		return briefing.NewHintError(says.unreadable+err.Error(), says.hint)
	}
	wanted, err := sum(want)
	if err != nil {
		return err
	}
	got, err := sum(after.Briefing)
	if err != nil {
		return err
	}
	if bytes.Equal(wanted, got) && len(after.Problems) <= len(before.Problems)+more {
		return nil
	}
	if len(before.Problems) > 0 {
		says.hint = "mend first what sitrep check says about it, or " + says.hint
	}
	return briefing.NewHintError(says.differs, says.hint)
}

// sum returns a hash of what a briefing says.
func sum(b *briefing.Briefing) ([]byte, error) {
	hash := sha256.New() // texts can be large
	err := WriteJSON(hash, b)
	return hash.Sum(nil), err
}

// anyText stands for the files that text_file names, which do not matter here.
func anyText(string) ([]byte, error) { return []byte("text"), nil }
