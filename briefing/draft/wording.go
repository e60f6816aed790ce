package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/sentence"
)

// quotationMarks are the marks around quoted words, and what some write for them.
const quotationMarks = "“”„\"«»‘"

// statement returns what is said as a sentence of its own, in the words of the text:
// the clause or the first sentence of the quotation, or all of the attribution if what
// is said is no clause.
func (a *article) statement(at *attribution) string {
	if at.noun || at.content == at.span && at.gap == (span{}) {
		return asSentence(a.text[at.start:at.end])
	}
	words := strings.TrimSpace(a.text[at.content.start:at.content.end])
	if at.gap != (span{}) {
		words = a.text[at.content.start:at.gap.start] + " " + a.text[at.gap.end:at.content.end]
	}
	inside := strings.TrimLeft(words, quotationMarks+"'")
	if inside != words || a.quotation(at) == "direct" {
		if !strings.ContainsAny(strings.TrimRight(inside, "”\"»'"), "“”\"«»") {
			inside = strings.TrimRight(inside, "”\"»' ")
		} else {
			inside = words
		}
	}
	if _, end := sentence.For(a.language).Around(inside, 0); end < len(inside) && len(strings.Fields(inside[:end])) > 2 {
		inside = strings.TrimSpace(inside[:end])
	}
	return asSentence(inside)
}

// asSentence returns words as a sentence of their own, on one line.
func asSentence(words string) string {
	words = oneLine(words)
	r, n := utf8.DecodeRuneInString(words)
	if n > 0 && r != utf8.RuneError {
		words = string(unicode.ToUpper(r)) + words[n:]
	}
	trimmed := strings.TrimRight(words, ",;:—– ")
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(trimmed, quotationMarks+"'’)")); strings.ContainsRune(sentence.Stops, last) {
		return trimmed
	}
	return trimmed + "."
}

// quotation returns how the words of an attribution reached the text.
func (a *article) quotation(at *attribution) briefing.Quotation {
	words := strings.TrimSpace(a.text[at.content.start:at.content.end])
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	begins, ends := strings.ContainsRune("“\"«„‘", first) || strings.HasPrefix(words, "''"), strings.ContainsRune("”\"»’“", last) || strings.HasSuffix(words, "''")
	switch {
	case begins && ends:
		return "direct"
	case strings.ContainsAny(words, "“\"«„") || strings.Contains(words, "''"):
		return "mixed"
	}
	return "indirect"
}

// aside reports whether token i is in a relative clause between the holder and the
// cue: “Weber, who visited the town yesterday, said”.
func (a *article) aside(at *attribution, i int) bool {
	if a.tokens[i].start > at.cue.start {
		return false
	}
	for ; i >= 0 && a.tokens[i].start >= at.holder.end; i-- {
		switch a.tokens[i].text {
		case "who", "whose", "whom", "which":
			return true
		}
	}
	return false
}

// hedge returns how sure the holder of an attribution sounds, or "" if no word says
// so, or if words say different things.
func (a *article) hedge(at *attribution) briefing.Hedge {
	found := map[briefing.Hedge]bool{}
	for _, part := range []span{at.cue, at.content} {
		words := strings.FieldsFunc(a.text[part.start:part.end], func(r rune) bool { return !isWord(r) })
		for i, w := range words {
			if i+1 < len(words) && words[i+1] == "not" {
				continue // could not confirm
			}
			kinds := a.lex.words[strings.ToLower(w)]
			found["probable"] = found["probable"] || kinds&probable != 0
			found["possible"] = found["possible"] || kinds&possible != 0 && w != "May" && part != at.cue // could not confirm
			found["certain"] = found["certain"] || kinds&certain != 0 && part != at.cue
		}
	}
	var out briefing.Hedge
	for hedge, is := range found {
		if is && out != "" {
			return ""
		}
		if is {
			out = hedge
		}
	}
	return out
}
