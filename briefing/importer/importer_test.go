package importer

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep/briefing/file"
)

var update = flag.Bool("update", false, "write the files in testdata anew")

// samples returns the files of testdata/NAME, for each format, as other
// programs write them. Beside each is what it becomes, in a file with the
// suffix .golden.
func samples(t testing.TB, format string) (names []string) {
	t.Helper()
	all, err := filepath.Glob(filepath.Join("testdata", format, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		if filepath.Ext(name) != ".golden" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		t.Fatalf("there is no sample in testdata/%s", format)
	}
	return names
}

func input(t testing.TB, name string) Input {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return Input{Name: filepath.Base(name), Data: data}
}

// yamlOf returns the briefing of a result as YAML.
func yamlOf(t testing.TB, r *Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := file.WriteYAML(&b, r.Document.Briefing); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// checkResult checks what must be true of any result.
func checkResult(t testing.TB, r *Result) {
	t.Helper()
	text := yamlOf(t, r)
	doc, err := file.Parse(text, "written", nil)
	if err != nil {
		t.Fatalf("what comes out is no briefing: %v\n%s", err, text)
	}
	for _, p := range doc.Problems {
		if p.Severity == file.Error {
			t.Errorf("%v\n%s", p, text)
		}
	}
}

// testPDF replaces the program that converts a PDF to text.
func testPDF(data []byte) ([]byte, error) {
	_, text, _ := bytes.Cut(data, []byte("\n"))
	return text, nil
}

func options() Options {
	return Options{Now: time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC), PDF: testPDF}
}

// TestFormats tests what is promised of all formats.
func TestFormats(t *testing.T) {
	for _, f := range Formats {
		for _, name := range samples(t, f.Name) {
			t.Run(f.Name+"/"+filepath.Base(name), func(t *testing.T) {
				in := input(t, name)
				r, err := Import([]Input{in}, options())
				if err != nil {
					t.Fatal(err)
				}
				if r.Formats[0] != f.Name {
					t.Errorf("found to be %s", r.Formats[0])
				}
				checkResult(t, r)
				checkGolden(t, name, r)
				again, err := Import([]Input{in, in}, options())
				if err != nil {
					t.Fatal(err)
				}
				checkResult(t, again)
				once, err := Import([]Input{in}, options())
				if err != nil {
					t.Fatal(err)
				}
				if yamlOf(t, once) != yamlOf(t, r) {
					t.Error("the same file gives another briefing the second time")
				}
				checkInto(t, in, r)
			})
		}
	}
}

func checkGolden(t *testing.T, name string, r *Result) {
	t.Helper()
	var got strings.Builder
	for i, e := range r.Entries {
		fmt.Fprintf(&got, "# %d. %s %s\n", i+1, e.Date.Short(), e.Title)
	}
	for _, lost := range r.Lost {
		fmt.Fprintf(&got, "# not taken: %s\n", lost)
	}
	got.WriteString(yamlOf(t, r))
	golden := name + ".golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("it becomes something else than %s; -update writes it anew:\n%s", golden, got.String())
	}
}

// checkInto adds a file to the briefing made of it. Nothing with an external id
// may be there twice.
func checkInto(t *testing.T, in Input, r *Result) {
	t.Helper()
	o := options()
	o.Into = r.Document.Briefing
	into, err := Import([]Input{in}, o)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, s := range r.Document.Briefing.Sources {
		ids[s.ID] = true
	}
	for _, s := range into.Document.Briefing.Sources {
		if ids[s.ID] {
			t.Errorf("the id %s is given twice", s.ID)
		}
		if s.Publication.URL != "" || len(s.ExternalIDs) > 0 {
			t.Errorf("%s is added again", s.ID)
		}
	}
}

// TestNotTheFormat reads the files of every format as every other: the result
// must be an error or a briefing, never a panic.
func TestNotTheFormat(t *testing.T) {
	for _, f := range Formats {
		for _, other := range Formats {
			for _, name := range samples(t, other.Name) {
				o := options()
				o.Format = f.Name
				in := input(t, name)
				for _, size := range []int{len(in.Data), len(in.Data) / 2, 1, 0} {
					r, err := Import([]Input{{Name: in.Name, Data: in.Data[:size]}}, o)
					if err != nil {
						if text := err.Error(); strings.Contains(text, "\n") {
							t.Errorf("%s: not one line: %q", f.Name, text)
						}
						continue
					}
					checkResult(t, r)
				}
			}
		}
	}
}

// fuzzFormat reads any bytes as a format.
func fuzzFormat(f *testing.F, format string) {
	for _, name := range samples(f, format) {
		f.Add(input(f, name).Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		o := options()
		o.Format = format
		if r, err := Import([]Input{{Name: "fuzz", Data: data}}, o); err == nil {
			checkResult(t, r)
		}
	})
}

func TestPick(t *testing.T) {
	o := options()
	o.Pick = func(n int) bool { return n == 2 }
	files := []Input{{"a.txt", []byte("one")}, {"b.txt", []byte("two")}, {"c.txt", []byte("three")}}
	r, err := Import(files, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Entries) != len(files) || len(r.Document.Briefing.Sources) != 1 || r.Document.Briefing.Sources[0].Text != "two" {
		t.Errorf("%d entries, of which are taken %v", len(r.Entries), r.Document.Briefing.Sources)
	}
}

func TestUnknownKind(t *testing.T) {
	_, err := Import([]Input{{"a.bin", []byte{0, 1, 2, 0xff}}}, options())
	if err == nil || !strings.HasPrefix(err.Error(), "a.bin: ") {
		t.Fatalf("the error is %v", err)
	}
}
