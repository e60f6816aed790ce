package file

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

var questionTable = &table[briefing.Question]{
	noun: "question", nameKey: idKey,
	doc: "What is in dispute.",
	pos: func(q *briefing.Question) *briefing.Pos { return &q.Pos },
	fields: append([]field[briefing.Question]{
		at(idKey, "The id of the question; made of its text if it is left out.", func(q *briefing.Question) *string { return &q.ID }, newID(itemQuestion)).requireValid(),
		at("text", "The question, in one sentence.", func(q *briefing.Question) *string { return &q.Text }, label).require(),
		at("summary", "What is to be known about it, with references.", func(q *briefing.Question) *string { return &q.Summary }, prose).readBefore("events"),
		at("status", "Whether it is still in dispute; open if it is left out.", func(q *briefing.Question) *briefing.QuestionStatus { return &q.Status }, oneOf(briefing.QuestionStatuses)).
			omitIf(func(q *briefing.Question) bool { return q.Status == briefing.QuestionOpen }),
		at("events", "The ids of the events that it is about.", func(q *briefing.Question) *[]string { return &q.Events }, listOf(idOf(itemEvent))),
		at("claims", "The answers that are given, one sentence each.", func(q *briefing.Question) *[]briefing.Claim { return &q.Claims }, listOf(object(claimTable))).require(),
	}, commonOf(func(q *briefing.Question) *briefing.Common { return &q.Common })...),
	finish: func(q *briefing.Question) { setDefault(&q.Status, briefing.QuestionOpen) },
}

var claimTable = &table[briefing.Claim]{
	noun: "claim", nameKey: idKey,
	doc: "One answer to a question, that stands alone. It has no truth value.",
	pos: func(c *briefing.Claim) *briefing.Pos { return &c.Pos },
	fields: append([]field[briefing.Claim]{
		at(idKey, "The id of the claim; made of its text if it is left out.", func(c *briefing.Claim) *string { return &c.ID }, newID(itemClaim)).requireValid(),
		at("text", "The claim, in one sentence.", func(c *briefing.Claim) *string { return &c.Text }, label).require(),
		at("figure", "The number that it states.", func(c *briefing.Claim) *briefing.Figure { return &c.Figure }, figure),
		at("positions", "Who says what about it.", func(c *briefing.Claim) *[]briefing.Position { return &c.Positions }, listOf(object(positionTable))),
	}, commonOf(func(c *briefing.Claim) *briefing.Common { return &c.Common })...),
}

var positionTable = &table[briefing.Position]{
	noun: "position", nameKey: "holder",
	doc: "The stance of an actor on a claim.",
	pos: func(p *briefing.Position) *briefing.Pos { return &p.Pos },
	fields: append([]field[briefing.Position]{
		at("holder", "The id of the actor whose position it is.", func(p *briefing.Position) *string { return &p.Holder }, idOf(itemActor)).require(),
		at("stance", "How the holder stands to the claim.", func(p *briefing.Position) *briefing.Stance { return &p.Stance }, oneOf(briefing.Stances)).require(),
		at("said", "When the holder said it, in EDTF.", func(p *briefing.Position) *edtf.Date { return &p.Said }, date),
		// Without it, the words would be attributed to the holder itself.
		at("via", "The id of the actor through whom it is known: A, according to B.", func(p *briefing.Position) *string { return &p.Via }, idOf(itemActor)).called("According to").requireValid(),
		at("citing", "The ids of the actors or sources that the holder names as its basis.", func(p *briefing.Position) *[]string { return &p.Citing }, listOf(idOf(itemActor|itemSource))),
		at("hedge", "How sure the holder sounded.", func(p *briefing.Position) *briefing.Hedge { return &p.Hedge }, oneOf(briefing.Hedges)),
		at("quotation", "How the words reached the source.", func(p *briefing.Position) *briefing.Quotation { return &p.Quotation }, oneOf(briefing.Quotations)),
		at("credibility", "The grade of this report on the Admiralty code, from 1, confirmed, to 6, cannot be judged.", func(p *briefing.Position) *int { return &p.Credibility }, credibility),
		at("note", "What a reader should know about it, in one line.", func(p *briefing.Position) *string { return &p.Note }, line),
		evidenceOf(func(p *briefing.Position) *[]briefing.Evidence { return &p.Evidence }),
	}, commonOf(func(p *briefing.Position) *briefing.Common { return &p.Common })...),
}

var credibility = asTerm(number(1, len(briefing.Credibilities)), strconv.Itoa, func(text string) string {
	grade, _ := strconv.Atoi(text) // it has been written as one
	return text + ", " + briefing.CredibilityLabel(grade)
})
