package tui

// Key is a key of the reader, as lists of keys show it.
type Key struct {
	Group string
	Keys  string // "j/↓"
	Does  string // a sentence without its full stop
}

// Keys is every key of the reader as it is at first, in the order of the help.
func Keys() []Key {
	var out []Key
	for _, b := range rebind(newBindings(), nil, false) {
		out = append(out, Key{b.group, b.Help().Key, b.name})
	}
	return out
}
