package draft

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// antecedent returns whom a pronoun stands for: the holder of the sentence before, or
// the only person whom that names, where nobody else can be meant. Otherwise it
// returns nil.
func (c *cast) antecedent(f *finder, np nounPhrase) *member {
	switch f.lower(np.head) {
	case "he":
		return c.personBefore(f, np, feminine)
	case "she":
		return c.personBefore(f, np, masculine)
	case "it":
		return c.speakerBefore(f, np, func(m *member) bool { return m.kind == "organization" || m.kind == "state" })
	case "they":
		return c.speakerBefore(f, np, func(m *member) bool { return m.plural })
	}
	return nil
}

// personBefore returns the person whom "he" or "she" stands for; other is the gender
// that it can't have.
func (c *cast) personBefore(f *finder, np nounPhrase, other wordKind) *member {
	named := c.persons(f.w[:np.from], len(c.current) == 0)
	if len(c.current) > 0 {
		return only(c.current, named, other)
	}
	if f.sentence == 0 || len(named) > 0 {
		return nil
	}
	before := c.collapsed(c.sentences[c.before], nil)
	if len(c.last) > 0 {
		return only(c.last, c.persons(before, false), other)
	}
	named = c.persons(before, true)
	if len(named) != 1 || c.othersNamed(before) {
		return nil
	}
	for name, mention := range named {
		if full := c.fullName(name, 0); full != "" {
			first, _, _ := strings.Cut(full, " ")
			if (c.lex.words[first]|c.genders[name])&other != 0 {
				return nil
			}
			return c.member(full, mention)
		}
	}
	return nil
}

// only returns the one holder of some attributions, if that is a person not of the
// other gender, and the names beside them are nobody else's.
func only(list []attribution, named map[string]span, other wordKind) *member {
	who := list[0].who
	for i := range list {
		if list[i].who != who {
			return nil
		}
	}
	for name := range named {
		if name != surname(who.name) {
			return nil
		}
	}
	if who.kind != briefing.ActorPerson || who.gender&other != 0 {
		return nil
	}
	return who
}

// speakerBefore returns the holder of the sentence before, if that is the subject
// with which it begins, and fits.
func (c *cast) speakerBefore(f *finder, np nounPhrase, fits func(*member) bool) *member {
	if len(c.last) != 1 || !fits(c.last[0].who) || f.sentence == 0 || np.from > f.skipOpenings(0, np.from) {
		return nil
	}
	const near = 3 // tokens from the start
	s := c.sentences[c.before]
	if c.last[0].holder.start > c.tokens[min(s.from+near, s.to-1)].start {
		return nil
	}
	return c.last[0].who
}

// persons returns the surnames of the persons whom some words name, and where. With
// genitives it counts “Rutte’s” as well.
func (c *cast) persons(w []token, genitives bool) map[string]span {
	out := map[string]span{}
	for i := range w {
		if w[i].kind != word || !isCapital(w[i].text) {
			continue
		}
		name := w[i].text
		if isPossessive(name) {
			if !genitives {
				continue
			}
			name = strings.TrimSuffix(strings.TrimSuffix(name, "’s"), "'s")
		}
		_, known := c.members[name]
		if len(c.full[name]) > 0 && c.lex.words[name]&(bodyName|title) == 0 || known && c.members[name].kind == briefing.ActorPerson {
			out[name] = w[i].span
		}
	}
	return out
}

// otherPronouns are words for somebody who is named before.
var otherPronouns = []string{"he", "she", "they", "their", "them"}

// othersNamed reports whether some words tell of somebody without a name, whom a
// pronoun can mean as well: a nurse, or who is named before.
func (c *cast) othersNamed(w []token) bool {
	for i := range w {
		if w[i].kind == word && slices.Contains(otherPronouns, strings.ToLower(w[i].text)) {
			return true
		}
		if w[i].kind != word || isCapital(w[i].text) || c.lex.words[w[i].text]&person == 0 {
			continue
		}
		named := false
		for k := max(0, i-3); k < min(len(w), i+3); k++ { // in the role of one who has a name
			named = named || isCapital(w[k].text) && len(c.full[w[k].text]) > 0
		}
		if !named {
			return true
		}
	}
	return false
}

func surname(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }
