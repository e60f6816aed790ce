package settings

import (
	"fmt"
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// A key is bound to one action. If the file gives a key to two actions, that is
// a problem, and the first one gets it. A key that the file gives to an action
// is taken from the action that has it by default. Otherwise a later version
// with a new action on that key would break the file.

func (f *settingsFile) keys(t *file.Tree) {
	if t.Form != file.Mapping {
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected actions with their keys", t.Form), "for example open: [enter, l]")
		return
	}
	f.chosen, f.taken = map[string]Choice[[]string]{}, map[string]string{}
	for _, a := range f.actions {
		if a.Fixed {
			f.take(a.ID, a.Keys)
		}
	}
	for kid := range f.each(t, "the keys") {
		a, known := f.action(kid.Key)
		switch {
		case !known:
			ids := briefing.Map(f.actions, func(a Action) string { return a.ID })
			f.problem(kid.KeyPos, CodeUnknownAction, fmt.Sprintf("there is no action %q", short(kid.Key)), suggest(kid.Key, ids, "sitrep config lists all actions"))
		case a.Fixed:
			f.problem(kid.KeyPos, CodeFixedKey, fmt.Sprintf("the keys of %s stay as they are", a.ID), "take the line out")
		default:
			f.bind(a, kid)
		}
	}
}

func (f *settingsFile) take(action string, keys []string) {
	for _, k := range keys {
		f.taken[k] = action
	}
}

// bind gives an action the keys of a word or a list. An action whose keys are all
// wrong keeps its defaults.
func (f *settingsFile) bind(a Action, t *file.Tree) {
	words := []file.Tree{*t}
	switch t.Form {
	case file.List:
		words = t.Kids
	case file.Nothing, file.Mapping, file.Refused:
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected keys", t.Form), "for example "+a.ID+": [x, ctrl+x]; [] leaves the action without a key")
		return
	}
	keys := []string{}
	for i := range words {
		if k, ok := f.key(a.ID, &words[i]); ok {
			keys = append(keys, k)
			f.taken[k] = a.ID
		}
	}
	if len(keys) > 0 || len(words) == 0 {
		f.chosen[a.ID] = Choice[[]string]{keys, f.settings.inFile(t.KeyPos)}
	}
}

func (f *settingsFile) key(action string, t *file.Tree) (string, bool) {
	if t.Form != file.Word {
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected a key", t.Form), `put signs in quotes, such as "[" and "?"`)
		return "", false
	}
	name, hint, ok := parseKey(t.Text)
	if !ok {
		f.problem(t.Pos, CodeNoSuchKey, fmt.Sprintf("there is no key %q", short(t.Text)), hint)
		return "", false
	}
	other, isTaken := f.taken[name]
	if !isTaken {
		return name, true
	}
	if a, _ := f.action(other); a.Fixed {
		f.problem(t.Pos, CodeFixedKey, fmt.Sprintf("%q always is the key of %s", name, other), "choose another key")
	} else {
		f.problem(t.Pos, CodeKeyBoundTwice, fmt.Sprintf("%q is a key of %s already; %s does not get it", name, other, action), "give each key to one action")
	}
	return "", false
}

// bindings returns the keys of every action: those of the file, or else its default
// keys without those that the file has given to another.
func (f *settingsFile) bindings() []Bound {
	out := make([]Bound, len(f.actions))
	for i, a := range f.actions {
		if c, ok := f.chosen[a.ID]; ok {
			out[i] = Bound{Action: a.ID, Keys: c.Value, From: c.From}
			continue
		}
		b := Bound{Action: a.ID, Keys: slices.Clone(a.Keys), From: byDefault, Fixed: a.Fixed}
		b.Keys = slices.DeleteFunc(b.Keys, func(k string) bool {
			to, isTaken := f.taken[k]
			lost := isTaken && to != a.ID
			if lost {
				b.Lost = append(b.Lost, Loss{k, to})
			}
			return lost
		})
		out[i] = b
	}
	return out
}
