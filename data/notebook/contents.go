package notebook

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// part is a part of a notebook, in the order of the file.
type part uint8

const (
	placePart part = iota
	markPart
	judgmentPart
	notePart
	hypothesisPart
	codePart
	readPart
)

// String returns the name of an entry of the part.
func (p part) String() string {
	return [...]string{"place", "mark", "judgment", "note", "hypothesis", "code", "read mark"}[p]
}

// key identifies an entry.
type key struct {
	part  part
	item  string // what it is about; for ACH, the question
	under string // when a note was written; the hypothesis of ACH
	of    string // the evidence of a code
}

func (k key) compare(other key) int {
	return cmp.Or(cmp.Compare(k.part, other.part), strings.Compare(k.item, other.item),
		strings.Compare(k.under, other.under), strings.Compare(k.of, other.of))
}

// value is the value of an entry. The zero value is that of an entry that is not
// there.
type value struct {
	text                  string
	quote, prefix, suffix string // of a note
	likelihood            briefing.Likelihood
	confidence            briefing.Confidence
}

const (
	// markedText is the text of a mark.
	markedText = "marked"
	// placeSeparator is between the words of a place. No clean text has it.
	placeSeparator = "\x00"
)

// change is a change of an entry.
type change struct {
	key     key
	was, is value
}

// automatic reports whether the change says only what has been read, or where the
// briefing was left.
func (c change) automatic() bool { return c.key.part == placePart || c.key.part == readPart }

// contents are the entries of a notebook.
type contents struct {
	values map[key]value
	notes  map[string][]key // of each item, sorted; the lists never change
	read   int              // number of items that have been read
}

func newContents() *contents {
	return &contents{values: map[key]value{}, notes: map[string][]key{}}
}

func (c *contents) clone() *contents {
	return &contents{maps.Clone(c.values), maps.Clone(c.notes), c.read}
}

// apply makes a change, which may have been meant for other contents. It returns the
// entry, and whether that differs now. Of two changes of one note none is lost: both
// are kept, unless one takes the note away.
func (c *contents) apply(ch change) (k key, differs bool) {
	now := c.values[ch.key]
	if now == ch.is {
		return ch.key, false
	}
	if ch.key.part == notePart && now != ch.was && now != (value{}) {
		if ch.is == (value{}) {
			return ch.key, false
		}
		for c.values[ch.key] != (value{}) {
			if ch.key.under = later(ch.key.under); c.values[ch.key] == ch.is {
				return ch.key, false
			}
		}
	}
	c.set(ch.key, ch.is)
	return ch.key, true
}

// set sets the value of an entry. The zero value removes it.
func (c *contents) set(k key, v value) {
	_, was := c.values[k]
	is := v != value{}
	if is {
		c.values[k] = v
	} else {
		delete(c.values, k)
	}
	if was == is {
		return
	}
	switch {
	case k.part == readPart && is:
		c.read++
	case k.part == readPart:
		c.read--
	case k.part == notePart:
		c.setNote(k, is)
	}
}

// setNote adds the key of a note to those on its item, or removes it. It makes a new
// list, because clones share the old one.
func (c *contents) setNote(k key, is bool) {
	list := c.notes[k.item]
	at, _ := slices.BinarySearchFunc(list, k, key.compare)
	switch {
	case is:
		c.notes[k.item] = slices.Concat(list[:at], []key{k}, list[at:])
	case len(list) == 1:
		delete(c.notes, k.item)
	default:
		c.notes[k.item] = slices.Concat(list[:at], list[at+1:])
	}
}

// in returns the keys of the entries of a part, sorted.
func (c *contents) in(p part) []key {
	var out []key
	for k := range c.values {
		if k.part == p {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, key.compare)
	return out
}

func (c *contents) note(k key) Note { return noteOf(k, c.values[k]) }

func noteOf(k key, v value) Note {
	return Note{On: k.item, Written: k.under, Quote: v.quote, Prefix: v.prefix, Suffix: v.suffix, Text: v.text}
}

// entry returns the note as an entry of a notebook.
func (n Note) entry() (key, value) {
	return key{part: notePart, item: clean.Line(n.On), under: n.Written},
		value{text: strings.TrimSpace(clean.Text(n.Text)), quote: clean.Text(n.Quote), prefix: clean.Text(n.Prefix), suffix: clean.Text(n.Suffix)}
}

// later returns a time a second later, or the first time there is if it is none.
func later(written string) string {
	t, err := time.Parse(time.RFC3339, written)
	if err != nil {
		if t, err = time.Parse(time.DateOnly, written); err != nil {
			t = time.Unix(0, 0)
		}
	}
	return t.Add(time.Second).UTC().Format(time.RFC3339)
}
