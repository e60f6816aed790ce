package export

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// TestCopyStops makes no more of a text than terminals take, where the count
// beforehand does not see how long it gets.
func TestCopyStops(t *testing.T) {
	const copies, nameBytes = 2000, 1000
	x := copiedIndex(t, fmt.Sprintf(`"actors":[{"id":"a","name":"%s","kind":"person"}],"questions":[{"id":"q","text":"Q","claims":[{"id":"c","text":"C","positions":[%s]}]}]`,
		strings.Repeat("N", nameBytes), repeated(`{"holder":"a","stance":"affirms"}`, copies)))
	position := x.StandsOn("c")[copies-1].Ref() // Markdown shows it with its claim
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	text := itemMarkdown(x, position)
	runtime.ReadMemStats(&after)
	if len(text) <= MaxCopy || len(text) > 4*MaxCopy {
		t.Errorf("%d bytes of Markdown, where terminals take %d", len(text), MaxCopy)
	}
	if made := after.TotalAlloc - before.TotalAlloc; made > copies*nameBytes*3/2 {
		t.Errorf("%d bytes were made for %d", made, len(text))
	}
}

// TestLeastBytes counts the lists that make the text of an event long.
func TestLeastBytes(t *testing.T) {
	x := copiedIndex(t, fmt.Sprintf(`"actors":[{"id":"a","name":"N","kind":"person"}],"events":[{"id":"e","title":"E","when":{"date":"2024","alternatives":[%s]}},{"id":"f","title":"F","when":"2024","actors":[%s]},{"id":"g","title":"G","when":"2024","actors":["a"]}]`,
		repeated(`{"date":"2023"}`, MaxCopy/16+1), repeated(`"a"`, MaxCopy/3+1)))
	for id, much := range map[string]bool{"e": true, "f": true, "g": false} {
		ref := briefing.Ref{Kind: briefing.KindEvent, ID: id}
		if n := leastBytes(x, ref); n > MaxCopy != much {
			t.Errorf("%s: at least %d bytes", id, n)
		}
		if much && len(itemText(x, ref)) <= MaxCopy {
			t.Errorf("%s is not as long as it is said to be", id)
		}
	}
}

func repeated(text string, times int) string {
	return strings.TrimSuffix(strings.Repeat(text+",", times), ",")
}

func copiedIndex(t *testing.T, members string) *briefing.Index {
	t.Helper()
	doc, err := file.Parse([]byte(`{"format":"briefing/1","id":"b","title":"B","as_of":"2024",`+members+`}`), "b", nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Index()
}
