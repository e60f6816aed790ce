package keys

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// arrows are the signs for keys that are shown as a sign.
var arrows = map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→"}

// shownKey returns the name of a key for display.
func shownKey(name string, ascii bool) string {
	if name == "" {
		return ""
	}
	at := strings.LastIndex(name[:len(name)-1], "+") + 1
	before, last := name[:at], name[at:]
	switch sign, isArrow := arrows[last]; {
	case isArrow && !ascii:
		last = sign
	case last == "pgdown":
		last = "pgdn"
	}
	return before + last
}

// fewestInRun is the number of digits in a row that are shown as a range.
const fewestInRun = 3

// shownKeys returns the keys of a binding for display, such as "j/↓" or "1–5",
// or "" for none.
func shownKeys(keys []string, ascii bool) string {
	dash := "–"
	if ascii {
		dash = "-"
	}
	var out []string
	for i := 0; i < len(keys); {
		n := digitRun(keys[i:])
		if n >= fewestInRun {
			out = append(out, keys[i]+dash+keys[i+n-1])
			i += n
			continue
		}
		out = append(out, shownKey(keys[i], ascii))
		i++
	}
	return strings.Join(out, "/")
}

// digitRun returns the length of a run of ascending digits at the start of
// keys.
func digitRun(keys []string) int {
	n := 0
	for n < len(keys) && len(keys[n]) == 1 && keys[n][0] >= '0' && keys[n][0] <= '9' && keys[n][0] == keys[0][0]+byte(n) {
		n++
	}
	return n
}

// Bindings are all actions with their current keys.
type Bindings struct {
	List  []Binding
	ascii bool
}

// New returns the bindings of a reader with the given number of sections. other
// replaces the keys of actions, by id. If ascii is set, all keys are shown in
// ASCII.
func New(sections int, other map[string][]string, ascii bool) *Bindings {
	list := table(sections)
	for i := range list {
		b := &list[i]
		if keys, ok := other[b.ID]; ok && b.ID != QuitNow {
			b.SetKeys(slices.Clone(keys)...)
		}
		b.SetHelp(shownKeys(b.Keys(), ascii), b.Name)
	}
	return &Bindings{list, ascii}
}

// Confine turns off the actions that start other programs, write files or open other
// files than those that the reader was started on.
func (b *Bindings) Confine() {
	for _, id := range outside {
		b.byID(id).Off = true
	}
}

// Off reports whether an action is turned off.
func (b *Bindings) Off(id string) bool {
	return slices.ContainsFunc(b.List, func(b Binding) bool { return b.ID == id && b.Off })
}

// Find returns the id of the action that a key is bound to, or "" for none.
func (b *Bindings) Find(msg tea.KeyPressMsg) string {
	for i := range b.List {
		if key.Matches(msg, b.List[i].Binding) {
			return b.List[i].ID
		}
	}
	return ""
}

// SectionOf returns the number, from 0, of the section that a key leads to, or
// -1 for none.
func (b *Bindings) SectionOf(msg tea.KeyPressMsg) int { return b.NumberOf(Section, msg) }

// NumberOf returns the number, from 0, of a key among the keys of an action, or -1 if
// it is not one of them.
func (b *Bindings) NumberOf(id string, msg tea.KeyPressMsg) int {
	return slices.Index(b.byID(id).Keys(), msg.String())
}

// All returns the keys of an action for use in a sentence, or words that say that it
// has none.
func (b *Bindings) All(id string) string {
	var shown []string
	for _, k := range b.byID(id).Keys() {
		shown = append(shown, shownKey(k, b.ascii))
	}
	if len(shown) > 0 {
		return strings.Join(shown, " ")
	}
	return b.Of(id)
}

func (b *Bindings) byID(id string) *Binding {
	return &b.List[slices.IndexFunc(b.List, func(b Binding) bool { return b.ID == id })]
}

// First returns the first key of an action for display, or "" if it has none or is
// turned off.
func (b *Bindings) First(id string) string {
	if keys := b.byID(id).Keys(); len(keys) > 0 && !b.Off(id) {
		return shownKey(keys[0], b.ascii)
	}
	return ""
}

// ForSection returns the key of section n, counted from 0, or else n+1.
func (b *Bindings) ForSection(n int) string {
	if keys := b.byID(Section).Keys(); n < len(keys) {
		return shownKey(keys[n], b.ascii)
	}
	return strconv.Itoa(n + 1)
}

// Of returns the first key of an action for use in a sentence, or words that
// say that it has none.
func (b *Bindings) Of(id string) string {
	if k := b.First(id); k != "" {
		return k
	}
	return "(" + id + ", which has no key)"
}

// Hint is a few actions with a word for what they do together.
type Hint struct {
	Word  string
	IDs   []string
	Typed string // keys that no action is bound to
}

// Keys returns Typed and the first keys of a hint's actions. It leaves out
// actions without a key.
func (b *Bindings) Keys(h Hint) string {
	var out []string
	if h.Typed != "" {
		out = append(out, h.Typed)
	}
	for _, id := range h.IDs {
		if k := b.First(id); k != "" {
			out = append(out, k)
		}
	}
	return strings.Join(out, " ")
}
