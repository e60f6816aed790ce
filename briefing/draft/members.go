package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

// members reads an object of an answer. Each member is asked for by its key; those
// that are not asked for are problems.
type members struct {
	a       *answer
	tree    *file.Tree
	label   string // for messages
	asked   []string
	cited   []numbered // the sentences of the item, those that follow each other as one
	refused bool
}

// Whether an object needs a member.
const (
	optional = false
	required = true
)

// open begins to read an object. If it is none, it is refused.
func (a *answer) open(t *file.Tree, label string) *members {
	o := &members{a: a, tree: t, label: label}
	switch a.items++; {
	case a.items == maxItems:
		o.problem(t.Pos, CodeTooManyItems, fmt.Sprintf("there are more than %d items; this one and all after it are left out", maxItems))
	case a.items > maxItems:
		o.refused = true
	case t.Form != file.Mapping:
		o.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected an object", t.Form))
	}
	return o
}

// problem adds a problem because of which the item is refused.
func (o *members) problem(at briefing.Pos, code, message string) {
	o.refused = true
	o.a.add(at, code, message, o.label)
}

// member returns the value under a key, or nil.
func (o *members) member(key string, needed bool) *file.Tree {
	o.asked = append(o.asked, key)
	if o.refused && o.tree.Form != file.Mapping || o.a.items > maxItems {
		return nil
	}
	for i := range o.tree.Kids {
		if kid := &o.tree.Kids[i]; kid.Key == key && kid.Form != file.Nothing {
			return kid
		}
	}
	if needed {
		o.problem(o.tree.Pos, file.CodeMissingKey, fmt.Sprintf("%q is missing", key))
	}
	return nil
}

// close reports members that were not asked for, or that stand twice.
func (o *members) close() {
	if o.a.items > maxItems {
		return
	}
	seen := map[string]bool{}
	for i := range o.tree.Kids {
		switch kid := &o.tree.Kids[i]; {
		case o.tree.Form != file.Mapping:
			return
		case seen[kid.Key]:
			o.a.add(kid.KeyPos, file.CodeDuplicateKey, fmt.Sprintf("%s stands twice; the first counts", clean.Quoted(kid.Key)), o.label)
		case !slices.Contains(o.asked, kid.Key):
			o.a.add(kid.KeyPos, file.CodeUnknownKey, fmt.Sprintf("there is no key %s here, and it is left out; there are %s", clean.Quoted(kid.Key), strings.Join(o.asked, ", ")), o.label)
		default:
			seen[kid.Key] = true
		}
	}
}

// take closes the object, and adds the proposal unless there was a problem.
func (o *members) take(p *proposal) {
	if o.close(); !o.refused {
		p.pos, p.label = o.tree.Pos, o.label
		o.a.proposals = append(o.a.proposals, p)
	}
}

func (o *members) text(key string, needed bool) string {
	t := o.member(key, needed)
	if t == nil {
		return ""
	}
	text := o.word(t, key, maxWords)
	if needed && text == "" && t.Form == file.Word {
		o.problem(t.Pos, file.CodeMissingKey, fmt.Sprintf("%q is empty", key))
	}
	return text
}

// word returns a value that is one text, number or truth value.
func (o *members) word(t *file.Tree, key string, most int) string {
	switch {
	case t.Form != file.Word:
		o.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("%q is %s, expected a text", key, t.Form))
	case len(t.Text) > most:
		o.problem(t.Pos, file.CodeTooLong, fmt.Sprintf("%q is longer than %d bytes", key, most))
	default:
		return t.Text
	}
	return ""
}

// term returns a value that has to be one of some terms.
func (o *members) term(key string, terms []string, needed bool) string {
	t := o.member(key, needed)
	if t == nil {
		return ""
	}
	word := o.word(t, key, maxWords)
	if t.Form == file.Word && !slices.Contains(terms, word) {
		o.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("%q is %s; it has to be one of %s", key, clean.Quoted(word), strings.Join(terms, ", ")))
	}
	return word
}

func (o *members) date(key string, needed bool) (date edtf.Date) {
	t := o.member(key, needed)
	if t == nil {
		return date
	}
	word := o.word(t, key, maxWords)
	date, err := edtf.Parse(word)
	if err != nil && t.Form == file.Word {
		o.problem(t.Pos, file.CodeBadDate, fmt.Sprintf("%q is %s, which is no date in EDTF: %s", key, clean.Quoted(word), err))
	}
	return date
}

// list returns the elements of a list, which are at most some.
func (o *members) list(key string, most int) []file.Tree {
	t := o.member(key, optional)
	switch {
	case t == nil:
		return nil
	case t.Form != file.List:
		o.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("%q is %s, expected a list", key, t.Form))
		return nil
	case len(t.Kids) > most:
		o.problem(t.Kids[most].Pos, CodeTooManyItems, fmt.Sprintf("%q has more than %d elements", key, most))
		return t.Kids[:most]
	}
	return t.Kids
}

// texts returns the texts of a list.
func (o *members) texts(key string) (out []string) {
	for _, t := range o.list(key, maxElements) {
		if text := o.word(&t, key, maxWords); text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// numbers returns the numbers of sentences, in order.
func (o *members) numbers() (out []int) {
	const key = "sentences"
	list := o.list(key, maxElements)
	for i := range list {
		t := &list[i]
		n, err := strconv.Atoi(o.word(t, key, maxWords))
		switch {
		case t.Form != file.Word:
		case err != nil || n < 1 || n > len(o.a.r.sentences):
			o.problem(t.Pos, CodeNoSentence, fmt.Sprintf("there is no sentence %s; they are numbered from 1 to %d", clean.Quoted(t.Text), len(o.a.r.sentences)))
		default:
			out = append(out, n)
		}
	}
	if len(list) == 0 {
		o.problem(o.tree.Pos, file.CodeMissingKey, fmt.Sprintf("%q is missing: each item has to name some", key))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
