package library

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
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

// Search calls yield with the hits of a query, those in the newest briefing first,
// until it returns false. An item that versions of a briefing repeat is a hit in the
// newest of those that the query finds it in, and in none before it. In a library of
// named files ([OpenFiles]) each version counts.
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
			return s.end(err)
		}
		s.budget = 0
	}
	return s.end(s.run(ctx, l, q.has))
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

// end yields what still waits after a scan that has returned err.
func (s *scan) end(err error) error {
	if err == nil {
		err = s.release()
	}
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
	repeats
}

func (s *scan) run(ctx context.Context, l *Library, has []match) error {
	statement, args := s.query.statement(has, s.few, s.below)
	typing := s.budget > 0
	look := func(c *candidate, r *chunkReader) error {
		it, err := r.item(c.id)
		if err == nil && s.query.holds(it.fields, c.above, typing) {
			c.hit = s.query.hit(&it, &r.file)
		}
		c.size = len(it.fields)
		return err
	}
	return l.eachCandidate(ctx, statement, args, look, s.take)
}

// take takes an item that has been looked at.
func (s *scan) take(c *candidate) error {
	if dayOfItem(c.id) != dayOfItem(s.below) {
		if err := s.release(); err != nil {
			return err
		}
	}
	s.below = c.id
	switch {
	case c.hit == nil:
	case c.version.later:
		s.waiting = append(s.waiting, *c)
	default:
		if err := s.show(c); err != nil {
			return err
		}
	}
	if s.budget > 0 {
		if s.budget -= c.size; s.budget <= 0 {
			return errBudget
		}
	}
	return nil
}

// statement returns the SQL for the ids of items that have the matches, and for the
// names of the claim and question of a position if they are looked at. The ids are below one. What
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
		from, id = driving.table+" AS found", "found.rowid"
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
		above = "coalesce((SELECT group_concat(up.name, '" + fieldEnd + "') FROM position AS p JOIN item AS up ON up.id IN (p.claim, p.question) WHERE p.item = " + id + "), '')"
	}
	add("+" + fileID(id) + " NOT IN (SELECT id FROM file WHERE withdrawn <> '')")
	return "SELECT " + id + ", " + above + " FROM " + from + " WHERE 1" + where.String() + " ORDER BY " + id + " DESC", args
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

// hit returns an item as a hit, with the sentence around the first words that were
// looked for, or else the name of the item.
func (q *Query) hit(it *storedItem, file *shownFile) *Hit {
	h := &Hit{ItemName: it.name, Marking: it.marking, File: file.name, Title: file.title, AsOf: file.asOf, TLP: briefing.TLP(file.tlp)}
	h.Ref, h.Part = it.ref, briefing.PartOf(it.ref.Kind)
	for _, w := range q.words {
		if f, at, ok := find(it.fields, w); ok {
			start, end := sentence.For("").Around(f.text, at.Start)
			h.Field, h.Passage, h.Offset = f.name, f.passage, at.Start
			h.Text, h.Start, h.End = search.Excerpt(f.text, fold.Range{Start: start, End: end}, at)
			return h
		}
		if at, ok := w.First(h.ItemName); ok {
			h.Text, h.Start, h.End = search.Excerpt(h.ItemName, fold.Range{End: len(h.ItemName)}, at)
			return h
		}
	}
	h.Text, _, _ = search.Excerpt(h.ItemName, fold.Range{End: len(h.ItemName)}, fold.Range{})
	return h
}
