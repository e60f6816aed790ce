package query

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/search"
)

// What each expression keeps, everything in the order of the lists.
var selectTests = []struct{ expr, want string }{
	{"", "bottom-line j-sent j-vote gap-1 e-old e-soon e-summit e-strike e-vote harbour speaker mission envoy officials " +
		"q-open c-sent c-sent/envoy c-sent/speaker c-sent/officials c-bare q-old c-old c-old/harbour agency blog mirror memo unused"},

	// Actors stand for their parts, and answer for themselves.
	{"actor:mission", "bottom-line j-sent e-summit mission envoy q-open c-sent c-sent/envoy agency"},
	{"actor:envoy", "envoy q-open c-sent c-sent/envoy agency"},
	{"actor:ENVOY", "envoy q-open c-sent c-sent/envoy agency"},
	{`actor:"anna envoy"`, "envoy q-open c-sent c-sent/envoy agency"},
	{`actor:"The Envoy"`, "envoy q-open c-sent c-sent/envoy agency"},
	{"actor:envoy,officials", "e-soon envoy officials q-open c-sent c-sent/envoy c-sent/officials agency"},
	{"actor:nobody", ""},
	{"kind:person", "speaker envoy q-open c-sent c-sent/envoy c-sent/speaker agency blog"},
	{"kind:unnamed", "e-soon officials q-open c-sent c-sent/officials"},
	{"kind:post", "e-old e-strike harbour speaker q-open c-sent c-sent/speaker blog mirror"},
	{"kind:person,article", "e-summit harbour speaker envoy q-open c-sent c-sent/envoy c-sent/speaker agency"},
	{"country:ua", "gap-1 e-old e-summit e-strike harbour speaker q-open c-sent c-sent/speaker q-old c-old c-old/harbour agency blog mirror"},

	// One item, with what is below and above it.
	{"id:c-sent/envoy", "envoy q-open c-sent c-sent/envoy agency"},
	{"id:C-OLD", "harbour q-old c-old c-old/harbour"},
	{"id:e-vote", "e-vote"},
	{"id:mission", "mission"},
	{"id:nothing", ""},

	// Positions, with all terms asked of the same one.
	{"stance:denies", "speaker q-open c-sent c-sent/speaker blog"},
	{"stance:affirms,denies", "harbour speaker envoy q-open c-sent c-sent/envoy c-sent/speaker q-old c-old c-old/harbour agency blog"},
	{"actor:envoy stance:denies", ""},
	{"actor:envoy stance:affirms", "envoy q-open c-sent c-sent/envoy agency"},
	{"actor:mission stance:affirms", "envoy q-open c-sent c-sent/envoy agency"},
	{"stance:denies source:agency", ""},
	{"via:mission", "officials q-open c-sent c-sent/officials"},
	{"citing:memo", "officials q-open c-sent c-sent/officials"},
	{"citing:mission", "officials q-open c-sent c-sent/officials"},
	{"hedge:certain", "envoy q-open c-sent c-sent/envoy agency"},
	{"quotation:direct", "envoy q-open c-sent c-sent/envoy agency"},
	{"credibility:<3", "envoy q-open c-sent c-sent/envoy agency"},
	{"credibility:>=2", "speaker envoy q-open c-sent c-sent/envoy c-sent/speaker agency blog"},
	{"credibility:6", "officials q-open c-sent c-sent/officials"},

	// Claims and questions, by themselves where nothing is below them.
	{"flag:single-origin", "harbour q-old c-old c-old/harbour"},
	{"flag:quote-missing stance:affirms", "envoy q-open c-sent c-sent/envoy agency"},
	{"contested", "j-sent speaker mission envoy officials q-open c-sent c-sent/envoy c-sent/speaker c-sent/officials c-bare agency blog"},
	{"contested stance:affirms", "envoy q-open c-sent c-sent/envoy agency"},
	{"status:open", "j-sent speaker mission envoy officials q-open c-sent c-sent/envoy c-sent/speaker c-sent/officials c-bare agency blog"},
	{"status:settled", "harbour q-old c-old c-old/harbour"},
	{"parts", "q-open c-bare"},
	{"parts -contested", ""},
	{`"first delivery"`, "q-old c-old c-old/harbour"},

	// Events.
	{"status:expected", "e-vote"},
	{"status:ongoing,settled", "e-soon harbour officials q-old c-old c-old/harbour"},
	{"certainty:alleged", "e-strike harbour mirror"},
	{`tag:"big talks"`, "e-summit harbour mission agency"},
	{"tag:SUPPLIES actor:harbour", "e-old e-strike harbour blog mirror"},

	// Sources stand for their copies, and answer for themselves.
	{"source:blog", "e-old e-strike harbour speaker q-open c-sent c-sent/speaker blog mirror"},
	{"source:mirror", "e-strike harbour mirror"},
	{`source:"the agency"`, "j-vote e-summit harbour mission envoy q-open c-sent c-sent/envoy agency memo"},
	{"status:retracted", "e-strike harbour mirror"},
	{"reliability:B", "e-summit harbour mission envoy q-open c-sent c-sent/envoy agency"},
	{"reliability:<C", "j-vote e-summit harbour mission envoy q-open c-sent c-sent/envoy agency memo"},
	{"reliability:>c", "e-old harbour speaker q-open c-sent c-sent/speaker blog"},
	{"reliability:<=A,F", "j-vote e-strike harbour mirror memo unused"},
	{"quote:missing", "speaker q-open c-sent c-sent/speaker blog"},
	{"quote:exact actor:harbour", "e-old e-summit harbour agency blog"},

	// Dates, as far as they can tell.
	{"since:2024-10-21", "e-soon e-strike e-vote harbour speaker envoy officials q-open c-sent c-sent/envoy c-sent/speaker agency"},
	{"until:2023", "e-old harbour q-old c-old c-old/harbour"},
	{"since:2024-10-23 until:2024-10-25", "e-soon speaker officials q-open c-sent c-sent/speaker"},
	{"since:2024-10-26 until:2024-10-26", "e-soon e-strike harbour officials"},
	{"date:2024-10-26,2024-11", "e-soon e-strike e-vote harbour officials"},
	{"since:2024-11 until:2024-10", ""},
	{"since:2025", "e-soon officials"},
	// A fraction of a second is one moment, which is as good as a stretch.
	{"since:2024-10-20T09:00:00.5Z until:2024-10-20T09:00:00.5Z", "e-soon e-summit harbour mission officials"},
	{"date:2024-10-20T23:59:59.999999Z,2024-11-05T00:00:00Z", "e-soon e-summit e-vote harbour mission officials"},

	// Judgments.
	{"likelihood:likely", "j-sent mission"},
	{"likelihood:<likely", "j-vote memo"},
	{`likelihood:"very unlikely"`, "j-vote memo"},
	{"confidence:<high", "j-sent mission"},
	{"confidence:>=moderate contested", "j-sent mission"},

	// Words.
	{"drones", "e-strike q-open c-sent c-sent/envoy c-sent/speaker c-sent/officials c-bare agency"},
	{"drone*", "e-strike q-open c-sent c-sent/envoy c-sent/speaker c-sent/officials c-bare agency"},
	{"stance:denies drone*", "q-open c-sent c-sent/speaker"},
	{`"drone*"`, ""},
	{"*", ""},
	{"Drones", ""},
	{"DRÓNES", ""},
	{"drónes stance:denies", "q-open c-sent c-sent/speaker"},
	{`"off the record"`, "q-open c-sent c-sent/officials"},
	{"off the record", "q-open c-sent c-sent/officials"},
	{"envoy", "envoy q-open c-sent c-sent/envoy c-sent/officials agency"},
	{`"contested"`, ""},

	// Turned round.
	{"-actor:harbour", "bottom-line j-sent j-vote e-soon e-vote mission envoy officials q-open c-sent c-sent/envoy c-sent/officials c-bare agency blog mirror memo unused"},
	{"-stance:affirms,reports actor:speaker,envoy", "speaker envoy q-open c-sent c-sent/speaker blog"},
	{"certainty:reported -tag:supplies", "e-soon e-vote officials"},
	{"-contested -status:settled kind:state", "gap-1 e-old e-summit e-strike harbour agency blog mirror"},
	{"-since:2024", "bottom-line j-sent j-vote gap-1 e-old harbour speaker mission envoy officials q-open c-sent c-sent/officials c-bare q-old c-old c-old/harbour memo unused"},
	{"-drones kind:state,person -stance:denies", "gap-1 e-old e-summit harbour speaker envoy q-old c-old c-old/harbour blog mirror"},
	{"-actor:mission -actor:harbour -contested", "j-vote e-soon e-vote officials agency blog mirror memo unused"},
}

func TestSelect(t *testing.T) {
	f := newSample(t)
	for _, test := range selectTests {
		if got := keeps(t, f, test.expr); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.expr, got, test.want)
		}
	}
}

func TestCount(t *testing.T) {
	f := newSample(t)
	s := f.Select(mustParse(t, "actor:mission"))
	for kind, want := range map[briefing.Kind]int{
		briefing.KindBottomLine: 1, briefing.KindJudgment: 1, briefing.KindGap: 0, briefing.KindEvent: 1, briefing.KindActor: 2,
		briefing.KindQuestion: 1, briefing.KindClaim: 1, briefing.KindPosition: 1, briefing.KindSource: 1,
	} {
		if got := s.Count(kind); got != want {
			t.Errorf("%d of kind %s, want %d", got, kind, want)
		}
	}
	if got := s.Count(briefing.KindJudgment, briefing.KindGap, briefing.KindEvent); got != 2 {
		t.Errorf("%d in all, want 2", got)
	}
	if s.Everything() || !f.Select(Query{}).Everything() {
		t.Error("everything is kept only by the query without terms")
	}
	if got, want := f.Select(Query{}).Count(briefing.KindEvent), len(f.x.Briefing.Events); got != want {
		t.Errorf("%d events, want %d", got, want)
	}
	if s.Keep(briefing.Ref{Kind: briefing.KindEvent, ID: "nothing"}) {
		t.Error("what is not there is kept")
	}
}

func TestWhy(t *testing.T) {
	f := newSample(t)
	for _, test := range []struct {
		expr string
		of   []briefing.Kind
		want string
	}{
		{"stance:denies", []briefing.Kind{briefing.KindEvent}, "no event fits stance:denies"},
		{"stance:denies flag:one-sided", []briefing.Kind{briefing.KindEvent}, "no event fits stance:denies or flag:one-sided"},
		{"actor:envoy stance:denies", []briefing.Kind{briefing.KindPosition},
			"no position fits all of actor:envoy stance:denies; without actor:envoy there would be 1 position"},
		{"status:expected actor:harbour", []briefing.Kind{briefing.KindEvent, briefing.KindGap},
			"no item fits all of status:expected actor:harbour; without status:expected there would be 4 items"},
		{"actor:mission", []briefing.Kind{briefing.KindEvent}, ""},
	} {
		if got := f.Why(mustParse(t, test.expr), test.of...); got != test.want {
			t.Errorf("%s: got %q, want %q", test.expr, got, test.want)
		}
	}
	empty := newFilter(t, "format: briefing/1\nid: empty\ntitle: Empty\nas_of: 2024\n")
	if got := empty.Why(mustParse(t, "a"), briefing.KindEvent); got != "this briefing has no events" {
		t.Errorf("got %q", got)
	}
}

func TestCheck(t *testing.T) {
	f := newSample(t)
	for _, test := range []struct{ expr, marked, problem, hint string }{
		{"actor:envoi", "envoi", `this briefing has no actor "envoi"`, "did you mean envoy?"},
		{"stance:denies actor:mission,western", "western", `this briefing has no actor "western"`, "did you mean officials?"},
		{"source:agencia", "agencia", `this briefing has no source "agencia"`, "did you mean agency?"},
		{"citing:zzzzzzzz", "zzzzzzzz", `this briefing has no actor or source "zzzzzzzz"`, "a word without the name of a filter before it is looked for in everything"},
		{"tag:suplies", "suplies", `this briefing has no tag "suplies"`, "did you mean supplies?"},
		{"tag:x", "x", `this briefing has no tag "x"`, "there are big talks, supplies"},
		{"country:fr", "fr", `this briefing has no actor or event of the country "fr"`, "a word without the name of a filter before it is looked for in everything"},
	} {
		err, _ := f.Check(mustParse(t, test.expr)).(*Error)
		if err == nil || err.Problem != test.problem || err.Hint != test.hint || test.expr[err.Offset:err.End] != test.marked {
			t.Errorf("%s: got %+v", test.expr, err)
		}
	}
	for _, expr := range []string{"", "actor:mission", "tag:SUPPLIES", "country:ua", `source:"the agency"`, "citing:memo", "words only", "via:envoy"} {
		if err := f.Check(mustParse(t, expr)); err != nil {
			t.Errorf("%s: %v", expr, err)
		}
	}
}

// The rules that hold for every expression, over the built-in briefing.
func TestRules(t *testing.T) {
	f := newBuiltIn(t)
	terms := []string{"actor:nato", "actor:russia", "stance:affirms", "stance:denies", "kind:person", "kind:article", "status:expected", "status:open",
		"certainty:alleged", "since:2024-10", "until:2024-10-26", "contested", "flag:single-origin", "tag:troops", "reliability:<C", "kursk", "drones",
		"-actor:nato", "-stance:affirms", "-kursk", "-contested", "-tag:troops", "-since:2024-10"}
	for i, a := range terms {
		for _, b := range terms[i:] {
			both, other := f.Select(mustParse(t, a+" "+b)), f.Select(mustParse(t, b+" "+a))
			one := f.Select(mustParse(t, a))
			for _, ref := range f.items {
				if both.Keep(ref) != other.Keep(ref) {
					t.Fatalf("%s %s: %v is kept only in that order", a, b, ref)
				}
				if both.Keep(ref) && !one.Keep(ref) {
					t.Fatalf("%s %s keeps %v, which %s alone does not", a, b, ref, a)
				}
			}
			checkAbove(t, f, a+" "+b, both)
		}
	}
}

// checkAbove checks that no claim is kept without its question, and none that
// has positions without one of them.
func checkAbove(t *testing.T, f *Filter, expr string, s Selection) {
	t.Helper()
	for _, q := range f.lists.questions {
		claims := 0
		for i := range q.is.Claims {
			c := &q.is.Claims[i]
			kept := s.Keep(briefing.Ref{Kind: briefing.KindClaim, ID: c.ID})
			positions := 0
			for _, stand := range f.x.StandsOn(c.ID) {
				if s.Keep(stand.Ref()) {
					positions++
				}
			}
			if len(c.Positions) > 0 && kept != (positions > 0) {
				t.Fatalf("%s: claim %s kept: %v, of its positions %d", expr, c.ID, kept, positions)
			}
			if kept {
				claims++
			}
		}
		if kept := s.Keep(briefing.Ref{Kind: briefing.KindQuestion, ID: q.is.ID}); len(q.is.Claims) > 0 && kept != (claims > 0) {
			t.Fatalf("%s: question %s kept: %v, of its claims %d", expr, q.is.ID, kept, claims)
		}
	}
}

// A word keeps what / finds: the items that hold it, and what is below them.
func TestWordsAreSearched(t *testing.T) {
	f := newBuiltIn(t)
	for _, words := range []string{"kursk", "Kursk", "nato", "troops", "korean soldiers", "ukraine's", "rutte"} {
		s := f.Select(mustParse(t, quoted(words)))
		r := f.searcher.Find(words, search.Everywhere)
		if r.Items() == 0 {
			t.Fatalf("%s is not in the built-in briefing", words)
		}
		for i := range r.Len() {
			if ref := r.Ref(i); !s.Keep(ref) && ref.Kind != briefing.KindClaim {
				t.Errorf("%s: %v is found and not kept", words, ref)
			}
		}
		for _, kind := range []briefing.Kind{briefing.KindEvent, briefing.KindActor, briefing.KindSource, briefing.KindJudgment} {
			found := map[briefing.Ref]bool{}
			for i := range r.Len() {
				if ref := r.Ref(i); ref.Kind == kind {
					found[ref] = true
				}
			}
			if got := s.Count(kind); got != len(found) {
				t.Errorf("%s: %d of kind %s are kept, %d found", words, got, strings.ToLower(kind.String()), len(found))
			}
		}
	}
}
