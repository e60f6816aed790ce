package draft

import (
	"cmp"
	"errors"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// answerName is what messages call an answer.
const answerName = "answer"

// The codes of the problems of an answer, besides those of packages file and check.
const (
	CodeNoJSON       = "no-json"        // there is no JSON object in the answer
	CodeTooManyItems = "too-many-items" // there are more than [maxItems]
	CodeNoSentence   = "no-sentence"    // no sentence has the number
	CodeNotInText    = "not-in-text"    // words that have to be in the sentences are not there
	CodeUnknownActor = "unknown-actor"  // no actor, or more than one, has the name
)

// The limits of an answer.
const (
	maxItems    = 2000 // items, questions, claims and positions among them
	maxElements = 20   // of a list in an item
	maxWords    = 1000 // bytes of a title, a name, a sentence
	maxQuoted   = 10_000
)

// answer reads an answer to a request.
type answer struct {
	r         *Request
	items     int
	proposals []*proposal
	problems  []file.Problem
}

// read reads the answer of a model. What is wrong with an item is a problem, and
// the item is left out.
func (r *Request) read(text string) *answer {
	a := &answer{r: r}
	text, ok := object(text)
	if !ok {
		a.add(briefing.Pos{Line: 1, Col: 1}, CodeNoJSON, "there is no JSON object in the answer", "")
		return a
	}
	tree, err := file.ParseJSON(text, answerName)
	if err != nil {
		refused, _ := errors.AsType[*file.LoadError](err)
		a.add(refused.Problem.Pos, refused.Problem.Code, refused.Problem.Message, "")
		return a
	}
	o := a.open(tree, "answer")
	for _, list := range []struct {
		key  string
		read func(*file.Tree)
	}{{"actors", a.actor}, {"events", a.event}, {"questions", a.question}} {
		for _, kid := range o.list(list.key, maxItems) {
			list.read(&kid)
		}
	}
	o.close()
	return a
}

// object returns the JSON object of an answer, which may stand in a fence of
// Markdown, or after other words on lines of their own. Each line stays in its
// place. ok is false if there is none.
func object(text string) (object string, ok bool) {
	const fence = "```"
	text = strings.TrimPrefix(text, "\ufeff")
	lines := strings.SplitAfter(text, "\n")
	first, end, fenced := -1, len(lines), false
	for i, line := range lines {
		line = strings.TrimSpace(line)
		switch {
		case first < 0 && strings.HasPrefix(line, "{"):
			first = i
		case strings.HasPrefix(line, fence) && first < 0:
			fenced = true
		case strings.HasPrefix(line, fence) && fenced:
			return strings.Repeat("\n", first) + strings.Join(lines[first:i], ""), true
		}
	}
	if first < 0 {
		return "", false
	}
	return strings.Repeat("\n", first) + strings.Join(lines[first:end], ""), true
}

func (a *answer) add(at briefing.Pos, code, message, label string) {
	message = clean.Line(message)
	a.problems = append(a.problems, file.Problem{File: answerName, Pos: at, Severity: file.Error, Code: code, Message: labelled(message, label)})
}

// labelled returns a message with the item that it is about.
func labelled(message, label string) string {
	if label == "" {
		return message
	}
	return message + " [" + label + "]"
}

func (a *answer) actor(t *file.Tree) {
	o := a.open(t, "actor")
	named := briefing.Actor{Common: briefing.Common{Draft: true}, Name: o.text("name", required)}
	o.label += " " + clean.Quoted(named.Name)
	named.Kind = briefing.ActorKind(o.term("kind", briefing.ActorKinds.Values(), required))
	named.Aka = o.texts("aka")
	named.Role = o.text("role", optional)
	o.evidence(&named.Evidence)
	o.spell(&named.Name, t.Pos)
	o.spell(&named.Role, t.Pos)
	for i := range named.Aka {
		o.spell(&named.Aka[i], t.Pos)
	}
	o.take(&proposal{actor: &named})
}

func (a *answer) event(t *file.Tree) {
	o := a.open(t, "event")
	e := briefing.Event{Common: briefing.Common{Draft: true}, Title: o.text("title", required)}
	o.label += " " + clean.Quoted(e.Title)
	when := o.member("when", required)
	e.Status = cmp.Or(briefing.EventStatus(o.term("status", briefing.EventStatuses.Values(), optional)), briefing.EventOccurred)
	e.Certainty = cmp.Or(briefing.Certainty(o.term("certainty", briefing.Certainties.Values(), optional)), briefing.CertaintyReported)
	for _, name := range o.texts("actors") {
		e.Actors = append(e.Actors, briefing.Participant{Actor: name})
	}
	o.evidence(&e.Evidence)
	if when != nil {
		w := a.open(when, o.label)
		e.When.Date = w.date("date", required)
		e.When.Said = w.text("said", optional)
		o.spell(&e.When.Said, when.Pos)
		w.close()
		o.refused = o.refused || w.refused
	}
	o.take(&proposal{event: &e})
}

// question reads a question. A claim or a question with a problem is left out with
// all that is in it.
func (a *answer) question(t *file.Tree) {
	q := a.open(t, "question")
	text := q.text("text", required)
	q.label += " " + clean.Quoted(text)
	claims := q.list("claims", maxElements)
	if q.close(); q.refused {
		return
	}
	for i := range claims {
		c := a.open(&claims[i], "claim")
		claim := c.text("text", required)
		c.label += " " + clean.Quoted(claim)
		positions := c.list("positions", maxElements)
		if c.close(); c.refused {
			continue
		}
		if len(positions) == 0 {
			c.problem(c.tree.Pos, file.CodeMissingKey, "nobody takes a position on the claim")
		}
		for k := range positions {
			a.position(&positions[k], text, claim)
		}
	}
}

func (a *answer) position(t *file.Tree, question, claim string) {
	o := a.open(t, "position")
	p := briefing.Position{Common: briefing.Common{Draft: true}, Holder: o.text("holder", required)}
	o.label += " of " + clean.Quoted(p.Holder) + " on " + clean.Quoted(claim)
	p.Stance = briefing.Stance(o.term("stance", briefing.Stances.Values(), required))
	p.Said = o.date("said", optional)
	p.Via = o.text("via", optional)
	p.Hedge = briefing.Hedge(o.term("hedge", briefing.Hedges.Values(), optional))
	p.Quotation = briefing.Quotation(o.term("quotation", briefing.Quotations.Values(), optional))
	o.evidence(&p.Evidence)
	o.take(&proposal{position: &p, question: question, claim: claim})
}
