package file

import (
	"bytes"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
)

// Append returns text, a briefing in YAML or JSON, with the items and gaps of added
// at the end of its lists. Every byte of text stays, in its order: comments, line
// ends, indentation. Nothing else of added is used. before is what text reads as, or
// nil.
//
// The result is read again. If it is not what text and added say together, or if
// it has a problem that text has not, Append returns an error, which has a method
// Hint that says what to do.
func Append(text string, before *Document, added *briefing.Briefing) (string, error) {
	if before == nil || len(before.TextFiles) > 0 {
		var err error
		if before, err = parse(text, "briefing", anyText); err != nil {
			return "", err
		}
	}
	lists, err := listsOf(added)
	if err != nil {
		return "", err
	}
	body := trimBOM(text)
	find := findInYAML
	if isJSON(body) {
		find = findInJSON
	}
	e := &extension{text: body, eol: lineEnd(body)}
	root, err := find(body)
	if err != nil {
		return "", err
	}
	if err := e.addLists(root, lists); err != nil {
		return "", err
	}
	out := text[:len(text)-len(body)] + e.apply()
	if err := checkAppended(out, before, added); err != nil {
		return "", err
	}
	return out, nil
}

const hintAppend = "write what is new to a file of its own, and copy it from there"

// checkAppended returns an error unless text reads as what before and added say
// together.
func checkAppended(text string, before *Document, added *briefing.Briefing) error {
	want := *before.Briefing
	want.Judgments = slices.Concat(want.Judgments, added.Judgments)
	want.Gaps = slices.Concat(want.Gaps, added.Gaps)
	want.Sources = slices.Concat(want.Sources, added.Sources)
	want.Actors = slices.Concat(want.Actors, added.Actors)
	want.Events = slices.Concat(want.Events, added.Events)
	want.Questions = slices.Concat(want.Questions, added.Questions)
	return checkEdited(text, before, &want, 0, complaint{"after adding, the file could not be read: ",
		"after adding, the file would not say what it said and what is new", hintAppend})
}

// list is what is to be added to the list under a key of the top level.
type list struct {
	key   string
	items [][]byte // in JSON
}

// listsOf returns what added has for each list of the top level, in the order of
// the format.
func listsOf(added *briefing.Briefing) ([]list, error) {
	only := briefing.Briefing{Judgments: added.Judgments, Gaps: added.Gaps, Sources: added.Sources, Actors: added.Actors,
		Events: added.Events, Questions: added.Questions}
	var text bytes.Buffer
	if err := WriteJSON(&text, &only); err != nil {
		return nil, err
	}
	var out []list
	in := jsontext.NewDecoder(&text, jsontext.AllowDuplicateNames(true))
	if _, err := in.ReadToken(); err != nil {
		return nil, err
	}
	for in.PeekKind() == '"' {
		key, err := in.ReadToken()
		if err != nil {
			return nil, err
		}
		l := list{key: key.String()}
		if in.PeekKind() != '[' {
			err = in.SkipValue()
		} else if l.items, err = readItems(in); len(l.items) > 0 {
			out = append(out, l)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func readItems(in *jsontext.Decoder) (items [][]byte, err error) {
	_, err = in.ReadToken()
	for err == nil && in.PeekKind() != ']' {
		var v jsontext.Value
		if v, err = in.ReadValue(); err == nil {
			items = append(items, v.Clone())
		}
	}
	if err == nil {
		_, err = in.ReadToken()
	}
	return items, err
}
