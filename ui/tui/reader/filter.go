package reader

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/query"
	"sitrep/ui/tui/dialog"
)

// filtering returns the filter for what is shown of the briefing now.
func (r *Reader) filtering() *query.Filter {
	if s := r.searcher(); r.narrow.of != s {
		r.narrow.filter, r.narrow.of = query.NewFilter(s), s
	}
	return r.narrow.filter
}

// startFilter opens the line in which the filter is typed.
func (r *Reader) startFilter() {
	r.here() // its list belongs to the places
	r.narrow.origin = &filterOrigin{r.narrow.on, r.places()}
	r.resize() // the banner keeps its line during typing
	f := &dialog.Filter{
		Complete: func(expression string, cursor int) []dialog.Completion {
			list := r.narrow.views.Complete(expression, cursor)
			if r.filtering().Prepared() {
				list = append(list, r.filtering().Complete(expression, cursor)...)
			}
			return briefing.Map(list, func(c query.Completion) dialog.Completion {
				return dialog.Completion{Text: c.Text, About: c.Meaning, Start: c.Start, End: c.End}
			})
		},
		Try:  r.tryFilter,
		Past: r.narrow.past,
	}
	expression := r.narrow.on.String()
	if expression != "" {
		expression += " "
	}
	r.Dialogs.Push(f.Prepare(expression))
}

// tryFilter filters the visible list by an expression that is being typed, and
// returns what is left and what is wrong with the expression. A wrong
// expression filters only by its finished part.
func (r *Reader) tryFilter(expression, finished string) (leaves, problem string) {
	if !r.filtering().Prepared() {
		return dialog.GettingReady, ""
	}
	q, err := r.parseFilter(expression)
	if err != nil {
		problem = explainQuery(err)
		if q, err = r.parseFilter(finished); err != nil {
			q = query.Query{}
		}
	}
	r.narrowTo(q)
	if q.Empty() {
		return allShown, problem
	}
	var parts []string
	for _, p := range r.sectionKinds {
		if len(p.kinds) > 0 {
			parts = append(parts, p.name+" "+strconv.Itoa(r.count(p)))
		}
	}
	return "leaves " + strings.Join(parts, ", "), problem
}

// allShown is the message if no filter is on.
const allShown = "everything is shown"

// narrowTo filters the visible section, starting from the place where the line
// was opened. The other sections follow when the line is closed.
func (r *Reader) narrowTo(q query.Query) {
	if q.String() == r.narrow.on.String() {
		return
	}
	r.narrow.on = q
	var here []place
	for _, p := range r.narrow.origin.places {
		if p.section == r.at {
			here = append(here, p)
		}
	}
	r.relist(here)
}

// parseFilter parses an expression. Values that the briefing does not have are
// errors.
func (r *Reader) parseFilter(expression string) (query.Query, error) {
	q, err := r.narrow.views.Parse(expression)
	if err != nil {
		return q, err
	}
	return q, r.filtering().Check(q)
}

// explainQuery returns what is wrong with an expression, and what to do.
func explainQuery(err error) string {
	if e, ok := errors.AsType[*query.Error](err); ok && e.Hint != "" {
		return e.Problem + "; " + e.Hint
	}
	return err.Error()
}

// applyFilter filters the lists by an expression, and keeps it for the next start. An
// empty one shows everything again.
func (r *Reader) applyFilter(expression string) tea.Cmd {
	q, err := r.parseFilter(expression)
	if err != nil {
		r.Say(explainQuery(err))
		r.cancelFilter()
		return nil
	}
	r.setFilter(q)
	if q.Empty() {
		r.Say(allShown)
		return nil
	}
	r.narrow.past = append(slices.DeleteFunc(r.narrow.past, func(s string) bool { return s == q.String() }), q.String())
	if r.notes.book == nil {
		return nil
	}
	folder := r.notes.book.Folder()
	return func() tea.Msg {
		_ = folder.KeepFilter(q.String()) // it is not there at the next start
		return nil
	}
}

// recallFilters puts filters of earlier starts before those of this one.
func (r *Reader) recallFilters(earlier []string) {
	now := r.narrow.past
	r.narrow.past = append(slices.DeleteFunc(earlier, func(s string) bool { return slices.Contains(now, s) }), now...)
}

// cancelFilter restores the filter that was on when the line was opened.
func (r *Reader) cancelFilter() {
	if o := r.narrow.origin; o != nil {
		r.setFilter(o.on)
	}
}

// setFilter filters all lists, at the places where they were when the line was
// opened.
func (r *Reader) setFilter(q query.Query) {
	places := r.places()
	if o := r.narrow.origin; o != nil {
		places = o.places
	}
	r.narrow.origin, r.narrow.on = nil, q
	r.relist(places)
}

// relist makes the lists again after the filter has changed, with their cursors
// at places. Open pages and those beside them stay, since the filter does not
// change them.
func (r *Reader) relist(places []place) {
	listing, at, shown := r.listing(), r.at, r.sections[r.at].made
	for i, s := range r.sections {
		made := r.newSection(listing, s.kind)
		made.trail, made.previews = s.trail, s.previews
		r.sections[i] = made
	}
	r.goToEach(places, at, shown)
	r.resize()
}

// listing returns the index for the lists: all of what is shown, or what the
// filter keeps of it.
func (r *Reader) listing() *briefing.Index {
	if r.narrow.on.Empty() {
		return r.index
	}
	f := r.filtering()
	r.narrow.selection = f.Select(r.narrow.on)
	return r.index.Narrow(r.narrow.selection.Keep, func(of ...briefing.Kind) string { return f.Why(r.narrow.on, of...) })
}

// count returns the number of items in a section that the filter keeps.
func (r *Reader) count(p sectionKind) int {
	if r.narrow.on.Empty() {
		return p.count(r.index.Briefing)
	}
	return r.narrow.selection.Count(p.kinds...)
}

// savedFilters returns the saved filters for the palette.
func (r *Reader) savedFilters() []dialog.Item {
	return briefing.Map(r.narrow.views, func(v query.View) dialog.Item {
		return dialog.Item{Text: "filter @" + v.Name, Aside: v.Expression, Result: dialog.FilterMsg{Expression: "@" + v.Name}}
	})
}
