package draft

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/quote"
)

//go:embed prompt.txt
var instructions string

//go:embed example.json
var example string

// maxPrompt is the limit in bytes of what a model is asked.
const maxPrompt = 4 << 20

// Request is what a model is asked to draft: items for a briefing from the
// sentences of its sources.
type Request struct {
	b         *briefing.Briefing
	sentences []numbered
	texts     quote.Texts
	prompt    string
}

// NewRequest returns a request for proposals for b, from the texts of shown: b itself,
// or the part of it that a model may see. It changes neither. The error has a method
// Hint that says what to do.
func NewRequest(b, shown *briefing.Briefing) (*Request, error) {
	r := &Request{b: b, sentences: number(shown)}
	if len(r.sentences) == 0 {
		return nil, briefing.NewHintError("no source has a text to draft from", "sitrep import makes sources with texts of articles, feeds and mails")
	}
	var data strings.Builder
	writePresent(&data, shown)
	r.writeSentences(&data)
	r.prompt = fill(b) + marked("texts", data.String())
	if len(r.prompt) > maxPrompt {
		return nil, briefing.NewHintError(
			fmt.Sprintf("the texts are too long for a model: %d MB of at most %d", len(r.prompt)>>20+1, maxPrompt>>20),
			"draft from fewer sources at a time",
		)
	}
	return r, nil
}

// Prompt returns what the model is asked first.
func (r *Request) Prompt() string { return r.prompt }

// fill returns the instructions with the terms of the format in them.
func fill(b *briefing.Briefing) string {
	list := func(values []string) string { return strings.Join(values, ", ") }
	return strings.NewReplacer(
		"{MARK}", textMark,
		"{EXAMPLE}", strings.TrimSpace(example),
		"{ACTORS}", list(briefing.ActorKinds.Values()),
		"{EVENTS}", list(briefing.EventStatuses.Values()),
		"{CERTAINTIES}", list(briefing.Certainties.Values()),
		"{STANCES}", list(briefing.Stances.Values()),
		"{HEDGES}", list(briefing.Hedges.Values()),
		"{QUOTATIONS}", list(briefing.Quotations.Values()),
		"{LANGUAGE}", clean.Line(cmp.Or(b.Language, "en")),
	).Replace(instructions)
}

// textMark begins the lines around data. No line of data begins so.
const textMark = "====="

// marked returns lines of data between two marks. The marks have a number that is
// made of all of the data, so that no words in it can repeat them.
func marked(what, data string) string {
	const digits = 8
	sum := sha256.Sum256([]byte(data))
	number := hex.EncodeToString(sum[:digits])
	return fmt.Sprintf("\n%s begin of the %s %s %s\n%s%s end of the %s %s %s\n", textMark, what, number, textMark, data, textMark, what, number, textMark)
}

// writePresent writes a line for each item that the briefing has and that an answer
// is not to repeat.
func writePresent(to *strings.Builder, b *briefing.Briefing) {
	for i := range b.Actors {
		a := &b.Actors[i]
		line := "actor in the briefing already: " + a.Name
		if len(a.Aka) > 0 {
			line += ", also called " + strings.Join(a.Aka, ", ")
		}
		writeLine(to, line)
	}
	for i := range b.Events {
		e := &b.Events[i]
		writeLine(to, "event in the briefing already: "+e.When.Date.String()+" "+e.Title)
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		writeLine(to, "question in the briefing already: "+q.Text)
		for k := range q.Claims {
			writeLine(to, "claim in the briefing already: "+q.Claims[k].Text)
		}
	}
}

// writeSentences writes each sentence on a line of its own with its number, and a
// line for each source before its sentences.
func (r *Request) writeSentences(to *strings.Builder) {
	var source *briefing.Source
	for i := range r.sentences {
		n := &r.sentences[i]
		if n.source != source {
			source = n.source
			p := &source.Publication
			writeLine(to, fmt.Sprintf("source: %s %q, published by %s on %s", source.Kind, source.Title,
				cmp.Or(p.Publisher, "an unknown publisher"), cmp.Or(p.Published.String(), "an unknown day")))
		}
		writeLine(to, fmt.Sprintf("[%d] %s", i+1, n.text()))
	}
}

func writeLine(to *strings.Builder, line string) {
	to.WriteString(clean.Line(line))
	to.WriteByte('\n')
}

// again returns what the model is asked after an answer with problems.
func (r *Request) again(answer string, problems []file.Problem) string {
	var b strings.Builder
	b.WriteString(r.prompt)
	b.WriteString("\nThis was the answer to it, each line with its number:\n")
	var data strings.Builder
	n := 0
	for line := range strings.Lines(answer) {
		n++
		writeLine(&data, fmt.Sprintf("%d: %s", n, line))
	}
	b.WriteString(marked("answer", data.String()))
	const most = 100 // problems that are sent back
	shown := problems
	if len(shown) > most {
		shown = shown[:most]
	}
	b.WriteString("\nThis is what is wrong with it, by line and column of the answer:\n")
	data.Reset()
	for i := range shown {
		writeLine(&data, shown[i].String())
	}
	if n := len(problems) - len(shown); n > 0 {
		writeLine(&data, fmt.Sprintf("and %d more", n))
	}
	b.WriteString(marked("problems", data.String()))
	b.WriteString("\nAnswer again in the same form, with these items alone: corrected, or left out\nwhere the sentences do not bear them out. All others were taken.\n")
	return b.String()
}
