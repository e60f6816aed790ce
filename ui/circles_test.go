package ui

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// maxCircle is how many files of one package may refer to each other in a circle,
// directly or through other files. A reader has to understand them all at once.
const maxCircle = 6

func TestFilesHaveNoLargeCircles(t *testing.T) {
	n := 0
	for p := range typedPackages(t) {
		n++
		for _, circle := range circles(p.references()) {
			if len(circle) > maxCircle {
				t.Errorf("%s: %d files refer to each other in a circle; at most %d: %s", p.path, len(circle), maxCircle, strings.Join(circle, ", "))
			}
		}
	}
	const fewest = 20
	if n < fewest {
		t.Errorf("only %d packages were read", n)
	}
}

func TestCirclesFindsThem(t *testing.T) {
	got := circles(map[string][]string{
		"a": {"b", "d"}, "b": {"c"}, "c": {"a"}, // a circle that leads to another
		"d": {"e"}, "e": {"d", "f"}, "f": nil,
	})
	want := [][]string{{"f"}, {"d", "e"}, {"a", "b", "c"}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// typedPackage is a package of the project with the types of its files.
type typedPackage struct {
	path  string
	set   *token.FileSet
	files []*ast.File
	uses  map[*ast.Ident]types.Object
}

// typedPackages type-checks the packages of the project one by one, without their
// tests. What they import is read as the compiler has left it in its cache, which
// takes a tenth of the time that checking it from source does.
func typedPackages(t *testing.T) func(yield func(typedPackage) bool) {
	t.Helper()
	const format = "{{.ImportPath}}\t{{.Export}}\t{{.Dir}}\t{{if .DepOnly}}{{else}}{{join .GoFiles \" \"}}{{end}}"
	list, err := exec.Command("go", "list", "-deps", "-export", "-f", format, "sitrep/...").Output()
	if err != nil {
		t.Fatalf("listing the packages: %v", err)
	}
	compiled := map[string]string{}
	set := token.NewFileSet()
	imported := importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(compiled[path]) })
	return func(yield func(typedPackage) bool) {
		for line := range strings.Lines(string(list)) {
			part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			path, dir, names := part[0], part[2], strings.Fields(part[3])
			compiled[path] = part[1]
			if len(names) == 0 {
				continue
			}
			p := typedPackage{path, set, nil, map[*ast.Ident]types.Object{}}
			for _, name := range names {
				file, err := parser.ParseFile(set, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
				if err != nil {
					t.Fatal(err)
				}
				p.files = append(p.files, file)
			}
			config := types.Config{Importer: imported}
			if _, err := config.Check(path, set, p.files, &types.Info{Uses: p.uses}); err != nil {
				t.Fatal(err)
			}
			if !yield(p) {
				return
			}
		}
	}
}

// references returns, for each file of the package, which other files declare
// what it uses: members of the package, methods and fields.
func (p typedPackage) references() map[string][]string {
	name := func(pos token.Pos) string { return filepath.Base(p.set.Position(pos).Filename) }
	out := map[string][]string{}
	for _, file := range p.files {
		out[name(file.Pos())] = nil
	}
	for id, o := range p.uses {
		if o.Pkg() == nil || o.Pkg().Path() != p.path {
			continue
		}
		if from, to := name(id.Pos()), name(o.Pos()); from != to && !slices.Contains(out[from], to) {
			out[from] = append(out[from], to)
		}
	}
	return out
}

// circles returns the sets of files that can all be reached from each other, those
// that others lead to first: the strongly connected components, by Tarjan.
func circles(references map[string][]string) [][]string {
	var out [][]string
	number, low, onPath := map[string]int{}, map[string]int{}, map[string]bool{}
	var path []string
	var visit func(file string)
	visit = func(file string) {
		number[file] = len(number) + 1
		low[file] = number[file]
		path, onPath[file] = append(path, file), true
		for _, next := range references[file] {
			if number[next] == 0 {
				visit(next)
				low[file] = min(low[file], low[next])
			} else if onPath[next] {
				low[file] = min(low[file], number[next])
			}
		}
		if low[file] != number[file] {
			return
		}
		at := slices.Index(path, file)
		circle := slices.Sorted(slices.Values(path[at:]))
		path = path[:at]
		for _, f := range circle {
			onPath[f] = false
		}
		out = append(out, circle)
	}
	for _, file := range slices.Sorted(maps.Keys(references)) {
		if number[file] == 0 {
			visit(file)
		}
	}
	return out
}
