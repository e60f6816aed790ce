package file

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// TextOpener reads the file that a text_file names, relative to the briefing.
// Its error says why it will not.
type TextOpener func(name string) ([]byte, error)

// maxProblems is how many problems are kept. A file with more is not being
// mended line by line, and a hostile one would fill the memory with them.
const maxProblems = 10_000

// decoder turns the values of one file into a briefing and collects what is
// wrong with them. The readers of YAML and JSON call opens, section and member
// for what stands at the top level, then finish.
type decoder struct {
	name     string
	open     TextOpener
	isYAML   bool
	briefing *briefing.Briefing
	problems []Problem
	untold   int // problems past maxProblems
	frames   []frame
	seen     uint64 // keys of the briefing, a bit each
	ids      map[string]identity
	pending  []reference
	guessing int // how many bytes of ids may still be compared for a hint
	textLeft int // bytes of text files that may still be read
	at       map[string]briefing.Pos
}

// frame is an item that is being read, and which part of it.
type frame struct {
	noun    string // what messages call it
	nameKey string // the key whose value names it
	node    *node
	named   bool         // called is known
	called  string       // the name
	key     string       // of the part
	doc     string       // what belongs there
	vital   bool         // the item falls with the part
	entry   bool         // the part is an entry of the list under key
	marking briefing.TLP // that something in it has, where the format has no place for one
}

// frame is the item that is being read.
func (d *decoder) frame() *frame { return &d.frames[len(d.frames)-1] }

// part says which part of the item is being read.
func (d *decoder) part(key, doc string, vital bool) {
	f := d.frame()
	f.key, f.doc, f.vital, f.entry = key, doc, vital, false
}

// name is the value of the key that names the item, as far as it has one. It is
// looked for once: an item can have a million keys and as many problems.
func (f *frame) name() string {
	if f.named || f.node == nil {
		return f.called
	}
	f.named = true
	if n := f.node.kid(f.nameKey); n != nil && n.kind == kindText {
		f.called = clean.Line(n.text)
	}
	return f.called
}

// hint says what to write in the part that is being read.
func (f *frame) hint() string {
	if f.doc == "" {
		return ""
	}
	return fmt.Sprintf("%q: %s", f.key, strings.ToLower(f.doc[:1])+strings.TrimSuffix(f.doc[1:], "."))
}

// full reports whether no more problems are listed, and if so counts the one at
// hand. It is asked before a message is made: making one takes longer than
// finding the problem.
func (d *decoder) full() bool {
	if len(d.problems) < maxProblems {
		return false
	}
	d.untold++
	return true
}

// problem notes what is wrong at pos, and adds what is left out because of it.
func (d *decoder) problem(pos briefing.Pos, code, message, hint string) {
	d.note(Problem{Pos: pos, Code: code, Item: d.item(), Message: message + d.loss().String(), Hint: hint})
}

func (d *decoder) note(p Problem) {
	if d.full() {
		return
	}
	p.File, p.Severity = d.name, Error
	d.problems = append(d.problems, p)
}

// refusal is the error for a file that cannot be read.
func (d *decoder) refusal(pos briefing.Pos, code, message, hint string) *LoadError {
	return &LoadError{Problem: Problem{File: d.name, Pos: pos, Severity: Error, Code: code, Message: message, Hint: hint}}
}

// errTooDeep and errTooMany say that a limit is reached; the reader knows where.
var (
	errTooDeep = errors.New("too deep")
	errTooMany = errors.New("too many values")
)

func (d *decoder) tooDeep(pos briefing.Pos) *LoadError {
	return d.refusal(pos, CodeTooDeep, fmt.Sprintf("more than %d lists and mappings in each other", maxDepth), "a briefing needs nine")
}

func (d *decoder) tooMany(pos briefing.Pos) *LoadError {
	return d.refusal(pos, CodeTooManyValues, fmt.Sprintf("more than %d values in the file, %d in one item, or %d mappings", maxValues, maxItemValues, maxMappings), "split the briefing")
}

// item is the id of the item that is being read, or of the one around it.
func (d *decoder) item() string {
	for i := range slices.Backward(d.frames) {
		if f := &d.frames[i]; f.nameKey == idKey && isSlug(f.name()) {
			return f.called
		}
	}
	return ""
}

// loss is what is left out of the briefing because of a problem.
type loss struct {
	what lossKind
	noun string // of the item, or the key
	name string
}

type lossKind uint8

const (
	lossNone lossKind = iota
	lossItem
	lossKey
	lossEntry
	lossLink
)

// loss is what is left out if the value that is being read is.
func (d *decoder) loss() loss {
	for i := range slices.Backward(d.frames) {
		switch f := &d.frames[i]; {
		case f.entry:
			return loss{what: lossEntry, noun: f.key}
		case !f.vital:
			return loss{what: lossKey, noun: f.key}
		case i == 0:
			return loss{}
		}
		if up := &d.frames[i-1]; up.entry || !up.vital {
			return loss{what: lossItem, noun: d.frames[i].noun, name: d.frames[i].name()}
		}
	}
	return loss{}
}

// String is the loss as the end of a message.
func (l loss) String() string {
	switch l.what {
	case lossItem:
		if l.name == "" {
			return fmt.Sprintf("; this %s is left out", l.noun)
		}
		return fmt.Sprintf("; %s %q is left out", l.noun, clean.Short(l.name))
	case lossKey:
		if l.noun == "" {
			return "; it is left out"
		}
		return fmt.Sprintf("; %q is left out", l.noun)
	case lossEntry:
		return fmt.Sprintf("; this entry of %q is left out", l.noun)
	case lossLink:
		return "; it is shown as plain text"
	}
	return ""
}

// errorText is the text of an error that may hold parts of the file, without
// the name of the package that it comes from.
func errorText(err error) string {
	text := clean.Line(err.Error())
	for _, prefix := range []string{"yaml: ", "jsontext: ", "parse date: "} {
		text = strings.TrimPrefix(text, prefix)
	}
	return clean.Shorten(clean.MaxReason, text)
}
