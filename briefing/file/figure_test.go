package file

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestFigure reads figures from YAML, and what is written of them again.
func TestFigure(t *testing.T) {
	const yaml = `format: briefing/1
id: b
title: B
as_of: 2024-01-01
questions: [{id: q, text: "Q?", claims: [{id: c, text: C., figure: %s}]}]
`
	tests := map[string]struct{ want, problem string }{
		"{value: 10000, unit: troops, approximate: true}": {"~10000 troops", ""},
		"{value: 2.50, unit: USD}":                        {"2.50 USD", ""},
		"{low: 3, high: 12, unit: boats}":                 {"3–12 boats", ""},
		"{value: 0, unit: killed}":                        {"0 killed", ""},
		"{value: -0.5, unit: degrees}":                    {"-0.5 degrees", ""},
		"{value: 007, unit: boats}":                       {"", CodeBadValue},
		"{value: 1., unit: boats}":                        {"", CodeBadValue},
		"{value: .5, unit: boats}":                        {"", CodeBadValue},
		"{value: +5, unit: boats}":                        {"", CodeBadValue},
		"{value: 1.2.3, unit: boats}":                     {"", CodeBadValue},
		"{low: 12, high: 3, unit: boats}":                 {"", CodeBadValue},
		"{low: 3, unit: boats}":                           {"", CodeBadValue},
		"{value: 1, low: 3, high: 4, unit: boats}":        {"", CodeBadValue},
		"{unit: boats}":                                   {"", CodeBadValue},
		"{value: 1}":                                      {"", CodeMissingKey},
		"{value: \"10000\", unit: troops}":                {"", CodeWrongKind},
		"{value: 10_000, unit: troops}":                   {"", CodeBadValue},
		"{value: \"10,000\", unit: troops}":               {"", CodeBadValue},
		"{value: .inf, unit: troops}":                     {"", CodeBadValue},
		"{value: .nan, unit: troops}":                     {"", CodeBadValue},
		"{value: 0x10, unit: troops}":                     {"", CodeBadValue},
		"{value: 1e999, unit: troops}":                    {"", CodeBadValue},
		"{value: 9999999999999999999999999, unit: x}":     {"", CodeBadValue},
		"{value: 1, unit: x, approximate: maybe}":         {"1 x", CodeWrongKind},
		"many": {"", CodeWrongKind},
	}
	for text, test := range tests {
		doc, err := Parse([]byte(fmt.Sprintf(yaml, text)), "x", nil)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		var got string
		if f := doc.Briefing.Questions[0].Claims[0].Figure; !f.IsZero() {
			got = f.String()
		}
		codes := ""
		for _, p := range doc.Problems {
			codes += p.Code + " "
		}
		if got != test.want || !strings.Contains(codes, test.problem) || (test.problem == "") != (codes == "") {
			t.Errorf("%s: %q with problems %q, want %q with %q", text, got, codes, test.want, test.problem)
		}
		var out bytes.Buffer
		if err := WriteJSON(&out, doc.Briefing); err != nil {
			t.Fatal(err)
		}
		again, err := Parse(out.Bytes(), "x", nil)
		if err != nil || again.Briefing.Questions[0].Claims[0].Figure != doc.Briefing.Questions[0].Claims[0].Figure {
			t.Errorf("%s: %v, written and read again it is %+v", text, err, again.Briefing.Questions[0].Claims[0].Figure)
		}
	}
}
