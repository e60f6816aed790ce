package search

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
)

// sample is a briefing in which lists are not in the order of the file.
const sample = `
format: briefing/1
id: sample
title: Harbour bridge
as_of: 2024-10-28
bottom_line: The [[closed|bridge is closed]]. Nobody knows for how long.
judgments:
  - {id: j-repair, text: We judge that the repair takes a year., because: Steel is scarce.}
gaps:
  - Who pays for the [[bridge-office]].
sources:
  - {id: copy, title: Bridge closed, kind: post, origin: paper}
  - id: paper
    title: Mayor closes bridge
    kind: article
    publisher: Le Matin Français
    published: 2024-10-27
    reliability: C
    text: |
      The mayor, J. Doe, closed the bridge. “It is the
      bolts!” she said. Nobody else was asked about the bolts.

      Ferries run until dawn; bridge traffic is led round.
  - {id: note, title: Engineer's note, kind: document, url: "https://example.org/bolts"}
actors:
  - {id: mayor, name: Joséphine Doe, kind: person, part_of: city, aka: [the mayor]}
  - {id: bridge-office, name: Bridge Office, kind: organization, part_of: city, role: inspects bolts}
  - {id: city, name: City of Łom, kind: state}
  - {id: crews, name: Crews, kind: group}
events:
  - id: reopened
    title: The bridge opens
    when: 2025-10
    status: expected
  - id: closed
    title: The bridge is closed
    when: {date: 2024-10-26, said: last Saturday, note: Worked out., alternatives: [{date: 2024-10-27, note: says the crew}]}
    actors: [mayor, {actor: crews, role: set up barriers}]
    tags: [traffic]
    evidence: [{source: paper, quote: "closed the bridge.", note: The first sentence.}]
questions:
  - id: settled-one
    text: Was the bridge closed?
    status: settled
    claims:
      - {id: was-closed, text: It was closed.}
  - id: why
    text: Why was it closed?
    claims:
      - id: bolts
        text: Bolts were loose.
        positions:
          - {holder: crews, stance: denies, said: 2024-10-28, via: bridge-office}
          - holder: mayor
            stance: affirms
            citing: [note]
            evidence: [{source: paper, quote: bolts, prefix: “It is the}]
`

func newSample(t *testing.T) *Searcher {
	t.Helper()
	return parse(t, sample)
}

func newBuiltIn(t *testing.T) *Searcher {
	t.Helper()
	return parse(t, string(data.Briefing))
}

func parse(t *testing.T, text string) *Searcher {
	t.Helper()
	d, err := file.Parse([]byte(text), "sample", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range d.Problems {
		if p.Severity == file.Error {
			t.Fatal(p)
		}
	}
	return New(briefing.NewIndex(d.Briefing))
}

func TestOrder(t *testing.T) {
	var got []string
	for _, r := range newSample(t).Items() {
		got = append(got, r.Kind.String()+" "+r.ID)
	}
	want := `bottom line 
judgment j-repair
gap 1
event closed
event reopened
actor city
actor mayor
actor bridge-office
actor crews
question why
claim bolts
position bolts/mayor
position bolts/crews
question settled-one
claim was-closed
source paper
source copy
source note`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// Whatever the briefing holds is listed once.
func TestOrderHoldsEverything(t *testing.T) {
	s := newBuiltIn(t)
	seen := map[briefing.Ref]bool{}
	for _, r := range s.Items() {
		if seen[r] {
			t.Errorf("%v is listed twice", r)
		}
		seen[r] = true
	}
	b := s.x.Briefing
	claims := 0
	for i := range b.Questions {
		claims += len(b.Questions[i].Claims)
	}
	want := 1 + len(b.Judgments) + len(b.Gaps) + len(b.Events) + len(b.Actors) + len(b.Questions) + claims + len(s.x.Stands) + len(b.Sources)
	if len(seen) != want {
		t.Errorf("%d items are listed of %d", len(seen), want)
	}
}

// Actors and sources that are part of themselves are still listed.
func TestCircles(t *testing.T) {
	b := &briefing.Briefing{
		Actors:  []briefing.Actor{{ID: "a", Kind: "person", PartOf: "b"}, {ID: "b", Kind: "group", PartOf: "a"}, {ID: "c", Kind: "group", PartOf: "b"}},
		Sources: []briefing.Source{{ID: "x", Origin: "y"}, {ID: "y", Origin: "x"}, {ID: "z", Origin: "z"}},
	}
	var ids []string
	for _, r := range New(briefing.NewIndex(b)).Items() {
		ids = append(ids, r.ID)
	}
	if got := strings.Join(ids, " "); got != "a b c x y z" {
		t.Errorf("got %s", got)
	}
}
