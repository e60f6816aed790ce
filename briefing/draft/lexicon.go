package draft

import (
	"embed"
	"strings"
	"sync"

	"sitrep/briefing"
)

//go:embed lexicon/*.txt
var lexicons embed.FS

// lexicon is the words of one language that the rules go by.
type lexicon struct {
	stance map[string]briefing.Stance // by form of a reporting verb
}

var lexiconsOf sync.Map // by language

// lexiconOf returns the lexicon of a language (BCP 47; empty: English), or nil if
// there is none.
func lexiconOf(language string) *lexicon {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if primary == "" {
		primary = "en"
	}
	if known, ok := lexiconsOf.Load(primary); ok {
		return known.(*lexicon)
	}
	data, err := lexicons.ReadFile("lexicon/" + primary + ".txt")
	if err != nil {
		return nil
	}
	lex := parseLexicon(string(data))
	lexiconsOf.Store(primary, lex)
	return lex
}

func parseLexicon(text string) *lexicon {
	lex := &lexicon{stance: map[string]briefing.Stance{}}
	kind := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", line[0] == '#':
		case line[0] == '[':
			kind = strings.Trim(line, "[]")
		case briefing.Stances.Has(briefing.Stance(kind)):
			for _, form := range strings.Fields(line) {
				lex.stance[form] = briefing.Stance(kind)
			}
		}
	}
	return lex
}
