package draft

import (
	"embed"
	"strconv"
	"strings"
	"sync"

	"sitrep/briefing"
)

//go:embed lexicon/*.txt
var lexicons embed.FS

// frame is what a reporting verb takes as what is said.
type frame uint8

const (
	takesThat   frame = 1 << iota // a clause with "that"
	takesClause                   // one without as well
	takesThing                    // a noun: denied the charge
	takesObject                   // the one who is told
	takesName                     // what it calls something
	takesAside                    // a noun and "aside"
	takesNoun                     // a noun that is not reported: announced plans
)

var frames = map[string]frame{"clause": takesThat | takesClause, "that": takesThat, "thing": takesThing,
	"object": takesThat | takesClause | takesObject, "name": takesName, "quote": 0, "aside": takesThing | takesAside, "noun": takesNoun}

// verbForm says which form of a verb a word is.
type verbForm uint8

const (
	base verbForm = iota
	third
	past
	gerund
)

// verb is one form of a reporting verb.
type verb struct {
	stance briefing.Stance
	frame  frame
	form   verbForm
}

// lexicon is the words of one language that the rules go by.
type lexicon struct {
	verbs                              map[string]verb
	words                              map[string]wordKind // by word, in small letters or as it is written
	states                             map[string]string   // codes of countries by name
	dateStarts                         map[string]bool     // words in small letters with which dates begin, besides names
	months, weekdays, numbers, seasons map[string]int
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

// wordKind is the kinds that a word belongs to.
type wordKind uint64

const (
	confirms wordKind = 1 << iota
	answers
	declines
	expects
	adverb
	perfect
	did
	didNot
	cannot
	can
	be
	modal
	not
	determiner
	possessive
	preposition
	subordinator
	conjunction
	pronoun
	function
	opening
	person
	people
	body
	title
	bodyName
	media
	document
	masculine
	feminine
	channel
	possible
	probable
	certain
	place
	future
	publishing
)

// wordKinds are the kinds by their names in a lexicon.
var wordKinds = sync.OnceValue(func() map[string]wordKind {
	return map[string]wordKind{
		"confirms": confirms, "answers": answers, "declines": declines, "expects": expects, "adverbs": adverb, "perfect": perfect,
		"did": did, "didnot": didNot, "cannot": cannot, "can": can, "be": be, "modal": modal, "not": not, "determiners": determiner,
		"possessives": possessive, "prepositions": preposition, "subordinators": subordinator, "conjunctions": conjunction,
		"pronouns": pronoun, "function": function, "openers": opening, "person": person, "people": people,
		"body": body, "titles": title, "bodies": bodyName, "media": media, "documents": document, "he": masculine, "she": feminine,
		"channels": channel, "possible": possible, "probable": probable, "certain": certain, "places": place, "future": future, "published": publishing,
	}
})

// wordSet returns a function that returns the set of the words in text. It makes the set
// when it is first called, so that it does not slow the start of the program.
func wordSet(text string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range strings.Fields(text) {
			set[w] = true
		}
		return set
	})
}

// parseLexicon reads a lexicon. Lines under a name that it does not know are left
// out.
func parseLexicon(text string) *lexicon {
	lex := &lexicon{verbs: map[string]verb{}, words: map[string]wordKind{}, states: map[string]string{}, dateStarts: map[string]bool{}, months: map[string]int{},
		weekdays: map[string]int{}, numbers: map[string]int{}, seasons: map[string]int{}}
	numbered := lex.numbered()
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		case section == "states":
			code, name, _ := strings.Cut(line, " ")
			lex.states[name] = code
		case numbered[section] != nil:
			words := strings.Fields(line)
			for _, w := range words[1:] {
				numbered[section][w], _ = strconv.Atoi(words[0])
			}
		case briefing.Stances.Has(briefing.Stance(section)):
			lex.addVerb(briefing.Stance(section), line)
		default:
			for _, w := range strings.Fields(line) {
				lex.words[w] |= wordKinds()[section]
			}
		}
	}
	for w := range lex.numbers {
		lex.dateStarts[w] = true
	}
	for w := range lex.seasons {
		lex.dateStarts[w] = true
	}
	for w := range strings.FieldsSeq("last this next later earlier late early within in over today yesterday tomorrow tonight") {
		lex.dateStarts[w] = true
	}
	return lex
}

// numbered returns the kinds of words that have numbers.
func (l *lexicon) numbered() map[string]map[string]int {
	return map[string]map[string]int{"months": l.months, "weekdays": l.weekdays, "numbers": l.numbers, "seasons": l.seasons}
}

// addVerb adds the forms of a verb: base, third person, past tense and others, the
// one in -ing last.
func (l *lexicon) addVerb(stance briefing.Stance, line string) {
	kinds, forms, _ := strings.Cut(line, ":")
	v := verb{stance: stance}
	for _, kind := range strings.Fields(kinds) {
		v.frame |= frames[kind]
	}
	for i, form := range strings.Fields(forms) {
		v.form = min(verbForm(i), past)
		if strings.HasSuffix(form, "ing") {
			v.form = gerund
		}
		if _, known := l.verbs[form]; !known {
			l.verbs[form] = v
		}
	}
}

// is reports whether a token is a word of one of the kinds. Words that are in the
// lexicon with a capital count as it has them.
func (l *lexicon) is(t *token, kinds wordKind) bool {
	if t.kind != word {
		return false
	}
	if l.words[t.text]&kinds != 0 {
		return true
	}
	return isCapital(t.text) && l.words[strings.ToLower(t.text)]&kinds != 0
}
