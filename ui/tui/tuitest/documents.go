package tuitest

import (
	"errors"
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/data"
)

// BuiltIn reads the built-in briefing.
func BuiltIn(t testing.TB) *file.Document {
	t.Helper()
	return Parse(t, data.Briefing, data.Name)
}

// Parse reads a briefing.
func Parse(t testing.TB, text []byte, name string) *file.Document {
	t.Helper()
	doc, err := file.Parse(text, name, nil)
	if err != nil {
		t.Fatalf("reading %s: %v", name, err)
	}
	return doc
}

// HardTexts are texts that break layouts.
var HardTexts = []string{
	"朝鮮民主主義人民共和国の部隊がロシアに派遣されたという報道について、各国の立場は分かれている。",
	"הכוחות הצפון קוריאנים נשלחו לרוסיה, כך לפי דובר הפנטגון",
	"القوات الكورية الشمالية في روسيا بحسب المتحدث",
	"हिन्दी में एक लंबा शीर्षक जो स्तंभों को तोड़ सकता है",
	"น้ำท่วมใหญ่ในภาคเหนือของประเทศไทย",
	"👨‍👩‍👧‍👦 family 👍🏽 thumbs ❤️ heart 🇺🇦 flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿 England 1️⃣ keycap",
	strings.Repeat("a very long title that goes on and on ", 8),
	strings.Repeat("unbreakable", 30),
	"e\u0301\u0302\u0303 combining marks a\u0308",
	"[[missing]] and [[|]] and ]] and [[ half open",
	" ",
}

// Watch tells of changes that a test has ready.
type Watch struct {
	Changes []error
	Closed  int
}

// ErrOver says that no more changes are ready.
var ErrOver = errors.New("no more of it")

// Next returns the next change.
func (w *Watch) Next() error {
	if len(w.Changes) == 0 {
		return ErrOver
	}
	err := w.Changes[0]
	w.Changes = w.Changes[1:]
	return err
}

// Close counts that it was closed.
func (w *Watch) Close() error {
	w.Closed++
	return nil
}
