package file

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// noYAML are lines that do not belong into a briefing: they are no YAML, or
// YAML that is not read.
var noYAML = []string{
	// Sharing, and what can stand for more than any memory holds.
	"gaps: [&a x]", "gaps: [*a]", "gaps: [&a x, *a]", "gaps: &a [x]", "&a gaps: [x]", "? &a gaps\n: [x]", "? *a\n: [x]", "gaps:\n- &a\n  x", "bottom_line: &a |\n  x", "<<: {title: x}", "<<: *a",
	"<<: [*a, *b]", "gaps: &a [*a]", "gaps: &a {b: *a}", "actors: [{<<: {id: a}}]", "actors: [{id: &i a}]", "actors:\n- &x\n  id: a\n- *x", "gaps: [& x]", "gaps: [* ]", "gaps: [&a &b x]",
	"gaps:\n- &a [x,x,x,x,x,x,x,x,x]\n- &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n- &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n- &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]",
	// Tags.
	"bottom_line: !!str x", "bottom_line: ! x", "bottom_line: !x y", "bottom_line: !<tag:yaml.org,2002:str> x", "gaps: !!seq [x]", "gaps: !!set {x}", "bottom_line: !!binary eA==", "version: !!int 1",
	"bottom_line: !!python/object/apply:os.system [id]", "bottom_line: !ruby/object:Gem::Installer x", "!!str bottom_line: x", "actors: [!!map {id: a}]", "bottom_line: !e!x y", "bottom_line: !<!> x",
	// Other documents and directives.
	"---\nformat: briefing/1", "--- x", "...\nx: y", "---\n...\n---\n", "...\n---\nx", "%YAML 1.2\n---\nx: y",
	// Indentation and structure.
	"\tbottom_line: x", "gaps:\n\t- x", "gaps:\n - x\n- y", "gaps:\n- x\n - y\n  z: w", "gaps:\n- x\ny", "actors:\n- id: a\n name: b", "actors:\n- id: a\n   name: b", "  bottom_line: x", "bottom_line: x\n  y: z", "bottom_line:\n  x\n y: z",
	"bottom_line: x: y", "bottom_line: - x", "bottom_line: x\n- y", "gaps: - x", "gaps:\n- - - - - x: - y", "bottom_line", "bottom_line:x", ": x", "? x", "- x", "[x]: y", "{x: y}: z", "? [x]\n: y", "? {x: y}\n: z", "? |\n  x\n: y",
	"bottom_line: x\nbottom_line: y", "\"title\": x", "title : x", "'id': z", "actors: [{id: a, id: b, name: c, kind: state}]", "actors:\n- id: a\n  name: b\n  name: c\n  kind: state",
	// Flow.
	"gaps: [", "gaps: ]", "gaps: [x", "gaps: x]]\n]", "gaps: [x}", "gaps: {x]", "gaps: {", "gaps: }", "gaps: [,]", "gaps: [x,,y]", "gaps: [,x]", "gaps: [x: y: z]", "gaps: [x]y", "gaps: [x] y", "gaps: {x}", "gaps: {x: y}}", "gaps: [[x]", "gaps: [x\ny: z]", "gaps: [- x]",
	"gaps: [? x]", "actors: [{id: a,, name: b}]", "actors: [{id: a: b}]", "actors: [{: a}]", "actors: [{[]: a}]", "gaps: [\"x\" \"y\"]", "gaps: [\"x\"y]", "gaps: [x\n---\n]",
	// Scalars.
	"bottom_line: \"x", "bottom_line: 'x", "bottom_line: \"x\" y", "bottom_line: 'x' y", "bottom_line: \"x\"y", "bottom_line: 'x''", "bottom_line: \"\\q\"", "bottom_line: \"\\x1\"", "bottom_line: \"\\u12\"", "bottom_line: \"\\U0011FFFF\"", "bottom_line: \"\\ud800\"", "bottom_line: \"\\",
	"bottom_line: @x", "bottom_line: `x", "bottom_line: %x", "bottom_line: ,x", "bottom_line: |x\n  y", "bottom_line: |0\n  y", "bottom_line: |10\n  y", "bottom_line: |--\n  y", "bottom_line: >x y", "bottom_line: |\n  x\n y", "bottom_line: |2\n x", "bottom_line: |\n   \n  x\n\ty", "bottom_line: \"x\ny: z", "bottom_line: \"x\n---\ny\"",
	// Controls as they are; in escapes they are cleaned.
	"bottom_line: \x01", "bottom_line: \"\x7f\"", "bottom_line: x\u0080", "bottom_line: '\u009b31m'", "# \u009d0;x", "bottom_line: \ufffe", "\u009b: x", "x\x1b[31m: y", "bottom_line: \x0c", "bottom_line: \x0b",
	// No briefing.
	"\"ti\\e[31mtle\": x", "\"\\0\": x", "\"\": x", "~: x", "null: x", "true: x", "1: x", "2024-06-11: x", "FORMAT: briefing/1", "Title: x", "title\u200b: x", "tіtle: x", "actors: x", "actors: {}", "actors: {a: b}", "actors: [x]", "actors: [[]]", "actors: [~]", "actors:\n-", "gaps: {}", "gaps: x",
	"gaps: [[x]]", "gaps: [{x: y}]", "bottom_line: [x]", "bottom_line: {x: y}", "version: x", "version: 1.5", "version: -1", "version: 99999999999999999999", "version: 0x10", "version: [1]", "tlp: PURPLE", "tlp: [RED]", "tlp: RED\ntlp: RED", "TLP: GREEN", "language: english!", "issued: yesterday", "issued: 2024-13", "as_of: ~",
}

// wrongYAML returns what is no YAML, or YAML that is not read: behind the head of a
// briefing, in front of it, and in the middle.
func wrongYAML() iter.Seq[malformed] {
	const more = "sources:\n- id: ap\n  title: T\n  kind: post\n"
	return func(yield func(malformed) bool) {
		for i, lines := range noYAML {
			for name, text := range map[string]string{"behind": head + lines, "behind a line": head + lines + "\n", "between": head + lines + "\n" + more, "at the end": head + more + lines + "\n"} {
				if !yield(malformed{fmt.Sprintf("%s: lines %d, %q", name, i, lines), text, true}) {
					return
				}
			}
		}
		for _, text := range []string{
			"", " ", "\n", "\n\n#\n", "---\n", "---", "...", "~", "x", "1", "[]", "{}", "- x", "[x]", "\"x\"", "'", "|", "%YAML 9.9\n---\n" + head, "%TAG ! x\n" + head, "%FOO\n" + head, "- " + head,
			"format: briefing/2\n", "format: 1\n", "format:\n", "format: [briefing/1]\n", "formats: briefing/1\n", "--- " + head, head + "---\n" + head, "x\n" + head, "&a\n" + head, "!!map\n" + head, "&a " + head, "\ufeff\ufeff" + head, "\t" + head,
		} {
			if !yield(malformed{fmt.Sprintf("whole: %q", text), text, true}) {
				return
			}
		}
	}
}

// otherFiles returns files that are no text in UTF-8, or no briefing at all.
func otherFiles(right string) iter.Seq[malformed] {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write([]byte(right)) // into memory
	_ = z.Close()
	wide := utf16.Encode([]rune(right))
	wider := []rune("\ufeff" + right)
	files := map[string]string{
		"gzip": packed.String(), "UTF-16 LE": encoded(binary.LittleEndian, wide), "UTF-16 BE": encoded(binary.BigEndian, wide),
		"UTF-16 LE, marked": "\xff\xfe" + encoded(binary.LittleEndian, wide), "UTF-16 BE, marked": "\xfe\xff" + encoded(binary.BigEndian, wide),
		"UTF-32 LE, marked": encoded(binary.LittleEndian, wider), "UTF-32 BE, marked": encoded(binary.BigEndian, wider),
		"zip": "PK\x03\x04" + right, "PDF": "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PNG": "\x89PNG\r\n\x1a\n", "ELF": "\x7fELF\x02\x01\x01\x00", "latin 1": head + "bottom_line: caf\xe9\n",
		"windows-1252": head + "bottom_line: \x93x\x94\n", "shift-jis": head + "bottom_line: \x93\xfa\x96\x7b\n", "HTML": "<!DOCTYPE html><html><body>x</body></html>", "XML": "<?xml version=\"1.0\"?><a/>",
		"CSV": "id,title\na,b\n", "TOML": "format = \"briefing/1\"\n", "INI": "[briefing]\nformat=briefing/1\n", "script": "#!/bin/sh\nrm -rf /\n", "mail": "From: a@example.org\nTo: b@example.org\n\nformat: briefing/1\n",
		"JSON lines": "{\"format\":\"briefing/1\"}\n{\"format\":\"briefing/1\"}\n", "a list of JSON": "[{\"format\":\"briefing/1\"}]", "ends in NUL": right + "\x00", "begins with NUL": "\x00" + right,
	}
	return func(yield func(malformed) bool) {
		for _, name := range sortedNames(files) {
			if !yield(malformed{name, files[name], true}) {
				return
			}
		}
	}
}

func encoded[T uint16 | rune](order binary.ByteOrder, units []T) string {
	var out bytes.Buffer
	_ = binary.Write(&out, order, units) // into memory
	return out.String()
}

// How much heavy files hold of what makes them heavy.
const million, wide, wider = 1_000_000, 20_000, 200_000

// openJSON begins a list in a briefing.
const openJSON = `{"format":"briefing/1","gaps":`

// numbered returns a text so many times, with a number in each.
func numbered(form string, count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, form, i)
	}
	return b.String()
}

// heavy makes files that are small for what they could cost.
func heavy() map[string]func() string {
	return map[string]func() string{
		"brackets":         func() string { return strings.Repeat("[", million) },
		"brackets of YAML": func() string { return head + "gaps: " + strings.Repeat("[", million) },
		"closed brackets": func() string {
			return head + "gaps: " + strings.Repeat("[", million) + strings.Repeat("]", million)
		},
		"braces of YAML":      func() string { return head + "gaps: " + strings.Repeat("{a: ", million/4) },
		"hyphens":             func() string { return head + "gaps:\n" + strings.Repeat("- ", million) },
		"question marks":      func() string { return strings.Repeat("? ", million/4) },
		"deeper lines":        func() string { return head + "gaps:\n" + staircase(2000) },
		"brackets of JSON":    func() string { return openJSON + strings.Repeat("[", million) },
		"JSON, closed":        func() string { return openJSON + strings.Repeat("[", million) + strings.Repeat("]", million) + "}" },
		"objects of JSON":     func() string { return strings.Repeat(`{"a":`, million/4) },
		"keys of YAML":        func() string { return head + numbered("k%d: v\n", wider) },
		"keys of an item":     func() string { return head + "actors:\n- id: a\n" + numbered("  k%d: v\n", wider) },
		"keys in flow":        func() string { return head + "actors: [{id: a, " + numbered("k%d: v, ", wide) + "}]\n" },
		"same keys":           func() string { return head + strings.Repeat("k: v\n", wide) },
		"keys of JSON":        func() string { return `{"format":"briefing/1",` + numbered(`"k%d":1,`, wider) + `"z":1}` },
		"keys of a JSON item": func() string { return `{"format":"briefing/1","actors":[{` + numbered(`"k%d":1,`, wide) + `"z":1}]}` },
		"same ids": func() string {
			return head + "actors:\n" + strings.Repeat("- {id: a, name: b, kind: state}\n", 20_000)
		},
		"dangling ids": func() string { return `{"format":"briefing/1","gaps":["` + numbered("[[a%d]]", wide) + `"]}` },
		"near ids": func() string {
			return head + "actors:\n" + numbered("- {id: aaaa%d, name: b, kind: state, part_of: aaab}\n", wide)
		},
		"long text":         func() string { return head + "bottom_line: " + strings.Repeat("x", maxScalar+1) + "\n" },
		"long text of JSON": func() string { return openJSON + `["` + strings.Repeat("x", maxScalar+1) + `"]}` },
		"long key":          func() string { return head + strings.Repeat("k", maxScalar+1) + ": v\n" },
		"long number":       func() string { return `{"format":"briefing/1","version":` + strings.Repeat("9", million) + "}" },
		"long exponent":     func() string { return `{"format":"briefing/1","version":1e` + strings.Repeat("9", million) + "}" },
		"long id":           func() string { return head + "actors: [{id: " + strings.Repeat("a", million) + "B}]\n" },
		"long date":         func() string { return head + "issued: \"[" + strings.Repeat("2024,", wide) + "2024\"\n" },
		"long address": func() string {
			return head + "sources: [{id: a, url: 'http://" + strings.Repeat("a.", wide) + "'}]\n"
		},
		"spaces":           func() string { return head + "gaps:" + strings.Repeat(" ", million) + "- x\n" },
		"tabs":             func() string { return head + "gaps:\n" + strings.Repeat("\t", million) + "- x\n" },
		"carriage returns": func() string { return head + strings.Repeat("\r", million) + "x" },
		"comments":         func() string { return strings.Repeat("#", million) + "\n" + strings.Repeat("# x\n", wide) },
		"documents":        func() string { return strings.Repeat("---\n", wide) },
		"directives":       func() string { return strings.Repeat("%YAML 1.2\n", wide) },
		"anchors":          func() string { return head + "gaps:\n" + numbered("- &a%d x\n", wide) },
		"one anchor, many times": func() string {
			return head + "gaps: [&a " + strings.Repeat("x", wide) + strings.Repeat(", *a", wide) + "]\n"
		},
		"tags":              func() string { return head + "gaps:\n" + strings.Repeat("- !a x\n", wide) },
		"problems":          func() string { return head + "actors:\n" + strings.Repeat("- x\n", wide) },
		"open quotes":       func() string { return head + strings.Repeat("a: \"\n", wide) },
		"quotes":            func() string { return head + "gaps: [" + strings.Repeat("'", million+1) + "]\n" },
		"a quote over keys": func() string { return head + "gaps:\n- \"" + numbered("a%d\n- ", wide) + "\"\nx: y\n" },
		"marks":             func() string { return head + "x: a" + strings.Repeat("\u0301", million/4) + "\n" },
		"joiners":           func() string { return head + "x: " + strings.Repeat("\U0001f468\u200d", million/8) + "\n" },
		"flags without end": func() string {
			return head + "x: " + strings.Repeat("\U0001f3f4\U000e0067\U000e0067", million/8) + "\n"
		},
		"direction marks": func() string { return head + "x: " + strings.Repeat("\u0600\u200f", million/4) + "\u05d0\n" },
	}
}

// heavyFiles returns those of heavy, all of them wrong.
func heavyFiles() iter.Seq[malformed] {
	return func(yield func(malformed) bool) {
		files := heavy()
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if !yield(malformed{name, files[name](), true}) {
				return
			}
		}
	}
}

// staircase returns a list in a list in a list, each on a line of its own.
func staircase(steps int) string {
	var b strings.Builder
	for i := range steps {
		b.WriteString(strings.Repeat(" ", i) + "-\n")
	}
	return b.String()
}
