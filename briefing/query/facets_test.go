package query

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	generated "sitrep/briefing/sample"
	"sitrep/briefing/search"
)

// answers evaluates conditions as an index does: by the facets and dates of items, and
// by the words of an item and of the claim and question above it. Words are looked for
// inside words here, as in a briefing.
func answers(f *Filter, q Query, facets []map[string]bool) set {
	out := f.newSet()
	out.addAll(0, int32(len(out)))
	for _, c := range q.Conditions() {
		matching := f.newSet()
		if c.Words != "" {
			f.searcher.Holding(fold.NewQuery(c.Words), func(item int) { matching.addAll(int32(item), f.below[item]) })
		}
		for item := range f.items {
			matching[item] = matching[item] || fits(f, c, item, facets[item])
		}
		out.keep(matching, c.Negated)
	}
	return out
}

func fits(f *Filter, c Condition, item int, facets map[string]bool) bool {
	for _, facet := range c.Facets {
		if facets[facet] {
			return true
		}
	}
	for _, prefix := range c.Prefixes {
		for facet := range facets {
			if strings.HasPrefix(facet, prefix) {
				return true
			}
		}
	}
	for _, p := range c.Periods {
		if slices.ContainsFunc(f.Dates(item), p.Overlaps) {
			return true
		}
	}
	return false
}

func facetsOf(tb testing.TB, f *Filter) []map[string]bool {
	tb.Helper()
	var out []map[string]bool
	last := 0
	complete := f.Facets(func(item int, facet string) {
		if out == nil {
			out = make([]map[string]bool, len(f.items))
		}
		if item < last {
			tb.Fatalf("item %d comes after %d", item, last)
		}
		if last = item; out[item] == nil {
			out[item] = map[string]bool{}
		}
		if out[item][facet] {
			tb.Fatalf("%v has %q twice", f.items[item], facet)
		}
		out[item][facet] = true
	})
	if !complete {
		tb.Fatal("too many facets")
	}
	return out
}

// checkAnswers wants the conditions to be answered as the filter answers the query.
func checkAnswers(t *testing.T, f *Filter, facets []map[string]bool, expr string) (matching int) {
	t.Helper()
	q := mustParse(t, expr)
	got := answers(f, q, facets)
	want := f.fitAll(q, f.fitting(q), func(*term) bool { return true })
	for i, ref := range f.items {
		if got[i] != want[i] {
			t.Fatalf("%s: %v %q matches: %v, by its facets %v", expr, ref.Kind, ref.ID, want[i], got[i])
		}
	}
	return got.countIn(got)
}

// asTerm returns the term that a facet is an answer to.
func asTerm(facet string) string {
	name, value, ok := strings.Cut(facet, ":")
	if !ok {
		return name
	}
	return name + ":" + quoteValue(value)
}

func facetBriefings(tb testing.TB) map[string]*Filter {
	tb.Helper()
	every := generated.NewEveryKey(tb, file.WriteSchema)
	return map[string]*Filter{"built in": newBuiltIn(tb), "sample": newSample(tb), "labelled": newFilter(tb, labelled), "named": newFilter(tb, alike),
		"every key": newFilter(tb, string(every.File(every.Items[0]))), "generated": newFilter(tb, string(generated.JSON(200)))}
}

// alike has names that are ids and names of others, and parts of parts.
const alike = `
format: briefing/1
id: alike
title: Alike
as_of: 2024-10-28
bottom_line: So says [[lom]], and [[b]].
sources:
  - {id: wire, title: Wire, kind: article, publisher: Łom, published: 2024-10}
  - {id: print, title: Łom, kind: article, origin: wire, external_ids: {doi: wire, isbn: lom}}
actors:
  - {id: lom, name: Wire, kind: state}
  - {id: b, name: Łom, kind: group, part_of: lom, aka: [C, Ł-Om]}
  - {id: c, name: "  The  C ", kind: person, part_of: b, aka: [C]}
  - {id: d, name: "d*", kind: person, part_of: c, aka: [The C, lom]}
  - {id: x, name: ŁOM, kind: person}
events:
  - {id: e, title: It began, when: {date: 2023, alternatives: [{date: 2025}]}, actors: [d, c], country: UA, tags: ["a", "A", "á", "a*", "a b"], evidence: [{source: print}]}
  - {id: e-2, title: It ended, when: 2024, actors: [x], external_ids: {misp: lom}}
questions:
  - id: q
    text: Was it so?
    tags: [above]
    external_ids: {misp: e}
    claims:
      - id: cl
        text: It was.
        tags: [middle, above]
        positions:
          - {holder: c, stance: affirms, via: d, citing: [print, b, lom], tags: [below, middle], evidence: [{source: print}]}
          - {holder: d, stance: denies, via: b, citing: [wire]}
`

// Expressions that the briefings of the tests have nothing or something of.
var facetExpressions = []string{
	"-contested", "contested -contested", "reliability:<C", "reliability:>=c,F", "-reliability:<=B", "credibility:<3", "credibility:>=2", "credibility:6",
	"likelihood:>=likely", "likelihood:<likely", "-likelihood:>unlikely", "confidence:<high", "confidence:>=moderate", "tlp:>=AMBER", "tlp:<GREEN", "-tlp:RED",
	"since:2024-10", "until:2024-10", "since:2024-10-21 until:2024-10-26", "since:2024-11 until:2024-10", "-since:2024", "-until:2024 -since:2023",
	"date:2024-10-26,2024-11", "-date:2023", "date:2024 since:2024-10-20 -until:2024-10-22", "since:2023-06 until:2024-11", "date:../2024", "since:2024-10/..",
	"kind:person,article", "kind:article -kind:article", "status:open,expected,retracted", "-status:settled", "certainty:alleged", "hedge:certain,possible",
	"quotation:direct", "stance:affirms,denies", "flag:single-origin", "-flag:one-sided", "quote:exact,missing", "-quote:unchecked",
	"tag:*", "tag:a*", `tag:"a *"`, "-tag:*", "tag:troops,supp*", "tag:Á", "quote:ambiguous", "tag:circl:*,arson", "id:*", "id:doi:*", "id:e*", "-id:e*", "id:E,lom", "id:misp:e", "id:978*", "id:10.1000/ABC",
	"actor:lom", "actor:Łom", "actor:ŁOM,c", `actor:"the c"`, `actor:" The  C"`, "actor:d*", "actor:ł-om", "actor:wire", "source:wire", "source:Łom", "source:lom", "via:d", "via:ŁOM", "via:b", "via:lom",
	"citing:lom", "citing:Łom", "citing:wire", "citing:e", "citing:c", "actor:nato", `actor:"Mark Rutte"`, "-actor:russia", "actor:nobody", `actor:"` + "\u0301" + `"`, "country:ua", "country:UA,BE", "-country:lv",
	"country:u-a", "the", "The", "-the", "dron*", "dron* stance:denies", `"the a"`, "was it", "drone* -kursk", "was tag:middle", "tag:above -tag:below", "tag:middle -was", `"contested"`, "id:q stance:denies",
	"a b c d e f", "actor:c -actor:d since:2024 tag:above", "stance:affirms via:d citing:wire", "stance:denies,affirms tag:middle,below -id:cl/c",
}

// TestFacets wants the same items by their facets as the filter finds.
func TestFacets(t *testing.T) {
	found := map[string]bool{}
	for name, f := range facetBriefings(t) {
		t.Run(name, func(t *testing.T) {
			facets := facetsOf(t, f)
			if f.cache.candidates != nil || f.searcher.Prepared() {
				t.Error("completions were made or the text was folded")
			}
			all := map[string]bool{}
			for _, list := range facets {
				maps.Copy(all, list)
			}
			for facet := range all {
				term := asTerm(facet)
				if checkAnswers(t, f, facets, term) == 0 && !strings.HasSuffix(facet, anyRest) {
					t.Errorf("nothing has %s", facet)
				}
				checkAnswers(t, f, facets, "-"+term+" a")
				field, _, _ := strings.Cut(facet, ":")
				found[field] = true
			}
			for _, expr := range facetExpressions {
				checkAnswers(t, f, facets, expr)
			}
			for _, test := range selectTests {
				checkAnswers(t, f, facets, test.expr)
			}
		})
	}
	for _, d := range definitions() {
		if !d.dated && !d.ofNotebook && !found[d.Name] {
			t.Errorf("no item has a facet of %s", d.Name)
		}
	}
}

// TestEveryFieldHasFacets wants a way to answer a field without the filter.
func TestEveryFieldHasFacets(t *testing.T) {
	for _, d := range definitions() {
		ways := 0
		for _, has := range []bool{d.facets != nil, d.Values != nil, d.noValue, d.dated} {
			if has {
				ways++
			}
		}
		if ways != 1 {
			t.Errorf("%s has %d ways to answer it, want 1", d.Name, ways)
		}
	}
}

// TestTooManyFacets makes actors with many names, each part of the one before.
func TestTooManyFacets(t *testing.T) {
	const actors, names = 1000, 10
	b := &briefing.Briefing{ID: "many"}
	for i := range actors {
		a := briefing.Actor{ID: fmt.Sprintf("a-%d", i), Name: "A", Kind: "group"}
		for n := range names {
			a.Aka = append(a.Aka, fmt.Sprintf("actor %d %d", i, n))
		}
		if i > 0 {
			a.PartOf = b.Actors[i-1].ID
		}
		b.Actors = append(b.Actors, a)
	}
	f := NewFilter(search.New(briefing.NewIndex(b)))
	if f.Facets(func(int, string) { t.Fatal("a facet is given") }) {
		t.Error("all facets are said to be given")
	}
}

func TestConditions(t *testing.T) {
	for expr, want := range map[string]string{
		"":                                 "[]",
		"drone* -\"two words\" Dron**":     "[{false drone true [] [] []} {true two words false [] [] []} {false Dron true [] [] []}]",
		"* \"drone*\" -a-*":                "[{false * false [] [] []} {false drone* false [] [] []} {true a- true [] [] []}]",
		"contested -stance:Denies,affirms": "[{false  false [contested] [] []} {true  false [stance:affirms stance:denies] [] []}]",
		"reliability:<=B,F":                "[{false  false [reliability:A reliability:B reliability:F] [] []}]",
		"tag:circl:*,\"Big Talks\" id:DOI:10.1/X": "[{false  false [tag:big talks] [tag:circl:] []} {false  false [id:doi:10.1/x] [] []}]",
		"actor:Łom,na* country:UA":                "[{false  false [actor:lom actor:na*] [] []} {false  false [country:ua] [] []}]",
		"until:1970 a since:1970-01-01":           "[{false  false [] [] [{0 31535999999999}]} {false a false [] [] []}]",
		"since:1971 until:1970":                   "[{false  false [] [] []}]",
		"date:1970,1970-01-01 -since:1970":        "[{false  false [] [] [{0 31535999999999} {0 86399999999}]} {true  false [] [] [{0 9223372036854775807}]}]",
	} {
		if got := fmt.Sprint(mustParse(t, expr).Conditions()); got != want {
			t.Errorf("%s: got\n%s, want\n%s", expr, got, want)
		}
	}
}

// FuzzFacets asks for facets of a briefing in expressions of several terms.
func FuzzFacets(f *testing.F) {
	filters := facetBriefings(f)
	names := slices.Sorted(maps.Keys(filters))
	facets := map[string][]map[string]bool{}
	terms := map[string][]string{}
	for name, filter := range filters {
		facets[name] = facetsOf(f, filter)
		all := map[string]bool{}
		for _, list := range facets[name] {
			maps.Copy(all, list)
		}
		for _, facet := range slices.Sorted(maps.Keys(all)) {
			terms[name] = append(terms[name], asTerm(facet))
		}
		terms[name] = append(terms[name], facetExpressions...)
	}
	f.Add(uint8(0), []byte{0, 1, 2, 3})
	f.Add(uint8(3), []byte{200, 7, 31, 8, 9, 77})
	f.Fuzz(func(t *testing.T, which uint8, choices []byte) {
		const most = 12 // bytes, of which three choose a term
		if len(choices) > most {
			t.Skip("enough terms")
		}
		name := names[int(which)%len(names)]
		list := terms[name]
		var expr []string
		for ; len(choices) >= 3; choices = choices[3:] {
			term := list[(int(choices[0])<<8+int(choices[1]))%len(list)]
			if choices[2]&1 != 0 {
				term = "-" + strings.TrimPrefix(term, "-")
			}
			expr = append(expr, term)
		}
		checkAnswers(t, filters[name], facets[name], strings.Join(expr, " "))
	})
}

func BenchmarkFacets(b *testing.B) {
	for name, text := range map[string][]byte{"700": generated.JSON(700), "20000": generated.JSON(20_000)} {
		f := newFilter(b, string(text))
		f.connect()
		f.Facets(func(int, string) {}) // flags, quotes and labels are kept
		b.Run("again/"+name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n = 0
				f.Facets(func(int, string) { n++ })
			}
			b.ReportMetric(float64(n)/float64(len(f.items)), "facets/item")
		})
		b.Run("first/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g := NewFilter(f.searcher)
				g.connect()
				g.allNames()
				g.Facets(func(int, string) {})
			}
		})
	}
}
