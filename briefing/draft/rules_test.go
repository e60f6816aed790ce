package draft

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// briefingOf returns a briefing with one article, of Wednesday 15 May 2024.
func briefingOf(text string) *briefing.Briefing {
	day, _ := edtf.Parse("2024-05-15")
	return &briefing.Briefing{ID: "b", Title: "B", AsOf: day, Sources: []briefing.Source{{ID: "s", Title: "S", Kind: "article", Text: text,
		Publication: briefing.Publication{Published: day}}}}
}

// proposals returns the proposed positions, one a line: “holder stance quotation hedge
// said: claim”, without what is empty.
func proposals(b *briefing.Briefing) string {
	added := Rules(b)
	names := map[string]string{}
	for _, list := range [][]briefing.Actor{b.Actors, added.Actors} {
		for _, a := range list {
			names[a.ID] = a.Name
		}
	}
	var lines []string
	for _, q := range added.Questions {
		for _, c := range q.Claims {
			p := c.Positions[0]
			words := []string{names[p.Holder], string(p.Stance), string(p.Quotation), string(p.Hedge), p.Said.String()}
			if p.Via != "" {
				words = append(words, "via "+names[p.Via])
			}
			for _, id := range p.Citing {
				words = append(words, "citing "+names[id])
			}
			lines = append(lines, strings.Join(strings.Fields(strings.Join(words, " ")), " ")+": "+c.Text)
		}
	}
	return strings.Join(lines, "\n")
}

// positions are sentences with what they say, and nothing where the rules do not know.
var positions = []struct{ text, want string }{
	// “…,” holder cue
	{`“The bridge is safe,” Anna Weber said.`, `Anna Weber affirms direct: The bridge is safe.`},
	{`“The bridge is safe,” said Anna Weber, the mayor of Talheim.`, `Anna Weber affirms direct: The bridge is safe.`},
	{`"The bridge is safe," said the mayor, Anna Weber.`, `Anna Weber affirms direct: The bridge is safe.`},
	{`“Is it safe?” Weber asked on Monday.`, `Weber affirms direct 2024-05-13: Is it safe?`},
	{`“It is safe. We tested it twice,” said Weber.`, `Weber affirms direct: It is safe.`},
	{`''It is safe,'' Mayor Anna Weber said.`, `Anna Weber affirms direct: It is safe.`},
	{`The bridge is safe for lorries, Anna Weber said on Tuesday.`, `Anna Weber affirms indirect 2024-05-14: The bridge is safe for lorries.`},
	{`The bridge, Anna Weber said, is safe for lorries.`, `Anna Weber affirms indirect: The bridge is safe for lorries.`},
	{`“Safe” bridges, Anna Weber said, are rare in Talheim.`, `Anna Weber affirms mixed: “Safe” bridges are rare in Talheim.`},
	{`“The bridge is safe,” he said.`, ``},
	{`“Safe” is what Anna Weber calls it.`, ``},
	// holder cue “…”
	{`Anna Weber said: “The bridge is safe.”`, `Anna Weber affirms direct: The bridge is safe.`},
	{`Anna Weber told reporters in Talheim, “The bridge is safe.”`, `Anna Weber affirms direct: The bridge is safe.`},
	{`Anna Weber called the report “a bad joke”.`, `Anna Weber affirms mixed: Anna Weber called the report “a bad joke”.`},
	{`Anna Weber called the police.`, ``},
	// according to holder
	{`According to Western officials, the bridge was closed for a day.`, `Western officials affirms indirect: The bridge was closed for a day.`},
	{`The bridge was closed for a day, according to the Talheim Road Authority.`, `Talheim Road Authority affirms indirect: The bridge was closed for a day.`},
	{`The bridge was closed according to plan.`, ``},
	// holder cue that …
	{`Anna Weber, the mayor, said that the bridge may be closed.`, `Anna Weber affirms indirect possible: The bridge may be closed.`},
	{`Anna Weber said that the bridge could not be closed.`, `Anna Weber affirms indirect: The bridge could not be closed.`},
	{`The ministry said the bridge is safe.`, ``}, // which ministry?
	{`The Defense Ministry said Friday that the bridge is safe.`, `Defense Ministry affirms indirect 2024-05-10: The bridge is safe.`},
	{`Anna Weber, who visited Talheim yesterday, said that the bridge is safe.`, `Anna Weber affirms indirect: The bridge is safe.`},
	{`Anna Weber, who is mayor, said on Monday that the bridge is safe.`, `Anna Weber affirms indirect 2024-05-13: The bridge is safe.`},
	{`On Monday the Defense Ministry said the bridge is safe.`, `Defense Ministry affirms indirect 2024-05-13: The bridge is safe.`},
	{`Two officials said the bridge was “perfectly safe” last year.`, `Two officials affirms mixed: The bridge was “perfectly safe” last year.`},
	{`Critics say the bridge will probably fall.`, `Critics affirms indirect probable: The bridge will probably fall.`},
	{`In its statement the company says nothing.`, ``},
	{`Anna Weber will say that the bridge is safe.`, ``},
	{`Anna Weber was told that the bridge is safe.`, ``},
	{`Officials who said that the bridge is safe left.`, ``},
	{`Anna Weber and Karl Haas said that the bridge is safe.`, ``}, // two holders
	// stances
	{`Anna Weber denied that the bridge is closed.`, `Anna Weber denies indirect: The bridge is closed.`},
	{`Anna Weber rejected the criticism.`, `Anna Weber denies indirect: Anna Weber rejected the criticism.`},
	{`Anna Weber brushed the criticism aside.`, `Anna Weber denies indirect: Anna Weber brushed the criticism aside.`},
	{`Anna Weber does not believe that the bridge is safe.`, `Anna Weber denies indirect: The bridge is safe.`},
	{`Anna Weber doubted that the bridge is safe.`, `Anna Weber questions indirect: The bridge is safe.`},
	{`Anna Weber could not confirm that the bridge is safe.`, `Anna Weber questions indirect: Anna Weber could not confirm that the bridge is safe.`},
	{`Anna Weber did not confirm that the bridge is safe.`, `Anna Weber no-comment indirect: Anna Weber did not confirm that the bridge is safe.`},
	{`A ministry spokesman declined to comment.`, `ministry spokesman no-comment indirect: A ministry spokesman declined to comment.`},
	{`Anna Weber did not deny that the bridge is closed.`, ``},
	{`Anna Weber never said that the bridge is safe.`, ``},
	// whom they rely on
	{`Anna Weber, citing two engineers from Talheim University, said that the bridge is safe.`,
		`Anna Weber affirms indirect citing two engineers from Talheim University: The bridge is safe.`},
	{`Anna Weber, citing federal officials, said that the bridge is safe.`, `Anna Weber affirms indirect citing federal officials: The bridge is safe.`},
	{`Anna Weber said that the bridge is safe, according to two aides.`, `Anna Weber affirms indirect via two aides: The bridge is safe.`},
	// pronouns
	{`Anna Weber said that the bridge is safe. She said it was tested on Sunday.`,
		"Anna Weber affirms indirect: The bridge is safe.\nAnna Weber affirms indirect: It was tested on Sunday."},
	{`Anna Weber met Karl Haas in Talheim. She said that the bridge is safe.`, ``},
	{`Mr. Karl Haas said that the bridge is safe. She said it was not.`, `Karl Haas affirms indirect: The bridge is safe.`},
	{`Karl Haas said that Anna Weber is right. He said it was late.`, `Karl Haas affirms indirect: Anna Weber is right.`},
	{`The Defense Ministry said the bridge is safe. It expects no closure.`,
		"Defense Ministry affirms indirect: The bridge is safe.\nDefense Ministry affirms indirect probable: It expects no closure."},
}

func TestPositions(t *testing.T) {
	for _, c := range positions {
		if got := proposals(briefingOf(c.text)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestKnownActors has names that the briefing knows already.
func TestKnownActors(t *testing.T) {
	b := briefingOf("Anna Weber said that the bridge is safe. The Road Authority said that it is not.")
	b.Actors = []briefing.Actor{{ID: "mayor", Name: "A. Weber", Aka: []string{"Anna Weber"}, Kind: "person"}}
	added := Rules(b)
	if len(added.Actors) != 1 || added.Actors[0].ID != "road-authority" || added.Questions[0].Claims[0].Positions[0].Holder != "mayor" {
		t.Errorf("actors %+v", added.Actors)
	}
}

// TestActors has the longest form of a name first, the others as its aka, and does not
// merge what only looks alike.
func TestActors(t *testing.T) {
	b := briefingOf("Sabrina Singh, the Pentagon’s spokeswoman, said that the bridge is safe. Singh said that it was tested. " +
		"Karl Haas said that Tom Haas was late. Haas said that he was not. Ukraine said that the bridge is open. " +
		"Western officials said that it is closed. Democrats said that it rained.")
	var got []string
	for _, a := range Rules(b).Actors {
		got = append(got, strings.Join([]string{a.Name, string(a.Kind), strings.Join(a.Aka, "+"), a.Role, a.Country}, "|"))
	}
	want := []string{"Sabrina Singh|person|Singh|Pentagon’s spokeswoman|", "Karl Haas|person|||", "Haas|person|||", "Ukraine|state|||UA",
		"Western officials|unnamed|||", "Democrats|group|||"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNothingTwice has no proposal for a passage that the briefing quotes, and none for
// a language without a lexicon.
func TestNothingTwice(t *testing.T) {
	b := briefingOf("Anna Weber said that the bridge is safe. On Monday a ship hit the bridge.")
	added := Rules(b)
	if len(added.Questions) != 1 || len(added.Events) != 1 || len(added.Actors) != 1 {
		t.Fatalf("%d questions, %d events, %d actors", len(added.Questions), len(added.Events), len(added.Actors))
	}
	b.Questions, b.Actors, b.Events = added.Questions, added.Actors, added.Events
	if again := Rules(b); len(again.Questions)+len(again.Actors)+len(again.Events) > 0 {
		t.Errorf("proposed again: %+v", again)
	}
	foreign := briefingOf("Anna Weber said that the bridge is safe.")
	foreign.Sources[0].Publication.Language = "nl"
	if got := Rules(foreign); len(got.Questions) > 0 {
		t.Errorf("proposed in a language that is not known: %+v", got)
	}
}
