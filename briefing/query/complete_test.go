package query

import (
	"slices"
	"strings"
	"testing"
)

// complete is what the expression becomes with each completion; the cursor
// stands where the bar is.
func complete(f *Filter, expr string) []string {
	cursor := strings.IndexByte(expr, '|')
	expr = expr[:cursor] + expr[cursor+1:]
	var out []string
	for _, c := range f.Complete(expr, cursor) {
		out = append(out, expr[:c.Start]+c.Text+expr[c.End:])
	}
	return out
}

func TestComplete(t *testing.T) {
	f := newSample(t)
	for _, test := range []struct {
		expr string
		want []string
	}{
		{"sta|", []string{"status:", "stance:", "kind:state", "kind:statement", "actor:harbour", "via:harbour", "citing:harbour"}},
		{"a stan|", []string{"a stance:"}},
		{"-con|", []string{"-contested", "-confidence:"}},
		{"tag:x conte| word", []string{"tag:x contested word"}},
		{"stance:|", []string{"stance:affirms", "stance:denies", "stance:questions", "stance:reports", "stance:no-comment"}},
		{"stance:de|", []string{"stance:denies"}},
		{"stance:denies,q|", []string{"stance:denies,questions"}},
		{"stance:de|,questions x", []string{"stance:denies,questions x"}},
		{"-stance:|de", []string{"-stance:affirms", "-stance:denies", "-stance:questions", "-stance:reports", "-stance:no-comment"}},
		{"stance:COM|", []string{"stance:no-comment"}},
		{"den|", []string{"stance:denies"}},
		{"reliability:<|", []string{"reliability:<A", "reliability:<B", "reliability:<C", "reliability:<D", "reliability:<E", "reliability:<F"}},
		{"actor:en|", []string{"actor:envoy"}},
		{"actor:ANNÁ|", []string{"actor:envoy"}},
		{"actor:envoy,wes|", []string{"actor:envoy,officials"}},
		{`actor:"anna en|`, []string{"actor:envoy"}},
		{"actor:s|", []string{"actor:speaker", "actor:harbour", "actor:mission", "actor:officials"}},
		{"har|", []string{"actor:harbour", "via:harbour", "citing:harbour"}},
		{"source:the|", []string{"source:agency", "source:memo", "source:mirror"}},
		{"citing:me|", []string{"citing:memo"}},
		{"id:har|", []string{"id:harbour"}},
		{"id:harb|,x", []string{"id:harbour,x"}},
		{"tag:|", []string{"tag:supplies", `tag:"Big Talks"`}},
		{"tag:talk|", []string{`tag:"Big Talks"`}},
		{"country:|", []string{"country:UA", "country:BE"}},
		{"since:|", []string{"since:2023-01", "since:2024-10", "since:2024-11"}},
		{"until:2024-10|", []string{"until:2024-10-20", "until:2024-10-22"}},
		{"har|bour", []string{"actor:harbour", "via:harbour", "citing:harbour"}},
		{"stan|ce:denies x", []string{"stance: x"}},
		{"de|", []string{"stance:denies"}},
		{"d|", []string{"date:"}},
		{"20|", nil},
		{"contested:|", nil},
		{`"sta|`, nil},
		{"nosuch:a|", nil},
		{"zzz|", nil},
	} {
		if got := complete(f, test.expr); !slices.Equal(got, test.want) {
			t.Errorf("%s\n got %q\nwant %q", test.expr, got, test.want)
		}
	}
}

// With nothing typed every name is offered; each offer has something to say,
// and can be typed.
func TestCompleteNothing(t *testing.T) {
	f := newBuiltIn(t)
	f.x.SetRemarks(kept{})
	offered := f.Complete("", 0)
	if len(offered) != len(fieldNames()) {
		t.Errorf("%d names are offered of %d", len(offered), len(fieldNames()))
	}
	for _, c := range offered {
		if c.Meaning == "" {
			t.Errorf("%s: nothing is said about it", c.Text)
		}
		for _, v := range f.Complete(c.Text, len(c.Text)) {
			expr := c.Text[:v.Start] + v.Text
			if q, err := Parse(expr); err != nil && !strings.Contains(expr, "<") {
				t.Errorf("%s is offered: %v", expr, err)
			} else if err := f.Check(q); err != nil {
				t.Errorf("%s is offered: %v", expr, err)
			}
		}
	}
}
