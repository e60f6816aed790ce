package tui

import (
	"errors"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
	"sitrep/ui/tui/dialog"
)

// filterer is the filter that is on, and what it keeps.
type filterer struct {
	filter    *query.Filter    // of what is shown; nil until it is first needed
	of        *search.Searcher // that it is made for
	on        query.Query
	selection query.Selection
}

// filtering is the filter over what is shown of the briefing now.
func (a *App) filtering() *query.Filter {
	if s := a.searcher(); a.narrow.of != s {
		a.narrow.filter, a.narrow.of = query.NewFilter(s), s
	}
	return a.narrow.filter
}

// startFilter opens the dialog in which the filter is typed.
func (a *App) startFilter() {
	f := &dialog.Filter{
		Complete: func(expression string, cursor int) []dialog.Completion {
			if !a.filtering().Prepared() {
				return nil
			}
			var out []dialog.Completion
			for _, c := range a.filtering().Complete(expression, cursor) {
				out = append(out, dialog.Completion{Text: c.Text, About: c.Meaning, Start: c.Start, End: c.End})
			}
			return out
		},
		Try: a.tryFilter,
	}
	expression := a.narrow.on.String()
	if expression != "" {
		expression += " "
	}
	a.dialogs.Push(f.Prepare(expression))
}

// tryFilter says what an expression leaves, or what is wrong with it.
func (a *App) tryFilter(expression string) (leaves, problem string) {
	if !a.filtering().Prepared() {
		return dialog.GettingReady, ""
	}
	q, err := a.parseFilter(expression)
	if err != nil {
		return "", explainQuery(err)
	}
	if q.Empty() {
		return "everything is shown", ""
	}
	s := a.filtering().Select(q)
	var parts []string
	for _, p := range sectionKinds {
		if len(p.kinds) > 0 {
			parts = append(parts, p.name+" "+strconv.Itoa(s.Count(p.kinds...)))
		}
	}
	return "leaves " + strings.Join(parts, ", "), ""
}

// parseFilter reads an expression; values that the briefing does not have are
// wrong in it.
func (a *App) parseFilter(expression string) (query.Query, error) {
	q, err := query.Parse(expression)
	if err != nil {
		return q, err
	}
	return q, a.filtering().Check(q)
}

// explainQuery is what is wrong with an expression, and what to do.
func explainQuery(err error) string {
	var e *query.Error
	if errors.As(err, &e) && e.Hint != "" {
		return e.Problem + "; " + e.Hint
	}
	return err.Error()
}

// applyFilter narrows the lists to what an expression keeps; an empty one
// shows everything again.
func (a *App) applyFilter(expression string) {
	q, err := a.parseFilter(expression)
	if err != nil {
		a.say(explainQuery(err))
		return
	}
	a.narrow.on = q
	a.rebuild()
	if q.Empty() {
		a.say("everything is shown")
	}
}

// listing is the index that the lists are made from: all of what is shown, or
// what the filter keeps of it.
func (a *App) listing() *briefing.Index {
	if a.narrow.on.Empty() {
		return a.index
	}
	f := a.filtering()
	a.narrow.selection = f.Select(a.narrow.on)
	return a.index.Narrow(a.narrow.selection.Keep, func(of ...briefing.Kind) string { return f.Why(a.narrow.on, of...) })
}

// count is how many things a section holds, as far as the filter keeps them.
func (a *App) count(p sectionKind) int {
	if a.narrow.on.Empty() {
		return p.count(a.index.Briefing)
	}
	return a.narrow.selection.Count(p.kinds...)
}
