package file

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func sortedNames(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }

// noValues are no JSON values (RFC 8259), wherever a value is wanted.
var noValues = []string{
	"", ",", ",1", "1,", "1,,2", "1 2", `"a" "b"`, ":", "1:2", `"a":1`, "]", "}", "[", "{", "[1", "[1}", "{]", "[,]", "[1,]", "[,1]", "[1,,2]", "[1:2]", "[1 2]",
	"{,}", `{"a"}`, `{"a":}`, `{"a",1}`, `{"a" 1}`, `{"a"::1}`, `{"a":1,}`, `{"a":1,,"b":2}`, `{:1}`, `{a:1}`, `{'a':1}`, `{1:1}`, `{null:1}`, `{[]:1}`, `{"a":1 "b":2}`,
	"nul", "nulll", "NULL", "Null", "tru", "True", "TRUE", "truee", "fals", "False", "none", "undefined", "yes", "x", "NaN", "nan", "Infinity", "-Infinity", "inf", "-NaN",
	"01", "-01", "00", "-", "+1", "--1", "-+1", "1.", ".5", "-.5", "1.e3", "1e", "1e+", "1e-", "1E", "0e", "1eE2", "1.2.3", "1,000", "1_000", "0x1F", "0b1", "0o7", "1f", "1d", "1n",
	"１", "1\u00a0", "½", "1e1.5", "2024-06-11", "1/2", "- 1", "1 .5", "0.1.", "∞",
	`"`, `"a`, `a"`, `'a'`, "`a`", `"a'`, `"""`, `"\`, `"\"`, `"\x41"`, `"\a"`, `"\0"`, `"\'"`, `"\ "`, `"\U0041"`, `"\u"`, `"\u1"`, `"\u123"`, `"\u12G4"`, `"\u 041"`, `"\u{41}"`,
	`"\ud800"`, `"\udc00"`, `"\ud800\ud800"`, `"\ud800x"`, `"\ud800\n"`, `"\udfff\ud800"`, `"\ud83d\u0041"`,
	"\"a\nb\"", "\"a\tb\"", "\"a\rb\"", "\"\x00\"", "\"\x1f\"", "\"\x1b[31m\"", "\"\xff\"", "\"\xc3\"", "\"\xed\xa0\x80\"", "\"\xf8\x88\x80\x80\x80\"",
	"//x\n1", "1//x", "/*x*/1", "1/*x*/", "#x\n1", "<!--x-->1", ";", "1;", "(1)", "<1>", "&a 1", "*a", "!a 1", "\\u0031", `\"a\"`, "\u00a01", "\u20281", "\ufeff1", "\v1", "\f1", "\x001",
	`[1]]`, `{"a":1}}`, `["a"`, `["a",`, `{"a":`, `{"a"`, `{"a`, `{`, `[[[`, `[{"a":[{"b":[`, `[[]`, `[{}`, `{"a":[}`, `[1}]`,
}

// behind must not follow the end of a JSON text.
var behind = []string{
	"x", "0", "null", `""`, "{}", "[]", "]", "}", ",", ":", "{", "[", `"`, "//", "/**/", "#", "---", "\n---\n", "...", "\x00", "\x1a", "\x1b", "\x7f", "\u00a0", "\u2028", "\ufeff", "\v", "\f", "\xff", "&a", ";",
}

// wrongJSON returns what is no JSON: as a whole, under a key, in a list, as a key,
// and behind a briefing that is right.
func wrongJSON(right string) iter.Seq[malformed] {
	const begin = `{"format":"briefing/1","id":"b","title":"B","as_of":"2024"`
	return func(yield func(malformed) bool) {
		for i, v := range noValues {
			for place, text := range map[string]string{
				"whole":     "{" + v,
				"under":     begin + `,"bottom_line":` + v + "}",
				"in a list": begin + `,"gaps":["x",` + v + "]}",
				"deep":      begin + `,"actors":[{"id":"a","name":"A","kind":"state","aka":["b",` + v + "]}]}",
			} {
				if !yield(malformed{fmt.Sprintf("%s: value %d, %q", place, i, v), text, true}) {
					return
				}
			}
		}
		right := strings.TrimSpace(right)
		for _, v := range behind {
			for name, text := range map[string]string{"behind": right + v, "behind a line": right + "\n\n" + v + "\n", "before": v + "{" + right} {
				if !yield(malformed{fmt.Sprintf("%s: %q", name, v), text, true}) {
					return
				}
			}
		}
		for _, key := range []string{"format", "id", "title", "as_of"} {
			twice := strings.Replace(right, `"`+key+`"`, `"`+key+`":"x","`+key+`"`, 1)
			escaped := strings.Replace(right, `"`+key+`"`, fmt.Sprintf(`"\u%04x%s":"x","%s"`, key[0], key[1:], key), 1)
			if !yield(malformed{key + " twice", twice, true}) || !yield(malformed{key + " twice, once in escapes", escaped, true}) {
				return
			}
		}
	}
}
