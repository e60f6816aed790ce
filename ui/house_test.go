// Package ui holds the command line and the reader; this file holds the whole
// project to the rules of the house: which package may import which, and how large
// things get.
package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The sizes that nothing goes beyond. They are not raised for one case.
const (
	maxFunctionLines = 60
	maxFileLines     = 400
	maxCyclomatic    = 15
	maxStructFields  = 15
)

// mayImport says, for a folder and all below it that has no line of its own,
// which folders of ours it may import.
var mayImport = map[string][]string{
	".":                        {"ui/cli"},
	"briefing":                 {"briefing/clean", "briefing/edtf", "briefing/fold", "briefing/quote"},
	"briefing/ach":             {"briefing"},
	"briefing/axis":            {"briefing"},
	"briefing/check":           {"briefing", "briefing/clean", "briefing/edtf", "briefing/file", "briefing/fold", "briefing/quote", "briefing/sentence"},
	"briefing/clean":           {},
	"briefing/diff":            {"briefing", "briefing/facts", "briefing/file", "briefing/fold", "briefing/quote"},
	"briefing/draft":           {"briefing", "briefing/check", "briefing/clean", "briefing/edtf", "briefing/file", "briefing/fold", "briefing/quote", "briefing/sentence"},
	"briefing/edtf":            {},
	"briefing/export":          {"briefing", "briefing/ach", "briefing/axis", "briefing/clean", "briefing/diff", "briefing/edtf", "briefing/facts", "briefing/file", "briefing/lines", "briefing/page", "briefing/quote", "briefing/width"},
	"briefing/facts":           {"briefing", "briefing/file"},
	"briefing/file":            {"briefing", "briefing/clean", "briefing/edtf", "briefing/fold"},
	"briefing/fold":            {},
	"briefing/importer":        {"briefing", "briefing/clean", "briefing/edtf", "briefing/file", "briefing/fold", "briefing/quote"},
	"briefing/lines":           {"briefing/page", "briefing/width"},
	"briefing/page":            {"briefing", "briefing/clean", "briefing/edtf", "briefing/facts", "briefing/file", "briefing/quote", "briefing/width"},
	"briefing/query":           {"briefing", "briefing/edtf", "briefing/fold", "briefing/quote", "briefing/search"},
	"briefing/quote":           {"briefing/clean"},
	"briefing/review":          {"briefing", "briefing/file"},
	"briefing/sample":          {"briefing/edtf"},
	"briefing/search":          {"briefing", "briefing/facts", "briefing/file", "briefing/fold"},
	"briefing/sentence":        {"briefing/quote"},
	"briefing/width":           {},
	"data":                     {},
	"data/desk":                {"briefing", "briefing/clean", "briefing/file", "data/library"},
	"data/library":             {"briefing", "briefing/check", "briefing/clean", "briefing/edtf", "briefing/file", "briefing/fold", "briefing/page", "briefing/query", "briefing/search", "briefing/sentence"},
	"data/notebook":            {"briefing", "briefing/ach", "briefing/clean", "briefing/diff", "briefing/facts", "briefing/file", "briefing/page"},
	"ui/cli":                   {"briefing", "briefing/ach", "briefing/check", "briefing/clean", "briefing/diff", "briefing/draft", "briefing/edtf", "briefing/export", "briefing/file", "briefing/fold", "briefing/importer", "briefing/page", "briefing/query", "briefing/quote", "briefing/review", "briefing/search", "data", "data/desk", "data/library", "data/notebook", "ui/linear", "ui/serve", "ui/settings", "ui/tui", "ui/tui/external", "ui/tui/keys", "ui/tui/library", "ui/tui/screen", "ui/tui/style", "ui/tui/terminal"},
	"ui/cli/testdata/empty":    {},
	"ui/cli/testdata/hello":    {},
	"ui/cli/testdata/plain":    {},
	"ui/linear":                {"briefing", "briefing/ach", "briefing/check", "briefing/clean", "briefing/diff", "briefing/edtf", "briefing/export", "briefing/file", "briefing/fold", "briefing/lines", "briefing/page", "briefing/query", "briefing/quote", "briefing/review", "briefing/search", "briefing/width", "data/library", "data/notebook", "ui/tui/external"},
	"ui/serve":                 {"briefing", "briefing/clean", "briefing/file", "data/library", "ui/tui/terminal"},
	"ui/settings":              {"briefing", "briefing/clean", "briefing/file", "briefing/fold"},
	"ui/tui":                   {"briefing", "briefing/clean", "briefing/file", "briefing/search", "data/library", "ui/tui/broken", "ui/tui/column", "ui/tui/dialog", "ui/tui/keys", "ui/tui/layout", "ui/tui/library", "ui/tui/reader", "ui/tui/screen", "ui/tui/style"},
	"ui/tui/broken":            {"briefing", "briefing/clean", "briefing/file", "briefing/lines", "briefing/page", "ui/tui/column", "ui/tui/keys", "ui/tui/layout", "ui/tui/screen", "ui/tui/style"},
	"ui/tui/column":            {"briefing", "briefing/fold", "briefing/lines", "briefing/page", "briefing/quote", "briefing/sentence", "briefing/width", "ui/tui/layout", "ui/tui/style"},
	"ui/tui/column/columntest": {"briefing", "briefing/file", "briefing/width", "data", "ui/tui/column", "ui/tui/style"},
	"ui/tui/dialog":            {"briefing", "briefing/ach", "briefing/clean", "briefing/diff", "briefing/export", "briefing/file", "briefing/fold", "briefing/page", "briefing/quote", "briefing/review", "briefing/search", "data/library", "ui/tui/column", "ui/tui/keys", "ui/tui/lanes", "ui/tui/layout", "ui/tui/style"},
	"ui/tui/external":          {},
	"ui/tui/keys":              {},
	"ui/tui/lanes":             {"briefing", "briefing/axis", "briefing/lines", "briefing/page", "ui/tui/column", "ui/tui/layout", "ui/tui/style"},
	"ui/tui/layout":            {},
	"ui/tui/library":           {"briefing", "briefing/clean", "briefing/diff", "briefing/edtf", "briefing/file", "briefing/fold", "briefing/page", "briefing/query", "briefing/search", "data/library", "ui/tui/column", "ui/tui/dialog", "ui/tui/keys", "ui/tui/layout", "ui/tui/screen", "ui/tui/style"},
	"ui/tui/matrix":            {"briefing", "briefing/ach", "briefing/lines", "briefing/page", "briefing/width", "ui/tui/column", "ui/tui/layout", "ui/tui/style"},
	"ui/tui/reader":            {"briefing", "briefing/ach", "briefing/check", "briefing/clean", "briefing/diff", "briefing/export", "briefing/file", "briefing/fold", "briefing/page", "briefing/query", "briefing/quote", "briefing/review", "briefing/search", "data/notebook", "ui/tui/column", "ui/tui/dialog", "ui/tui/external", "ui/tui/keys", "ui/tui/lanes", "ui/tui/layout", "ui/tui/matrix", "ui/tui/screen", "ui/tui/style"},
	"ui/tui/screen":            {"briefing", "briefing/check", "briefing/clean", "briefing/file", "briefing/width", "data/notebook", "ui/tui/column", "ui/tui/dialog", "ui/tui/external", "ui/tui/keys", "ui/tui/layout", "ui/tui/style", "ui/tui/terminal"},
	"ui/tui/style":             {"briefing", "briefing/fold", "briefing/lines", "briefing/page", "briefing/width"},
	"ui/tui/terminal":          {"briefing/clean", "briefing/width", "ui/tui/external"},
	"ui/tui/tuitest":           {"briefing/file", "data", "data/library", "ui/tui/screen", "ui/tui/terminal"},
}

// source is one parsed Go file of the project.
type source struct {
	path string
	file *ast.File
	set  *token.FileSet
}

func (s source) test() bool     { return strings.HasSuffix(s.path, "_test.go") }
func (s source) folder() string { return filepath.ToSlash(filepath.Dir(s.path)) }

func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel("..", path)
		out = append(out, source{filepath.ToSlash(relative), file, set})
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("reading the project: %v", err)
	}
	return out
}

func TestImportsPointOneWay(t *testing.T) {
	used := map[string][]string{}
	for _, s := range sources(t) {
		if s.test() {
			continue
		}
		allowed, known := mayImport[s.folder()]
		if !known {
			t.Errorf("%s: no rule says what %s may import", s.path, s.folder())
		}
		for _, i := range s.file.Imports {
			path, ours := strings.CutPrefix(strings.Trim(i.Path.Value, `"`), "sitrep/")
			used[s.folder()] = append(used[s.folder()], path)
			if ours && !slices.Contains(allowed, path) {
				t.Errorf("%s imports %s", s.path, path)
			}
			if strings.HasPrefix(s.path, "briefing/") && (strings.Contains(path, "bubble") || strings.Contains(path, "lipgloss")) {
				t.Errorf("%s knows a terminal: it imports %s", s.path, path)
			}
		}
	}
	for folder, allowed := range mayImport {
		for _, path := range allowed {
			if !slices.Contains(used[folder], path) {
				t.Errorf("%s may import %s, and does not", folder, path)
			}
		}
	}
}

func TestSizes(t *testing.T) {
	for _, s := range sources(t) {
		if n := s.set.File(s.file.Pos()).LineCount(); n > maxFileLines+1 {
			t.Errorf("%s has %d lines; at most %d", s.path, n, maxFileLines)
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				checkFunction(t, s, n)
			case *ast.StructType:
				if fields := n.Fields.NumFields(); fields > maxStructFields && !s.test() {
					t.Errorf("%s: a struct of %d fields; at most %d", s.set.Position(n.Pos()), fields, maxStructFields)
				}
			}
			return true
		})
	}
}

func checkFunction(t *testing.T, s source, f *ast.FuncDecl) {
	t.Helper()
	lines := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1
	if lines > maxFunctionLines && !isTable(f) {
		t.Errorf("%s: %s has %d lines; at most %d", s.set.Position(f.Pos()), f.Name.Name, lines, maxFunctionLines)
	}
	if n := cyclomatic(f); n > maxCyclomatic {
		t.Errorf("%s: %s has a cyclomatic complexity of %d; at most %d", s.set.Position(f.Pos()), f.Name.Name, n, maxCyclomatic)
	}
}

// isTable reports whether a function does nothing but return one literal: it
// is data, and has no length of its own.
func isTable(f *ast.FuncDecl) bool {
	if f.Body == nil || len(f.Body.List) != 1 {
		return false
	}
	r, ok := f.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(r.Results) != 1 {
		return false
	}
	_, ok = r.Results[0].(*ast.CompositeLit)
	return ok
}

// cyclomatic counts the ways through a function.
func cyclomatic(f *ast.FuncDecl) int {
	n := 1
	ast.Inspect(f, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if node.List != nil {
				n++
			}
		case *ast.CommClause:
			if node.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if node.Op == token.LAND || node.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

func TestFilesAreNamedAfterWhatIsInThem(t *testing.T) {
	for _, s := range sources(t) {
		switch filepath.Base(s.path) {
		case "util.go", "utils.go", "common.go", "helper.go", "helpers.go", "types.go", "misc.go", "model.go":
			t.Errorf("%s: the name says nothing", s.path)
		}
	}
}

// sized are the names of widths and heights.
var sized = []string{"w", "h", "W", "H", "width", "height", "cells", "Cells", "lines", "Lines"}

func TestGeometryIsInLayout(t *testing.T) {
	for _, s := range sources(t) {
		if s.test() || !strings.HasPrefix(s.path, "ui/tui/") || strings.HasPrefix(s.path, "ui/tui/layout/") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			b, ok := n.(*ast.BinaryExpr)
			if ok && arithmetic(b.Op) && (isSize(b.X) && isNumber(b.Y) || isNumber(b.X) && isSize(b.Y)) {
				t.Errorf("%s: a sum with a width belongs into layout", s.set.Position(b.Pos()))
			}
			return true
		})
	}
}

func arithmetic(op token.Token) bool {
	return op == token.ADD || op == token.SUB || op == token.MUL || op == token.QUO
}

func isSize(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return slices.Contains(sized, e.Name)
	case *ast.SelectorExpr:
		return slices.Contains(sized, e.Sel.Name)
	}
	return false
}

// isNumber reports whether an expression is a number that needs a name: any
// but 0 and 1, and halves.
func isNumber(e ast.Expr) bool {
	l, ok := e.(*ast.BasicLit)
	return ok && l.Kind == token.INT && l.Value != "0" && l.Value != "1" && l.Value != "2"
}
