package diff_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/diff"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

const before = `format: briefing/1
id: bridge
title: Bridge
as_of: 2024-06-12
version: 1
bottom_line: The [[closed|bridge]] is shut.
judgments:
  - {id: opens, text: It will open in May., likelihood: likely, confidence: low, because: One report.}
gaps: [Who pays., Who pays., When it opens.]
sources:
  - {id: gazette, title: Gazette, kind: article, reliability: B, text: "The bridge was closed.\n\nThe mayor denies it."}
  - {id: radio, title: Radio, kind: broadcast}
actors:
  - {id: city, name: City, kind: state}
  - {id: mayor, name: The mayor, kind: person, part_of: city}
  - {id: crew, name: The crew, kind: group}
events:
  - {id: closed, title: Bridge closed, when: {date: 2024-06}, status: expected, certainty: alleged, actors: [city, mayor]}
  - {id: built, title: Bridge built, when: {date: 1990}, certainty: established}
questions:
  - id: why
    text: Why is it closed?
    events: [closed]
    claims:
      - id: flood
        text: Because of the flood.
        positions:
          - {holder: city, stance: affirms, evidence: [{source: gazette, quote: The bridge was closed.}]}
          - {holder: mayor, stance: questions, evidence: [{source: gazette, quote: The mayor denies it.}]}
      - {id: repairs, text: For repairs.}
`

// comparisons change a briefing in one way and say what is told of it.
var comparisons = []struct {
	name string
	edit []string // old and new text, in turn
	want string
}{
	{"nothing", nil, ``},
	{"the cut-off", []string{"as_of: 2024-06-12", "as_of: 2024-06-13"}, `head As of: 12 June 2024 | 13 June 2024`},
	{"the bottom line", []string{"[[closed|bridge]] is shut", "[[closed|bridge]] is open"},
		`brief changed bottom line
  Text: The bridge is shut. | The bridge is open.`},
	{"no bottom line", []string{"bottom_line: The [[closed|bridge]] is shut.\n", ""}, `brief gone bottom line`},
	{"only where a link leads", []string{"[[closed|bridge]]", "[[built|bridge]]"}, `brief changed bottom line
  Text: The [[closed|bridge]] is shut. | The [[built|bridge]] is shut.`},
	{"a likelihood", []string{"likelihood: likely", "likelihood: very likely"}, `brief changed judgment opens
  Likelihood: likely (55–80 %) | very likely (80–95 %)`},
	{"a gap of two that are alike", []string{"[Who pays., Who pays.,", "[Who pays., Who will pay.,"}, `brief added gap 2
brief gone gap 2`},
	{"the order of lists", []string{"actors: [city, mayor]", "actors: [mayor, city]"}, ``},
	{"a date and a status", []string{"{date: 2024-06}, status: expected", "{date: 2024-06-11}, status: occurred"}, `timeline changed event closed
  When: June 2024 | 11 June 2024
  Status: expected | occurred`},
	{"who takes part", []string{"actors: [city, mayor]}", "actors: [city, {actor: crew, role: at work}]}"}, `timeline changed event closed
  Actors: The mayor | The crew (at work)
claims changed claim flood
  Flags:  | silent-party (somebody involved takes no position), computed
  Silent:  | The crew, computed
claims changed claim repairs
  Flags:  | silent-party (somebody involved takes no position), computed
  Silent:  | The crew, computed`},
	{"an event less", []string{"  - {id: built, title: Bridge built, when: {date: 1990}, certainty: established}\n", ""}, `timeline gone event built`},
	{"another id", []string{"id: built", "id: made"}, `timeline added event made
  When:  | 1990
  Status:  | occurred
  Certainty:  | established
timeline gone event built`},
	{"the name of an actor, which is everywhere", []string{"name: The mayor", "name: The former mayor"}, `actors changed actor mayor
  Name: The mayor | The former mayor`},
	{"a stance", []string{"holder: mayor, stance: questions", "holder: mayor, stance: affirms"}, `claims changed question why
  Contested: yes | no, computed
claims changed claim flood
  Origins:  | The mayor, computed
  Flags: single-origin (all that supports it goes back to one origin), uncorroborated (nobody but its first holder affirms it) | one-sided (no other position is reported), computed
claims changed position flood/mayor
  Stance: questions | affirms`},
	{"a position less", []string{"          - {holder: mayor, stance: questions, evidence: [{source: gazette, quote: The mayor denies it.}]}\n", ""},
		`claims changed question why
  Contested: yes | no, computed
claims changed claim flood
  Flags:  | one-sided (no other position is reported), silent-party (somebody involved takes no position), computed
  Silent:  | The mayor, computed
claims gone position flood/mayor
claims changed claim repairs
  Flags:  | silent-party (somebody involved takes no position), computed
  Silent:  | The mayor, computed`},
	{"words of a source", []string{"The mayor denies it.\"}", "The mayor denies all.\"}"}, `claims changed claim flood
  Flags:  | quote-missing (a quote does not stand in its source), computed
claims changed position flood/mayor
  Not found:  | “The mayor denies it.” (gazette), computed
sources changed source gazette
  Text: The mayor denies it. | The mayor denies all.`},
	{"the text of a source", []string{"kind: broadcast}", "kind: broadcast, text: Closed.}"}, `sources changed source radio
  Kind of text:  | original text
  Text:  | Closed.`},
	{"what stands beside a quote", []string{"quote: The bridge was closed.}", "quote: The bridge was closed., suffix: The mayor, note: In print}"}, `claims changed position flood/city
  Evidence: “The bridge was closed.” (gazette) | “The bridge was closed.” (gazette; before: The mayor; In print)`},
	{"a grade of a report", []string{"holder: city, stance: affirms,", "holder: city, stance: affirms, credibility: 2,"}, `claims changed position flood/city
  Credibility:  | 2, probably true`},
	{"no version", []string{"version: 1\n", ""}, `head Version: 1 | `},
	{"a source withdrawn", []string{"kind: broadcast}", "kind: broadcast, status: retracted}"}, `sources changed source radio
  Status: current | retracted`},
	{"a claim under another question", []string{"      - {id: repairs, text: For repairs.}\n",
		"  - {id: how, text: How long?, claims: [{id: repairs, text: For repairs.}]}\n"}, `claims changed claim repairs
  Answers: Why is it closed? | How long?
claims added question how
  Status:  | open
  Contested:  | no, computed`},
}

func TestCompare(t *testing.T) {
	for _, c := range comparisons {
		t.Run(c.name, func(t *testing.T) {
			after := before
			for i := 0; i < len(c.edit); i += 2 {
				if !strings.Contains(after, c.edit[i]) {
					t.Fatalf("no %q", c.edit[i])
				}
				after = strings.Replace(after, c.edit[i], c.edit[i+1], 1)
			}
			got := listed(diff.Compare(index(t, before), index(t, after)))
			if sorted(got) != sorted(c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			compareAll(t, index(t, before), index(t, after))
		})
	}
}

// sorted puts the items of a list in an order that says nothing of theirs.
func sorted(list string) string {
	items := strings.Split(strings.ReplaceAll(list, "\n  ", "\x00"), "\n")
	slices.Sort(items)
	return strings.Join(items, "\n")
}

func index(t testing.TB, text string) *briefing.Index {
	t.Helper()
	doc, err := file.Parse(text, "test", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Problems {
		if p.Severity == file.Error {
			t.Fatal(p)
		}
	}
	return briefing.NewIndex(doc.Briefing)
}

// listed is a report as lines.
func listed(r *diff.Report) string {
	var lines []string
	facts := func(indent string, list []diff.Fact) {
		for _, f := range list {
			line := indent + f.Label + ": " + joined(f.Was) + " | " + joined(f.Is)
			if f.Computed {
				line += ", computed"
			}
			lines = append(lines, line)
		}
	}
	facts("head ", r.Head)
	r.Each(func(s briefing.Part, i diff.Item) {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", s, i.Change, i.Ref.Kind, i.Ref.ID)))
		facts("  ", r.Facts(i))
	})
	return strings.Join(lines, "\n")
}

func joined(list []diff.Value) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = v.String()
	}
	return strings.Join(words, ", ")
}

// TestReport counts what has changed, asks for sections alone, and names things
// in the version that has them.
func TestReport(t *testing.T) {
	after := strings.NewReplacer(
		"id: built, title: Bridge built", "id: made, title: Bridge made",
		"kind: broadcast}", "kind: broadcast, status: retracted}",
		"title: Gazette", "title: The Gazette",
	).Replace(before)
	r := diff.Compare(index(t, before), index(t, after))
	if got, want := r.Count(), (diff.Counts{Added: 1, Gone: 1, Changed: 2}); got != want || got.Total() != 4 {
		t.Errorf("%+v, %d in all, want %+v", got, got.Total(), want)
	}
	if len(r.Parts) != 2 || r.Parts[1].Count() != (diff.Counts{Changed: 2}) {
		t.Errorf("the parts are %+v", r.Parts)
	}
	var names []string
	r.Each(func(_ briefing.Part, i diff.Item) { names = append(names, r.Index(i).Name(i.Ref)) })
	if want := []string{"Bridge made", "Bridge built", "The Gazette", "Radio"}; !slices.Equal(names, want) {
		t.Errorf("changed are %q, want %q", names, want)
	}
	if r.Empty() || r.Only(func(s briefing.Part) bool { return s == briefing.PartSources }).Empty() {
		t.Error("a report is empty that is not")
	}
	if only := r.Only(func(s briefing.Part) bool { return s == briefing.PartActors }); !only.Empty() || only.Count().Total() != 0 {
		t.Errorf("of the actors has changed: %+v", only.Parts)
	}
	if head := diff.Compare(index(t, before), index(t, strings.Replace(before, "title: Bridge\n", "title: The bridge\n", 1))); head.Empty() {
		t.Error("another title is no change")
	}
}

// FuzzCompare compares two files, whatever they hold: a briefing does not
// differ from itself, and what is new one way is gone the other way.
func FuzzCompare(f *testing.F) {
	f.Add(before, strings.Replace(before, "holder: mayor", "holder: crew", 1))
	f.Add(before, strings.Replace(before, "gaps: [Who pays., ", "gaps: [", 1))
	f.Fuzz(func(t *testing.T, a, b string) {
		old, err := file.Parse(a, "a", nil)
		if err != nil {
			t.Skip()
		}
		now, err := file.Parse(b, "b", nil)
		if err != nil {
			t.Skip()
		}
		x, y := briefing.NewIndex(old.Briefing), briefing.NewIndex(now.Briefing)
		if r := diff.Compare(x, briefing.NewIndex(old.Briefing)); !r.Empty() {
			t.Fatalf("it differs from itself:\n%s", listed(r))
		}
		compareAll(t, x, y)
		there, back := diff.Compare(x, y), diff.Compare(y, x)
		if there.Empty() != back.Empty() {
			t.Fatalf("one way\n%s\nthe other way\n%s", listed(there), listed(back))
		}
		added, gone := named(there, diff.Added), named(back, diff.Gone)
		for ref := range gone {
			if c := y.Common(ref); !added[ref] && (c == nil || !c.MadeID) { // alike is what comes first
				t.Errorf("%v is gone one way and not new the other way", ref)
			}
		}
		for _, name := range []string{listed(there), listed(back)} {
			if clean.Text(name) != name {
				t.Errorf("not clean: %q", name)
			}
		}
	})
}

// compareAll reports where a comparison that makes everything as it is shown finds
// something else.
func compareAll(t *testing.T, x, y *briefing.Index) {
	t.Helper()
	r := diff.Compare(x, y)
	for _, p := range briefing.Parts {
		for _, ref := range p.Items(y) {
			if was, ok := x.Lookup(ref.ID); ok && was == ref {
				if got, want := r.Differing(ref); !reflect.DeepEqual(got, want) {
					t.Errorf("%v %s: found %+v, want %+v", ref.Kind, ref.ID, got, want)
				}
			}
		}
	}
}

// named are the things with which something has been done. What goes with the
// question or claim that it belongs to is not told of one by one.
func named(r *diff.Report, change diff.Change) map[briefing.Ref]bool {
	out := map[briefing.Ref]bool{}
	r.Each(func(_ briefing.Part, i diff.Item) {
		if i.Change == change {
			out[i.Ref] = true
		}
	})
	return out
}

func BenchmarkCompare(b *testing.B) {
	for _, items := range sample.Sizes {
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			text := string(sample.JSON(items))
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				x, y := index(b, text), index(b, text)
				b.StartTimer()
				diff.Compare(x, y)
			}
		})
	}
}
