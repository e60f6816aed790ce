package page

import (
	"strconv"
	"strings"

	"sitrep/briefing"
)

// InFull is everything about a thing in one go, for where nobody can press a
// key to go deeper: a question with its claims, their findings and positions,
// each with its evidence. It holds what the pages hold, more closely written:
// what a page lists row by row to be opened, it names by id.
func InFull(x *briefing.Index, r briefing.Ref) []Block { return AppendInFull(nil, x, r) }

// AppendInFull adds what InFull is to a list of blocks.
func AppendInFull(out []Block, x *briefing.Index, r briefing.Ref) []Block {
	switch r.Kind {
	case briefing.KindJudgment:
		return judgmentInFull(out, x, x.Judgment(r.ID))
	case briefing.KindEvent:
		return eventInFull(out, x, x.Event(r.ID))
	case briefing.KindActor:
		return actorInFull(out, x, x.Actor(r.ID))
	case briefing.KindQuestion:
		return questionInFull(out, x, x.Question(r.ID))
	case briefing.KindClaim:
		c, q := x.Claim(r.ID)
		return append(claimInFull(out, x, c), Fact{"Answers", plain(q.Text + " (" + q.ID + ")")})
	case briefing.KindPosition:
		s, _ := x.Stand(r.ID)
		return append(positionInFull(out, x, s, 0), Fact{"Claim", plain(s.Claim.Text + " (" + s.Claim.ID + ")")})
	case briefing.KindSource:
		return sourceInFull(out, x, x.Source(r.ID))
	}
	return append(out, Of(x, r)...)
}

// headline begins an item: what it is called, and its id.
func headline(lead []Span, text []Span, id string) Block {
	spans := make([]Span, 0, len(lead)+len(text)+idSpans)
	return Title{appendID(append(append(spans, lead...), text...), id)}
}

// idSpans is how many spans appendID adds.
const idSpans = 2

// appendID adds an id in brackets.
func appendID(out []Span, id string) []Span {
	return append(out, Span{Text: " "}, Span{Text: "(" + id + ")", Role: ID})
}

func judgmentInFull(out []Block, x *briefing.Index, j *briefing.Judgment) []Block {
	out = append(out, headline(nil, withReferences(x, j.Text), j.ID))
	out = append(append(out, likelihood(j)...), confidence(x, j)...)
	out = appendIDs(out, "Answers", j.Question)
	out = evidenceInFull(out, x, j.Evidence, 0)
	return appendIDs(out, "Named in", mentionIDs(x, j.ID)...)
}

func eventInFull(out []Block, x *briefing.Index, e *briefing.Event) []Block {
	out = append(out, headline([]Span{eventSignSpan(e), {Text: " "}}, plain(e.Title), e.ID))
	out = append(out, when(e)...)
	out = append(out, Fact{"Status", plain(briefing.EventStatuses.Label(e.Status) + ", " + briefing.Certainties.Label(e.Certainty))})
	out = appendFact(out, "Place", e.Place)
	out = appendFact(out, "Tags", strings.Join(e.Tags, ", "))
	if len(e.Actors) > 0 {
		names := make([]string, len(e.Actors))
		for i, p := range e.Actors {
			names[i] = x.ActorName(p.Actor)
			if p.Role != "" {
				names[i] += " (" + p.Role + ")"
			}
		}
		out = append(out, Fact{"Actors", plain(strings.Join(names, ", "))})
	}
	if e.Summary != "" {
		out = append(out, Fact{"Summary", withReferences(x, e.Summary)})
	}
	out = evidenceInFull(out, x, e.Evidence, 0)
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		out = append(out, Fact{"Other date", dateSpans(a.Date)})
		out = appendFact(out, "", a.Note)
		out = evidenceInFull(out, x, a.Evidence, claimInset)
	}
	out = appendIDs(out, "Questions", questionIDs(x, e.ID)...)
	return appendIDs(out, "Named in", mentionIDs(x, e.ID)...)
}

func actorInFull(out []Block, x *briefing.Index, a *briefing.Actor) []Block {
	out = append(out, headline(nil, plain(a.Name), a.ID))
	kind := briefing.ActorKinds.Label(a.Kind)
	if a.PartOf != "" {
		kind += ", part of " + x.ActorName(a.PartOf)
	}
	out = append(out, Fact{"Kind", plain(kind)})
	out = appendFact(out, "Role", a.Role)
	out = appendFact(out, "Also", strings.Join(a.Aka, ", "))
	out = appendFact(out, "Country", a.Country)
	if a.Summary != "" {
		out = append(out, Fact{"Summary", withReferences(x, a.Summary)})
	}
	for _, s := range x.Says(a.ID) {
		out = append(out, Fact{"Says", []Span{StanceSpan(s.Position.Stance), {Text: " " + briefing.Stances.Label(s.Position.Stance) + ": " + s.Claim.Text},
			{Text: " "}, {Text: "(" + s.ID + ")", Role: ID}}})
	}
	var events, with []string
	for _, e := range x.TookPart(a.ID) {
		events = append(events, e.ID)
	}
	for _, c := range x.AppearsWith(a.ID) {
		with = append(with, c.Actor.Name+" ("+strconv.Itoa(c.Events)+")")
	}
	out = appendIDs(out, "Takes part", events...)
	out = appendFact(out, "Along with", strings.Join(with, ", "))
	out = evidenceInFull(out, x, a.Evidence, 0)
	return appendIDs(out, "Named in", mentionIDs(x, a.ID)...)
}

func questionInFull(out []Block, x *briefing.Index, q *briefing.Question) []Block {
	out = append(out, headline(nil, plain(q.Text), q.ID),
		Fact{"Status", append(plain(briefing.QuestionStatuses.Label(q.Status)), contested(x, q)...)})
	if q.Summary != "" {
		out = append(out, Fact{"Summary", withReferences(x, q.Summary)})
	}
	out = appendIDs(out, "Events", q.Events...)
	out = appendIDs(out, "Named in", mentionIDs(x, q.ID)...)
	for i := range q.Claims {
		if x.Shows(briefing.KindClaim, q.Claims[i].ID) {
			out = claimInFull(append(out, Blank{}), x, &q.Claims[i])
		}
	}
	for _, g := range x.CommonGround(q) {
		out = append(out, Fact{"In common", plain(groundName(x, g) + ": " + groundWords(x, g))})
	}
	return out
}

func claimInFull(out []Block, x *briefing.Index, c *briefing.Claim) []Block {
	out = append(out, headline([]Span{{Text: "Claim: ", Role: Label}}, plain(c.Text), c.ID))
	for _, s := range Sides(x, c) {
		out = positionInFull(out, x, s, claimInset)
	}
	out = append(out, Fact{"Computed", []Span{{Text: "from these positions:", Role: Computed}}})
	out = appendFindings(out, x, c)
	return appendIDs(out, "Named in", mentionIDs(x, c.ID)...)
}

// positionInFull is a position with its evidence, moved in.
func positionInFull(out []Block, x *briefing.Index, s briefing.Stand, indent int) []Block {
	row := PositionRow(x, s, indent)
	row.Body = appendID(row.Body, s.ID)
	return evidenceInFull(append(out, row), x, s.Position.Evidence, indent+signCells)
}

// sourceInFull is a source with its record and text, and every passage with
// what cites it.
func sourceInFull(out []Block, x *briefing.Index, s *briefing.Source) []Block {
	out = appendSourceFacts(append(out, headline(nil, plain(s.Title), s.ID)), x, s)
	for _, c := range x.Copies(s.ID) {
		out = append(out, Fact{"Origin of", plain(c.ID)})
	}
	out = appendIDs(out, "Named in", mentionIDs(x, s.ID)...)
	if s.Text != "" {
		out = append(out, Blank{}, textHeading(s), Blank{})
		out = append(out, Paragraphs(x, s)...)
	}
	if passages := x.PassagesIn(s.ID); len(passages) > 0 {
		out = append(out, Section{Text: "Passages cited", Count: len(passages)})
		for _, p := range passages {
			out = append(out, passageInFull(x, p))
		}
	} else {
		out = append(out, Fact{"Cited", plain("by nothing in this briefing")})
	}
	return out
}

// passageInFull says what cites a passage; its words stand in the text above,
// unless they could not be found there.
func passageInFull(x *briefing.Index, p *briefing.Passage) Block {
	row := Entry{
		Lead: []Span{{Text: bracketed(p.Number), Role: Sign}}, LeadCells: numberCells(x),
		Body: make([]Span, 0, 2*len(p.CitedBy)+1),
	}
	row.Body = append(row.Body, stateSpan(x, p))
	separator := ", cited by "
	for _, r := range p.CitedBy {
		row.Body = append(row.Body, Span{Text: separator}, Span{Text: r.ID, Role: ID})
		separator = ", "
	}
	if p.Evidence.Quote != "" && len(x.Anchor(p).Stretches) == 0 {
		row.Under = [][]Span{quoted(p.Evidence.Quote)}
	}
	return row
}

// evidenceSpans is how many spans a row of evidence has in an export.
const evidenceSpans = 7

// evidenceInFull is evidence in a line of its own: number, words, source, state.
func evidenceInFull(out []Block, x *briefing.Index, list []briefing.Evidence, indent int) []Block {
	for i := range list {
		e := &list[i]
		p := x.PassageOf(e)
		row := Entry{
			Lead: []Span{{Text: bracketed(p.Number), Role: Sign}}, LeadCells: numberCells(x), Indent: indent,
			Body: make([]Span, 0, evidenceSpans),
		}
		if e.Quote != "" {
			row.Body = append(append(row.Body, quoted(e.Quote)...), Span{Text: " "})
		}
		row.Body = append(row.Body, Span{Text: "(" + e.Source + ", "}, stateSpan(x, p), Span{Text: ")"})
		if e.Prefix != "" || e.Suffix != "" {
			row.Under = append(row.Under, contextSpans(e))
		}
		if e.Note != "" {
			row.Under = append(row.Under, plain(e.Note))
		}
		out = append(out, row)
	}
	return out
}

// mentionIDs names the things whose texts refer to an item.
func mentionIDs(x *briefing.Index, id string) []string {
	refs := x.Mentions(id)
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = r.ID
		if r.Kind == briefing.KindGap || r.Kind == briefing.KindBottomLine {
			names[i] = strings.TrimSpace(r.Kind.String() + " " + r.ID)
		}
	}
	return names
}

// appendIDs adds ids as a fact, unless there are none.
func appendIDs(out []Block, label string, ids ...string) []Block {
	if len(ids) == 0 || ids[0] == "" {
		return out
	}
	spans := make([]Span, 0, 2*len(ids))
	for i, id := range ids {
		if i > 0 {
			spans = append(spans, Span{Text: ", "})
		}
		spans = append(spans, Span{Text: id, Role: ID})
	}
	return append(out, Fact{label, spans})
}

// Numbered is a gap as a row with its number.
func Numbered(n int, spans []Span) Entry {
	return Entry{Lead: []Span{{Text: strconv.Itoa(n), Role: Label}}, LeadCells: signCells + 1, Body: spans}
}

// References makes spans of a text with references, whose links lead to items.
func References(x *briefing.Index, text string) []Span { return withReferences(x, text) }
