package draft

import (
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/briefing/quote"
	"sitrep/data"
)

// builtIn returns the built-in briefing, and one that has nothing but its article.
func builtIn(t *testing.T) (whole, article *briefing.Briefing) {
	t.Helper()
	doc, err := file.Parse(data.Briefing, "briefing.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	whole = doc.Briefing
	return whole, &briefing.Briefing{ID: "article", Title: "Article", AsOf: whole.AsOf, Language: whole.Language, Sources: whole.Sources[:1]}
}

// held is a position with the words that it rests on.
type held struct {
	holder   string // the last word of the name in small letters: "singh"
	stance   briefing.Stance
	said     string
	evidence []quote.Stretch
	claim    string
}

func positionsOf(b *briefing.Briefing, text string) (out []held) {
	q := (&quote.Texts{}).Of("", text)
	names := map[string]string{}
	for i := range b.Actors {
		names[b.Actors[i].ID] = strings.ToLower(surname(b.Actors[i].Name))
	}
	for i := range b.Questions {
		for _, c := range b.Questions[i].Claims {
			for _, p := range c.Positions {
				out = append(out, held{names[p.Holder], p.Stance, p.Said.String(), stretches(q, p.Evidence), c.Text})
			}
		}
	}
	return out
}

func stretches(q *quote.Text, list []briefing.Evidence) (out []quote.Stretch) {
	for i := range list {
		out = append(out, q.Anchor(list[i].Words()).Stretches...)
	}
	return out
}

// shared returns how many bytes two lists of stretches have in common.
func shared(a, b []quote.Stretch) (n int) {
	for _, s := range a {
		for _, t := range b {
			n += max(0, min(s.End, t.End)-max(s.Start, t.Start))
		}
	}
	return n
}

// TestBuiltInPositions has the rules find at least half of the positions of the
// built-in briefing in its article, and none with a wrong holder. A proposal finds a
// position if both have the same holder and stance, and at least half of the words of
// one rest in the other's: a person splits a proposal into several claims, and takes
// several passages together. The positions in the report's own voice, which no
// attribution can find, count as well. A holder is wrong if positions of the briefing
// rest on the same words, and none of them has that holder.
func TestBuiltInPositions(t *testing.T) {
	whole, article := builtIn(t)
	text := article.Sources[0].Text
	want, got := positionsOf(whole, text), positionsOf(Rules(article), text)
	found := 0
	for _, w := range want {
		if slices.ContainsFunc(got, w.isFoundBy) {
			found++
		} else {
			t.Logf("not found: %s %s: %s", w.holder, w.stance, w.claim)
		}
	}
	for _, g := range got {
		known := slices.ContainsFunc(want, func(w held) bool { return shared(w.evidence, g.evidence) > 0 })
		right := slices.ContainsFunc(want, func(w held) bool { return shared(w.evidence, g.evidence) > 0 && w.holder == g.holder })
		if known && !right {
			t.Errorf("wrong holder %s: %s", g.holder, g.claim)
		}
	}
	t.Logf("%d of %d positions, with %d proposals", found, len(want), len(got))
	if found*2 < len(want) {
		t.Errorf("%d of %d positions are found", found, len(want))
	}
}

// isFoundBy reports whether g says what w says.
func (w held) isFoundBy(g held) bool {
	n := shared(w.evidence, g.evidence)
	return g.holder == w.holder && g.stance == w.stance && n > 0 && (2*n >= length(w.evidence) || 2*n >= length(g.evidence))
}

func length(list []quote.Stretch) (n int) {
	for _, s := range list {
		n += s.End - s.Start
	}
	return n
}

// TestBuiltInEvents has the rules find at least three quarters of the dated events of
// the built-in briefing in its article. An event is dated if the report's expression
// for its date names a day, a week, a month or the like, and is in the article: "soon"
// and "already" are no dates, and "upcoming" was looked up in a calendar. Events that
// consist in what somebody said are found if a position has that date: the rules
// propose no event for them. Others are found if an event rests on some of the same
// words with the same expression, and its date has room for that of the briefing.
func TestBuiltInEvents(t *testing.T) {
	whole, article := builtIn(t)
	text := article.Sources[0].Text
	q := (&quote.Texts{}).Of("", text)
	added := Rules(article)
	positions := positionsOf(added, text)
	dated, found := 0, 0
	for i := range whole.Events {
		w := &whole.Events[i]
		if !namesUnit(w.When.Said) {
			continue
		}
		dated++
		ok := false
		for k := range added.Events {
			g := &added.Events[k]
			ok = ok || shared(stretches(q, w.Evidence), stretches(q, g.Evidence)) > 0 && strings.HasSuffix(w.When.Said, g.When.Said) &&
				g.Status == w.Status && holds(g.When.Date, w.When.Date)
		}
		for _, p := range positions {
			ok = ok || p.said == w.When.Date.String() && shared(stretches(q, w.Evidence), p.evidence) > 0
		}
		if ok {
			found++
		} else {
			t.Logf("not found: %s, %q", w.Title, w.When.Said)
		}
	}
	t.Logf("%d of %d dated events", found, dated)
	if found*4 < dated*3 {
		t.Errorf("%d of %d dated events are found", found, dated)
	}
}

func namesUnit(said string) bool {
	for _, unit := range []string{"day", "week", "month", "year", "June"} {
		if strings.Contains(said, unit) {
			return true
		}
	}
	return false
}

// holds reports whether all days of one date are among those of another.
func holds(wide, narrow edtf.Date) bool {
	a, b, hasA, hasB := wide.Bounds()
	c, d, hasC, hasD := narrow.Bounds()
	return (!hasA || hasC && !c.Before(a)) && (!hasB || hasD && !d.After(b))
}

// TestNothingIsContested checks that claims from different sentences are not said to be
// in dispute with each other.
func TestNothingIsContested(t *testing.T) {
	_, article := builtIn(t)
	added := Rules(article)
	b := *article
	b.Actors, b.Questions = added.Actors, added.Questions
	x := briefing.NewIndex(&b)
	for i := range b.Questions {
		if q := &b.Questions[i]; len(q.Claims) < 2 || x.Contested(q) {
			t.Errorf("%s: %d claims, contested: %t", q.ID, len(q.Claims), x.Contested(q))
		}
	}
}
