package dialog

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/ui/tui/keys"
)

// SectionMsg asks for a section, numbered from 0.
type SectionMsg struct{ Section int }

// command is an action in the palette.
type command struct {
	Item
	verb  string
	words []string // to be searched, in lower case
}

// Palette lists the actions by name, narrowed by typing, and the sections. It
// lists only actions for which can returns true, or all if can is nil, and none that
// are turned off. Actions
// that move come last, because people do not look them up by name. What is
// typed after the verb of an action is its argument. more come after the actions.
func Palette(b *keys.Bindings, sections []string, can func(action string) bool, more ...Item) *Picker {
	var commands, ways, moves []command
	for _, b := range b.List {
		if b.Off || can != nil && !can(b.ID) {
			continue
		}
		c := command{actionItem(b, ""), b.Verb(), words(b.Verb() + " " + b.Name + " " + b.ID)}
		c.Code = b.Usage
		switch {
		case b.Group == keys.GroupMove:
			moves = append(moves, c)
		case b.ID == keys.Section:
			for n, key := range b.Keys()[:min(len(b.Keys()), len(sections))] {
				text := "go to " + sections[n]
				ways = append(ways, command{Item{Key: key, Text: text, Result: SectionMsg{n}}, "", words(text)})
			}
		case b.Group == keys.GroupGo:
			ways = append(ways, c)
		default:
			commands = append(commands, c)
		}
	}
	for _, item := range more {
		commands = append(commands, command{item, "", words(item.Text)})
	}
	p := &Picker{Title: "Actions", Enter: "does it", Typing: true, None: "no such action", KeyCells: keyCells, Find: matching(slices.Concat(commands, ways, moves))}
	return p.Prepare()
}

// matching returns a Find that puts the best matches first and keeps the order
// of equal ones. Commands that match only by letters are found if nothing else
// matches.
func matching(commands []command) func(string) []Item {
	return func(typed string) []Item {
		byFit := make([][]Item, noFit)
		for _, c := range commands {
			if fit := c.fit(typed); fit < noFit {
				byFit[fit] = append(byFit[fit], c.typed(typed))
			}
		}
		if found := slices.Concat(byFit[:lettersOnly]...); len(found) > 0 {
			return found
		}
		return byFit[lettersOnly]
	}
}

// How well a command matches what is typed, best first.
const (
	itsVerb     = iota // the first word is the verb that takes an argument
	firstWord          // each typed word begins one of its words, the first one its first
	wordStarts         // each typed word begins one of its words
	lettersOnly        // it has the letters in their order
	noFit
)

func (c *command) fit(typed string) int {
	all := words(typed)
	begins := func(word string) func(string) bool {
		return func(of string) bool { return strings.HasPrefix(of, word) }
	}
	switch missing := func(word string) bool { return !slices.ContainsFunc(c.words, begins(word)) }; {
	case len(all) == 0:
		return firstWord
	case c.verb != "" && all[0] == c.verb:
		return itsVerb
	case !slices.ContainsFunc(all, missing):
		if strings.HasPrefix(c.words[0], all[0]) {
			return firstWord
		}
		return wordStarts
	case inOrder(strings.Join(all, ""), strings.ToLower(c.Text)):
		return lettersOnly
	}
	return noFit
}

// typed returns the item with the argument typed after its verb.
func (c *command) typed(text string) Item {
	item := c.Item
	verb, argument, _ := strings.Cut(strings.TrimSpace(text), " ")
	argument = strings.TrimSpace(argument)
	if run, ok := item.Result.(RunMsg); ok && c.verb != "" && argument != "" && strings.EqualFold(verb, c.verb) {
		run.Argument = argument
		item.Result, item.Code, item.Aside = run, "", c.verb+" "+argument
	}
	return item
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// inOrder reports whether text contains letters in their order.
func inOrder(letters, text string) bool {
	for _, r := range letters {
		at := strings.IndexRune(text, r)
		if at < 0 {
			return false
		}
		text = text[at+len(string(r)):]
	}
	return true
}
