package library

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/briefing/fold"
	"sitrep/briefing/query"
)

// Query is an expression of the filter language for a library. A word is a whole
// word, or the beginning of one if an asterisk follows it. An item is found if
// it matches all terms itself; a position also matches what its claim and question match.
type Query struct {
	has, hasNot []match
	periods     []periods
	looked      []looked // in the texts of what the index finds
	words       []fold.Words
	inherits    bool   // what claims and questions match counts for positions
	positions   bool   // only positions fit, and words are looked for
	typed       *typed // nil if nothing is being typed
	nothing     bool   // words without a letter or digit are looked for
}

// match is an expression of FTS5 for one of its tables.
type match struct{ table, text string }

// The tables of FTS5.
const (
	wordsTable  = "words"
	facetsTable = "facets"
)

// typed is the beginning of a word, as long as it is being typed. FTS5 collects all
// that begins so before it returns the first, which takes long for what is common.
// So the newest items are looked through first.
type typed struct {
	words fold.Words
	term  int // of Query.has
}

// periods are times one of which an item has to have, or must not have.
type periods struct {
	any     []query.Period
	negated bool
}

// looked is a term that the index alone cannot decide.
type looked struct {
	words   fold.Words
	negated bool
}

// Parse parses an expression. The last word is the beginning of a word if it is
// still being typed. The error is a [*query.Error].
func Parse(expr string, typing bool) (*Query, error) {
	parsed, err := query.Parse(expr)
	if err != nil {
		return nil, err
	}
	if err := parsed.NoNotebook("a library has one for each briefing"); err != nil {
		return nil, err
	}
	conditions, dates := parsed.Conditions(), 0
	for _, c := range conditions {
		dates += len(c.Periods)
	}
	if dates > maxDates {
		return nil, &query.Error{End: len(expr), Problem: fmt.Sprintf("%d dates are too many for a library", dates), Hint: fmt.Sprintf("give at most %d, or a time with since: and until:", maxDates)}
	}
	return newQuery(conditions, typing && !strings.HasSuffix(expr, " ")), nil
}

// maxDates is how many dates may be asked for: SQLite takes expressions of a depth up to
// 1,000.
const maxDates = 500

// Empty reports whether the query finds nothing, because nothing is asked for or
// words without a letter or digit are.
func (q *Query) Empty() bool {
	return q.nothing || len(q.has)+len(q.hasNot)+len(q.periods)+len(q.looked) == 0
}

// shortest is how many letters of a word have to be typed after a filter until they
// are looked for.
const shortest = 3

func newQuery(conditions []query.Condition, typing bool) *Query {
	q := &Query{}
	words, stance := false, false
	for _, c := range conditions {
		q.inherits = q.inherits || c.Words == ""
		words = words || c.Words != "" && !c.Negated
		stance = stance || !c.Negated && onlyOf(withPositions[:1], c)
	}
	q.positions = words && stance
	for i, c := range conditions {
		q.add(c, typing && i == len(conditions)-1)
	}
	return q
}

// add adds a condition; last says that it is being typed.
func (q *Query) add(c query.Condition, last bool) {
	var m match
	switch {
	case c.Words != "" && last && q.inherits && utf8.RuneCountInString(c.Words) < shortest:
		// Nearly everything has words that begin so.
	case c.Words != "":
		m = match{wordsTable, q.matchWords(c, c.Prefix || last)}
	case len(c.Periods) > 0 || len(c.Facets)+len(c.Prefixes) == 0:
		q.periods = append(q.periods, periods{c.Periods, c.Negated})
	default:
		m = q.matchFacets(c)
	}
	switch {
	case m.text == "":
	case c.Negated:
		q.hasNot = append(q.hasNot, m)
	default:
		if last && c.Words != "" && !q.inherits {
			q.typed = &typed{q.words[len(q.words)-1], len(q.has)}
		}
		q.has = append(q.has, m)
	}
}

// onlyOf reports whether a condition asks for facets with these names only.
func onlyOf(names []string, c query.Condition) bool {
	return len(c.Facets) > 0 && len(c.Prefixes) == 0 && !slices.ContainsFunc(c.Facets, func(facet string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(facet, name) })
	})
}

// matchWords returns the FTS5 expression for words, and notes what has to be
// looked for in the text besides.
func (q *Query) matchWords(c query.Condition, prefix bool) string {
	w := fold.NewWords(c.Words, prefix)
	if w.Empty() {
		q.nothing = q.nothing || !c.Negated
		return ""
	}
	if !c.Negated {
		q.words = append(q.words, w)
	}
	if w.Capitals() {
		q.looked = append(q.looked, looked{w, c.Negated})
		if c.Negated {
			return ""
		}
	}
	if prefix {
		return phrase(q.columns(), w.Tokens()) + " *"
	}
	return phrase(q.columns(), w.Tokens())
}

// phrase returns the FTS5 expression for words that follow each other in a column.
func phrase(columns string, tokens []string) string {
	return columns + ` : "` + strings.Join(tokens, " ") + `"`
}

// columns returns in which columns words are looked for.
func (q *Query) columns() string {
	if q.inherits {
		return "{own above}"
	}
	return "own"
}

// matchFacets returns the match for facets, in the table where they are found sooner.
func (q *Query) matchFacets(c query.Condition) match {
	if q.positions && !c.Negated && onlyOf(withPositions, c) {
		return match{wordsTable, "above : " + matchTokens(c, notWord)}
	}
	return match{facetsTable, matchTokens(c, "")}
}

// matchTokens returns the FTS5 expression for the facets of a condition, whose tokens
// have a sign before them.
func matchTokens(c query.Condition, sign string) string {
	var either []string
	for _, f := range c.Facets {
		either = append(either, sign+strings.TrimSpace(string(appendFacet(nil, f))))
	}
	for _, f := range c.Prefixes {
		either = append(either, sign+strings.TrimSpace(string(appendFacet(nil, f)))+" *")
	}
	return "(" + strings.Join(either, " OR ") + ")"
}
