package file

import (
	"fmt"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// newDecoder returns a decoder for one file. Messages call the file name.
func newDecoder(name string, open TextOpener) *decoder {
	return &decoder{
		name: name, open: open, briefing: &briefing.Briefing{}, ids: map[string]identity{}, made: map[string]int{}, guessing: maxGuessing, textLeft: MaxFile, at: map[string]briefing.Pos{},
		frames: []frame{{noun: briefingTable.noun}},
	}
}

// opens reports whether key names a list of items at the top level that has not
// been read yet. Such a list is read element by element.
func (d *decoder) opens(key string) bool {
	i, ok := briefingTable.row(key)
	return ok && briefingTable.fields[i].element != nil && d.seen&(1<<i) == 0
}

// section is a list of items at the top level that is being read.
type section struct {
	d     *decoder
	field *field[briefing.Briefing]
}

// section starts to read the list under key, for which opens must have returned
// true.
func (d *decoder) section(key string) section {
	i, _ := briefingTable.row(key)
	d.seen |= 1 << i
	field := &briefingTable.fields[i]
	d.part(key, field.doc, false)
	d.frame().entry = true
	return section{d, field}
}

// element reads one element of the list.
func (s section) element(n *node) error {
	s.field.element(s.d, n, s.d.briefing)
	return s.d.tooManyPending(n)
}

// member reads a value at the top level. It returns an error if the value shows
// that the file is not a briefing of this format.
func (d *decoder) member(n *node) error {
	if i, known := briefingTable.row(n.key); known && n.first == nil && d.at[n.key] == (briefing.Pos{}) {
		d.at[briefingTable.fields[i].key] = n.pos // the key of the file is a part of its bytes
	}
	briefingTable.member(d, n, d.briefing, &d.seen)
	if err := d.tooManyPending(n); err != nil {
		return err
	}
	if n.key != formatKey || n.kind == kindText && clean.Line(n.text) == briefing.Format {
		return nil
	}
	return d.refusal(n.pos, CodeWrongFormat, fmt.Sprintf("the format is %s, and this program reads %s", clean.Quoted(n.text), briefing.Format), hintFormat)
}

// finish returns the document after the whole file has been read.
func (d *decoder) finish() (*Document, error) {
	if i, _ := briefingTable.row(formatKey); d.seen&(1<<i) == 0 {
		return nil, d.refusal(briefing.Pos{Line: 1, Col: 1}, CodeWrongFormat, `the key "format" is missing`, hintFormat)
	}
	briefingTable.complete(d, &node{kind: kindMapping, pos: briefing.Pos{Line: 1, Col: 1}}, d.briefing, d.seen)
	addMarking(&d.briefing.TLP, d.frames[0].marking)
	d.makeIDs()
	d.resolve()
	numberPositions(d.briefing)
	SortProblems(d.problems)
	if d.unlisted > 0 {
		d.problems = append(d.problems, Problem{
			File: d.name, Severity: Error, Code: CodeTooManyProblems,
			Message: fmt.Sprintf("%d more problems are not listed", d.unlisted), Hint: "mend these first",
		})
	}
	return &Document{Briefing: d.briefing, Name: d.name, Problems: d.problems, At: d.at}, nil
}

// resolve checks the references whose targets were not known when they were read,
// and drops what depends on those that are wrong.
func (d *decoder) resolve() {
	cut := false
	for _, r := range d.pending {
		if known := d.ids[r.id]; !known.valid || known.kind&r.kinds == 0 {
			d.unresolved(r)
			cut = cut || r.loss.what != lossLink
		}
	}
	d.pending = nil
	if cut {
		// As in reading, an invalid value that must be valid drops its item.
		briefingTable.prune(&pruner{exists: d.exists, inPlace: true}, d.briefing)
	}
}
