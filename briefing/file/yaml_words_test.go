package file

import (
	"errors"
	"strings"
	"testing"

	"sitrep/briefing/clean"
)

// textIn reads a briefing with one text, and is the codes of what is wrong with it.
func textIn(t *testing.T, written string) (text, codes string) {
	t.Helper()
	doc, err := Parse(head+"bottom_line: "+written+"\n", "b.yaml", nil)
	var refused *LoadError
	if errors.As(err, &refused) {
		return "", "refused: " + refused.Problem.Code
	} else if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range doc.Problems {
		all = append(all, p.Code)
	}
	return doc.Briefing.BottomLine, strings.Join(all, " ")
}

// TestWordsInYAML is what becomes of words in YAML: they are read as they are
// written, or that they are not is told.
func TestWordsInYAML(t *testing.T) {
	const changed, kind, tag, alias, syntax = CodeTextChanged, CodeWrongKind, CodeTag, "refused: " + CodeAlias, "refused: " + CodeSyntax
	for _, c := range []struct{ written, want, codes string }{
		// Comments.
		{"it was #1", "it was", changed}, {"it was\t#1", "it was", changed}, {"it was #", "it was", changed}, {"#1", "", kind}, {"it was#1", "it was#1", ""},
		{"it was\n  the #1", "it was the", changed}, {"it was\n  #1", "it was", changed}, {"it was\n\n  #1", "it was", changed}, {"it was\n# about what follows", "it was", ""},
		{"it was\n  # 1\n  of all", "", syntax}, {"it was # 1\n  of all", "", syntax}, {"\"it was #1\" # a comment", "it was #1", ""}, {"'it was' # a comment", "it was", ""},
		{"| # a comment\n  it was #1\n  # 2", "it was #1\n# 2", ""}, {"#1\n  it was", "it was", changed}, {"\n  #1\n\n  it was", "it was", changed}, {"\n  it#1\n  was", "it#1 was", ""}, {"# a comment\n  'it was'", "it was", ""}, {"42 #1", "42", changed}, {"2024-06-11 #1", "2024-06-11", changed}, {"é #1", "é", changed},
		// Lines.
		{"it\n  was", "it was", ""}, {"it\n\n  was", "it\n\nwas", ""}, {"it\n  - was", "it - was", ""}, {"it\n  was: x", "", syntax}, {"it \t\n  was  ", "it was", ""}, {"it\n  ---\n  ...", "it --- ...", ""},
		{">\n  it\n  was\n\n  so", "it was\n\nso", ""}, {">\n  it\n    was\n  so", "it\n  was\nso", ""}, {">-\n  it\n\n\n  was", "it\n\nwas", ""}, {">+\n  it\n\n", "it", ""},
		{"|\n  it\n    was\n\n  so", "it\n  was\n\nso", ""}, {"|2\n    it\n  was", "it\nwas", ""}, {"|\n  it\n was", "", syntax}, {"|\nit was", "", syntax}, {"| it", "", syntax}, {"> it", "", syntax},
		{"'it\n\n  was'", "it\n\nwas", ""}, {"\"it\n  was\"", "it was", ""}, {"\"it\\nwas\"", "it\nwas", ""},
		{"it\u2028was", "it was", ""}, {"it\u2029# was", "it", changed}, {"it\u0085gaps: was", "", syntax}, {"|\n  it\u2028was", "it was", ""}, {"it\rwas", "it was", ""}, {"it\r# was", "it", changed}, {"it\twas", "it    was", ""},
		// Signs that begin something else.
		{"- it", "", syntax}, {"-it", "-it", ""}, {"? it", "", syntax}, {"?it", "?it", ""}, {": it", "", syntax}, {":it", ":it", ""}, {"@it", "", syntax}, {"`it`", "", syntax}, {"%it", "", syntax}, {", it", "", syntax},
		{"! it", "", tag}, {"!it was", "", tag}, {"&it was", "", CodeAlias}, {"& it", "", alias}, {"*it* was", "", alias}, {"* it", "", alias},
		{"[sic] it", "", syntax}, {"[sic]", "", kind}, {"{it} was", "", syntax}, {"{it was}", "", kind}, {"] it", "", syntax}, {"[[a|It]] was", "", syntax},
		// Colons and quotes.
		{"it: was", "", syntax}, {"it:", "", syntax}, {"it:was", "it:was", ""}, {"it :was", "it :was", ""}, {"\"It\" was", "", syntax}, {"'It' was", "", syntax}, {"“It” was", "“It” was", ""}, {"“It: was”", "", syntax},
		{"'it''s'", "it's", ""}, {"it's", "it's", ""}, {"\"it''s\"", "it''s", ""}, {"\"it\\\n  was\"", "itwas", ""}, {"\"C:\\new\"", "C:\new", changed}, {"\"C:\\\\new\"", `C:\new`, ""}, {"'C:\\new'", `C:\new`, ""}, {"C:\\new", `C:\new`, ""}, {"\"C:\\users\"", "", syntax},
		// What YAML takes for something else than text.
		{"Null", "", kind}, {"null", "", kind}, {"~", "", kind}, {"true", "", kind}, {"yes", "yes", ""}, {"NO", "NO", ""}, {"on", "on", ""}, {"1_000", "1_000", ""}, {"007", "007", ""}, {"1e3", "1e3", ""}, {"0x1F", "0x1F", ""}, {"0o17", "0o17", ""},
		{"12:30:00", "12:30:00", ""}, {".5", ".5", ""}, {"1.0", "1.0", ""}, {"+1", "+1", ""}, {".inf", ".inf", ""}, {".NaN", ".NaN", ""}, {"2024-06-11", "2024-06-11", ""}, {"=", "=", ""}, {"<<it>>", "<<it>>", ""},
		// The same key twice, and what follows the end.
		{"it\nbottom_line: was", "it", CodeDuplicateKey}, {"it\n...\nx: y", "", "refused: " + CodeMultipleDocuments}, {"it\n---\nwas", "", "refused: " + CodeMultipleDocuments}, {"it\n<<: {title: was}", "it", CodeAlias},
	} {
		text, codes := textIn(t, c.written)
		if text != c.want || codes != c.codes {
			t.Errorf("%q is read as %q, %q; want %q, %q", c.written, text, codes, c.want, c.codes)
		}
	}
}

// FuzzWordsInYAML demands of any text without quotes that its words are read as
// they are written, or that something is told.
func FuzzWordsInYAML(f *testing.F) {
	for _, s := range []string{"it was #1", "it\n\nwas\n# so", "é\u2028# x", "x\r#\ny", "x\n  # y\n z", "12 # x", "a\tb \t #", "- x", "x\n...", "x,y] # z", "\u3000#x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if begin := strings.TrimSpace(s); begin != "" && strings.Contains(`"'|>`, begin[:1]) {
			return // it has quotes, or is a block
		}
		text, codes := textIn(t, strings.ReplaceAll(s, "\n", "\n  "))
		if codes != "" || strings.ContainsRune(text, clean.Replacement) {
			return // it is told, or in sight
		}
		if got, want := strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(clean.Text(s)), " "); got != want {
			t.Errorf("%q is read as %q", s, text)
		}
	})
}
