package file

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// TextOpener returns the content of the file that a text_file names, relative to
// the briefing, or an error that says why it cannot be read.
type TextOpener func(name string) ([]byte, error)

// maxProblems is how many problems are listed. Nobody works through more of them,
// and a hostile file could fill the memory with problems.
const maxProblems = 10_000

// decoder turns the values of one file into a briefing and collects its problems.
// The readers of YAML and JSON call opens, section and member for the values at
// the top level, and then finish.
type decoder struct {
	name     string
	open     TextOpener
	texts    *Texts // nil if texts are not shared
	isYAML   bool
	briefing *briefing.Briefing
	problems []Problem
	unlisted int // problems past maxProblems
	frames   []frame
	seen     uint64 // keys of the briefing, a bit each
	ids      map[string]identity
	made     map[string]int // how many ids were made of the same text, beyond the first
	pending  []reference
	guessing int // how many bytes of ids may still be compared for a hint
	textLeft int // bytes of text files that may still be read
	at       map[string]briefing.Pos
}

// frame is an item that is being read, and the part of it that is being read.
type frame struct {
	noun        string // what messages call it
	nameKey     string // the key whose value names it
	node        *node
	named       bool         // called is known
	called      string       // the name
	key         string       // of the part
	doc         string       // what belongs there
	mustBeValid bool         // the item is dropped if the part is invalid
	entry       bool         // the part is an entry of the list under key
	marking     briefing.TLP // found in the item where the format has no place for one
}

// frame returns the innermost item that is being read.
func (d *decoder) frame() *frame { return &d.frames[len(d.frames)-1] }

// part sets which part of the item is being read.
func (d *decoder) part(key, doc string, mustBeValid bool) {
	f := d.frame()
	f.key, f.doc, f.mustBeValid, f.entry = key, doc, mustBeValid, false
}

// name returns the value of the key that names the item, or "" if it has none. It
// looks for the key only once, because an item can have a million keys and as
// many problems.
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

// hint returns what to write in the part that is being read.
func (f *frame) hint() string {
	if f.doc == "" {
		return ""
	}
	return fmt.Sprintf("%q: %s", f.key, strings.ToLower(f.doc[:1])+strings.TrimSuffix(f.doc[1:], "."))
}

// full reports whether the list of problems is full, and if so counts the problem
// at hand as unlisted. Call it before making a message: that takes longer than
// finding the problem.
func (d *decoder) full() bool {
	if len(d.problems) < maxProblems {
		return false
	}
	d.unlisted++
	return true
}

// problem adds a problem at pos. Its message also says what is left out because
// of it.
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

// refusal returns the error for a file that cannot be read.
func (d *decoder) refusal(pos briefing.Pos, code, message, hint string) *LoadError {
	return &LoadError{Problem: Problem{File: d.name, Pos: pos, Severity: Error, Code: code, Message: message, Hint: hint}}
}

// errTooDeep and errTooMany mean that a limit is exceeded. The caller adds the
// position.
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

// item returns the id of the item that is being read, or of the nearest one
// around it that has an id.
func (d *decoder) item() string {
	for i := range slices.Backward(d.frames) {
		if f := &d.frames[i]; f.nameKey == idKey && IsID(f.name()) {
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

// loss returns what is left out if the value that is being read is invalid.
func (d *decoder) loss() loss {
	for i := range slices.Backward(d.frames) {
		switch f := &d.frames[i]; {
		case f.entry:
			return loss{what: lossEntry, noun: f.key}
		case !f.mustBeValid:
			return loss{what: lossKey, noun: f.key}
		case i == 0:
			return loss{}
		}
		if up := &d.frames[i-1]; up.entry || !up.mustBeValid {
			return loss{what: lossItem, noun: d.frames[i].noun, name: d.frames[i].name()}
		}
	}
	return loss{}
}

// String returns the loss in words, to be put at the end of a message.
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

// errorText returns the text of err, which may contain parts of the file,
// cleaned, shortened, and without the name of the package that err comes from.
func errorText(err error) string {
	text := clean.Line(err.Error())
	for _, prefix := range []string{"yaml: ", "jsontext: ", "parse date: "} {
		text = strings.TrimPrefix(text, prefix)
	}
	return clean.Shorten(clean.MaxReason, text)
}
