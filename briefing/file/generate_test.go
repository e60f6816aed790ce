package file

import (
	"bytes"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/sample"
)

// generate returns a generated briefing of so many items, as it is read.
func generate(tb testing.TB, items int) *briefing.Briefing {
	tb.Helper()
	doc, err := Parse(sample.JSON(items), "generated", nil)
	if err != nil {
		tb.Fatal(err)
	}
	if len(doc.Problems) > 0 {
		tb.Fatal(doc.Problems[0])
	}
	return doc.Briefing
}

// jsonOf returns b as a JSON file.
func jsonOf(tb testing.TB, b *briefing.Briefing) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := WriteJSON(&out, b); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}
