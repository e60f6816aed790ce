package query

import (
	"slices"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		expr string
		want []string
	}{
		{"", nil},
		{" \t\n ", nil},
		{"word", []string{"word"}},
		{"two words", []string{"two", "words"}},
		{`"a phrase"  word`, []string{`"a phrase"`, "word"}},
		{"“a phrase” „noch eine“", []string{`"a phrase"`, `"noch eine"`}},
		{`"say \"no\" \\ \n"`, []string{`"say \"no\" \\ \\n"`}},
		{`"single"`, []string{"single"}},
		{`"a""b"`, []string{"a", "b"}},
		{"-word", []string{"-word"}},
		{"word* -word**", []string{"word*", "-word*"}},
		{`"word*" "*" ** --*`, []string{`"word*"`, `"*"`, `"**"`, "--*"}},
		{"contested* a:b* -actor:x*", nil},
		{"contested* --x* say\"no\"*", []string{"contested*", "--x*", "say\"no\"*"}},
		{`-"a phrase"`, []string{`-"a phrase"`}},
		{"--word", []string{`-"-word"`}},
		{"well-known", []string{"well-known"}},
		{"10:30", []string{"10:30"}},
		{"https://example.org/a:b", []string{"https://example.org/a:b"}},
		{"na:ïve", nil},
		{"ïve:x", []string{"ïve:x"}},
		{":x", []string{":x"}},
		{"contested", []string{"contested"}},
		{"-Contested", []string{"-contested"}},
		{`"contested"`, []string{`"contested"`}},
		{"actor:nato", []string{"actor:nato"}},
		{"ACTOR:Nato", []string{"actor:Nato"}},
		{`actor:"Mark Rutte",nato`, []string{`actor:"Mark Rutte",nato`}},
		{`actor:"nato"`, []string{"actor:nato"}},
		{`actor:"a,b"`, []string{`actor:"a,b"`}},
		{"stance:Denies,QUESTIONS", []string{"stance:denies,questions"}},
		{`stance:"no comment"`, []string{"stance:no-comment"}},
		{"reliability:<c,f", []string{"reliability:<C,F"}},
		{`reliability:>="C"`, []string{"reliability:>=C"}},
		{"likelihood:Very_likely", nil},
		{"likelihood:>=roughly-even-chance", []string{"likelihood:>=roughly-even-chance"}},
		{"since:2024-10", []string{"since:2024-10"}},
		{"date:[2024-05,2024-07],2025", []string{"date:[2024-05,2024-07],2025"}},
		{"until:../2024-10", []string{"until:../2024-10"}},
		{`since:"2024-10"`, []string{"since:2024-10"}},
		{`tag:"“x"`, []string{`tag:"“x"`}},
		{"tag:x -tag:y z", []string{"tag:x", "-tag:y", "z"}},
	} {
		q, err := Parse(test.expr)
		if test.want == nil && strings.TrimSpace(test.expr) != "" {
			if err == nil {
				t.Errorf("%s is understood as %v", test.expr, q.Terms())
			}
			continue
		}
		if err != nil || !slices.Equal(q.Terms(), test.want) && len(test.want)+len(q.Terms()) > 0 {
			t.Errorf("%s: got %q, %v; want %q", test.expr, q.Terms(), err, test.want)
		}
	}
}

var errorTests = []struct{ expr, marked, problem, hint string }{
	{"a actr:nato", "actr", `there is no filter "actr"`, "did you mean actor:?"},
	{"after:2024", "after", `there is no filter "after"`, "did you mean since:?"},
	{"holder:nato", "holder", `there is no filter "holder"`, "did you mean actor:?"},
	{"Putin: no", "Putin", `there is no filter "putin"`, ""},
	{"-xyzxyz:a", "xyzxyz", `there is no filter "xyzxyz"`, ""},
	{"actor:", "", `"actor" lacks a value`, "for example actor:nato"},
	{"actor: nato", "", `"actor" lacks a value`, "for example actor:nato, without a space after the colon or comma"},
	{"stance:denies, questions", "", `"stance" lacks a value`, "for example stance:denies, without a space after the colon or comma"},
	{`actor:""`, `""`, `"actor" lacks a value`, "for example actor:nato"},
	{"stance:denys", "denys", `no stance is called "denys"`, "did you mean stance:denies?"},
	{"stance:for", "for", `no stance is called "for"`, "there are affirms, denies, questions, reports, no-comment"},
	{"kind:persons", "persons", `no kind is called "persons"`, "did you mean kind:person?"},
	{"likelihood:very-likley", "very-likley", `no likelihood is called "very-likley"`, "did you mean likelihood:very-likely?"},
	{"reliability:G", "G", `no reliability is called "G"`, "there are A, B, C, D, E, F"},
	{"reliability:<F", "<F", "nothing is better or worse than F, which says that it cannot be judged", "write reliability:F"},
	{"credibility:>=6", ">=6", "nothing is better or worse than 6, which says that it cannot be judged", "write credibility:6"},
	{"reliability:<A", "<A", "nothing is <A", "the order is A < B < C < D < E"},
	{"confidence:>high", ">high", "nothing is >high", "the order is low < moderate < high"},
	{"stance:<denies", "<denies", `no stance is called "<denies"`, "did you mean stance:denies?"},
	{"reliabilitygrade:A", "reliabilitygrade", `there is no filter "reliabilitygrade"`, "did you mean reliability:?"},
	{"relia:A", "relia", `there is no filter "relia"`, "did you mean reliability:?"},
	{"since:friday", "friday", `"friday" is no date`, ""},
	{"since:..2024", "..2024", `"..2024" is no date`, ""},
	{"since:../2024", "../2024", "../2024 has no bound on that side", "for example since:2024-10"},
	{"until:2024/..", "2024/..", "2024/.. has no bound on that side", "for example until:2024-10"},
	{"since:2024,2025", "2025", `"since" takes one date`, "for a stretch of time write since: and until:, for one of several dates date:"},
	{"contested:yes", "contested:", `"contested" takes no value`, "write contested by itself"},
	{`"open phrase`, `"open phrase`, "the quotation mark is not closed", `end the phrase with "`},
	{`actor:“nato`, `“nato`, "the quotation mark is not closed", `end the phrase with "`},
	{`""`, `""`, "there is nothing to look for", "give a word, or a phrase in quotes"},
	{"\u0301", "\u0301", "there is nothing to look for", "give a word, or a phrase in quotes"},
	{"a -", "-", "nothing follows the hyphen", `a hyphen negates a term, as in -tag:sport; in quotes, "-" is a word`},
	{"tag:\x1b[31m", "", "", ""},
}

func TestErrors(t *testing.T) {
	for _, test := range errorTests {
		q, err := Parse(test.expr)
		if test.problem == "" {
			continue
		}
		e, ok := err.(*Error)
		if !ok {
			t.Errorf("%s is understood as %v", test.expr, q.Terms())
			continue
		}
		if e.Problem != test.problem || test.hint != "" && e.Hint != test.hint || test.expr[e.Offset:e.End] != test.marked {
			t.Errorf("%s: got %q, %q on %q", test.expr, e.Problem, e.Hint, test.expr[e.Offset:e.End])
		}
		if e.Error() != e.Problem || e.Hint == "" {
			t.Errorf("%s: error %q, hint %q", test.expr, e.Error(), e.Hint)
		}
	}
}

// What a message repeats of an expression cannot do anything to a terminal.
func TestErrorsAreClean(t *testing.T) {
	hostile := "\x1b[31m\u009b\u202e\u200b" + strings.Repeat("x", 500)
	f := newSample(t)
	for _, name := range fieldNames() {
		q, err := Parse(name + ":" + hostile)
		if err == nil {
			err = f.Check(q)
		}
		e, ok := err.(*Error)
		if !ok {
			t.Errorf("%s: is taken", name)
			continue
		}
		if text := e.Problem + e.Hint; strings.ContainsAny(text, "\x1b\u009b\u202e\u200b") || len(text) > 800 {
			t.Errorf("%s: %q", name, text)
		}
	}
}

func TestWithout(t *testing.T) {
	q := mustParse(t, `actor:nato "a phrase" -contested tag:x`)
	for i, want := range []string{`"a phrase" -contested tag:x`, "actor:nato -contested tag:x", `actor:nato "a phrase" tag:x`, `actor:nato "a phrase" -contested`} {
		if got := q.withoutTerm(i).String(); got != want {
			t.Errorf("without %d: %s", i, got)
		}
	}
	if q := mustParse(t, "a").withoutTerm(0); !q.Empty() {
		t.Errorf("something is left: %s", q)
	}
}

// The table must be complete, and every example in it understood.
func TestFields(t *testing.T) {
	for _, field := range definitions() {
		if field.Keeps == "" || field.Wants == "" {
			t.Errorf("%s: nothing is said about it", field.Name)
		}
		seen := map[string]bool{}
		for _, v := range field.Values {
			if seen[v.Text] || v.Meaning == "" || strings.Contains(v.Text, " ") {
				t.Errorf("%s: value %q is there twice, has no meaning or wants quotes", field.Name, v.Text)
			}
			seen[v.Text] = true
			mustParse(t, field.Name+":"+v.Text)
		}
		if len(field.Values) > 64 {
			t.Errorf("%s has more values than a term can want", field.Name)
		}
		expr := field.Name
		if field.Example != "" {
			expr += ":" + field.Example
		}
		if got := mustParse(t, expr).String(); got != expr {
			t.Errorf("%s is written %s", expr, got)
		}
	}
	for name, meant := range otherNames {
		if definitionOf(name) != nil || definitionOf(meant) == nil {
			t.Errorf("%s is said to be %s", name, meant)
		}
	}
}

// The example in the package comment is one for the built-in briefing, too.
func TestExamples(t *testing.T) {
	f := newBuiltIn(t)
	for _, expr := range []string{
		`actor:nato stance:denies,questions since:2024-10 -tag:supplies "drone" kursk`,
		`actor:nato stance:denies status:expected certainty:alleged reliability:<C since:2024-10 until:2024-10-28 kind:person flag:single-origin contested -tag:troops "a phrase" word`,
	} {
		if err := f.Check(mustParse(t, expr)); err != nil {
			t.Errorf("%s: %v", expr, err)
		}
	}
	for _, field := range definitions() {
		if field.Example == "" {
			continue
		}
		expr := field.Name + ":" + field.Example
		if err := f.Check(mustParse(t, expr)); err != nil {
			t.Errorf("%s: %v", expr, err)
		}
	}
}
