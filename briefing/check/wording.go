package check

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/quote"
)

// The rules for the wording of judgments look for English words, and apply only
// to briefings in English. Words in quotation marks are not the authors' own.

// wording checks the wording of the judgments and the bottom line.
func (c *checker) wording() {
	c.bottomLine()
	if language, _, _ := strings.Cut(c.doc.Briefing.Language, "-"); !strings.EqualFold(language, file.DefaultLanguage) {
		return
	}
	for i := range c.doc.Briefing.Judgments {
		j := &c.doc.Briefing.Judgments[i]
		c.sharedSentence(j)
		c.looseEstimate(j)
		c.otherLikelihood(j)
	}
}

// bottomLine finds sentences without a reference.
func (c *checker) bottomLine() {
	for _, s := range sentences(c.doc.Briefing.BottomLine, c.doc.Briefing.Language) {
		if !s.links {
			c.add(CodeBottomLineWithoutReference, c.doc.At["bottom_line"], "", fmt.Sprintf("the bottom line says %s without a reference", clean.Quoted(s.text)),
				"point to what it rests on: [[id]], or [[id|label]]")
		}
	}
}

// sharedSentence finds a likelihood and a confidence in one sentence (ICD 203,
// D.6.e(2)(b)).
func (c *checker) sharedSentence(j *briefing.Judgment) {
	for _, text := range []string{j.Text, j.Because} {
		for _, s := range sentences(text, c.doc.Briefing.Language) {
			words := ownWords(s.text)
			likelihood, found := firstPhrase(words, likelihoodPhrases())
			if found && confident(words) {
				c.add(CodeLikelihoodWithConfidence, j.Pos, j.ID, fmt.Sprintf("%q stands in one sentence with the confidence: %s", likelihood.text(), clean.Quoted(s.text)),
					"make two sentences of it, or leave both to likelihood and confidence")
			}
		}
	}
}

// looseEstimate finds words of estimate that are not on the scale.
func (c *checker) looseEstimate(j *briefing.Judgment) {
	var found briefing.Distinct
	for _, p := range phrasesIn(ownWords(briefing.PlainText(j.Text)), estimatePhrases()) {
		found.Add(`"` + p.text() + `"`)
	}
	if len(found.List) > 0 {
		c.add(CodeUnanchoredEstimate, j.Pos, j.ID, "the judgment says "+strings.Join(found.List, ", ")+", which can mean any chance",
			"say it without, and give the chance as its likelihood")
	}
}

// otherLikelihood finds a likelihood in the text that differs from that of the
// judgment.
func (c *checker) otherLikelihood(j *briefing.Judgment) {
	if j.Likelihood == "" {
		return
	}
	for _, p := range phrasesIn(ownWords(briefing.PlainText(j.Text)), likelihoodPhrases()) {
		if p.likelihood != j.Likelihood {
			c.add(CodeLikelihoodDiffers, j.Pos, j.ID, fmt.Sprintf("the judgment says %q, and its likelihood is %q", p.text(), j.Likelihood),
				"leave the chance to likelihood, or use its term")
			return
		}
	}
}

// phrase is a sequence of words with a meaning of its own.
type phrase struct {
	words      []string
	likelihood briefing.Likelihood // that they mean, if any
	notAfter   []string            // words after which they mean something else
}

func (p *phrase) text() string { return strings.Join(p.words, " ") }

// likelihoodPhrases are the terms in both rows of ICD 203, D.6.e(2)(a). Among
// those with the same first word, longer ones come first.
var likelihoodPhrases = sync.OnceValue(func() []phrase {
	return phrasesOf(map[briefing.Likelihood]string{
		"almost no chance":    "almost no chance, remote chance",
		"very unlikely":       "very unlikely, highly improbable",
		"unlikely":            "unlikely, improbable, improbably",
		"roughly even chance": "roughly even chance, roughly even odds, even chance, even odds",
		"likely":              "likely, probable, probably",
		"very likely":         "very likely, highly probable",
		"almost certain":      "almost certain, almost certainly, nearly certain",
	})
})

func phrasesOf(terms map[briefing.Likelihood]string) []phrase {
	var out []phrase
	for _, term := range briefing.Likelihoods {
		for text := range strings.SplitSeq(terms[term.Value], ", ") {
			out = append(out, phrase{words: strings.Fields(text), likelihood: term.Value})
		}
	}
	return out
}

// estimatePhrases are words of estimate without a range. ICD 203 has none of
// them.
var estimatePhrases = sync.OnceValue(func() []phrase {
	return []phrase{
		{words: []string{"may"}},
		{words: []string{"might"}, notAfter: strings.Fields("the military full its their economic political")},
		{words: []string{"could"}},
		{words: []string{"possible"}, notAfter: strings.Fields("as if when whenever where wherever")},
		{words: []string{"possibly"}},
		{words: []string{"perhaps"}},
		{words: []string{"maybe"}},
		{words: []string{"reportedly"}},
		{words: strings.Fields("cannot rule out")},
		{words: strings.Fields("can not rule out")},
		{words: strings.Fields("can't rule out")},
		{words: strings.Fields("cannot be ruled out")},
		{words: strings.Fields("can not be ruled out")},
		{words: strings.Fields("can't be ruled out")},
	}
})

// confident reports whether words are about the confidence of a judgment. The
// word confidence alone can mean a vote of confidence.
func confident(words []string) bool {
	const near = 5 // words before or after
	for i, w := range words {
		if w == "confident" || w == "confidently" {
			return true
		}
		if w != "confidence" {
			continue
		}
		for _, other := range words[max(i-near, 0):min(i+near+1, len(words))] {
			if slices.Contains([]string{"high", "moderate", "medium", "low"}, other) {
				return true
			}
		}
	}
	return false
}

func firstPhrase(words []string, phrases []phrase) (*phrase, bool) {
	if found := phrasesIn(words, phrases); len(found) > 0 {
		return found[0], true
	}
	return nil, false
}

// phrasesIn returns the phrases among words, in order. Of overlapping phrases it
// returns the longest: "very likely" is not also "likely".
func phrasesIn(words []string, phrases []phrase) []*phrase {
	var out []*phrase
	for i := 0; i < len(words); {
		p := phraseAt(words, i, phrases)
		if p == nil {
			i++
			continue
		}
		out = append(out, p)
		i += len(p.words)
	}
	return out
}

// phraseAt returns the longest phrase that begins with word i, or nil.
func phraseAt(words []string, i int, phrases []phrase) *phrase {
	var longest *phrase
	for k := range phrases {
		p := &phrases[k]
		end := i + len(p.words)
		if end > len(words) || !slices.Equal(words[i:end], p.words) || i > 0 && slices.Contains(p.notAfter, words[i-1]) {
			continue
		}
		if longest == nil || len(p.words) > len(longest.words) {
			longest = p
		}
	}
	return longest
}

// ownWords returns the words of a text outside quotation marks, in small letters.
// It leaves out May with a capital, which is the month.
func ownWords(text string) []string {
	text = strings.ReplaceAll(withoutQuotations(text), "’", "'")
	words := strings.FieldsFunc(text, func(r rune) bool { return !quote.IsWord(r) && r != '\'' })
	out := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, "'"); w != "" && w != "May" {
			out = append(out, strings.ToLower(w))
		}
	}
	return out
}

// withoutQuotations returns a text without what is in quotation marks. A mark
// without its counterpart does not begin a quotation.
func withoutQuotations(text string) string {
	closing := map[rune]string{'"': `"`, '“': "”", '„': "“”", '«': "»", '‘': "’"}
	var b strings.Builder
	before := ' '
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if ends := closing[r]; ends != "" && !quote.IsWord(before) {
			if end := quotationEnd(text[i+n:], ends); end > 0 {
				b.WriteByte(' ')
				i += n + end
				before = ' '
				continue
			}
			// Other marks of the kind would look for the same end in vain.
			closing[r] = ""
		}
		b.WriteString(text[i : i+n])
		before = r
		i += n
	}
	return b.String()
}

// quotationEnd returns the byte after the mark that ends a quotation, or 0 if
// there is none. A mark before a letter is an apostrophe.
func quotationEnd(text, marks string) int {
	for i, r := range text {
		if !strings.ContainsRune(marks, r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if next, _ := utf8.DecodeRuneInString(text[end:]); !unicode.IsLetter(next) {
			return end
		}
	}
	return 0
}
