package page_test

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
)

const quotesOfEveryState = `
format: briefing/1
id: states
title: Quotes of every state
as_of: 2024-06-12
sources:
  - {id: paper, title: The paper, kind: article, text: The cat sat. The cat sat. The dog ran.}
  - {id: radio, title: The radio, kind: broadcast}
actors:
  - {id: anne, name: Anne, kind: person}
  - {id: ben, name: Ben, kind: person}
questions:
  - id: ran
    text: Who ran?
    claims:
      - id: dog-ran
        text: The dog ran.
        positions:
          - holder: anne
            stance: affirms
            evidence: [paper: The dog ran, paper: The cat sat, paper: The cow flew, radio: The dog barked, {source: radio}]
          - {holder: ben, stance: denies, evidence: [radio: The dog barked]}
`

// TestStateBesideEveryQuote lists positions with their words where a list is
// read without going deeper: each says whether the words stand in the source.
func TestStateBesideEveryQuote(t *testing.T) {
	doc, err := file.Read(strings.NewReader(quotesOfEveryState), "states.yaml")
	if err != nil {
		t.Fatal(err)
	}
	x := briefing.NewIndex(doc.Briefing)
	claim, question := x.Claim("dog-ran")
	for name, blocks := range map[string][]page.Block{
		"a claim":      page.Claim(x, claim, question),
		"an actor":     page.Actor(x, x.Actor("anne")),
		"side by side": page.SideBySide(x, question, 1),
	} {
		text := linesOf(blocks...)
		for _, want := range []string{"] exact “The dog ran”", "] ambiguous “The cat sat”", "] missing “The cow flew”", "] unchecked “The dog barked”", "] no quote The radio"} {
			if !strings.Contains(text, want) {
				t.Errorf("the page of %s lacks %q:\n%s", name, want, text)
			}
		}
		if name == "side by side" && strings.Count(text, "] unchecked “The dog barked”") != 3 {
			t.Errorf("what two sides rest on in common lacks its state:\n%s", text)
		}
	}
}
