package draft

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
)

// Result is what has come of a request.
type Result struct {
	// Added is what is new: actors, events and questions, marked as drafts. They refer
	// to the items of the briefing by their ids.
	Added *briefing.Briefing
	// Problems say what was wrong with the last answer, and is left out.
	Problems []file.Problem
}

// Rounds asks a model for proposals, at most so many times: again while there is
// something wrong with its answer. told is called with the problems of each answer.
//
// An error of ask ends it. Then the result has what was proposed before, unless that
// was the first answer.
func (r *Request) Rounds(rounds int, ask func(prompt string) (answer string, err error), told func([]file.Problem)) (*Result, error) {
	out := &Result{Added: &briefing.Briefing{}}
	var taken []*proposal
	for prompt := r.prompt; rounds > 0; rounds-- {
		text, err := ask(prompt)
		if err != nil {
			return out, err
		}
		a := r.read(text)
		taken = r.checked(taken, a)
		out.Added, _ = r.build(taken)
		out.Problems = a.problems
		told(a.problems)
		if len(a.problems) == 0 {
			break
		}
		prompt = r.again(text, a.problems)
	}
	return out, nil
}

// checked adds the proposals of an answer to those of the answers before, without
// those that refer to nothing or that check objects to. They are problems of the
// answer.
func (r *Request) checked(before []*proposal, a *answer) []*proposal {
	all := merge(before, a.proposals)
	added, unresolved := r.build(all)
	left := map[*proposal]bool{}
	object := func(p *proposal, code, message string) {
		if !left[p] {
			left[p] = true
			a.add(p.pos, code, message, p.label)
		}
	}
	for _, u := range unresolved {
		object(u.proposal, CodeUnknownActor, u.message)
	}
	isNew := idsOf(added)
	whole := *r.b
	whole.Actors = slices.Concat(whole.Actors, added.Actors)
	whole.Events = slices.Concat(whole.Events, added.Events)
	whole.Questions = slices.Concat(whole.Questions, added.Questions)
	for _, p := range check.Document(&file.Document{Briefing: &whole, Name: answerName}) {
		owner, _, _ := strings.Cut(p.Item, "/") // of a position, its claim
		if isNew[owner] && p.Pos.Line > 0 && (p.Severity == file.Error || slices.Contains(refusing, p.Code)) {
			object(all[p.Pos.Line-1], p.Code, p.Message)
		}
	}
	slices.SortStableFunc(a.problems, func(p, q file.Problem) int {
		if p.Pos.Line != q.Pos.Line {
			return int(p.Pos.Line) - int(q.Pos.Line)
		}
		return int(p.Pos.Col) - int(q.Pos.Col)
	})
	return slices.DeleteFunc(all, func(p *proposal) bool { return left[p] })
}

// refusing are the warnings of check because of which a proposal is refused: a model
// that worked out a date can have it wrong.
var refusing = []string{
	check.CodeOccurredAfterAsOf, check.CodeExpectedBeforeAsOf, check.CodeSaidAfterAsOf,
	check.CodeQuoteAmbiguous, check.CodeEvidenceWithoutQuote,
}

// idsOf returns the ids of all items of b.
func idsOf(b *briefing.Briefing) map[string]bool { return newIDs(b).taken }
