// Package query implements the language in which a reader says what to see of a
// briefing: the filter of the screens and the --where of the command line. It
// parses an expression, says what is wrong with it, selects items, and completes
// what is being typed.
//
//	actor:nato stance:denies,questions since:2024-10 -tag:supplies "drone" kursk
//
// An expression is terms separated by spaces. An item has to match all of them. A
// term is a name with values, one of which has to match; a name alone
// (contested); or a word or a phrase in quotes, which occurs in the item's
// text, compared as package fold does and wherever package search finds it. A
// hyphen before a term negates it. Values with spaces or commas need
// quotes, inside which \" and \\ are a quotation mark and a backslash.
//
// How a term matches an item:
//
//   - All terms are tested on the same position: "actor:nato stance:denies"
//     keeps what NATO denies, not what NATO says while somebody else denies it.
//     A position also matches what its claim and question match, words
//     included. A claim is kept if one of its positions is, and a question if
//     one of its claims is. Without any below them, they are tested themselves.
//   - An event, a judgment, a gap and the bottom line are tested themselves.
//     Like positions, they match a term on actors through those who take part, hold
//     them or are referred to in them, and a term on sources through those that
//     they cite.
//   - An actor and a source are tested on the terms that apply to them
//     (see the table). All other terms are tested, together, on something that
//     the actor says, takes part in or is named in, or that cites the source:
//     "stance:denies" keeps the actors who deny something, and the sources that
//     a denial is quoted from.
//   - A term that does not apply keeps nothing: no event has a stance. Negated,
//     it keeps everything.
//
// The names (a or s: the term is tested on actors or sources themselves):
//
//	id               of an item, or its id in another system, with or without the
//	                 name of the system before it: doi:10.1000/182
//	actor        a   id, name or other name: the actor, and who is part of it
//	kind         a s of an actor or of a source
//	country      a   of an actor or an event: ISO 3166-1 alpha-2
//	via              id or name of the actor through whom a position is known
//	citing           id or name of an actor or source named as a basis
//	source         s id, title or publisher: the source, and its copies
//	reliability    s of a source: A to F; <C is A and B, the letters before C
//	status         s of an event, a question or a source
//	since, until   s a date: happened, was said, came out then or later, or
//	date           s earlier, or about then, as far as its date can tell
//	stance           of a position; so are hedge, quotation and credibility
//	credibility      1 to 6; <3 is 1 and 2
//	certainty        of an event
//	tag              of any item
//	flag             of a claim, computed
//	contested        without a value: of a question, computed, and of judgments on it
//	quote          s exact, ambiguous, missing or unchecked: of something cited
//	likelihood       of a judgment; so is confidence
//	unread       a s without a value, like changed, marked and noted: of any item, by
//	                 what the user keeps beside the briefing
//
// A tag or an id may end in an asterisk, which stands for any rest: tag:circl:*. So may
// a word without quotes, where words are found whole, as in an index of many
// briefings. In a briefing, where they are found inside words, "drone*" finds what
// "drone" finds. An actor or a source that matches a negated term itself is not kept.
//
// F and 6 mean that nothing can be judged, so they are neither better nor worse
// than anything, and only "reliability:F" keeps F. A date matches if the item's
// could lie there: an event of "2024" matches since:2024-10. An item without a date
// matches none of the three. The package does not rank items, and it never changes
// a briefing.
package query

// Query is a parsed expression. The zero Query keeps everything.
type Query struct{ terms []term }

// Empty reports whether the query has no terms.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Error describes why an expression is not valid.
type Error struct {
	Offset, End int    // the bytes of the expression that are wrong
	Problem     string // safe to show for any expression
	Hint        string // what to do; may be empty
}

// Error returns the problem without the hint.
func (e *Error) Error() string { return e.Problem }
