package check

import (
	"fmt"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/quote"
)

// quotes finds quotes that are not in their sources word for word, or that are
// there more than once, and reports how many were too much work to look up.
func (c *checker) quotes() {
	c.eachEvidence(c.missingQuote)
	c.costlyQuotes()
	c.eachEvidence(func(by briefing.Ref, e *briefing.Evidence) {
		if p := c.x.PassageOf(e); c.x.Anchor(p).State == quote.Ambiguous {
			c.add(CodeQuoteAmbiguous, e.Pos, by.ID, fmt.Sprintf("the quote %s stands in %q more than once", clean.Quoted(e.Quote), e.Source),
				"quote more words, or add a prefix or suffix: the words right before or after")
		}
	})
}

// costlyQuotes says at the first of them that quotes were too much work.
func (c *checker) costlyQuotes() {
	n := 0
	var first *briefing.Evidence
	var firstBy briefing.Ref
	c.eachEvidence(func(by briefing.Ref, e *briefing.Evidence) {
		if p := c.x.PassageOf(e); p.Source != nil && p.Source.Text != "" && e.Quote != "" && c.x.Anchor(p).State == quote.Unchecked {
			if n++; n == 1 {
				first, firstBy = e, by
			}
		}
	})
	if n > 0 {
		c.add(CodeQuotesUnchecked, first.Pos, firstBy.ID, fmt.Sprintf("looking up this quote and others takes too much work; quotes not looked up: %d", n),
			"quote longer stretches, or put what is quoted into a file of its own")
	}
}

func (c *checker) missingQuote(by briefing.Ref, e *briefing.Evidence) {
	if p := c.x.PassageOf(e); c.x.Anchor(p).State == quote.Missing {
		c.add(CodeQuoteMissing, e.Pos, by.ID, fmt.Sprintf("the quote %s does not stand in %q", clean.Quoted(e.Quote), e.Source), c.hints.of(p))
	}
}

// Limits on the work for hints in one document.
const (
	maxQuoteSearches = 100
	maxSearchedText  = 8 << 20 // bytes of text that are split into words
)

// quoteHints makes hints for quotes that are missing.
type quoteHints struct {
	x        *briefing.Index
	searches int // that may still be made
	text     int // bytes that may still be split into words
	words    map[string]*quote.WordList
	given    map[int]string // hints, by the numbers of passages
}

func newQuoteHints(x *briefing.Index) quoteHints {
	return quoteHints{x: x, searches: maxQuoteSearches, text: maxSearchedText, words: map[string]*quote.WordList{}, given: map[int]string{}}
}

const hintVerbatim = `quote the text of the source word for word, with " [...] " between stretches`

// of returns the hint for a quote that is missing.
func (h *quoteHints) of(p *briefing.Passage) string {
	if hint, ok := h.given[p.Number]; ok {
		return hint
	}
	if h.searches == 0 {
		return hintVerbatim
	}
	h.searches--
	q := h.x.SourceText(p.Source)
	hint := q.Mistake(p.Evidence.Words())
	if hint == "" {
		hint = h.nearest(p.Source, q.Absent(p.Evidence.Quote))
	}
	h.given[p.Number] = hint
	return hint
}

// nearest returns a hint with the place in a source that is most like a quote.
func (h *quoteHints) nearest(s *briefing.Source, words string) string {
	list, ok := h.words[s.ID]
	if !ok {
		text := h.x.SourceText(s).Folded
		if h.text -= len(text); h.text < 0 {
			h.text = 0
			return hintVerbatim
		}
		list = quote.NewWordList(text)
		h.words[s.ID] = list
	}
	at, same := list.Nearest(words)
	if at.End == 0 {
		return "nothing in the text comes near " + clean.Quoted(words) + "; " + hintVerbatim
	}
	found := list.Text[at.Start:at.End]
	place := quotedPlace(found)
	if same {
		hint := "the text has the same words with other signs, accents or capitals: " + place
		if named := quote.Difference(found, words); named != "" {
			hint += "; " + named
		}
		return hint
	}
	return "the nearest place in the text is " + place
}

// quotedPlace returns a part of a source's text for a hint. It is long enough to
// be copied as a whole in most cases.
func quotedPlace(text string) string {
	const shown = 200 // characters
	return `"` + clean.Shorten(shown, text) + `"`
}
