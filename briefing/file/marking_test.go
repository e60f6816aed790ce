package file

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
)

func TestParseTLP(t *testing.T) {
	for text, want := range map[string]briefing.TLP{
		"RED": "RED", "red": "RED", " Red\n": "RED", "TLP:RED": "RED", "tlp: red": "RED", "TLP RED": "RED", "TLP-GREEN": "GREEN",
		"CLEAR": "CLEAR", "white": "CLEAR", "TLP:WHITE": "CLEAR",
		"AMBER": "AMBER", "AMBER+STRICT": "AMBER+STRICT", "amber strict": "AMBER+STRICT", "Amber-Strict": "AMBER+STRICT",
		"AMBER_STRICT": "AMBER+STRICT", "TLP:AMBER  +  STRICT": "AMBER+STRICT",
		"": "", "TLP:": "", "PURPLE": "", "RED GREEN": "", "GREEN?": "", "not RED": "", "AMBER+": "", "STRICT": "", "AMBER STRICTLY": "",
		"GREEN, RED": "", strings.Repeat(" ", 1000) + "RED": "",
	} {
		if got, ok := briefing.ParseTLP(text); got != want || ok != (want != "") {
			t.Errorf("%.40q: %q, %t; want %q", text, got, ok, want)
		}
	}
}

// TestReadTLP has a marking read as what it is, and anything else in its place
// as what it is not: never as none, and never as one that is lower.
func TestReadTLP(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"none", "", "unmarked"},
		{"label", "tlp: GREEN", "TLP:GREEN"},
		{"as people write it", "tlp: 'TLP:amber strict '", "TLP:AMBER+STRICT"},
		{"block of text", "tlp: |\n  RED", "TLP:RED"},
		{"word", "tlp: Eyes Only", `TLP:RED (unreadable: "Eyes Only")`},
		{"hidden characters", "tlp: \"RE\\u200bD\\e[2J\"", "TLP:RED (unreadable: \"RED\ufffd[2J\")"},
		{"long", "tlp: " + strings.Repeat("x", 100), `TLP:RED (unreadable: "` + strings.Repeat("x", 24) + `…")`},
		{"nothing", "tlp:", `TLP:RED (unreadable: "nothing")`},
		{"empty", "tlp: ''", `TLP:RED (unreadable: "nothing")`},
		{"number", "tlp: 4", `TLP:RED (unreadable: "4")`},
		{"list", "tlp: [GREEN]", `TLP:RED (unreadable: "a list")`},
		{"tag", "tlp: !!str GREEN", `TLP:RED (unreadable: "a refused value")`},
		{"two", "tlp: CLEAR\ntlp: RED", `TLP:RED (unreadable: "CLEAR, RED")`},
		{"two of a kind", "tlp: CLEAR\ntlp: CLEAR", `TLP:RED (unreadable: "CLEAR, CLEAR")`},
		{"two in different letters", "TLP: RED\ntlp: CLEAR", `TLP:RED (unreadable: "CLEAR, TLP: RED under an…")`},
		{"only in different letters", "TLP: GREEN", `TLP:RED (unreadable: "TLP: GREEN under another…")`},
		{"another key", "marking: GREEN", `TLP:RED (unreadable: "marking: GREEN")`},
		{"another word", "Protective-Marking: SECRET", `TLP:RED (unreadable: "Protective-Marking: SECR…")`},
		{"a label under any key", "colour: amber", `TLP:RED (unreadable: "colour: AMBER")`},
		{"a slip", "tpl: GREEN", `TLP:RED (unreadable: "tpl: GREEN")`},
		{"letters of another script", "тlр: GREEN", `TLP:RED (unreadable: "тlр: GREEN")`},
		{"within", "meta: {a: [{classification: x}]}", `TLP:RED (unreadable: "meta: a mapping")`},
		{"a key that is not read", "&a x: 1", `TLP:RED (unreadable: "a refused value")`},
		{"merged", "<<: {tlp: RED}", `TLP:RED (unreadable: "a mapping")`},
		{"beside what is broken", "version: x\nsources: 5\ntlp: RED", "TLP:RED"},
		{"some other key", "tlp: CLEAR\nsummary: red tape", "TLP:CLEAR"},
	}
	for _, tt := range tests {
		doc, err := Parse(head+tt.text+"\n", "x", nil)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		got := doc.Briefing.TLP
		if got.String() != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		wrong := !briefing.TLPs.Has(got) && got != ""
		if errs := slices.ContainsFunc(doc.Problems, func(p Problem) bool { return p.Code == CodeMarking || p.Code == CodeAlias }); errs != wrong {
			t.Errorf("%s: problems %v", tt.name, doc.Problems)
		}
		if wrong && (got.Within("RED") || briefing.HigherTLP("RED", got, "CLEAR") != got) {
			t.Errorf("%s: it is not the highest", tt.name)
		}
		var out bytes.Buffer
		if err := WriteJSON(&out, doc.Briefing); err != nil {
			t.Fatal(err)
		}
		if again, err := Parse(out.Bytes(), "x", nil); err != nil || again.Briefing.TLP != got {
			t.Errorf("%s: reads back as %q (%v), was %q", tt.name, again.Briefing.TLP, err, got)
		}
	}
}

// TestMarkingPastManyProblems has a marking count even where no more problems
// are listed.
func TestMarkingPastManyProblems(t *testing.T) {
	doc, err := Parse(head+strings.Repeat("a: b\n", maxProblems+1)+"Tlp: RED\n", "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Briefing.TLP == "" {
		t.Error("the marking is lost")
	}
}

func TestTLPWithin(t *testing.T) {
	labels := briefing.TLPs.Values()
	for i, a := range labels {
		for j, b := range labels {
			if briefing.TLP(a).Within(briefing.TLP(b)) != (i <= j) {
				t.Errorf("%s within %s: %t", a, b, i > j)
			}
		}
		for _, wrong := range []briefing.TLP{"", "x", "red"} {
			if wrong.Within(briefing.TLP(a)) || briefing.TLP(a).Within(wrong) {
				t.Errorf("%q and %s: one is within the other", wrong, a)
			}
		}
	}
	if got := briefing.HigherTLP("CLEAR", "", "CLEAR"); got != "" {
		t.Errorf("what is marked CLEAR and what is not marked: %s", got)
	}
}
