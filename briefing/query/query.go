// Package query is the language in which a reader says what to see of a
// briefing: the filter of the screens and the --where of the command line. It
// reads an expression, says what is wrong with it, selects items, and offers
// ways to go on typing.
//
//	actor:nato stance:denies,questions since:2024-10 -tag:supplies "drone" kursk
//
// An expression is terms with spaces between; an item has to fit all of them. A
// term is a name with values, of which one has to fit; a name alone
// (contested); or a word or a phrase in quotes, which stands in the item's
// text, compared as package fold does and wherever package search finds it. A
// hyphen before a term turns it round. Values with spaces or commas stand in
// quotes; \" and \\ are a quotation mark and a backslash there.
//
// How a term fits an item:
//
//   - All terms are asked of the same position: "actor:nato stance:denies"
//     keeps what NATO denies, not what NATO says where somebody else denies.
//     A position counts as what its claim and question are, too, their words
//     included. A claim is kept if one of its positions is, and a question if
//     one of its claims is; those with nothing below are asked themselves.
//   - An event, a judgment, a gap and the bottom line are asked themselves.
//     Like positions they fit a term on actors through those who take part, hold
//     them or are referred to in them, and a term on sources through those that
//     they cite.
//   - An actor and a source are asked themselves what can be asked of them
//     (see the table). All other terms are asked, together, of something that
//     the actor says, takes part in or is named in, or that cites the source:
//     "stance:denies" keeps the actors who deny something, and the sources that
//     a denial is quoted from.
//   - A term that cannot be asked keeps nothing: no event has a stance. Turned
//     round it keeps everything, as nothing about it speaks against.
//
// The names (an a or s says that actors or sources answer for themselves):
//
//	actor        a   id, name or other name: the actor, and who is part of it
//	kind         a s of an actor or of a source
//	country      a   of an actor: ISO 3166-1 alpha-2
//	via              id or name of the actor through whom a position is known
//	citing           id or name of an actor or source named as a basis
//	source         s id, title or publisher: the source, and its copies
//	reliability    s of a source: A to F; <C is A and B, the letters before C
//	status         s of an event, a question or a source
//	since, until   s a date: happened, was said, came out then or later, or
//	date           s earlier, or about then, as far as its date can tell
//	stance           of a position; so are hedge, quotation and credibility
//	credibility      1 to 6; <3 is 1 and 2
//	certainty, tag   of an event
//	flag             of a claim, worked out
//	contested        alone: of a question, worked out, and of judgments on it
//	quote          s exact, ambiguous, missing or unchecked: of something cited
//	likelihood       of a judgment; so is confidence
//
// F and 6 say that nothing can be judged, so they are neither better nor worse
// than anything, and only "reliability:F" keeps F. A date fits when the item's
// could lie there: an event of "2024" fits since:2024-10. An item without a date
// fits none of the three. It does not rank, and it never changes a briefing.
package query

// Query is an expression that has been understood. The zero Query keeps
// everything.
type Query struct{ terms []term }

// Empty reports whether there are no terms.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Error says why an expression is not understood.
type Error struct {
	Offset, End int    // the bytes of the expression that it is about
	Problem     string // clean, whatever the expression holds
	Hint        string // what to do; empty where there is nothing to say
}

// Error is the problem without the hint.
func (e *Error) Error() string { return e.Problem }
