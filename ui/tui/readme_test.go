package tui

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"sitrep/briefing/check"
	"sitrep/briefing/export"
	"sitrep/briefing/importer"
	"sitrep/ui/tui/tuitest"
)

var update = flag.Bool("update", false, "rewrite the tables of the documentation and the screen in the README")

// TestReadme keeps the tables of the documentation equal to the lists that the program
// works by, and the screen in the README to what its sample looks like; -update
// rewrites them.
func TestReadme(t *testing.T) {
	var keys, formats, kinds strings.Builder
	keys.WriteString("| key | does |\n|---|---|\n")
	formats.WriteString("| format | what it is |\n|---|---|\n")
	kinds.WriteString("| kind | what it is and becomes |\n|---|---|\n")
	for _, b := range Bindings() {
		fmt.Fprintf(&keys, "| `%s` | %s |\n", strings.ReplaceAll(b.Help().Key, "|", "\\|"), b.Name)
	}
	for _, f := range export.Formats {
		fmt.Fprintf(&formats, "| `%s` | %s |\n", f.Name, f.Summary)
	}
	for _, f := range importer.Formats {
		fmt.Fprintf(&kinds, "| `%s` | %s |\n", f.Name, f.Summary)
	}
	keep := func(page, mark string, text func(old string) string) {
		path := "../../" + page
		old, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		now := between(t, string(old), mark, text(string(old)))
		switch {
		case now == string(old):
		case *update:
			if err := os.WriteFile(path, []byte(now), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("what %s has as %s differs from the program; run go test ./ui/tui -update", page, mark)
		}
	}
	keep("README.md", "screen", func(readme string) string { return sampleScreen(t, readme) })
	keep(".github/reading.md", "keys", func(string) string { return keys.String() })
	keep(".github/commands.md", "formats", func(string) string { return formats.String() })
	keep(".github/import.md", "kinds", func(string) string { return kinds.String() })
}

// sampleScreen returns what the sample in the README looks like on the screen,
// after the keys that the README names.
func sampleScreen(t *testing.T, readme string) string {
	t.Helper()
	_, rest, _ := strings.Cut(readme, "<!-- sample -->\n```yaml\n")
	sample, _, ok := strings.Cut(rest, "```\n<!-- /sample -->")
	if !ok {
		t.Fatal("the README has no sample")
	}
	doc := tuitest.Parse(t, []byte(sample), "bridge.yaml")
	for _, p := range check.Document(doc) {
		t.Errorf("the sample in the README: %s", p)
	}
	d := newDriver(t, doc, 80, 17)
	d.Press("4", "j", "enter")
	return "```\n" + strings.TrimRight(d.Screen(), "\n") + "\n```"
}

// between puts text between two marks.
func between(t *testing.T, in, mark, text string) string {
	t.Helper()
	before, rest, ok := strings.Cut(in, "<!-- "+mark+" -->\n")
	_, after, closed := strings.Cut(rest, "<!-- /"+mark+" -->")
	if !ok || !closed {
		t.Fatalf("there are no marks for %s", mark)
	}
	return before + "<!-- " + mark + " -->\n" + strings.TrimRight(text, "\n") + "\n<!-- /" + mark + " -->" + after
}

func TestNoKeyIsBoundTwice(t *testing.T) {
	seen := map[string]string{}
	for _, b := range Bindings() {
		for _, k := range b.Keys() {
			if other, ok := seen[k]; ok {
				t.Errorf("%s is bound to %q and to %q", k, other, b.Name)
			}
			seen[k] = b.Name
		}
	}
}
