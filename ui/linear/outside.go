package linear

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/page"
	"sitrep/ui/tui/external"
)

// browse opens the address of the source of what is read in the browser. Of several
// sources it opens the one with the number in arg.
func (r *Reader) browse(arg string) {
	if r.options.Confined {
		r.line("No programs are started here.")
		return
	}
	sources := r.sourcesBehind(r.subject())
	if len(sources) == 0 {
		sources = r.sourcesBehind(r.list().target)
	}
	n := 1
	if len(sources) > 1 {
		var err error
		if n, err = strconv.Atoi(arg); err != nil || n < 1 || n > len(sources) {
			r.line("There are several sources; o and a number opens one.")
			for i, s := range sources {
				r.line(sentence(strconv.Itoa(i+1) + ": " + page.Name(r.index, briefing.Ref{Kind: briefing.KindSource, ID: s.ID}) + ", " + clean.HostOf(s.Address())))
			}
			return
		}
	}
	if len(sources) == 0 {
		r.line("There is no web address: neither this nor its sources have one.")
		return
	}
	r.visit(sources[n-1].Address())
}

// visit opens an address, if that is allowed, and says which host it is.
func (r *Reader) visit(address string) {
	encoded, err := clean.EncodeURL(address)
	if err != nil {
		r.line(sentence("Not opened: the address " + err.Error() + ": " + address))
		return
	}
	argv, err := r.options.System.Browser(encoded)
	if err == nil {
		r.line(sentence("Opening " + clean.HostOf(address)))
		r.flush()
		err = external.Run(argv)
	}
	if err != nil {
		r.line(sentence("Not opened: " + clean.Line(err.Error())))
		r.line("The address is " + address)
	}
}

// sourcesBehind returns the sources with an address that a target is or rests on.
func (r *Reader) sourcesBehind(t page.Target) []*briefing.Source {
	var out []*briefing.Source
	add := func(id string) {
		if s := r.index.Source(id); s != nil && s.Address() != "" {
			out = append(out, s)
		}
	}
	switch {
	case t.Passage > 0:
		add(r.index.Passages[t.Passage-1].Evidence.Source)
	case t.Ref.Kind == briefing.KindSource:
		add(t.Ref.ID)
	case t.Ref.Kind != briefing.KindNone:
		for _, ref := range r.index.WithPositions(t.Ref) {
			for _, e := range r.index.Citations(ref) {
				add(e.Source)
			}
		}
	}
	return briefing.Once(out)
}

// fileLine returns the line of the file that states what is read, or 0.
func (r *Reader) fileLine() int {
	for _, t := range []page.Target{r.subject(), r.list().target} {
		pos := r.index.Pos(t.Ref)
		if t.Passage > 0 {
			pos = r.index.Passages[t.Passage-1].Evidence.Pos
		}
		if pos.Line > 0 {
			return int(pos.Line)
		}
	}
	return 0
}

// editAt opens the file in the editor at a line, and reads it again after.
func (r *Reader) editAt(line int) {
	limit := r.doc.Withheld.Limit
	switch {
	case r.options.Confined:
		r.line("No programs are started here.")
		return
	case r.doc.Path == "":
		r.line("This briefing is in no file that could be edited.")
		return
	case limit != "":
		r.line("Not edited: only what is marked " + limit.String() + " or lower may be shown of the file.")
		return
	case r.options.Echo: // there is no terminal for an editor
		r.line(sentence("The file is " + clean.Line(r.doc.Path) + ", line " + strconv.Itoa(max(line, 1))))
		return
	}
	argv, err := r.options.System.Editor(r.doc.Path, line)
	if err == nil {
		r.flush()
		err = external.InTerminal(argv)
	}
	if err != nil {
		r.line(sentence("Not edited: " + clean.Line(err.Error())))
		return
	}
	before := r.doc.Text
	if r.reload(); r.review != nil && r.doc.Text != before {
		r.review.Edited(before, r.doc.Text)
	}
}
