package page

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// EachInFull puts everything about a thing, for exports, in which nobody can
// press a key for more: a question with its claims, their findings and
// positions, each with its evidence. It has all that the pages have, but gives
// only the IDs of what a page lists in rows to open. It puts block by block, so
// that a thing with thousands of parts is never in memory as a whole.
func EachInFull(x *briefing.Index, r briefing.Ref, put func(Block)) {
	switch r.Kind {
	case briefing.KindJudgment:
		judgmentInFull(put, x, x.Judgment(r.ID))
	case briefing.KindEvent:
		eventInFull(put, x, x.Event(r.ID))
	case briefing.KindActor:
		actorInFull(put, x, x.Actor(r.ID), sayInFull)
	case briefing.KindQuestion:
		questionInFull(put, x, x.Question(r.ID))
	case briefing.KindClaim:
		c, q := x.Claim(r.ID)
		claimInFull(put, x, c)
		put(Fact{"Answers", appendID(marked(x, briefing.KindQuestion, q.ID, plain(q.Text)), q.ID)})
	case briefing.KindPosition:
		s, _ := x.Stand(r.ID)
		row := positionInFull(x, s, 0)
		row.Under = nil
		put(row)
		putFact(put, "Note", s.Position.Note)
		evidenceInFull(put, x, s.Position.Evidence, signCells)
		remarksInFull(put, x, s.Ref())
		put(Fact{"Claim", appendID(plain(s.Claim.Text), s.Claim.ID)})
		put(Fact{"Answers", appendID(marked(x, briefing.KindQuestion, s.Question.ID, plain(s.Question.Text)), s.Question.ID)})
	case briefing.KindSource:
		sourceInFull(put, x, x.Source(r.ID))
	default:
		sink(put).all(Of(x, r))
	}
}

// EachOfBrief puts what an export says of a thing in the brief: everything
// about a judgment, which is in no other part, and a row for a thing that has
// an entry in another part.
func EachOfBrief(x *briefing.Index, r briefing.Ref, put func(Block)) {
	switch r.Kind {
	case briefing.KindJudgment:
		EachInFull(x, r, put)
	case briefing.KindQuestion:
		put(Fact{"Question", appendID(QuestionRow(x, x.Question(r.ID)).Body, r.ID)})
	case briefing.KindEvent:
		e := x.Event(r.ID)
		put(Fact{"Event", appendID(marked(x, briefing.KindEvent, r.ID, []Span{eventSignSpan(e), own(" " + e.When.Date.Words()), {Text: ": " + e.Title}}), r.ID)})
	case briefing.KindGap:
		put(gapInFull(x, r.ID))
	}
}

// EachAlone puts what EachInFull does, for a thing that is exported without the
// rest of the briefing. What an actor says then comes with its evidence, which
// is nowhere else in the export.
func EachAlone(x *briefing.Index, r briefing.Ref, put func(Block)) {
	if r.Kind == briefing.KindActor {
		actorInFull(put, x, x.Actor(r.ID), sayAlone)
		return
	}
	EachInFull(x, r, put)
}

// headline returns the line that begins an item: its kind, its name and its ID.
// An event begins with its sign. No name begins a line, because it may read
// like the beginning of another item.
func headline(x *briefing.Index, kind briefing.Kind, text []Span, id string) Block {
	return headed(x, kind, []Span{{Text: capital(kind.String()) + ": ", Role: Label}}, text, id)
}

func headed(x *briefing.Index, kind briefing.Kind, lead []Span, text []Span, id string) Block {
	text = marked(x, kind, id, text)
	spans := make([]Span, 0, len(lead)+len(text)+idSpans)
	return Title{appendID(append(append(spans, lead...), text...), id)}
}

func judgmentInFull(put sink, x *briefing.Index, j *briefing.Judgment) {
	put(headline(x, briefing.KindJudgment, References(x, j.Text), j.ID))
	judgmentFacts(put, x, j)
	putIDs(put, "Answers", j.Question)
	evidenceInFull(put, x, j.Evidence, 0)
	putMentions(put, x, j.ID)
	remarksInFull(put, x, To(briefing.KindJudgment, j.ID).Ref)
}

func eventInFull(put sink, x *briefing.Index, e *briefing.Event) {
	put(headed(x, briefing.KindEvent, []Span{eventSignSpan(e), {Text: " "}}, plain(e.Title), e.ID))
	eventFacts(put, x, e, nil)
	evidenceInFull(put, x, e.Evidence, 0)
	for i := range e.When.Alternatives {
		a := &e.When.Alternatives[i]
		put(Fact{"Other date", dateSpans(a.Date)})
		for _, words := range OnAlternative(x, a) {
			put(Fact{"", words})
		}
		evidenceInFull(put, x, a.Evidence, claimInset)
	}
	putIDs(put, "Questions", questionIDs(x, e.ID)...)
	putMentions(put, x, e.ID)
	remarksInFull(put, x, To(briefing.KindEvent, e.ID).Ref)
}

func actorInFull(put sink, x *briefing.Index, a *briefing.Actor, say func(sink, *briefing.Index, briefing.Stand)) {
	put(headline(x, briefing.KindActor, plain(a.Name), a.ID))
	eachFact(put, x, briefing.KindActor, a.ID, func(f *file.Fact) bool {
		switch f.Key {
		case "kind":
			kind := factWords(x, f)
			if a.PartOf != "" {
				kind += ", part of " + ActorName(x, a.PartOf)
			}
			put(Fact{f.Label, plain(kind)})
			return true
		case "name", "part_of", "evidence":
			return true
		}
		return false
	})
	for _, s := range x.Says(a.ID) {
		say(put, x, s)
	}
	named := x.Named(a.ID)
	putIDsOf(put, "Basis of", named.Basis, refID)
	putIDsOf(put, "Go-between", named.Via, refID)
	putIDsOf(put, "Takes part", x.TookPart(a.ID), func(e *briefing.Event) string { return e.ID })
	putIDsOf(put, "Includes", x.Members(a.ID), func(m *briefing.Actor) string { return m.ID })
	with := briefing.Map(x.AppearsWith(a.ID), func(c briefing.Company) string {
		return ActorName(x, c.Actor.ID) + " (" + strconv.Itoa(c.Events) + ")"
	})
	if len(with) > 0 || x.Crowds(a.ID) > 0 {
		note := CompanyNote(x, a.ID)
		if len(with) > 0 {
			note = "; " + note
		}
		put(Fact{"Along with", append(plain(briefing.JoinNames(with)), Span{Text: note, Role: Muted})})
	}
	evidenceInFull(put, x, a.Evidence, 0)
	putMentions(put, x, a.ID)
	remarksInFull(put, x, To(briefing.KindActor, a.ID).Ref)
}

// sayInFull puts a line that names a position, in its holder's entry.
func sayInFull(put sink, x *briefing.Index, s briefing.Stand) {
	put(Fact{"Says", marked(x, briefing.KindPosition, s.ID, appendID(stanceOnClaim(s), s.ID))})
}

// sayAlone puts a position, in its holder's entry, with all that is known of
// it.
func sayAlone(put sink, x *briefing.Index, s briefing.Stand) {
	put(Fact{"Says", marked(x, briefing.KindPosition, s.ID, appendID(appendCircumstances(stanceOnClaim(s), x, s), s.ID))})
	putFact(put, "", s.Position.Note)
	evidenceInFull(put, x, s.Position.Evidence, claimInset)
}

func stanceOnClaim(s briefing.Stand) []Span {
	return append(make([]Span, 0, positionSpans+2), StanceSpan(s.Position.Stance),
		Span{Text: " "}, Span{Text: briefing.Stances.Label(s.Position.Stance)}, Span{Text: ": "}, Span{Text: s.Claim.Text})
}

func questionInFull(put sink, x *briefing.Index, q *briefing.Question) {
	put(headline(x, briefing.KindQuestion, plain(q.Text), q.ID))
	questionFacts(put, x, q)
	figuresInFull(put, x, q)
	putIDs(put, "Events", q.Events...)
	putMentions(put, x, q.ID)
	remarksInFull(put, x, To(briefing.KindQuestion, q.ID).Ref)
	for i := range q.Claims {
		if x.Shows(briefing.KindClaim, q.Claims[i].ID) {
			put(Blank{})
			claimInFull(put, x, &q.Claims[i])
		}
	}
	commonInFull(put, x, q)
}

// commonInFull puts what different sides have in common, if there are any.
func commonInFull(put sink, x *briefing.Index, q *briefing.Question) {
	facts := InCommon(x, q)
	if len(facts) == 0 {
		return
	}
	put(Blank{})
	put(Fact{"Computed", []Span{{Text: "what different sides of the question rest on:", Role: Computed}}})
	for _, f := range facts {
		put(f)
	}
}

// InCommon returns the facts about what different sides of a question both rest
// on. It returns none if there are fewer than two sides.
func InCommon(x *briefing.Index, q *briefing.Question) []Fact {
	if x.Sides(q) < 2 {
		return nil
	}
	ground := x.CommonGround(q)
	if len(ground) == 0 {
		return []Fact{{"In common", plain("nothing: no two sides name the same source or basis")}}
	}
	return briefing.Map(ground, func(g briefing.Ground) Fact {
		return Fact{"In common", plain(groundName(x, g) + ": " + groundWords(x, g))}
	})
}

func claimInFull(put sink, x *briefing.Index, c *briefing.Claim) {
	put(headline(x, briefing.KindClaim, plain(c.Text), c.ID))
	claimFacts(put, x, c)
	for _, s := range x.StandsBySide(c.ID) {
		put(positionInFull(x, s, claimInset))
		evidenceInFull(put, x, s.Position.Evidence, claimInset+signCells)
	}
	put(Fact{"Computed", []Span{{Text: "from these positions:", Role: Computed}}})
	put.all(appendFindings(nil, x, c))
	putMentions(put, x, c.ID)
	remarksInFull(put, x, To(briefing.KindClaim, c.ID).Ref)
}

// positionInFull returns an indented row of a position with its ID.
func positionInFull(x *briefing.Index, s briefing.Stand, indent int) Entry {
	row := PositionRow(x, s, indent)
	row.Body = appendID(row.Body, s.ID)
	row.Under = append(row.Under, RemarkLines(x, s.Ref())...)
	return row
}

// sourceInFull puts a source with its record, its text, and every passage with
// what cites it.
func sourceInFull(put sink, x *briefing.Index, s *briefing.Source) {
	put(headline(x, briefing.KindSource, plain(s.Title), s.ID))
	sourceFacts(put, x, s)
	for _, c := range x.Copies(s.ID) {
		put(Fact{"Origin of", plain(c.ID)})
	}
	putIDsOf(put, "Basis of", x.NamedIn(s.ID), refID)
	putMentions(put, x, s.ID)
	remarksInFull(put, x, To(briefing.KindSource, s.ID).Ref)
	if s.Text == "" {
		put(Fact{"Text", plain("none in this briefing, so its quotes are unchecked")})
	} else {
		put.all([]Block{Blank{}, textHeading(s), Blank{}})
		putParagraphs(x, s, put)
	}
	if passages := x.PassagesIn(s.ID); len(passages) > 0 {
		put(Section{Text: "Passages cited", Count: len(passages)})
		for _, p := range passages {
			put(passageInFull(x, p))
		}
	}
	if len(x.RestsOn(s.ID)) == 0 {
		put(Fact{"Cited", plain("by nothing in this briefing")})
	}
}

// passageInFull says what cites a passage. The words of the passage are in the
// text above, unless they were not found there.
func passageInFull(x *briefing.Index, p *briefing.Passage) Block {
	row := Entry{
		Lead: []Span{{Text: Bracketed(p.Number), Role: Sign}}, LeadCells: numberCells(x),
		Body: make([]Span, 0, 2*len(p.CitedBy)+2),
	}
	row.Body = append(append(row.Body, stateSpan(x, p)), locatorSpans(p.Evidence)...)
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
const evidenceSpans = 9

// evidenceInFull puts each piece of evidence on a line of its own: number,
// words, source and state.
func evidenceInFull(put sink, x *briefing.Index, list []briefing.Evidence, indent int) {
	for i := range list {
		e := &list[i]
		p := x.PassageOf(e)
		row := Entry{
			Lead: []Span{{Text: Bracketed(p.Number), Role: Sign}}, LeadCells: numberCells(x), Indent: indent,
			Body: marked(x, briefing.KindSource, e.Source, make([]Span, 0, evidenceSpans)),
		}
		if e.Quote != "" {
			row.Body = append(append(row.Body, quoted(e.Quote)...), Span{Text: " "})
		}
		row.Body = append(append(row.Body, Span{Text: "(" + e.Source}), locatorSpans(e)...)
		row.Body = append(row.Body, Span{Text: ", "}, stateSpan(x, p), Span{Text: ")"})
		if e.Prefix != "" || e.Suffix != "" {
			row.Under = append(row.Under, contextSpans(e))
		}
		row.Under = append(row.Under, OnEvidence(x, e)...)
		put(row)
	}
}

// putMentions puts the IDs of the things whose texts refer to an item, unless there
// are none.
func putMentions(put sink, x *briefing.Index, id string) {
	putIDsOf(put, "Mentioned in", x.Mentions(id), func(r briefing.Ref) string {
		if r.Kind == briefing.KindGap || r.Kind == briefing.KindBottomLine {
			return strings.TrimSpace(r.Kind.String() + " " + r.ID)
		}
		return r.ID
	})
}

// putFact puts a fact unless its value is empty.
func putFact(put sink, label, value string) {
	if value != "" {
		put(Fact{label, plain(value)})
	}
}

// idsTogether is how many IDs share a block. Of thousands of IDs, each such
// number begins a line.
const idsTogether = 128

// putIDs puts IDs as a fact, unless there are none.
func putIDs(put sink, label string, ids ...string) {
	if len(ids) > 0 && ids[0] != "" {
		putIDsOf(put, label, ids, func(id string) string { return id })
	}
}

// putIDsOf puts the IDs of a list as a fact, unless it is empty.
func putIDsOf[T any](put sink, label string, list []T, id func(T) string) {
	for len(list) > 0 {
		n := min(len(list), idsTogether)
		spans := make([]Span, 0, 2*n)
		for i, one := range list[:n] {
			if i > 0 {
				spans = append(spans, Span{Text: ", "})
			}
			spans = append(spans, Span{Text: id(one), Role: ID})
		}
		if n < len(list) {
			spans = append(spans, Span{Text: ","})
		}
		put(Fact{label, spans})
		label, list = "", list[n:]
	}
}

func refID(r briefing.Ref) string { return r.ID }

func gapInFull(x *briefing.Index, number string) Entry {
	n, _ := strconv.Atoi(number)
	return Entry{Lead: []Span{{Text: number, Role: Label}}, LeadCells: signCells + 1, Body: References(x, x.Briefing.Gaps[n-1]),
		Under: RemarkLines(x, To(briefing.KindGap, number).Ref)}
}
