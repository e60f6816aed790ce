package linear

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/page"
)

// changes returns how the briefing differs from the version that was read last, or
// before it was read again.
func (r *Reader) changes() *diff.Report {
	n := &r.notes
	if n.report == nil {
		was := n.last
		if was == nil {
			was = r.doc.Briefing
		}
		n.report = diff.Compare(briefing.NewIndex(was), briefing.NewIndex(r.doc.Briefing))
	}
	return n.report
}

// countWords counts changes in words.
func countWords(c *diff.Report) string {
	var parts []string
	n := c.Count()
	for _, one := range []struct {
		n    int
		what string
	}{{n.Added, "new"}, {n.Gone, "gone"}, {n.Changed, "changed"}} {
		if one.n > 0 {
			parts = append(parts, strconv.Itoa(one.n)+" "+one.what)
		}
	}
	if len(parts) == 0 {
		return "its head has changed"
	}
	return strings.Join(parts, ", ")
}

// listChanges lists what has changed.
func (r *Reader) listChanges() {
	c := r.changes()
	if c.Empty() {
		switch {
		case r.notes.beside == nil || r.notes.beside.Since.IsZero():
			r.line("Nothing has changed: the briefing has not been read before, or not again.")
		default:
			r.line(sentence("Nothing has changed since you last read it, on " + r.notes.beside.Since.Local().Format("2 January 2006")))
		}
		return
	}
	l := changesList(c, func(ref briefing.Ref) { r.openTarget(page.Target{Ref: ref}) }, func() { r.line("It is not in the briefing any more.") })
	r.show(l)
}

// changesList returns a list of changes. open and gone are called for an item that the
// later version has, and has not.
func changesList(c *diff.Report, open func(briefing.Ref), gone func()) *list {
	l := &list{title: "Changes", groups: []string{""}, listed: true}
	if len(c.Head) > 0 {
		l.addGroup("The briefing itself")
	}
	for _, f := range c.Head {
		l.addRow("change", changeWords(f), nil)
	}
	var part briefing.Part
	c.Each(func(p briefing.Part, i diff.Item) {
		if p != part {
			part = p
			l.addGroup(p.Title())
		}
		words := map[diff.Change]string{diff.Added: "new", diff.Gone: "gone", diff.Changed: "changed"}[i.Change]
		text := []string{capital(words) + ": " + i.Ref.Kind.String() + " " + quotedWords(page.Name(c.Index(i), i.Ref))}
		if i.Change == diff.Changed {
			for _, f := range c.Facts(i) {
				text = append(text, changeWords(f))
			}
		}
		do := gone
		if i.Change != diff.Gone {
			do = func() { open(i.Ref) }
		}
		l.addRow("change", joined(text...), do)
	})
	l.count()
	return l
}

// changeWords returns a fact that differs: "Status, was expected, is occurred".
func changeWords(f diff.Fact) string {
	label := f.Label
	if f.Computed {
		label += ", computed"
	}
	was, is := valueWords(f.Was), valueWords(f.Is)
	switch {
	case was == "":
		return label + ": with " + is
	case is == "":
		return label + ": without " + was
	case f.List:
		return label + ": without " + was + ", with " + is
	}
	return label + ": was " + was + ", is " + is
}

func valueWords(values []diff.Value) string {
	return briefing.JoinNames(briefing.Map(values, func(v diff.Value) string {
		if v.Own {
			v.Text = inWords.Replace(v.Text)
		}
		return v.String()
	}))
}
