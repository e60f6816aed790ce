package tui

import (
	"errors"
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

// startFilter opens the dialog in which the filter is typed.
func (r *Reader) startFilter() {
	f := &dialog.Filter{
		Complete: func(expression string, cursor int) []dialog.Completion {
			if !r.filtering().Prepared() {
				return nil
			}
			var out []dialog.Completion
			for _, c := range r.filtering().Complete(expression, cursor) {
				out = append(out, dialog.Completion{Text: c.Text, About: c.Meaning, Start: c.Start, End: c.End})
			}
			return out
		},
		Try: r.tryFilter,
	}
	expression := r.narrow.on.String()
	if expression != "" {
		expression += " "
	}
	r.Dialogs.Push(f.Prepare(expression))
}

// tryFilter says what an expression leaves, or what is wrong with it.
func (r *Reader) tryFilter(expression string) (leaves, problem string) {
	if !r.filtering().Prepared() {
		return dialog.GettingReady, ""
	}
	q, err := r.parseFilter(expression)
	if err != nil {
		return "", explainQuery(err)
	}
	if q.Empty() {
		return "everything is shown", ""
	}
	s := r.filtering().Select(q)
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
func (r *Reader) parseFilter(expression string) (query.Query, error) {
	q, err := query.Parse(expression)
	if err != nil {
		return q, err
	}
	return q, r.filtering().Check(q)
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
func (r *Reader) applyFilter(expression string) {
	q, err := r.parseFilter(expression)
	if err != nil {
		r.Say(explainQuery(err))
		return
	}
	r.narrow.on = q
	r.rebuild()
	if q.Empty() {
		r.Say("everything is shown")
	}
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
