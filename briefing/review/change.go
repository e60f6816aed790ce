package review

import (
	"errors"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// ErrChanged means that another program has changed a file.
var ErrChanged = errors.New("another program has changed the file")

// Change is a change of the file.
type Change struct {
	Says           string       // afterwards: a phrase that begins with a small letter
	Next           briefing.Ref // the draft to go to
	Mentions       int          // how many texts still refer to what is dropped
	item           briefing.Ref // that it is about
	taken, dropped int          // how many items are
	undoes         bool         // it undoes the last step
	edit           func(text string, doc *file.Document) (string, error)
}

// Take returns the change that takes a draft, and those that it cannot do without.
func Take(x *briefing.Index, ref briefing.Ref) Change {
	with := x.DraftsFor(ref)
	all := append([]briefing.Ref{ref}, with...)
	says := "taken: " + x.Name(ref)
	if len(with) > 0 {
		says = "taken with " + Counted(ref, with) + ": " + x.Name(ref)
	}
	return Change{Says: says, item: ref, Next: after(x, ref, all), taken: len(all),
		edit: func(text string, doc *file.Document) (string, error) { return file.Take(text, doc, all...) }}
}

// Drop returns the change that drops a draft with what goes with it.
func Drop(x *briefing.Index, ref briefing.Ref) Change {
	fall := x.Falls(ref)
	all := append([]briefing.Ref{ref}, fall.All()...)
	says := "dropped: " + x.Name(ref)
	if len(all) > 1 {
		says = "dropped with " + Counted(ref, all[1:]) + ": " + x.Name(ref)
	}
	dropped := 0
	for _, gone := range all {
		if x.Draft(gone) {
			dropped++
		}
	}
	return Change{Says: says, item: ref, Next: after(x, ref, all), Mentions: len(fall.Mentions), dropped: dropped,
		edit: func(text string, doc *file.Document) (string, error) { return file.Drop(text, doc, all...) }}
}

// after returns the draft after an item in the order of the file or, if there is none,
// the last one before it. It leaves out the items of a list.
func after(x *briefing.Index, ref briefing.Ref, without []briefing.Ref) briefing.Ref {
	drafts, gone := x.Drafts(), map[briefing.Ref]bool{}
	for _, r := range without {
		gone[r] = true
	}
	at := slices.Index(drafts, ref)
	left := func(r briefing.Ref) bool { return !gone[r] }
	if i := slices.IndexFunc(drafts[at+1:], left); i >= 0 {
		return drafts[at+1+i]
	}
	for _, before := range slices.Backward(drafts[:at+1]) {
		if left(before) {
			return before
		}
	}
	return briefing.Ref{}
}

// Write makes the change in the file of a document that has its text, and returns the
// document that the file is then. rewrite replaces the contents of the file if they are
// old, and else returns [ErrChanged].
func (c Change) Write(doc *file.Document, rewrite func(old, text string) error) (*file.Document, error) {
	text, err := c.edit(doc.Text, doc)
	if err == nil {
		err = rewrite(doc.Text, text)
	}
	if err != nil {
		return nil, err
	}
	next, err := file.LoadText(doc.Path, text)
	if err != nil {
		return nil, err
	}
	next.Text = text
	return next, nil
}

// Counted says in words how many items of each kind go with one: "1 claim and 1
// question", "3 positions that it holds".
func Counted(of briefing.Ref, with []briefing.Ref) string {
	count := map[briefing.Kind]int{}
	var kinds []briefing.Kind
	for _, r := range with {
		if count[r.Kind]++; count[r.Kind] == 1 {
			kinds = append(kinds, r.Kind)
		}
	}
	slices.Sort(kinds)
	slices.Reverse(kinds)
	var out []string
	for _, k := range kinds {
		text := briefing.Counted(count[k], k.String(), k.String()+"s")
		if k == briefing.KindPosition && of.Kind == briefing.KindActor {
			text += " that it holds"
		}
		out = append(out, text)
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return strings.Join(out, "")
}
