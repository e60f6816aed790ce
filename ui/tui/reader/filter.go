package reader

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/query"
	"sitrep/ui/tui/dialog"
)

// filtering is the filter over what is shown of the briefing now.
func (r *Reader) filtering() *query.Filter {
	if s := r.searcher(); r.narrow.of != s {
		r.narrow.filter, r.narrow.of = query.NewFilter(s), s
	}
	return r.narrow.filter
}

// startFilter opens the line in which the filter is typed.
func (r *Reader) startFilter() {
	r.here() // its list is among the places
	r.narrow.origin = &filterOrigin{r.narrow.on, r.places()}
	r.resize() // the banner keeps its line while one types
	f := &dialog.Filter{
		Complete: func(expression string, cursor int) []dialog.Completion {
			if !r.filtering().Prepared() {
				return nil
			}
			return briefing.Map(r.filtering().Complete(expression, cursor), func(c query.Completion) dialog.Completion {
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

// tryFilter narrows the list that is shown by an expression that is being typed, and
// says what that leaves and what is wrong with it. A wrong one narrows nothing, but
// for the part of it that is finished.
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

// allShown is said where no filter is on.
const allShown = "everything is shown"

// narrowTo narrows the section that is shown, from where it was when the line was
// opened. The others follow when the line is closed.
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

// parseFilter reads an expression; values that the briefing does not have are
// wrong in it.
func (r *Reader) parseFilter(expression string) (query.Query, error) {
	q, err := query.Parse(expression)
	if err != nil {
		return q, err
	}
	return q, r.filtering().Check(q)
}

// explainQuery is what is wrong with an expression, and what to do.
func explainQuery(err error) string {
	if e, ok := errors.AsType[*query.Error](err); ok && e.Hint != "" {
		return e.Problem + "; " + e.Hint
	}
	return err.Error()
}

// applyFilter narrows the lists to what an expression keeps; an empty one shows
// everything again.
func (r *Reader) applyFilter(expression string) {
	q, err := r.parseFilter(expression)
	if err != nil {
		r.Say(explainQuery(err))
		r.cancelFilter()
		return
	}
	r.setFilter(q)
	if q.Empty() {
		r.Say(allShown)
		return
	}
	r.narrow.past = append(slices.DeleteFunc(r.narrow.past, func(s string) bool { return s == q.String() }), q.String())
}

// cancelFilter goes back to the filter that was on when the line was opened.
func (r *Reader) cancelFilter() {
	if o := r.narrow.origin; o != nil {
		r.setFilter(o.on)
	}
}

// setFilter narrows all lists, at the places where they were when the line was
// opened.
func (r *Reader) setFilter(q query.Query) {
	places := r.places()
	if o := r.narrow.origin; o != nil {
		places = o.places
	}
	r.narrow.origin, r.narrow.on = nil, q
	r.relist(places)
}

// relist makes the lists anew after the filter has changed, with their cursors at
// these places. Pages that are open or beside them stay: the filter leaves out
// nothing of those.
func (r *Reader) relist(places []place) {
	listing, at := r.listing(), r.at
	for i, s := range r.sections {
		made := newSection(listing, s.kind)
		made.trail, made.previews = s.trail, s.previews
		r.sections[i] = made
	}
	r.goToEach(places, at)
	r.resize()
}

// listing is the index that the lists are made from: all of what is shown, or
// what the filter keeps of it.
func (r *Reader) listing() *briefing.Index {
	if r.narrow.on.Empty() {
		return r.index
	}
	f := r.filtering()
	r.narrow.selection = f.Select(r.narrow.on)
	return r.index.Narrow(r.narrow.selection.Keep, func(of ...briefing.Kind) string { return f.Why(r.narrow.on, of...) })
}

// count is how many things a section holds, as far as the filter keeps them.
func (r *Reader) count(p sectionKind) int {
	if r.narrow.on.Empty() {
		return p.count(r.index.Briefing)
	}
	return r.narrow.selection.Count(p.kinds...)
}
