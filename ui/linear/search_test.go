package linear

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/data"
)

// TestNextOfAllHits goes on with the hits in the whole briefing, in their list and from the
// words of one to those of the next, until something else is searched for.
func TestNextOfAllHits(t *testing.T) {
	said := talk(t, parse(t, []byte(data.JSON)), "// dangerous", "n", "open", "n", "N", "N", "N", "n", "4", "n", "4", "/ kursk", "n", "// Biden calls the situation", "open", "/ dangerous")
	answers := strings.Split(said, prompt)[1:]
	for n, want := range []string{
		"Hits for “dangerous”: 11 rows.", "\nHit 2 of 11. Event", "\nHit 2 of 11 for “dangerous”.\nEvent: Biden", "\nHit 3 of 11 for", "\nHit 2 of 11 for", "\nHit 1 of 11 for",
		"\nRound the end.\nHit 11 of 11 for “dangerous”.\nSource: ", "\nRound the end.\nHit 1 of 11 for", "\nClaims: ", "\nHit 2 of 11 for", "\nClaims: ", "\nHit 1 of 1 for “kursk”", "for “kursk”, round the end",
		"Hits for “Biden calls", "\nHit 1 of ", "\nHit 1 of 2 for “dangerous”.\nEvent: Biden calls the situation dangerous.\nWhen: ",
	} {
		if !strings.Contains(answers[n], want) {
			t.Errorf("%d: it does not say %q:\n%s", n, want, answers[n])
		}
	}
}

// TestEachHitLeadsToItsWords opens each hit in the whole briefing: what is said has the
// words.
func TestEachHitLeadsToItsWords(t *testing.T) {
	for _, words := range []string{"kursk", "nato", "October", "report"} {
		commands := []string{"// " + words}
		for n := range 30 {
			commands = append(commands, fmt.Sprint("go ", n+1), "open", "jump-back")
		}
		answers := strings.Split(talk(t, parse(t, []byte(data.JSON)), commands...), prompt)[2:]
		for n := 1; n < len(answers); n += 3 {
			answer := strings.ToLower(answers[n])
			_, answer, _ = strings.Cut(answer, ".\n") // what was searched for
			if !strings.Contains(answer, strings.ToLower(words)) && !strings.Contains(answers[n-1], "There is no hit") {
				t.Errorf("%s: hit %d leads to\n%s", words, n/3+1, answers[n])
			}
		}
	}
}
