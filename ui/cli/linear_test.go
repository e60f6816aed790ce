package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestReadmeLineByLine types the commands of the documentation, and gets the answers that it
// shows.
func TestReadmeLineByLine(t *testing.T) {
	page, err := os.ReadFile("../../.github/reading.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "<!-- line by line -->\n```\n")
	shown, _, ok := strings.Cut(rest, "```\n<!-- /line by line -->")
	if !ok {
		t.Fatal("the documentation shows no reading line by line")
	}
	var typed strings.Builder
	for line := range strings.Lines(shown) {
		if command, ok := strings.CutPrefix(line, "> "); ok {
			typed.WriteString(command)
		}
	}
	var out, errs bytes.Buffer
	code := Main([]string{"--linear", "--no-notebook"}, Streams{In: strings.NewReader(typed.String()), Out: &out, Err: &errs, Getenv: func(string) string { return "" }})
	if code != exitFine || errs.Len() > 0 || !strings.HasSuffix(out.String(), shown+"> \n") {
		t.Errorf("exit code %d, %s; it says\n%s", code, errs.String(), out.String())
	}
}

// BenchmarkLinear reads the built-in briefing to its first row.
func BenchmarkLinear(b *testing.B) {
	for b.Loop() {
		var out bytes.Buffer
		Main([]string{"--linear", "--no-notebook"}, Streams{In: strings.NewReader(""), Out: &out, Err: &out, Getenv: func(string) string { return "" }})
	}
}
