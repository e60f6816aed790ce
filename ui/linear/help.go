package linear

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/query"
)

// help says what can be typed: the topics, or one of them, or a command.
func (s *Session) help(name string) {
	if name == "" {
		s.line("A command is a word or its letter, then Enter. j reads on, open goes deeper, back comes back, / and words searches, q quits.")
		for _, t := range s.topics {
			words := briefing.Map(t.commands, func(c command) string {
				return strings.Join(briefing.Map(c.names[:min(2, len(c.names))], said), " or ")
			})
			s.line(sentence(capital(t.name) + ": " + strings.Join(words, ", ")))
		}
		s.line("? and a topic or a command says more: ? search, ? j. ? signs explains the terms, ? keys what of the screens has no command here.")
		return
	}
	for _, t := range s.topics {
		if strings.EqualFold(t.name, name) {
			s.topic(t)
			return
		}
	}
	switch strings.ToLower(name) {
	case "signs", "terms", "grades":
		s.terms()
		return
	case "keys", "screens":
		for _, w := range without {
			s.line(sentence(capital(w.action) + ": " + w.why))
		}
		return
	}
	if c := named(s.topics, name); c != nil {
		s.line(sentence(c.takes() + ": " + c.about))
		if c.names[0] == "filter" {
			s.fields()
		}
		return
	}
	s.unknown(name, "Nothing is known about ")
}

func (s *Session) topic(t topic) {
	s.line(sentence(t.about))
	for i := range t.commands {
		c := &t.commands[i]
		s.line(sentence(c.takes() + ": " + c.about))
	}
	if t.name == "search" {
		s.fields()
	}
}

// fields says what an expression of the filter can ask.
func (s *Session) fields() {
	s.line("An expression is a list of terms, all of which must fit: words, a phrase in quotes, and names with values. A hyphen before a term negates it.")
	for _, f := range query.Fields() {
		about := f.Wants + ", such as " + f.Example
		if f.Example == "" {
			about = "without a value: " + f.Keeps
		}
		s.line(sentence(f.Name + " " + about))
	}
}

// terms says what the terms, grades and flags mean.
func (s *Session) terms() {
	for _, b := range page.Scales() {
		switch b := b.(type) {
		case page.Section:
			s.line(sentence(headingWords(b)))
		case page.Entry:
			s.line(sentence(b.Lead[0].Text + ": " + inWords.Replace(b.Body[0].Text)))
		}
	}
}

// unknown says that there is no such command, with the one that was probably meant.
func (s *Session) unknown(word, what string) {
	text := what + quotedWords(word)
	var names []string
	for _, t := range s.topics {
		names = append(names, t.name)
		for _, c := range t.commands {
			names = append(names, c.names...)
		}
	}
	if near, ok := fold.Nearest(strings.ToLower(word), names); ok {
		s.line(text + "; did you mean " + near + "? Type ? for help.")
		return
	}
	s.line(text + "; type ? for help.")
}

// without are the actions of the reader that draws screens that have no command here, and
// why.
var without = []struct{ action, why string }{
	{"alone", "there are no columns: one list is read at a time"},
	{"wider", "there are no columns"},
	{"narrower", "there are no columns"},
	{"numbers", "the quotes in a paragraph are named behind it"},
	{"theme", "nothing is coloured"},
	{"mouse", "there is nothing to point at"},
	{"redraw", "nothing is drawn"},
	{"suspend", "ctrl-z of the terminal suspends, as for any program"},
}
