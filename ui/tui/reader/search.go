package reader

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
)

func (r *Reader) startSearch() {
	r.find.typing = true
	r.find.field = dialog.NewField("")
	r.find.origin = r.place()
	r.searcher() // prepareBehind prepares it
}

// searchKey types into the prompt and searches for what is typed.
func (r *Reader) searchKey(msg tea.KeyPressMsg) tea.Cmd {
	f := &r.find
	switch msg.String() {
	case "enter":
		f.typing = false
		if f.waits {
			f.waits = false
			r.lookFor(f.query)
			r.nearestHit()
		}
		switch n := f.count(); {
		case f.query == "":
			r.endSearch()
		case n == 0:
			r.Say("nothing found for " + strconv.Quote(f.query))
		default:
			r.Say(f.place(min(f.from(r, 0), n-1)))
		}
	case "esc":
		f.typing = false
		r.goTo(f.origin)
		r.endSearch()
	case "tab":
		r.searchEverywhere()
	case "down", "ctrl+n":
		r.nextHit(+1)
	case "up", "ctrl+p":
		r.nextHit(-1)
	default:
		if f.field.Key(msg) {
			r.search(f.field.Text())
		}
	}
	return nil
}

// search searches for a query from where the prompt was opened, and goes to the
// first hit there or after it.
func (r *Reader) search(query string) {
	f := &r.find
	r.goTo(f.origin)
	if f.waits = len(r.here().trail) == 0 && !r.searcher().Prepared(); f.waits {
		f.query, f.items, f.rows, f.in = query, nil, nil, nil
		return
	}
	r.lookFor(query)
	r.nearestHit()
}

// lookFor finds the hits of a query in the focused column and highlights them
// everywhere.
func (r *Reader) lookFor(query string) {
	f := &r.find
	f.query, f.items, f.rows, f.in = query, nil, nil, r.here().focused()
	found := fold.NewQuery(query)
	r.Theme.Found = found
	if found.Empty() {
		return
	}
	if c, ok := r.here().focused().(searchable); ok && r.byRow() {
		if len(r.here().trail) > 0 {
			f.rows = c.Find(found)
		} else {
			f.rows = c.Rows(r.inBrief(found))
		}
		return
	}
	for _, ref := range r.typedIn(r.part()).Find(query).Refs() {
		ref = r.listed(ref)
		if n := len(f.items); r.keeps(ref) && (n == 0 || f.items[n-1] != ref) {
			f.items = append(f.items, ref)
		}
	}
}

// byRow reports whether the focused column is searched row by row. This is so
// for a page, and for a list that contains more than the items of its section.
func (r *Reader) byRow() bool {
	return len(r.here().trail) > 0 || r.part() == briefing.PartBrief
}

// inBrief returns a function that reports whether a row of the brief matches a
// query. For a judgment or a gap it also searches what its row does not show.
func (r *Reader) inBrief(found fold.Query) func(page.Target, string) bool {
	refs := map[briefing.Ref]bool{}
	for _, ref := range r.searcher().Find(r.find.query, briefing.PartBrief).Refs() {
		refs[ref] = true
	}
	return func(to page.Target, text string) bool { return found.In(text) || refs[to.Ref] }
}

func (r *Reader) searcher() *search.Searcher {
	if r.find.searcher == nil || r.find.searcher.Index() != r.index {
		r.find.searcher = search.New(r.index)
	}
	return r.find.searcher
}

// typedIn returns the search that follows what is typed.
func (r *Reader) typedIn(scope briefing.Part) *search.Typed {
	s := r.searcher()
	if t := r.find.typed; t == nil || t.Searcher() != s || t.Scope() != scope {
		r.find.typed = s.Typed(scope)
	}
	return r.find.typed
}

// listed returns the item that represents another in the lists: a claim for the
// positions on it.
func (r *Reader) listed(ref briefing.Ref) briefing.Ref {
	if ref.Kind != briefing.KindPosition {
		return ref
	}
	s, _ := r.index.Stand(ref.ID)
	return briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID}
}

// place returns in words which of all hits a hit is.
func (f *finder) place(n int) string {
	return strconv.Quote(f.query) + " " + strconv.Itoa(n+1) + "/" + strconv.Itoa(f.count())
}

func (f *finder) count() int { return max(len(f.items), len(f.rows)) }

// nearestHit goes to the first hit at the cursor or after it.
func (r *Reader) nearestHit() {
	f := &r.find
	if f.count() > 0 {
		r.goToHit(f.from(r, 0) % f.count())
	}
}

// from returns the number of the first hit at least step places after the
// cursor.
func (f *finder) from(r *Reader, step int) int {
	if len(f.rows) > 0 {
		row := r.here().focused().(searchable).Row() + step
		n, _ := slices.BinarySearch(f.rows, row)
		return n
	}
	numbers := r.searcher().Numbers()
	here := int(numbers[r.listed(r.here().list.Selected().Ref)]) + step
	n, _ := slices.BinarySearchFunc(f.items, here, func(r briefing.Ref, at int) int { return int(numbers[r]) - at })
	return n
}

// keeps reports whether the filter, if one is on, keeps an item.
func (r *Reader) keeps(ref briefing.Ref) bool {
	return r.narrow.on.Empty() || r.narrow.selection.Keep(ref)
}

// nextHit goes to the next hit (+1) or the previous one (-1), and wraps around
// at the ends.
func (r *Reader) nextHit(step int) {
	f := &r.find
	if f.query == "" {
		r.Say("nothing has been searched for; " + r.Keys.Of("search") + " searches")
		return
	}
	r.refind()
	if f.count() == 0 {
		r.Say("nothing found for " + strconv.Quote(f.query) + " here")
		return
	}
	n := f.from(r, 1)
	if step < 0 {
		n = f.from(r, 0) - 1
	}
	round := (n + f.count()) % f.count()
	r.goToHit(round)
	text := f.place(round)
	if round != n {
		text += ", round the end"
	}
	r.Say(text)
}

// refind searches again if the focus is now in another column, or in one whose
// rows may have changed.
func (r *Reader) refind() {
	if r.byRow() || r.find.in != r.here().focused() {
		r.lookFor(r.find.query)
	}
}

func (r *Reader) goToHit(n int) {
	f := &r.find
	if len(f.rows) > 0 {
		r.here().focused().(searchable).GoToText(f.rows[n], r.firstFound)
		return
	}
	if !r.here().list.Select(page.Target{Ref: f.items[n]}) {
		r.here().list.Move(column.Top)
	}
}

// firstFound returns the byte index of the first hit in a text, or -1.
func (r *Reader) firstFound(text string) int { return r.Theme.Found.First(text) }

// endSearch clears the query and its highlights.
func (r *Reader) endSearch() {
	r.find.query, r.find.items, r.find.rows, r.find.in = "", nil, nil, nil
	r.find.typed, r.find.waits = nil, false
	r.Theme.Found = fold.Query{}
}

// searchEverywhere lists the hits in the whole briefing, by section.
func (r *Reader) searchEverywhere() {
	r.find.typing = false
	typed := r.find.field.Text()
	r.goTo(r.find.origin)
	r.endSearch()
	r.Dialogs.Push(dialog.Hits(typed, r.parent.Searched, func(typed string) (*briefing.Index, *search.Results) {
		if !r.searcher().Prepared() {
			return nil, nil
		}
		return r.index, r.typedIn(search.Everywhere).Find(typed)
	}))
}

// openHit goes to the section of a hit, opens its item and goes to the words.
func (r *Reader) openHit(msg dialog.HitMsg) {
	r.history.leave(r.place())
	r.at = slices.IndexFunc(r.sectionKinds, func(p sectionKind) bool { return p.part == msg.Hit.Part })
	s := r.here()
	s.trail = nil
	listed := page.Target{Ref: r.listed(msg.Hit.Ref)}
	if !s.list.Select(listed) {
		s.list.Move(column.Top)
	}
	if opened := column.Detail(r.index, page.Target{Ref: msg.Hit.Ref}); opened != nil {
		r.fit(opened)
		s.trail = append(s.trail, openPage{page.Target{Ref: msg.Hit.Ref}, opened})
	}
	r.lookFor(msg.Query)
	if !r.goToWords(msg.Hit) {
		r.nearestHit()
	}
}

// goToWords goes to the words of a hit, if a row of the open page contains the
// whole excerpt.
func (r *Reader) goToWords(h search.Hit) bool {
	c, ok := r.here().focused().(searchable)
	if !ok || len(r.find.rows) == 0 {
		return false
	}
	words := strings.Trim(h.Text, "…")
	ahead := h.Start - strings.Index(h.Text, words)
	find := func(text string) int {
		if at := strings.Index(text, words); at >= 0 {
			return at + ahead
		}
		return r.firstFound(text)
	}
	row, first := 0, -1
	c.Rows(func(_ page.Target, text string) bool {
		if _, hit := slices.BinarySearch(r.find.rows, row); hit && first < 0 && strings.Contains(oneLine.Replace(text), words) {
			first = row
		}
		row++
		return false
	})
	if first < 0 {
		return false
	}
	c.GoToText(first, find)
	return true
}

// oneLine joins the lines of a text, as in an excerpt.
var oneLine = strings.NewReplacer("\n", " ", "\t", " ")
