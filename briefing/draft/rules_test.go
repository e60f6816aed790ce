package draft

import (
	"testing"

	"sitrep/briefing"
)

func briefingOf(text string) *briefing.Briefing {
	return &briefing.Briefing{ID: "b", Title: "B", Sources: []briefing.Source{{ID: "s", Title: "S", Kind: "article", Text: text}}}
}

func TestRulesPropose(t *testing.T) {
	b := briefingOf("Anna Weber said that the bridge is closed to traffic. It rained.")
	added := Rules(b)
	if len(added.Questions) != 1 || len(added.Questions[0].Claims) != 1 || len(added.Actors) != 1 {
		t.Fatalf("%d questions, %d actors", len(added.Questions), len(added.Actors))
	}
	claim := added.Questions[0].Claims[0]
	p := claim.Positions[0]
	if claim.Text != "The bridge is closed to traffic." || p.Stance != briefing.Affirms || p.Holder != "anna-weber" || !p.Draft || !claim.Draft {
		t.Errorf("claim %+v", claim)
	}
	if got := p.Evidence[0].Quote; got != "Anna Weber said that the bridge is closed to traffic" {
		t.Errorf("evidence %q", got)
	}
	b.Questions, b.Actors = added.Questions, added.Actors
	if again := Rules(b); len(again.Questions)+len(again.Actors) > 0 {
		t.Errorf("proposed again: %+v", again)
	}
}
