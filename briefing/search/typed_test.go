package search

import (
	"math/rand/v2"
	"slices"
	"testing"

	"sitrep/briefing"
)

// What is typed is found as if it had been asked for at once, whatever was
// typed before.
func TestTyped(t *testing.T) {
	s := newBuiltIn(t)
	random := rand.New(rand.NewPCG(4, 4))
	words := []string{"kursk", "Kyiv", "troops", "nato", "the summit", "no. In", ". The", "e", "“we", "Joséphine", "2024-10", "said that", "zzz"}
	for _, scope := range []briefing.Part{Everywhere, briefing.PartClaims, briefing.PartSources} {
		typed := s.Typed(scope)
		text := []rune{}
		for range 1500 {
			word := []rune(words[random.IntN(len(words))])
			switch n := len(text); {
			case n > 0 && random.IntN(3) == 0:
				text = text[:n-1]
			case n < len(word) && slices.Equal(text, word[:n]):
				text = word[:n+1]
			case random.IntN(4) == 0:
				text = word[:1+random.IntN(len(word))]
			default:
				text = append(slices.Clone(text), word[0])
			}
			got, want := typed.Find(string(text)), s.Find(string(text), scope)
			if !slices.Equal(got.entries, want.entries) || !slices.Equal(got.from, want.from) || got.Items() != want.Items() {
				t.Fatalf("%q in %s: %d hits in %d items, want %d in %d", string(text), scope, got.Len(), got.Items(), want.Len(), want.Items())
			}
		}
	}
}
