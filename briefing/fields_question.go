package briefing

import "sitrep/briefing/edtf"

var questionTable = &table[Question]{
	noun: "question", nameKey: idKey,
	doc: "What is in dispute.",
	pos: func(q *Question) *Pos { return &q.Pos },
	fields: []field[Question]{
		at(idKey, "The id of the question.", func(q *Question) *string { return &q.ID }, newID(itemQuestion)).require(),
		at("text", "The question, in one sentence.", func(q *Question) *string { return &q.Text }, label).require(),
		at("summary", "What is to be known about it, with references.", func(q *Question) *string { return &q.Summary }, prose),
		at("status", "Whether it is still in dispute; open if it is left out.", func(q *Question) *QuestionStatus { return &q.Status }, oneOf(QuestionStatuses)).
			omitIf(func(q *Question) bool { return q.Status == QuestionOpen }),
		at("events", "The ids of the events that it is about.", func(q *Question) *[]string { return &q.Events }, listOf(idOf(itemEvent))),
		at("claims", "The answers that are given, one sentence each.", func(q *Question) *[]Claim { return &q.Claims }, listOf(object(claimTable))).require(),
		markingOf(func(q *Question) *TLP { return &q.TLP }),
	},
	finish: func(q *Question) { setDefault(&q.Status, QuestionOpen) },
}

var claimTable = &table[Claim]{
	noun: "claim", nameKey: idKey,
	doc: "One answer to a question, that stands alone. It has no truth value.",
	pos: func(c *Claim) *Pos { return &c.Pos },
	fields: []field[Claim]{
		at(idKey, "The id of the claim.", func(c *Claim) *string { return &c.ID }, newID(itemClaim)).require(),
		at("text", "The claim, in one sentence.", func(c *Claim) *string { return &c.Text }, label).require(),
		at("positions", "Who says what about it.", func(c *Claim) *[]Position { return &c.Positions }, listOf(object(positionTable))),
		markingOf(func(c *Claim) *TLP { return &c.TLP }),
	},
}

var positionTable = &table[Position]{
	noun: "position", nameKey: "holder",
	doc: "The stance of an actor on a claim.",
	pos: func(p *Position) *Pos { return &p.Pos },
	fields: []field[Position]{
		at("holder", "The id of the actor whose position it is.", func(p *Position) *string { return &p.Holder }, idOf(itemActor)).require(),
		at("stance", "How the holder stands to the claim.", func(p *Position) *Stance { return &p.Stance }, oneOf(Stances)).require(),
		at("said", "When the holder said it, in EDTF.", func(p *Position) *edtf.Date { return &p.Said }, date),
		// Without it, the words would be put into the holder's own mouth.
		at("via", "The id of the actor through whom it is known: A, according to B.", func(p *Position) *string { return &p.Via }, idOf(itemActor)).decisive(),
		at("citing", "The ids of the actors or sources that the holder names as its basis.", func(p *Position) *[]string { return &p.Citing }, listOf(idOf(itemActor|itemSource))),
		at("hedge", "How sure the holder sounded.", func(p *Position) *Hedge { return &p.Hedge }, oneOf(Hedges)),
		at("quotation", "How the words reached the source.", func(p *Position) *Quotation { return &p.Quotation }, oneOf(Quotations)),
		at("credibility", "The grade of this report on the Admiralty code, from 1, confirmed, to 6, cannot be judged.", func(p *Position) *int { return &p.Credibility }, number(1, len(Credibilities))),
		at("note", "What a reader should know about it, in one line.", func(p *Position) *string { return &p.Note }, line),
		evidenceOf(func(p *Position) *[]Evidence { return &p.Evidence }),
		markingOf(func(p *Position) *TLP { return &p.TLP }),
	},
}
