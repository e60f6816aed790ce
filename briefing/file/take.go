package file

import (
	"slices"

	"sitrep/briefing"
)

// Take returns text, a briefing in YAML or JSON, with the key draft taken from some
// of its items: a person has reviewed them. Every other byte of text stays. before is
// what text reads as, or nil.
//
// The result is read again. If it does not say the same but for that, Take returns an
// error, which has a method Hint that says what to do.
func Take(text string, before *Document, items ...briefing.Ref) (string, error) {
	e, err := newEdit(text, before)
	if err != nil {
		return "", err
	}
	want := copyOf(e.before.Briefing)
	x := briefing.NewIndex(want)
	for _, r := range items {
		path := e.root.find(e.x.Pos(r))
		if path == nil || e.x.Common(r) == nil {
			return "", errCannotFind
		}
		for _, part := range path[len(path)-1].parts {
			if part.key == draftKey {
				e.gone[part] = true
			}
		}
		x.Common(r).Draft = false
	}
	return e.result(want, 0)
}

// Drop returns text, a briefing in YAML or JSON, without some of its items. What they
// contain goes with them, and so do evidence and references that lead to them, but not
// references in texts. Comments directly above an item go with it, and every other
// byte stays. What else should go with an item [briefing.Index.Falls] says: Drop
// does not take out an item that is not named. before is what text reads as, or nil.
//
// The result is read again. If it does not say the same but for that, Drop returns an
// error, which has a method Hint that says what to do.
func Drop(text string, before *Document, items ...briefing.Ref) (string, error) {
	e, err := newEdit(text, before)
	if err != nil {
		return "", err
	}
	gone := map[briefing.Ref]bool{}
	ids := map[string]bool{}
	links := 0 // in texts, which lead nowhere afterwards
	for _, r := range items {
		path := e.root.find(e.x.Pos(r))
		if path == nil || e.x.Common(r) == nil {
			return "", errCannotFind
		}
		e.gone[path[len(path)-1]] = true
		gone[r] = true
		ids[r.ID] = true
	}
	if err := e.dropReferences(ids); err != nil {
		return "", err
	}
	for _, r := range items {
		links += len(e.x.Mentions(r.ID))
	}
	want := copyOf(e.before.Briefing)
	remove(want, gone)
	briefingTable.prune(&pruner{exists: func(id string, _ itemKind) bool { return !ids[id] }}, want)
	return e.result(want, links)
}

// textEdit takes values out of a text.
type textEdit struct {
	text, body string
	before     *Document
	x          *briefing.Index
	root       *span
	gone       map[*span]bool
	required   map[string]bool // keys
}

func newEdit(text string, before *Document) (*textEdit, error) {
	if before == nil || len(before.TextFiles) > 0 {
		var err error
		if before, err = parse(text, "briefing", anyText); err != nil {
			return nil, err
		}
	}
	body := trimBOM(text)
	root, err := spans(body)
	if err != nil {
		return nil, err
	}
	return &textEdit{text, body, before, before.Index(), root, map[*span]bool{}, requiredReferences()}, nil
}

var errCannotFind = briefing.NewHintError("the item cannot be found in the file", hintChange)

const hintChange = "change it in an editor"

// edited returns the text without what is gone.
func (e *textEdit) edited() string {
	c := &cuts{text: e.body, eol: '\n', gone: e.gone}
	if len(lineStarts(e.body)) > 1 && e.body[lineStarts(e.body)[1]-1] == '\r' {
		c.eol = '\r'
	}
	return e.text[:len(e.text)-len(e.body)] + c.apply(e.root)
}

// result returns the edited text if it reads as want. It may have so many problems more
// than before, of references in texts.
func (e *textEdit) result(want *briefing.Briefing, links int) (string, error) {
	out := e.edited()
	err := checkEdited(out, e.before, want, links, complaint{"afterwards the file could not be read: ",
		"the file would not say what it should afterwards", hintChange})
	if err != nil {
		return "", err
	}
	return out, nil
}

// dropReferences has the references to some items go: an entry of a list, a key, or
// what needs it.
func (e *textEdit) dropReferences(ids map[string]bool) error {
	after, err := parse(e.edited(), "briefing", anyText)
	if err != nil {
		return err
	}
	if len(after.Problems) == len(e.before.Problems) {
		return nil
	}
	// Its positions are those of the edited text, in which all references stay in their
	// order.
	wrong := map[briefing.Pos]bool{}
	for _, p := range after.Problems {
		if p.Code == CodeDanglingReference {
			wrong[p.Pos] = true
		}
	}
	edited, err := spans(trimBOM(e.edited()))
	if err != nil {
		return err
	}
	e.dropWrong(e.root, edited, wrong, ids)
	return nil
}

// dropWrong goes through the values of the text and of the edited text, which lacks
// those that are gone, and has references at wrong positions of the latter go.
func (e *textEdit) dropWrong(s, edited *span, wrong map[briefing.Pos]bool, ids map[string]bool) {
	at := 0
	for _, part := range s.parts {
		if e.gone[part] || at == len(edited.parts) {
			continue
		}
		other := edited.parts[at]
		at++
		switch {
		case ids[part.key] && wrong[other.keyPos]: // evidence in its short form
			e.gone[s] = true
		case !ids[part.text] || !wrong[other.pos]:
			e.dropWrong(part, other, wrong, ids)
		case !s.list && e.required[part.key]: // what cannot do without it
			e.gone[s] = true
		default:
			e.gone[part] = true
		}
	}
}

// requiredReferences returns the keys whose references their items cannot do without.
func requiredReferences() map[string]bool {
	out := map[string]bool{}
	addRequired(out, judgmentTable)
	addRequired(out, sourceTable)
	addRequired(out, actorTable)
	addRequired(out, eventTable)
	addRequired(out, participantTable)
	addRequired(out, questionTable)
	addRequired(out, claimTable)
	addRequired(out, positionTable)
	addRequired(out, evidenceTable)
	return out
}

func addRequired[T any](to map[string]bool, tb *table[T]) {
	for _, f := range tb.fields {
		if kind, _ := f.value.kind(); kind == FactReference && f.mustBeValid {
			to[f.key] = true
		}
	}
}

// copyOf returns a copy of a briefing in which items can be changed and left out.
func copyOf(b *briefing.Briefing) *briefing.Briefing {
	out := *b
	out.Judgments, out.Sources = slices.Clone(b.Judgments), slices.Clone(b.Sources)
	out.Actors, out.Events = slices.Clone(b.Actors), slices.Clone(b.Events)
	out.Questions = slices.Clone(b.Questions)
	for i := range out.Questions {
		q := &out.Questions[i]
		q.Claims = slices.Clone(q.Claims)
		for j := range q.Claims {
			q.Claims[j].Positions = slices.Clone(q.Claims[j].Positions)
		}
	}
	return &out
}

// remove removes items from the lists of a briefing.
func remove(b *briefing.Briefing, gone map[briefing.Ref]bool) {
	x := briefing.NewIndex(b)
	positions := map[*briefing.Position]bool{}
	for _, s := range x.Stands {
		positions[s.Position] = gone[s.Ref()]
	}
	is := func(kind briefing.Kind, id string) bool { return gone[briefing.Ref{Kind: kind, ID: id}] }
	b.Judgments = slices.DeleteFunc(b.Judgments, func(j briefing.Judgment) bool { return is(briefing.KindJudgment, j.ID) })
	b.Sources = slices.DeleteFunc(b.Sources, func(s briefing.Source) bool { return is(briefing.KindSource, s.ID) })
	b.Actors = slices.DeleteFunc(b.Actors, func(a briefing.Actor) bool { return is(briefing.KindActor, a.ID) })
	b.Events = slices.DeleteFunc(b.Events, func(e briefing.Event) bool { return is(briefing.KindEvent, e.ID) })
	b.Questions = slices.DeleteFunc(b.Questions, func(q briefing.Question) bool { return is(briefing.KindQuestion, q.ID) })
	for i := range b.Questions {
		q := &b.Questions[i]
		q.Claims = slices.DeleteFunc(q.Claims, func(c briefing.Claim) bool { return is(briefing.KindClaim, c.ID) })
		for j := range q.Claims {
			c := &q.Claims[j]
			var left []briefing.Position
			for k := range c.Positions {
				if !positions[&c.Positions[k]] {
					left = append(left, c.Positions[k])
				}
			}
			c.Positions = left
		}
	}
}
