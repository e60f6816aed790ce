package library

import (
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
)

// expressions are what TestSearch looks for; %s is the name of an actor.
var expressions = []string{
	"drone", "ceasefire", `"the drone"`, "Drone", "dron*", "drone ceasefire", "-drone contested", "drone -ceasefire", "drone stance:denies",
	"stance:denies,questions", "stance:denies -via:x", `actor:"%s"`, `actor:"%s" stance:affirms`, `the actor:"%s" stance:affirms,denies`, `the -actor:"%s" stance:denies`, `-the actor:"%s" stance:denies`, `the stance:denies -contested`, `-actor:"%s" kind:person`, "contested", "-contested stance:affirms",
	"since:1999-07", "since:1999-07-01 until:1999-07-02 drone", "-since:1999-07", "date:1999-07-01", "kind:organization", "reliability:<C", "tlp:>=AMBER", "quote:missing", "flag:single-origin drone",
	"status:expected", "likelihood:>=likely", "since:2025 until:2024", "-since:2025", "id:claim-1-0", "tag:*",
}

// TestSearch wants what the conditions of a query say, item by item.
func TestSearch(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 40)
	l := open(t, dir, Options{})
	update(t, l)
	entries, err := l.Entries(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var judges []*judge
	actor := ""
	for _, e := range entries {
		if doc, err := l.Load(e.File); err == nil {
			j := newJudge(e.File, doc.Index())
			judges = append(judges, j)
			if actor == "" {
				actor = doc.Briefing.Actors[0].Name
			}
		}
	}
	some := 0
	for _, expr := range expressions {
		expr = strings.ReplaceAll(expr, "%s", actor)
		parsed, err := query.Parse(expr)
		if err != nil {
			t.Fatal(expr, err)
		}
		var want []string
		for _, j := range judges {
			want = append(want, j.matching(parsed.Conditions())...)
		}
		got := slices.DeleteFunc(found(t, l, expr, false), func(hit string) bool { return strings.Contains(hit, ":item:") }) // the briefing itself
		some += len(got)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d items, want %d; %v", expr, len(got), len(want), firstDifference(got, want))
		}
	}
	if some < 1000 {
		t.Errorf("only %d hits in all", some)
	}
}

func firstDifference(got, want []string) string {
	for _, g := range got {
		if !slices.Contains(want, g) {
			return "not wanted: " + g
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			return "not found: " + w
		}
	}
	return "one is found twice"
}

// judge says which items of a briefing match conditions.
type judge struct {
	name   string
	s      *search.Searcher
	f      *query.Filter
	facets []map[string]bool
	above  []int // the claim of a position, the question of a claim; -1 for none
}

func newJudge(name string, x *briefing.Index) *judge {
	j := &judge{name: name, s: search.New(x)}
	j.f = query.NewFilter(j.s)
	j.facets = make([]map[string]bool, len(j.s.Items()))
	j.f.Facets(func(i int, facet string) {
		if j.facets[i] == nil {
			j.facets[i] = map[string]bool{}
		}
		j.facets[i][facet] = true
	})
	question, claim := -1, -1
	for i, ref := range j.s.Items() {
		switch ref.Kind {
		case briefing.KindQuestion:
			question = i
			j.above = append(j.above, -1)
		case briefing.KindClaim:
			claim = i
			j.above = append(j.above, question)
		case briefing.KindPosition:
			j.above = append(j.above, claim)
		default:
			j.above = append(j.above, -1)
		}
	}
	return j
}

func (j *judge) matching(conditions []query.Condition) []string {
	inherits := slices.ContainsFunc(conditions, func(c query.Condition) bool { return c.Words == "" })
	var out []string
	for i, ref := range j.s.Items() {
		if !slices.ContainsFunc(conditions, func(c query.Condition) bool { return j.has(i, c, inherits) == c.Negated }) {
			out = append(out, j.name+":"+ref.Kind.String()+":"+ref.ID)
		}
	}
	return out
}

func (j *judge) has(i int, c query.Condition, inherits bool) bool {
	if c.Words != "" {
		for ; i >= 0; i = j.above[i] {
			hit := false
			j.s.EachField(i, func(f search.ItemField) {
				_, ok := fold.NewWords(c.Words, c.Prefix).First(f.Text)
				hit = hit || ok
			})
			if hit || !inherits {
				return hit
			}
		}
		return false
	}
	for _, f := range c.Facets {
		if j.facets[i][f] {
			return true
		}
	}
	for _, prefix := range c.Prefixes {
		for f := range j.facets[i] {
			if strings.HasPrefix(f, prefix) {
				return true
			}
		}
	}
	for _, p := range c.Periods {
		if slices.ContainsFunc(j.f.Dates(i), p.Overlaps) {
			return true
		}
	}
	return false
}

// TestTyping wants the same of what is being typed as of a prefix.
func TestTyping(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 40)
	l := open(t, dir, Options{})
	update(t, l)
	for _, typed := range []string{"d", "dr", "dro", "dron", "drone", "the dr", `"the dr`, "zz", "ceasefire dr", "Dro"} {
		if strings.HasPrefix(typed, `"`) {
			typed += `"`
		}
		want := found(t, l, typed+"*", false)
		if strings.HasSuffix(typed, `"`) {
			want = found(t, l, typed, false)
		}
		got := found(t, l, typed, !strings.HasSuffix(typed, `"`))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d hits, want %d", typed, len(got), len(want))
		}
	}
}

// TestWordsAreNoFacets: a claim cannot say the stance of its positions.
func TestWordsAreNoFacets(t *testing.T) {
	dir := t.TempDir()
	denies := strings.TrimSpace(string(appendFacet(nil, "stance:denies")))
	put(t, dir, "a.yaml", brief("a", "A", "2024-01-01", "b")+`actors:
- {id: a, name: Ann, kind: person}
questions:
- id: q
  text: Is it open?
  claims:
  - {id: open, text: "The harbour `+denies+` ·`+denies+` is open.", positions: [{holder: a, stance: affirms}]}
  - {id: shut, text: The harbour is shut., positions: [{holder: a, stance: denies}]}
`)
	l := open(t, dir, Options{})
	update(t, l)
	for expr, want := range map[string]string{"harbour stance:denies": "a.yaml:position:shut/a", "harbour stance:affirms actor:ann": "a.yaml:position:open/a"} {
		if got := found(t, l, expr, false); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %v, want %s", expr, got, want)
		}
	}
}
