package tui

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

// finder is a search: in the list of a section, item by item, or in an open
// page, a folder or the brief, row by row.
type finder struct {
	searcher *search.Searcher // of what is shown; nil until the first search
	query    string
	items    []briefing.Ref // that hold the words, in the order of the list
	rows     []int          // of the column in focus
	in       column.Column  // that they were looked for in
	typing   bool           // the prompt is open
	field    dialog.Field
	origin   place // where the prompt was opened
	typed    *search.Typed
	behind   behind
	waits    bool // for the text to be folded
}

// searchable is a column that can be searched row by row.
type searchable interface {
	Find(q fold.Query) []int
	Rows(hit func(to page.Target, text string) bool) []int
	Read() (more bool)
	Row() int
	GoToText(row int, find func(text string) int)
}

// startSearch opens the prompt, or in the list of a folder the search over all
// briefings in it.
func (a *App) startSearch() {
	if a.inLibrary() {
		a.searchFolder("")
		return
	}
	a.find.typing = true
	a.find.field = dialog.NewField("")
	a.find.origin = a.place()
	a.searcher() // prepareBehind makes it ready
}

// searchKey types into the prompt, searching as it goes.
func (a *App) searchKey(msg tea.KeyPressMsg) tea.Cmd {
	f := &a.find
	switch msg.String() {
	case "enter":
		f.typing = false
		if f.waits {
			f.waits = false
			a.lookFor(f.query)
			a.nearestHit()
		}
		switch n := f.count(); {
		case f.query == "":
			a.endSearch()
		case n == 0:
			a.say("nothing found for " + strconv.Quote(f.query))
		default:
			a.say(f.place(min(f.from(a, 0), n-1)))
		}
	case "esc":
		f.typing = false
		a.goTo(f.origin)
		a.endSearch()
	case "tab":
		a.searchEverywhere()
	case "down", "ctrl+n":
		a.nextHit(+1)
	case "up", "ctrl+p":
		a.nextHit(-1)
	default:
		if f.field.Key(msg) {
			a.search(f.field.Text())
		}
	}
	return nil
}

// search looks for a query from where the prompt was opened, and goes to the
// first hit there or behind.
func (a *App) search(query string) {
	f := &a.find
	a.goTo(f.origin)
	if f.waits = len(a.here().trail) == 0 && !a.searcher().Prepared(); f.waits {
		f.query, f.items, f.rows, f.in = query, nil, nil, nil
		return
	}
	a.lookFor(query)
	a.nearestHit()
}

// lookFor finds the hits of a query in the focused column and has them shown
// wherever they stand.
func (a *App) lookFor(query string) {
	f := &a.find
	f.query, f.items, f.rows, f.in = query, nil, nil, a.here().focused()
	found := fold.NewQuery(query)
	a.look.theme.Found = found
	if found.Empty() {
		return
	}
	if c, ok := a.here().focused().(searchable); ok && a.byRow() {
		if len(a.here().trail) > 0 {
			f.rows = c.Find(found)
		} else {
			f.rows = c.Rows(a.inBrief(found))
		}
		return
	}
	for _, ref := range a.typedIn(a.part()).Find(query).Refs() {
		ref = a.listed(ref)
		if n := len(f.items); a.shown(ref) && (n == 0 || f.items[n-1] != ref) {
			f.items = append(f.items, ref)
		}
	}
}

// byRow reports whether the column in focus is searched row by row: it is a
// page, or a list that is more than the items of its section.
func (a *App) byRow() bool {
	return len(a.here().trail) > 0 || a.part() == briefing.PartBrief
}

// inBrief tells which rows of the brief hold the words of a query, be it in
// what does not stand in the row of a judgment or a gap.
func (a *App) inBrief(found fold.Query) func(page.Target, string) bool {
	refs := map[briefing.Ref]bool{}
	for _, ref := range a.searcher().Find(a.find.query, briefing.PartBrief).Refs() {
		refs[ref] = true
	}
	return func(to page.Target, text string) bool { return found.In(text) || refs[to.Ref] }
}

func (a *App) searcher() *search.Searcher {
	if a.find.searcher == nil || a.find.searcher.Index() != a.index {
		a.find.searcher = search.New(a.index)
	}
	return a.find.searcher
}

// typedIn is the search that follows what is typed.
func (a *App) typedIn(scope briefing.Part) *search.Typed {
	s := a.searcher()
	if t := a.find.typed; t == nil || t.Searcher() != s || t.Scope() != scope {
		a.find.typed = s.Typed(scope)
	}
	return a.find.typed
}

// listed is the item that stands for another in the lists: a claim for the
// positions on it.
func (a *App) listed(r briefing.Ref) briefing.Ref {
	if r.Kind != briefing.KindPosition {
		return r
	}
	s, _ := a.index.Stand(r.ID)
	return briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID}
}

// place is the number of a hit among all of the query, in words.
func (f *finder) place(n int) string {
	return strconv.Quote(f.query) + " " + strconv.Itoa(n+1) + "/" + strconv.Itoa(f.count())
}

func (f *finder) count() int { return max(len(f.items), len(f.rows)) }

// nearestHit goes to the first hit at the cursor or behind it.
func (a *App) nearestHit() {
	f := &a.find
	if f.count() > 0 {
		a.goToHit(f.from(a, 0) % f.count())
	}
}

// from is the number of the first hit so many places behind the cursor.
func (f *finder) from(a *App, step int) int {
	if len(f.rows) > 0 {
		row := a.here().focused().(searchable).Row() + step
		n, _ := slices.BinarySearch(f.rows, row)
		return n
	}
	numbers := a.searcher().Numbers()
	here := int(numbers[a.listed(a.here().list.Selected().Ref)]) + step
	n, _ := slices.BinarySearchFunc(f.items, here, func(r briefing.Ref, at int) int { return int(numbers[r]) - at })
	return n
}

// shown reports whether the filter, if one is on, keeps an item.
func (a *App) shown(r briefing.Ref) bool { return a.narrow.on.Empty() || a.narrow.selection.Keep(r) }

// nextHit goes to the next hit (+1) or the previous one (-1), round the end.
func (a *App) nextHit(step int) {
	f := &a.find
	if a.inLibrary() {
		a.listHitsAgain()
		return
	}
	if f.query == "" {
		a.say("nothing has been searched for; " + a.bindings.Of("search") + " searches")
		return
	}
	a.refind()
	if f.count() == 0 {
		a.say("nothing found for " + strconv.Quote(f.query) + " here")
		return
	}
	n := f.from(a, 1)
	if step < 0 {
		n = f.from(a, 0) - 1
	}
	round := (n + f.count()) % f.count()
	a.goToHit(round)
	text := f.place(round)
	if round != n {
		text += ", round the end"
	}
	a.say(text)
}

// refind searches again where the focus is in another column by now, or in one
// whose rows may have changed.
func (a *App) refind() {
	if a.byRow() || a.find.in != a.here().focused() {
		a.lookFor(a.find.query)
	}
}

// goToHit puts the cursor on a hit.
func (a *App) goToHit(n int) {
	f := &a.find
	if len(f.rows) > 0 {
		a.here().focused().(searchable).GoToText(f.rows[n], a.firstFound)
		return
	}
	if !a.here().list.Select(page.Target{Ref: f.items[n]}) {
		a.here().list.Move(column.Top)
	}
}

// firstFound is the byte at which the first hit in a text begins; -1 where there
// is none.
func (a *App) firstFound(text string) int { return a.look.theme.Found.First(text) }

// endSearch forgets the query and shows its hits no longer.
func (a *App) endSearch() {
	a.find.query, a.find.items, a.find.rows, a.find.in = "", nil, nil, nil
	a.find.typed, a.find.waits = nil, false
	a.look.theme.Found = fold.Query{}
}

// searchEverywhere lists the hits in the whole briefing, by section.
func (a *App) searchEverywhere() {
	a.find.typing = false
	typed := a.find.field.Text()
	a.goTo(a.find.origin)
	a.endSearch()
	a.dialogs.Push(dialog.Hits(typed, a.library != nil, func(typed string) (*briefing.Index, *search.Results) {
		if !a.searcher().Prepared() {
			return nil, nil
		}
		return a.index, a.typedIn(search.Everywhere).Find(typed)
	}))
}

// openHit goes to the section of a hit, opens its item and goes to the words.
func (a *App) openHit(msg dialog.HitMsg) {
	a.history.leave(a.place())
	a.at = slices.IndexFunc(a.sectionKinds, func(p sectionKind) bool { return p.part == msg.Hit.Part })
	s := a.here()
	s.trail = nil
	listed := page.Target{Ref: a.listed(msg.Hit.Ref)}
	if !s.list.Select(listed) {
		s.list.Move(column.Top)
	}
	if opened := column.Detail(a.index, page.Target{Ref: msg.Hit.Ref}); opened != nil {
		a.fit(opened)
		s.trail = append(s.trail, openPage{page.Target{Ref: msg.Hit.Ref}, opened})
	}
	a.lookFor(msg.Query)
	a.nearestHit()
	a.goToWords(msg.Hit)
}

// goToWords goes to the words of a hit, where a row of the open page holds all
// of the excerpt that it has.
func (a *App) goToWords(h search.Hit) {
	c, ok := a.here().focused().(searchable)
	if !ok || len(a.find.rows) == 0 {
		return
	}
	words := strings.Trim(h.Text, "…")
	ahead := h.Start - strings.Index(h.Text, words)
	find := func(text string) int {
		if at := strings.Index(text, words); at >= 0 {
			return at + ahead
		}
		return a.firstFound(text)
	}
	for _, row := range c.Rows(func(_ page.Target, text string) bool { return strings.Contains(oneLine.Replace(text), words) }) {
		if _, hit := slices.BinarySearch(a.find.rows, row); hit {
			c.GoToText(row, find)
			return
		}
	}
}

// oneLine makes one line of a text, as an excerpt is.
var oneLine = strings.NewReplacer("\n", " ", "\t", " ")
