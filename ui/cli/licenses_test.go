//go:build unix

package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"sitrep/data"
)

// licenseName matches the files that hold the terms of a module.
var licenseName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|copyright)`)

// linked is a package that is linked into the program.
type linked struct {
	Dir      string
	Standard bool
	Module   *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// TestLicensesAreThoseOfTheProgram tests that the program contains the terms of
// every module linked into it on any system, in their current version. The test
// is in the package that links them all, so that its cached result is not used
// after one is added.
func TestLicensesAreThoseOfTheProgram(t *testing.T) {
	want := licenses(t)
	if *update {
		if err := os.WriteFile("../../data/licenses.txt", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, data.Licenses); diff != "" {
		t.Errorf("licenses.txt is not that of the modules: run go test ./ui/cli -run Licenses -update\n%s", diff)
	}
}

// TestLicensesArePlainText tests that nothing in them is withheld from the
// terminal.
func TestLicensesArePlainText(t *testing.T) {
	for i, r := range data.Licenses {
		if r != '\n' && r != '\t' && !unicode.IsPrint(r) {
			t.Errorf("byte %d is %q", i, r)
		}
	}
}

// licenses returns the expected contents of the file.
func licenses(t *testing.T) string {
	t.Helper()
	files := map[string][]string{} // by the heading above them
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, p := range linkedOn(t, system) {
			if m := p.Module; m != nil && !m.Main {
				name := m.Path + " " + m.Version
				files[name] = append(files[name], licensesIn(t, p.Dir, m.Dir)...)
			}
		}
	}
	var b strings.Builder
	b.WriteString("sitrep is built from Go, its standard library, and the modules below, under\ntheir terms:\n")
	names := slices.Sorted(maps.Keys(files))
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	const library = "The Go standard library"
	dir := strings.TrimSpace(string(goroot))
	files[library] = licensesIn(t, dir, dir)
	for _, name := range append([]string{library}, names...) {
		slices.Sort(files[name])
		paths := slices.Compact(files[name])
		if len(paths) == 0 {
			t.Errorf("%s has no licence", name)
		}
		b.WriteString("\n" + strings.Repeat("=", 72) + "\n" + name + "\n")
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text = bytes.ReplaceAll(bytes.Trim(text, "\r\n\f"), []byte("\r\n"), []byte("\n"))
			b.WriteString("\n--- " + filepath.Base(path) + "\n\n" + string(text) + "\n")
		}
	}
	return b.String()
}

// linkedOn returns the packages that are linked into the program on a system.
func linkedOn(t *testing.T, system string) []linked {
	t.Helper()
	c := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module", "sitrep")
	c.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []linked
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p linked
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

// licensesIn returns the files with the terms of a package: in its folder, and those
// above it up to that of its module.
func licensesIn(t *testing.T, dir, module string) []string {
	t.Helper()
	var paths []string
	for {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if e.Type().IsRegular() && licenseName.MatchString(e.Name()) && filepath.Ext(e.Name()) != ".go" {
				paths = append(paths, filepath.Join(dir, e.Name()))
			}
		}
		if dir == module || dir == filepath.Dir(dir) {
			return paths
		}
		dir = filepath.Dir(dir)
	}
}
