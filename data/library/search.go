package library

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
	"sitrep/briefing/sentence"
)

// Hit is an item of a briefing in the library that a query finds.
type Hit struct {
	search.Hit // Ref.Kind is KindNone for the briefing itself
	ItemName   string
	Marking    string // before the name

	File  string
	Title string // of the briefing
	AsOf  string
	TLP   briefing.TLP // the highest in the briefing
}

// Query is an expression of the filter language for a library. A word is a whole
// word, or the beginning of one if an asterisk follows it. An item is found if
// it matches all terms itself; a position also matches what its claim and question match.
type Query struct {
	has, hasNot []match
	periods     []periods
	looked      []looked // in the texts of what the index finds
	words       []fold.Words
	inherits    bool   // what claims and questions match counts for positions
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
	for _, c := range conditions {
		q.inherits = q.inherits || c.Words == ""
	}
	for i, c := range conditions {
		last := typing && i == len(conditions)-1
		var m match
		switch {
		case c.Words != "" && last && q.inherits && utf8.RuneCountInString(c.Words) < shortest:
			// Nearly everything has words that begin so.
		case c.Words != "":
			m = match{wordsTable, q.matchWords(c, c.Prefix || last)}
		case len(c.Periods) > 0 || len(c.Facets)+len(c.Prefixes) == 0:
			q.periods = append(q.periods, periods{c.Periods, c.Negated})
		default:
			m = match{facetsTable, matchFacets(c)}
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
	return q
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

func matchFacets(c query.Condition) string {
	var either []string
	for _, f := range c.Facets {
		either = append(either, strings.TrimSpace(string(appendFacet(nil, f))))
	}
	for _, f := range c.Prefixes {
		either = append(either, strings.TrimSpace(string(appendFacet(nil, f)))+" *")
	}
	return "(" + strings.Join(either, " OR ") + ")"
}

// Search calls yield with the hits of a query, those in the newest briefing first,
// until it returns false.
func (l *Library) Search(ctx context.Context, q *Query, yield func(*Hit) bool) error {
	if q.Empty() {
		return nil
	}
	few, err := l.fewFacets(ctx, q)
	if err != nil {
		return err
	}
	s := &scan{query: q, yield: yield, below: math.MaxInt64, few: few}
	if q.typed != nil {
		s.budget = typedBudget
		if err := s.run(ctx, l, slices.Delete(slices.Clone(q.has), q.typed.term, q.typed.term+1)); !errors.Is(err, errBudget) {
			return enough(err)
		}
		s.budget = 0
	}
	return enough(s.run(ctx, l, q.has))
}

// How many bytes of text are looked through for the beginning of a word before FTS5
// is asked for all that begins so, and how many more with each hit: where hits are
// many, looking through the text takes less time.
const (
	typedBudget = 1 << 20
	hitBudget   = 32 << 10
)

// maxFew is how many items with the facets of a query are looked up one by one among
// those with its words. More are collected.
const maxFew = 400

// fewFacets reports whether a query asks for words and for facets that few items have.
func (l *Library) fewFacets(ctx context.Context, q *Query) (bool, error) {
	facets, others := driver(q.has, true)
	if len(others) == 0 {
		return false, nil
	}
	n := 0
	err := l.each(ctx, func(scan func(...any) error) error { return scan(&n) },
		"SELECT count(*) FROM (SELECT 1 FROM facets WHERE facets MATCH ? LIMIT ?)", facets.text, maxFew+1)
	return n <= maxFew, err
}

// Why a scan ends early.
var (
	errEnough = errors.New("enough hits")
	errBudget = errors.New("too much text")
)

func enough(err error) error {
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// scan goes through the items that FTS5 finds.
type scan struct {
	query  *Query
	yield  func(*Hit) bool
	below  int64 // the id of the last item
	budget int   // how many bytes may be looked at; 0 for any
	few    bool  // few items have the facets
	texts  texts
}

func (s *scan) run(ctx context.Context, l *Library, has []match) error {
	statement, args := s.query.statement(has, s.few, s.below)
	return l.each(ctx, func(scan func(...any) error) error {
		var at place
		var packed []byte
		var above, tlp string
		h := &Hit{}
		if err := scan(&s.below, &h.Ref.Kind, &h.Ref.ID, &h.ItemName, &h.Marking, &at.chunk, &at.start, &at.size, &packed, &h.File, &h.Title, &h.AsOf, &tlp, &above); err != nil {
			return err
		}
		stored, err := s.texts.at(at, packed)
		if err != nil {
			return err
		}
		h.Part, h.TLP = partOf(h.Ref.Kind), briefing.TLP(tlp)
		if s.query.holds(stored, above, s.budget > 0) {
			if s.query.fill(h, stored); !s.yield(h) {
				return errEnough
			}
			if s.budget > 0 {
				s.budget += hitBudget
			}
		}
		if s.budget > 0 {
			if s.budget -= len(stored); s.budget <= 0 {
				return errBudget
			}
		}
		return nil
	}, statement, args...)
}

// statement returns the SQL for items that have the matches, with ids below one. What
// is not the first condition has a plus sign, so that SQLite tests it on each id and
// does not look up each id that fits it.
func (q *Query) statement(has []match, few bool, below int64) (text string, args []any) {
	from, id := "item", "item.id"
	var where strings.Builder
	add := func(condition string, values ...any) {
		where.WriteString(" AND " + condition)
		args = append(args, values...)
	}
	driving, others := driver(has, few)
	if driving.text != "" {
		from, id = driving.table+" AS found CROSS JOIN item ON item.id = found.rowid", "found.rowid"
		add(driving.table+" MATCH ?", driving.text)
	}
	add(id+" < ?", below)
	for _, m := range others {
		if few {
			add("EXISTS (SELECT 1 FROM "+m.table+" WHERE "+m.table+" MATCH ? AND rowid = "+id+")", m.text)
		} else {
			add("+"+id+" IN (SELECT rowid FROM "+m.table+" WHERE "+m.table+" MATCH ?)", m.text)
		}
	}
	for _, m := range byTable(q.hasNot, " OR ") {
		add("+"+id+" NOT IN (SELECT rowid FROM "+m.table+" WHERE "+m.table+" MATCH ?)", m.text)
	}
	for _, p := range q.periods {
		var spans []string
		var values []any
		for _, span := range p.any {
			spans = append(spans, "first <= ? AND last >= ?")
			values = append(values, span.Last, span.First)
		}
		not := ""
		if p.negated {
			not = "NOT "
		}
		add(not+"EXISTS (SELECT 1 FROM period WHERE item = "+id+" AND ("+cmp.Or(strings.Join(spans, " OR "), "0")+"))", values...)
	}
	above := "''"
	if q.inherits && len(q.looked) > 0 {
		above = "coalesce((SELECT group_concat(up.name, '" + fieldEnd + "') FROM position AS p JOIN item AS up ON up.id IN (p.claim, p.question) WHERE p.item = item.id), '')"
	}
	return "SELECT item.id, item.kind, item.ref, item.name, item.marking, item.chunk, item.start, item.size, chunk.text, file.name, file.title, file.as_of, file.tlp, " + above +
		" FROM " + from + " JOIN chunk ON chunk.id = item.chunk CROSS JOIN file ON file.id = " + fileID("item.id") +
		" WHERE 1" + where.String() + " ORDER BY " + id + " DESC", args
}

// driver returns the matches in one table as one, by which items are found in their
// order, and those of the other table, which the items are then compared with. few
// says that the facets find few.
func driver(has []match, few bool) (driving match, others []match) {
	all := byTable(has, " AND ")
	if len(all) == 0 {
		return match{}, nil
	}
	if few {
		slices.Reverse(all)
	}
	return all[0], all[1:]
}

// byTable returns the matches in each table as one.
func byTable(list []match, operator string) []match {
	var out []match
	for _, table := range []string{wordsTable, facetsTable} {
		var all []string
		for _, m := range list {
			if m.table == table {
				all = append(all, m.text)
			}
		}
		if len(all) > 0 {
			out = append(out, match{table, strings.Join(all, operator)})
		}
	}
	return out
}

// holds reports whether what the index cannot decide is so. above is the text of
// the claim and question of a position; typing says that what is being typed has not
// been looked for in the index.
func (q *Query) holds(stored, above string, typing bool) bool {
	if typing {
		if _, _, ok := find(stored, q.typed.words); !ok {
			return false
		}
	}
	for _, term := range q.looked {
		_, _, ok := find(stored, term.words)
		if !ok {
			_, ok = term.words.First(above)
		}
		if ok == term.negated {
			return false
		}
	}
	return true
}

// find returns the first field of a stored text that holds words, and where.
func find(stored string, w fold.Words) (f storedField, at fold.Range, ok bool) {
	fieldsIn(stored, func(candidate storedField) bool {
		if at, ok = w.First(candidate.text); ok {
			f = candidate
		}
		return !ok
	})
	return f, at, ok
}

// fill sets the words of a hit: the sentence around the first words that were
// looked for, or else the name of the item.
func (q *Query) fill(h *Hit, stored string) {
	for _, w := range q.words {
		if f, at, ok := find(stored, w); ok {
			start, end := sentence.For("").Around(f.text, at.Start)
			h.Field, h.Passage, h.Offset = f.name, f.passage, at.Start
			h.Text, h.Start, h.End = search.Excerpt(f.text, fold.Range{Start: start, End: end}, at)
			return
		}
		if at, ok := w.First(h.ItemName); ok {
			h.Text, h.Start, h.End = search.Excerpt(h.ItemName, fold.Range{End: len(h.ItemName)}, at)
			return
		}
	}
	h.Text, _, _ = search.Excerpt(h.ItemName, fold.Range{End: len(h.ItemName)}, fold.Range{})
}

// partOf returns the part of a briefing in which items of a kind are listed.
func partOf(kind briefing.Kind) briefing.Part {
	switch kind {
	case briefing.KindEvent:
		return briefing.PartTimeline
	case briefing.KindActor:
		return briefing.PartActors
	case briefing.KindQuestion, briefing.KindClaim, briefing.KindPosition:
		return briefing.PartClaims
	case briefing.KindSource:
		return briefing.PartSources
	}
	return briefing.PartBrief
}
