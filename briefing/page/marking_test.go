package page

import (
	"strings"
	"testing"

	"sitrep/briefing"
)

// TestNamesAreMarked names items that are marked higher than the briefing in
// what is not: each name stands behind its marking, in lists, on pages and in
// exports.
func TestNamesAreMarked(t *testing.T) {
	b := &briefing.Briefing{
		TLP:     "GREEN",
		Sources: []briefing.Source{{ID: "wire", Title: "Secret wire", Common: briefing.Common{TLP: "RED"}}},
		Actors: []briefing.Actor{
			{ID: "mayor", Name: "Secret mayor", Common: briefing.Common{TLP: "RED"}},
			{ID: "port", Name: "Port", PartOf: "mayor"},
		},
		Events: []briefing.Event{{ID: "closure", Title: "Closed", Actors: []briefing.Participant{{Actor: "port"}, {Actor: "mayor"}}}},
		Questions: []briefing.Question{{ID: "why", Text: "Why?", Events: []string{"closure"}, Claims: []briefing.Claim{
			{ID: "storm", Text: "A storm.", Positions: []briefing.Position{{Holder: "mayor", Stance: briefing.Affirms}}},
			{ID: "strike", Text: "A strike.", Positions: []briefing.Position{{Holder: "port", Stance: briefing.Affirms, Citing: []string{"wire"}}}},
		}}},
	}
	x := briefing.NewIndex(b)
	q := &b.Questions[0]
	blocks := []Block{ClaimListRow(x, &q.Claims[0]), ClaimListRow(x, &q.Claims[1])}
	blocks = append(blocks, Event(x, &b.Events[0])...)
	blocks = append(blocks, Claim(x, &q.Claims[0], q)...)
	blocks = append(blocks, Claim(x, &q.Claims[1], q)...)
	blocks = append(blocks, Actor(x, &b.Actors[1])...)
	for _, r := range []briefing.Ref{{Kind: briefing.KindEvent, ID: "closure"}, {Kind: briefing.KindQuestion, ID: "why"}, {Kind: briefing.KindActor, ID: "port"}} {
		EachInFull(x, r, func(b Block) { blocks = append(blocks, b) })
	}
	var text string
	for block := range Each(blocks) {
		text += Text(block) + "\n"
	}
	if named, marked := strings.Count(text, "Secret"), strings.Count(text, "(TLP:RED) Secret"); named == 0 || named != marked {
		t.Errorf("%d of %d names are marked:\n%s", marked, named, text)
	}
}
