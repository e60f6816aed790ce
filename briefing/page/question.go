package page

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// claimInset is the indent, in cells, of what belongs to a claim.
const claimInset = 2

// Question returns the page of a question: its claims, and under each who holds
// what.
func Question(x *briefing.Index, q *briefing.Question) []Block {
	out := questionHead(x, q)
	for i := range q.Claims {
		c := &q.Claims[i]
		out = append(out, Blank{}, later(briefing.KindClaim, c.ID, func() Entry { return labelledClaim(x, c) }))
		for _, s := range x.StandsBySide(c.ID) {
			out = append(out, later(briefing.KindPosition, s.ID, func() Entry { return PositionRow(x, s, claimInset) }))
		}
	}
	out = append(out, figures(x, q)...)
	out = append(out, common(x, q)...)
	out = append(out, eventRows(x, q)...)
	return append(out, mentions(x, q.ID)...)
}

func questionHead(x *briefing.Index, q *briefing.Question) []Block {
	out := head(x, briefing.KindQuestion, q.ID, []Span{{Text: q.Text, Role: Strong}})
	questionFacts(func(b Block) { out = append(out, b) }, x, q, "summary")
	if q.Summary != "" {
		out = append(out, Blank{}, Prose{Spans: References(x, q.Summary), Body: true})
	}
	return out
}

// questionFacts puts the facts of a question, except its events and those with
// the keys elsewhere.
func questionFacts(put sink, x *briefing.Index, q *briefing.Question, elsewhere ...string) {
	eachFact(put, x, briefing.KindQuestion, q.ID, func(f *file.Fact) bool {
		switch f.Key {
		case "status":
			put(Fact{f.Label, append(factSpans(x, f), contested(x, q)...)})
		case "text", "events":
		default:
			return slices.Contains(elsewhere, f.Key)
		}
		return true
	})
}

// contested says whether and how positions contest a question.
func contested(x *briefing.Index, q *briefing.Question) []Span {
	if x.Contested(q) {
		return []Span{{Text: ", "}, {Text: "contested", Role: Caution}, {Text: " (computed)", Role: Muted}}
	}
	return []Span{{Text: ", not contested"}, {Text: " (computed)", Role: Muted}}
}

func eventRows(x *briefing.Index, q *briefing.Question) []Block {
	if len(q.Events) == 0 {
		return nil
	}
	out := []Block{Blank{}, Section{Text: "Events", Count: len(q.Events)}}
	for _, id := range q.Events {
		if e := x.Event(id); e != nil {
			out = append(out, later(briefing.KindEvent, id, func() Entry { return EventRow(x, e) }))
		}
	}
	return out
}

// Claim returns the page of a claim: what follows from the positions on it, and
// the positions with the words that they rest on.
func Claim(x *briefing.Index, c *briefing.Claim, q *briefing.Question) []Block {
	out := head(x, briefing.KindClaim, c.ID, []Span{{Text: c.Text, Role: Strong}})
	before := len(out)
	claimFacts(func(b Block) { out = append(out, b) }, x, c)
	if len(out) > before {
		out = append(out, Blank{})
	}
	stands := x.StandsBySide(c.ID)
	out = append(out, Section{Text: "Positions", Count: len(stands)})
	if len(stands) == 0 {
		out = append(out, Prose{Spans: []Span{{Text: "Nobody takes a position on it.", Role: Muted}}})
	}
	for _, s := range stands {
		out = append(out, later(briefing.KindPosition, s.ID, func() Entry { return quotedPosition(x, s) }))
	}
	out = appendFindings(append(out, Blank{}, Section{Text: "Findings", Note: "computed"}), x, c)
	out = append(out, Blank{}, Section{Text: "Answers"}, QuestionRow(x, q))
	return append(out, mentions(x, c.ID)...)
}

func claimFacts(put sink, x *briefing.Index, c *briefing.Claim) {
	eachFact(put, x, briefing.KindClaim, c.ID, func(f *file.Fact) bool { return f.Key == "text" })
}

// appendFindings appends the computed facts about a claim.
func appendFindings(out []Block, x *briefing.Index, c *briefing.Claim) []Block {
	f := x.Findings(c.ID)
	out = append(out, Fact{"Support", plain(Support(f))})
	if len(f.Origins) > 0 {
		out = append(out, Fact{"Origins", joined(briefing.Map(f.Origins, func(id string) Span {
			ref, _ := x.Lookup(id)
			return Span{Text: Name(x, ref), Role: Linked, To: Target{Ref: ref}}
		}))})
	}
	for _, flag := range f.Flags {
		value := []Span{flagSpan(flag), {Text: ": " + briefing.Flags.Label(flag)}}
		if flag == briefing.SilentParty {
			named, more := briefing.SomeSilent(f.Silent)
			silent := briefing.Map(named, func(id string) Span { return link(briefing.KindActor, id, ActorName(x, id)) })
			value = append(append(value, Span{Text: ": "}), joined(silent)...)
			if more != "" {
				value = append(value, Span{Text: " " + more})
			}
		}
		out = append(out, Fact{"Flag", value})
	}
	return out
}

// Support counts what supports a claim: "4 voices, 2 origins, 1 publication".
func Support(f briefing.Findings) string {
	if f.Voices == 0 {
		return "no voice affirms or reports it"
	}
	return briefing.Counted(f.Voices, "voice", "voices") + ", " + briefing.Counted(len(f.Origins), "origin", "origins") +
		", " + briefing.Counted(f.Publications, "publication", "publications")
}

// ClaimRow returns a row that leads to a claim: its sentence and what supports
// it.
func ClaimRow(x *briefing.Index, c *briefing.Claim) Entry {
	f := x.Findings(c.ID)
	under := []Span{{Text: Support(f), Role: Computed}}
	for _, flag := range f.Flags {
		under = append(under, Span{Text: ", ", Role: Muted}, flagSpan(flag))
	}
	return Entry{Body: marked(x, briefing.KindClaim, c.ID, []Span{{Text: c.Text, Role: Strong}}), Under: [][]Span{under}, To: To(briefing.KindClaim, c.ID)}
}

// labelledClaim returns a row that leads to a claim, for use among facts and
// positions. The sentence does not begin the line.
func labelledClaim(x *briefing.Index, c *briefing.Claim) Entry {
	row := ClaimRow(x, c)
	row.Body = append([]Span{{Text: "Claim: ", Role: Label}}, row.Body...)
	return row
}

// answers says which question something answers.
func answers(x *briefing.Index, q *briefing.Question) Fact {
	return Fact{"Answers", marked(x, briefing.KindQuestion, q.ID, []Span{link(briefing.KindQuestion, q.ID, q.Text)})}
}

// flagSpan returns a flag. It is a term and does not break at its hyphen.
func flagSpan(flag briefing.Flag) Span { return Span{Text: string(flag), Role: Caution, Whole: true} }

// QuestionRow returns a row that leads to a question.
func QuestionRow(x *briefing.Index, q *briefing.Question) Entry {
	body := []Span{{Text: q.Text}}
	if x.Contested(q) {
		body = append(body, atEdge("contested", Caution))
	}
	body = append(body, atEdge(briefing.Counted(len(q.Claims), "claim", "claims"), Muted))
	return Entry{Body: marked(x, briefing.KindQuestion, q.ID, body), Indent: Hang, To: To(briefing.KindQuestion, q.ID)}
}

// StanceSpan returns the sign of a stance.
func StanceSpan(s briefing.Stance) Span {
	role := Sign
	switch s {
	case briefing.Affirms:
		role = ForSign
	case briefing.Denies:
		role = AgainstSign
	case briefing.Questions:
		role = Caution
	}
	return Span{Text: s.Sign(), Role: role}
}

// QuestionHeading returns the heading of a question's claims in a list. It
// leads to the question.
func QuestionHeading(x *briefing.Index, q *briefing.Question) Entry {
	body := []Span{{Text: q.Text, Role: Heading}}
	if x.Contested(q) {
		body = append(body, atEdge("contested", Caution))
	}
	row := Entry{Body: marked(x, briefing.KindQuestion, q.ID, body), To: To(briefing.KindQuestion, q.ID), Head: true}
	if s := x.Spread(q); s != nil {
		row.Under = [][]Span{{ownMuted(s.Words())}}
	}
	return row
}

// maxInRow limits how many positions a row names. The page has all of them.
const maxInRow = 200

// ClaimListRow returns a row that leads to a claim in a list: the sentence, a
// line for each stance with those who take it, and what supports the claim.
func ClaimListRow(x *briefing.Index, c *briefing.Claim) Entry {
	row := Entry{Body: marked(x, briefing.KindClaim, c.ID, plain(c.Text)), Indent: claimInset, To: To(briefing.KindClaim, c.ID)}
	sides := x.StandsBySide(c.ID)
	for len(sides) > 0 {
		stance, n := sides[0].Position.Stance, 1
		for n < len(sides) && sides[n].Position.Stance == stance {
			n++
		}
		row.Under = append(row.Under, append([]Span{StanceSpan(stance), ownMuted(NoBreak + stanceWords[stance] + NoBreak)}, holders(x, sides[:n])...))
		sides = sides[n:]
	}
	if len(row.Under) == 0 {
		row.Under = [][]Span{{ownMuted("nobody takes a position on it")}}
	} else {
		row.Under[0] = append(row.Under[0], carriedBy(x.Findings(c.ID))...)
	}
	return row
}

// holders returns the names of the holders of positions, at most [maxInRow].
func holders(x *briefing.Index, stands []briefing.Stand) []Span {
	names := joined(briefing.Map(stands[:min(len(stands), maxInRow)], func(s briefing.Stand) Span {
		return Span{Text: Marking(x, s.Ref()) + x.ActorName(s.Position.Holder), Whole: true}
	}))
	if more := len(stands) - maxInRow; more > 0 {
		names = append(names, Span{Text: " and " + strconv.Itoa(more) + " more", Role: Muted})
	}
	return names
}

// stanceWords are the stances before the names of their holders. They are
// padded to one width, so that the names begin in one column.
var stanceWords = func() map[briefing.Stance]string {
	most := 0
	for _, t := range briefing.Stances {
		most = max(most, len(t.Label))
	}
	out := map[briefing.Stance]string{}
	for _, t := range briefing.Stances {
		out[t.Value] = t.Label + strings.Repeat(NoBreak, most-len(t.Label))
	}
	return out
}()

// carriedBy counts what supports a claim, at the right edge of its row. It
// returns nothing if nobody supports it.
func carriedBy(f briefing.Findings) []Span {
	if f.Voices == 0 {
		return nil
	}
	text := briefing.Counted(f.Voices, "voice", "voices") + ", " + briefing.Counted(len(f.Origins), "origin", "origins")
	return []Span{atEdge(text, Computed)}
}
