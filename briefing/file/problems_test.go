package file

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sitrep/briefing/clean"
)

var update = flag.Bool("update", false, "write what the program says into testdata")

// head is put before those YAML files of testdata/problems that do not name a
// format.
const head = "format: briefing/1\nid: b\ntitle: B\nas_of: 2024-06-12\n"

// TestProblems loads the files in testdata/problems. An archive has the name of
// the code that it is about; each file in it is followed by what is said about
// it, problem by problem: place, code, item, message, hint.
func TestProblems(t *testing.T) {
	archives, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no test data", err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		code := strings.TrimSuffix(filepath.Base(path), ".txtar")
		var files []txtar.File
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".want") {
				continue
			}
			got := problemsOf(t, file)
			if !strings.Contains(got, ": "+code+": ") {
				t.Errorf("%s, %s: %s does not come up", path, file.Name, code)
			}
			if strings.Contains(got, "\n    \n") {
				t.Errorf("%s, %s: there is a problem without a hint:\n%s", path, file.Name, got)
			}
			want := wantFor(archive, file.Name)
			files = append(files, file, txtar.File{Name: file.Name + ".want", Data: []byte(got)})
			if diff := cmp.Diff(want, got); diff != "" && !*update {
				t.Errorf("%s, %s:\n%s", path, file.Name, diff)
			}
		}
		if archive.Files = files; *update {
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func wantFor(archive *txtar.Archive, name string) string {
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == name+".want" })
	if i < 0 {
		return ""
	}
	return string(archive.Files[i].Data)
}

// problemsOf loads file from a folder with some texts in it.
func problemsOf(t *testing.T, file txtar.File) string {
	t.Helper()
	text := string(file.Data)
	if !strings.Contains(text, "format") && filepath.Ext(file.Name) == ".yaml" {
		text = head + text
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		file.Name: text, "ap.txt": "\ufeffClosed.\r\n", "latin1.txt": "caf\xe9", "big.txt": strings.Repeat("x", maxScalar+1),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	doc, err := Load(filepath.Join(dir, file.Name))
	var refused *LoadError
	if errors.As(err, &refused) {
		return "refused: " + describeProblem(refused.Problem)
	}
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, p := range doc.Problems {
		out.WriteString(describeProblem(p))
		if p.Severity != Error || filepath.Base(p.File) != file.Name {
			t.Errorf("severity %v, file %s", p.Severity, p.File)
		}
	}
	checkClean(t, doc)
	return out.String()
}

func describeProblem(p Problem) string {
	return fmt.Sprintf("%d:%d: %s: [%s] %s\n    %s\n", p.Pos.Line, p.Pos.Col, p.Code, p.Item, p.Message, p.Hint)
}

// checkClean fails if a text of the document is not clean.
func checkClean(t *testing.T, doc *Document) {
	t.Helper()
	for _, p := range doc.Problems {
		for _, s := range []string{p.File, p.Item, p.Message, p.Hint, p.Code} {
			if s != clean.Line(s) {
				t.Errorf("not clean: %+q", s)
			}
		}
	}
	for _, s := range textsOf(doc.Briefing) {
		if s != clean.Text(s) {
			t.Errorf("not clean: %+q", s)
		}
	}
}

// TestEveryCode makes sure that each code is explained and has a case that
// provokes it.
func TestEveryCode(t *testing.T) {
	provoked := map[string]bool{}
	for _, code := range limitCodes {
		provoked[code] = true
	}
	for _, c := range LoadCodes {
		_, err := os.Stat(filepath.Join("testdata/problems", c.Code+".txtar"))
		if err != nil && !provoked[c.Code] {
			t.Errorf("%s: no test provokes it", c.Code)
		}
	}
	for _, c := range LoadCodes {
		if found := FindCode(LoadCodes, c.Code); found != c || c.Meaning == "" || c.Do == "" || !IsID(c.Code) {
			t.Errorf("%+v is not explained, or not once", c)
		}
	}
}

// TestEveryProblem looks at all that is said in testdata/problems: it has a
// place, and a code that is in the table.
func TestEveryProblem(t *testing.T) {
	archives, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range archives {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimPrefix(line, "refused: ")
			var row, col int
			var code string
			if n, _ := fmt.Sscanf(line, "%d:%d: %s", &row, &col, &code); n < 3 {
				continue
			}
			code = strings.TrimSuffix(code, ":")
			if row < 1 || col < 1 {
				t.Errorf("%s: no place: %s", path, line)
			}
			if !slices.ContainsFunc(LoadCodes, func(c Code) bool { return c.Code == code }) {
				t.Errorf("%s: %s is not in the table of codes", path, code)
			}
		}
	}
}
