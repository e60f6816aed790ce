package file

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// limitCodes are the codes that the tests in this file provoke.
var limitCodes = []string{
	CodeUnreadable, CodeTooLarge, CodeNotUTF8, CodeTooDeep, CodeTooManyValues, CodeTooManyProblems, CodeTooLong,
}

func TestLimits(t *testing.T) {
	values := func(n int) string { return strings.Repeat("1,", n) + "1" }
	tests := []struct {
		name, text, code string
		pos              briefing.Pos
	}{
		{"too large", strings.Repeat(" ", MaxFile+1), CodeTooLarge, briefing.Pos{}},
		{"latin 1", head + "gaps: [caf\xe9]\n", CodeNotUTF8, briefing.Pos{Line: 5, Col: 11}},
		{"utf-16", "\xff\xfef\x00o\x00", CodeNotUTF8, briefing.Pos{Line: 1, Col: 1}},
		{"gzip", "\x1f\x8b\x08", CodeWrongFormat, briefing.Pos{Line: 1, Col: 1}},
		{"two byte order marks", "\ufeff\ufeff" + head, CodeSyntax, briefing.Pos{Line: 1, Col: 1}},
		{"deep lists", head + "gaps: " + strings.Repeat("[", maxItemValues/2), CodeTooDeep, briefing.Pos{Line: 5, Col: 39}},
		{"deep blocks", head + "gaps:\n" + strings.Repeat("- ", 1000), CodeTooDeep, briefing.Pos{Line: 6, Col: 65}},
		{"deep json", `{"gaps":` + strings.Repeat("[", 1_000_000), CodeTooDeep, briefing.Pos{Line: 1, Col: 40}},
		{"deep json objects", strings.Repeat(`{"a":`, 1_000_000), CodeTooDeep, briefing.Pos{Line: 1, Col: 160}},
		{"many values in a part", head + "gaps: [" + values(maxItemValues) + "]", CodeTooManyValues, briefing.Pos{Line: 5, Col: 2*maxItemValues - 5}},
		{"many values in an item", head + "actors:\n- [" + values(maxItemValues) + "]", CodeTooManyValues, briefing.Pos{Line: 6, Col: 2*maxItemValues - 1}},
		{"many values in json", `{"gaps":[` + values(maxValues) + "]}", CodeTooManyValues, briefing.Pos{Line: 1, Col: 2*maxValues + 6}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse([]byte(tt.text), "x", nil)
			var refused *LoadError
			if !errors.As(err, &refused) {
				t.Fatalf("err = %v", err)
			}
			if p := refused.Problem; p.Code != tt.code || p.Pos != tt.pos {
				t.Errorf("refused with %v at %v (%s), want %v at %v", p.Code, p.Pos, p.Message, tt.code, tt.pos)
			}
		})
	}
}

func TestManyValuesInAll(t *testing.T) {
	tests := []struct{ name, begin, item, end string }{
		{"json", `{"format":"briefing/1","actors":[`, `{"a":[` + strings.Repeat("1,", 4999) + "1]},\n", "1]}"},
		{"yaml", head + "actors:\n", "- {id: a, x: [" + strings.Repeat("1,", 5000) + "]}\n", ""},
		{"json mappings", `{"format":"briefing/1","actors":[`, strings.Repeat("{},", 500) + "\n", "1]}"},
		{"yaml mappings", head + "actors:\n", strings.Repeat("- {}\n", 500), ""},
		{"yaml lines", head + "bottom_line: |\n", strings.Repeat(" x\n", 5000), ""},
	}
	for _, tt := range tests {
		text := tt.begin + strings.Repeat(tt.item, max(maxValues/5000, maxMappings/500)+1) + tt.end
		_, err := Parse([]byte(text), "x", nil)
		var refused *LoadError
		if !errors.As(err, &refused) || refused.Problem.Code != CodeTooManyValues || refused.Problem.Pos.Line < 400 {
			t.Errorf("%s: err = %v", tt.name, err)
		}
	}
}

func TestLongText(t *testing.T) {
	long := strings.Repeat("x", maxScalar+1)
	for _, text := range []string{
		head + "gaps: [" + long + ", Who pays.]",
		`{"format":"briefing/1","id":"b","title":"B","as_of":"2024","gaps":["` + long + `","Who pays."]}`,
	} {
		doc, err := Parse([]byte(text), "x", nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Problems) != 1 || doc.Problems[0].Code != CodeTooLong {
			t.Errorf("problems: %v", doc.Problems)
		}
		if len(doc.Briefing.Gaps) != 1 {
			t.Errorf("%d gaps are kept, want 1", len(doc.Briefing.Gaps))
		}
	}
}

// TestTextsToCompose leaves out texts once too many have been composed. It keeps
// those that cost less: ASCII, and what is composed while there are few.
func TestTextsToCompose(t *testing.T) {
	const length = maxScalar - 2
	text := head + "gaps:\n"
	for range maxRewritten/length + 3 {
		text += "- " + "e\u0301" + strings.Repeat("x", length-3) + "\n"
	}
	doc, err := Parse([]byte(text+"- Who\tpays.\n- "+strings.Repeat("x", length)+"\n"), "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Problems) != 2 || doc.Problems[0].Code != CodeTooLong || doc.Problems[1].Code != CodeTooLong {
		t.Errorf("problems: %v", doc.Problems)
	}
	gaps := doc.Briefing.Gaps
	if n := maxRewritten/length + 3; len(gaps) != n || !strings.HasPrefix(gaps[n-2], "Who") || !strings.HasPrefix(gaps[0], "éx") {
		t.Errorf("%d gaps are kept", len(gaps))
	}
}

// TestLongLine refuses a line of YAML that the library would take too long for,
// and names it. A shorter one is read, and JSON may stand in one line.
func TestLongLine(t *testing.T) {
	line := func(n int) string { return head + "gaps: [x," + strings.Repeat(" ", n) + "y]\n" }
	var refused *LoadError
	if _, err := Parse([]byte(line(maxLine)), "x", nil); !errors.As(err, &refused) || refused.Problem.Code != CodeTooLong ||
		int(refused.Problem.Pos.Line) != strings.Count(head, "\n")+1 {
		t.Errorf("err = %v", err)
	}
	for _, text := range []string{line(maxLine / 2), `{"format":"briefing/1","id":"b","title":"B","as_of":"2024","gaps":["x",` + strings.Repeat(" ", maxLine) + `"y"]}`} {
		doc, err := Parse([]byte(text), "x", nil)
		if err != nil || len(doc.Problems) > 0 || len(doc.Briefing.Gaps) != 2 {
			t.Errorf("%d bytes are not read: %v", len(text), err)
		}
	}
}

func TestManyProblems(t *testing.T) {
	doc, err := Parse([]byte(head+"actors:\n"+strings.Repeat("- x\n", maxProblems+5)), "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	last := doc.Problems[len(doc.Problems)-1]
	if len(doc.Problems) != maxProblems+1 || last.Code != CodeTooManyProblems || !strings.HasPrefix(last.Message, "5 more") {
		t.Errorf("%d problems, the last: %v", len(doc.Problems), last)
	}
}

func TestLoadRefuses(t *testing.T) {
	dir := t.TempDir()
	large := filepath.Join(dir, "large.yaml")
	if err := os.WriteFile(large, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, MaxFile+1); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ path, code, message string }{
		{filepath.Join(dir, "missing\x1b.yaml"), CodeUnreadable, "no such file"},
		{dir, CodeUnreadable, "a directory and no file"},
		{large, CodeTooLarge, "larger than 64 MiB"},
	}
	if runtime.GOOS == "linux" {
		tests = append(tests, struct{ path, code, message string }{"/dev/zero", CodeUnreadable, "no regular file"})
	}
	for _, tt := range tests {
		_, err := Load(tt.path)
		var refused *LoadError
		if !errors.As(err, &refused) {
			t.Fatalf("%s: err = %v", tt.path, err)
		}
		p := refused.Problem
		if p.Code != tt.code || !strings.Contains(p.Message, tt.message) && runtime.GOOS != "windows" {
			t.Errorf("%s: %s: %s", tt.path, p.Code, p.Message)
		}
		if text := err.Error(); text != clean.Line(text) {
			t.Errorf("not clean: %q", text)
		}
	}
	if _, err := Load(filepath.Join(dir, "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("err = %v, want one that is os.ErrNotExist", err)
	}
}

func TestTextFilesInAll(t *testing.T) {
	const each = maxScalar
	text := head + "sources:\n"
	for i := range MaxFile/each + 2 {
		text += fmt.Sprintf("- {id: s%d, title: S, kind: post, text_file: x}\n", i)
	}
	data := []byte(strings.Repeat("x", each))
	doc, err := Parse([]byte(text), "x", func(string) ([]byte, error) { return data, nil })
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Problems) != 2 || doc.Problems[0].Code != CodeTextFile {
		t.Errorf("problems: %v", doc.Problems)
	}
}

func TestReadHasNoFolder(t *testing.T) {
	doc, err := Read(strings.NewReader(head+"sources: [{id: ap, title: AP, kind: post, text_file: ap.txt}]"), "standard input")
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Problems) != 1 || doc.Problems[0].Code != CodeTextFile || doc.Name != "standard input" || doc.Path != "" {
		t.Errorf("%+v", doc)
	}
}
