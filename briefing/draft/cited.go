package draft

import (
	"fmt"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/quote"
)

// evidence sets the evidence of an item from the numbers of its sentences, and from
// the words in them that it quotes, if it does. The words are always those of the
// source.
func (o *members) evidence(to *[]briefing.Evidence) {
	numbers := o.numbers()
	words := ""
	at := o.tree.Pos
	if t := o.member("quote", optional); t != nil {
		at = t.Pos
		words = o.word(t, "quote", maxQuoted)
	}
	if o.refused {
		return
	}
	for i, n := range numbers {
		s := o.a.r.sentences[n-1]
		if last := len(o.cited) - 1; i > 0 && numbers[i-1] == n-1 && o.cited[last].source == s.source {
			o.cited[last].end = s.end
		} else {
			o.cited = append(o.cited, s)
		}
	}
	bytes := 0
	for _, c := range o.cited {
		bytes += len(c.text())
	}
	if words == "" && bytes > maxQuoted {
		o.problem(at, file.CodeTooLong, fmt.Sprintf("these sentences have more than %d bytes: name fewer, or quote the words", maxQuoted))
		return
	}
	if words != "" {
		o.quoted(words, at, to)
		return
	}
	for _, c := range o.cited {
		e, ok := o.a.r.cut(c)
		if !ok {
			o.problem(at, check.CodeQuoteAmbiguous, "the same sentences stand in their source more than once")
			return
		}
		*to = append(*to, e)
	}
}

// quoted sets the evidence of an item to words that have to be in its sentences,
// exactly.
func (o *members) quoted(words string, at briefing.Pos, to *[]briefing.Evidence) {
	for _, c := range o.cited {
		found := anchor(c, words)
		if len(found) == 0 {
			continue
		}
		e, ok := o.a.r.cut(found...)
		if !ok {
			o.problem(at, check.CodeQuoteAmbiguous, fmt.Sprintf("the quote %s stands in its source more than once", clean.Quoted(words)))
			return
		}
		*to = append(*to, e)
		return
	}
	message := fmt.Sprintf("the quote %s is not in these sentences, word for word", clean.Quoted(words))
	if found := o.asWritten(words); found != "" {
		message += "; they have " + clean.Quoted(found)
	} else if n := o.a.r.sentenceWith(words); n > 0 {
		message += fmt.Sprintf("; it begins in sentence %d", n)
	}
	o.problem(at, check.CodeQuoteMissing, message)
}

// sentenceWith returns the number of the sentence in which some words begin, or 0.
func (r *Request) sentenceWith(words string) int {
	for i := 0; i < len(r.sentences); {
		s := r.sentences[i].source
		found := r.texts.Of(s.ID, s.Text).Anchor(quote.Quote{Words: words}).Stretches
		for ; i < len(r.sentences) && r.sentences[i].source == s; i++ {
			if len(found) > 0 && found[0].Start < r.sentences[i].end {
				return i + 1
			}
		}
	}
	return 0
}

// spell sets words of an item to how one of its sentences writes them. If none has
// them, the item is refused.
func (o *members) spell(words *string, at briefing.Pos) {
	if *words == "" || len(o.cited) == 0 {
		return
	}
	found := o.asWritten(*words)
	if found == "" {
		o.problem(at, CodeNotInText, fmt.Sprintf("the words %s are not in these sentences", clean.Quoted(*words)))
	}
	*words = found
}

// asWritten returns words as one of the sentences of the item has them, where capitals,
// accents and typographic signs may differ, or "" if none has them.
func (o *members) asWritten(words string) string {
	q := fold.NewQuery(strings.ToLower(words))
	for _, c := range o.cited {
		var text fold.Text
		text.Add(c.text())
		finder, tried := text.Finder(q), map[string]bool{}
		for at := finder.Next(0, text.Len()); at >= 0; at = finder.Next(at+1, text.Len()) {
			r := text.Locate(c.text(), 0, at, at+q.Size())
			found := c.text()[r.Start:r.End]
			if !tried[found] && len(anchor(c, found)) > 0 { // not only inside a word
				return clean.Line(found)
			}
			tried[found] = true
		}
	}
	return ""
}

// anchor returns the stretches of the first place of some words in a part of a text.
func anchor(in numbered, words string) (out []numbered) {
	var texts quote.Texts
	for _, s := range texts.Of("", in.text()).Anchor(quote.Quote{Words: words}).Stretches {
		out = append(out, numbered{in.source, in.start + s.Start, in.start + s.End})
	}
	return out
}

// cut returns stretches of one source, in order, as evidence. ok is false if no quote
// leads to them alone.
func (r *Request) cut(parts ...numbered) (e briefing.Evidence, ok bool) {
	s := parts[0].source
	text := r.texts.Of(s.ID, s.Text)
	e.Source = s.ID
	if len(parts) == 1 {
		found, ok := text.Select(s.Text, parts[0].start, parts[0].end)
		e.Quote, e.Prefix, e.Suffix = found.Words, found.Prefix, found.Suffix
		return e, ok
	}
	words := briefing.Map(parts, func(p numbered) string { return clean.Line(p.text()) })
	e.Quote = strings.Join(words, " [...] ")
	return e, text.Anchor(quote.Quote{Words: e.Quote}).State == quote.Exact
}
