package check

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
)

var update = flag.Bool("update", false, "write what the program says into testdata")

// head begins a briefing.
const head = "format: briefing/1\nid: b\ntitle: B\nas_of: 2024-06-12\n"

// TestChecks checks the files in testdata/checks. An archive has the name of
// the code that it is about: bad.yaml provokes it, bad.want is all that is said
// about that file, and about the mended twins nothing is said.
func TestChecks(t *testing.T) {
	for _, code := range checkCodes {
		path := filepath.Join("testdata/checks", code.Code+".txtar")
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Errorf("%s: no test provokes it: %v", code.Code, err)
			continue
		}
		mended := false
		for i, file := range archive.Files {
			switch got := checkOf(t, code, file); {
			case file.Name == "bad.yaml":
				checkWanted(t, path, archive, i, got)
			case strings.HasPrefix(file.Name, "mended"):
				mended = true
				if got != "" {
					t.Errorf("%s: %s is not mended:\n%s", path, file.Name, got)
				}
			}
		}
		if !mended {
			t.Errorf("%s: there is no mended twin", path)
		}
	}
}

// checkWanted compares what is said about the file i with the section bad.want.
func checkWanted(t *testing.T, path string, archive *txtar.Archive, i int, got string) {
	t.Helper()
	code := strings.TrimSuffix(filepath.Base(path), ".txtar")
	if !strings.Contains(got, ": "+code+": ") {
		t.Errorf("%s: the code does not come up:\n%s", path, got)
	}
	want := ""
	if at := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "bad.yaml.want" }); at >= 0 {
		want = string(archive.Files[at].Data)
	}
	diff := cmp.Diff(want, got)
	if diff == "" {
		return
	}
	if !*update {
		t.Errorf("%s:\n%s", path, diff)
		return
	}
	out := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		if f.Name != "bad.yaml.want" {
			out.Files = append(out.Files, f)
		}
		if f.Name == archive.Files[i].Name {
			out.Files = append(out.Files, txtar.File{Name: "bad.yaml.want", Data: []byte(got)})
		}
	}
	if err := os.WriteFile(path, txtar.Format(out), 0o644); err != nil {
		t.Fatal(err)
	}
}

// checkOf returns what is said about a file, problem by problem.
func checkOf(t *testing.T, code file.Code, source txtar.File) string {
	t.Helper()
	if filepath.Ext(source.Name) != ".yaml" {
		return ""
	}
	text := string(source.Data)
	if !strings.Contains(text, "format") {
		text = head + text
	}
	doc, err := file.Parse([]byte(text), "test", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Problems {
		t.Errorf("%s, %s: the loader says: %s", code.Code, source.Name, p)
	}
	var out strings.Builder
	for _, p := range Document(doc) {
		fmt.Fprintf(&out, "%d:%d: %s: [%s] %s\n    %s\n", p.Pos.Line, p.Pos.Col, p.Code, p.Item, p.Message, p.Hint)
		if known, _, ok := FindCode(p.Code); !ok || known.Severity != p.Severity || p.File != "test" || p.Pos.Line == 0 {
			t.Errorf("%s: not as a problem should be: %+v", code.Code, p)
		}
	}
	return out.String()
}

func TestOurBriefingsAreWithoutFault(t *testing.T) {
	for name, text := range map[string][]byte{data.Name: data.Briefing, "template": file.Template()} {
		doc, err := file.Parse(text, name, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range Document(doc) {
			if name == data.Name || p.Code != CodeFromTemplate {
				t.Errorf("%s\n    %s", p, p.Hint)
			}
		}
	}
}

// TestCheckOfHalfABriefing makes sure that nothing is said to be missing where
// the loader has left something out.
func TestCheckOfHalfABriefing(t *testing.T) {
	const text = head + `actors:
  - {id: mayor, name: Mayor, kind: person}
questions:
  - id: q
    text: Is it open?
    claims:
      - id: open
        text: It is open.
        positions:
          - {holder: mayor, stance: afirms}
bottom_line: Nobody knows.
`
	doc, err := file.Parse([]byte(text), "test", nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range Document(doc) {
		got = append(got, p.Code)
	}
	if diff := cmp.Diff([]string{file.CodeBadValue, CodeBottomLineWithoutReference}, got); diff != "" {
		t.Error(diff)
	}
}

// TestFaults makes sure that a reader is told of errors and of nothing else.
func TestFaults(t *testing.T) {
	const text = head + `bottom_line: Nobody knows.
sources:
  - {id: ap, title: T, kind: article, text: "Yes, yes."}
events:
  - {id: e, title: E, when: 2024, evidence: [ap: "no", ap: "yes"]}
  - {id: f, title: F, when: 2024, evidence: [ap: "Nope"], nonsense: 1}
`
	doc, err := file.Parse([]byte(text), "test", nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range Faults(doc, briefing.NewIndex(doc.Briefing)) {
		got = append(got, p.Code+" "+p.Item)
		if p.Severity != file.Error {
			t.Errorf("not an error: %s", p)
		}
	}
	if diff := cmp.Diff([]string{"quote-missing e", "quote-missing f", "unknown-key f"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestInCircle(t *testing.T) {
	ids := strings.Fields("a b c d e f g h i")
	for n, want := range map[int]string{
		1: "a, a", 2: "a, b, a", 8: "a, b, c, d, e, f, g, h, a", 9: "a, b, c, d, e, f, g, h, …",
	} {
		if got := inCircle(ids[:n]); got != want {
			t.Errorf("%d in a circle: %s, want %s", n, got, want)
		}
	}
	if strings.Join(ids, " ") != "a b c d e f g h i" {
		t.Errorf("naming a circle has changed it: %v", ids)
	}
}
