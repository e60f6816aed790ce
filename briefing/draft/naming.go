package draft

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
)

// properName returns the tokens from one to another, end exclusive, of the name of a
// person in a noun phrase: “Pentagon spokeswoman |Sabrina Singh|”. It reports false if
// the phrase names no person.
func (f *finder) properName(np nounPhrase, from int) (start, end int, ok bool) {
	end = f.nameEnd(np, from)
	if start, ok = f.nameBefore(np, from, end); ok || np.head+1 >= end {
		return start, end, ok
	}
	end = np.head + 1 // Representative Charles B. Rangel of New York
	start, ok = f.nameBefore(np, from, end)
	return start, end, ok && (end-start > 1 || start > from)
}

// nameBefore returns the token at which the name of a person begins that ends before
// token end.
func (f *finder) nameBefore(np nounPhrase, from, end int) (start int, ok bool) {
	start = end
	for start > from && f.isNamePart(start-1, end) {
		start--
	}
	if start == end || !isCapital(f.w[start].text) {
		return 0, false
	}
	last := f.w[end-1]
	switch {
	case f.words[last.text]&bodyName != 0, isAcronym(last.text) && (!slices.Contains(generations, last.text) || end-start < 2),
		f.states[oneLineOf(f.w[start:end])] != "":
		return 0, false
	case start > np.head && f.words[f.w[np.head].text]&title == 0: // advisers to Mr. Obama
		return 0, false
	case start > from: // of State
		return start, f.words[f.w[start-1].text]&preposition == 0
	case start > np.from: // the White House
		return 0, false
	}
	return start, end-start > 1 || !f.is(&last, people)
}

var generations = []string{"II", "III", "IV"}

// nameEnd returns the token after the last word of a noun phrase, without what stands
// in brackets behind it.
func (f *finder) nameEnd(np nounPhrase, from int) int {
	end := np.to
	for end > from && f.w[end-1].kind != word {
		end = f.beforeAside(from, end)
	}
	return end
}

func oneLineOf(w []token) string {
	var words []string
	for _, t := range w {
		words = append(words, t.text)
	}
	return strings.Join(words, " ")
}

// beforeAside returns the token after which the brackets end that token end-1 closes.
func (f *finder) beforeAside(from, end int) int {
	for k := end - 1; k > from; k-- {
		if f.w[k].text == "(" {
			return k
		}
	}
	return end - 1
}

// isNamePart reports whether token i can be a word of the name that ends before end.
func (f *finder) isNamePart(i, end int) bool {
	t := f.w[i]
	if t.kind != word || isPossessive(t.text) || isDateWord(t.text) {
		return false
	}
	if !isCapital(t.text) {
		return i < end-1 && slices.Contains(particles, t.text)
	}
	return f.words[t.text]&title == 0 || i == end-1 && i > 0 && isCapital(f.w[i-1].text)
}

var particles = []string{"de", "van", "von", "der", "bin", "al", "la", "del", "da"}

// person returns the member whose name is the tokens from start to end, and whose role,
// if any, is between from and start.
func (c *cast) person(f *finder, from, start, end int) *member {
	words := f.w[start:end]
	name := oneLineOf(words)
	role := strings.Trim(oneLine(c.text[f.w[from].start:f.w[start].start]), ", ")
	if len(words) == 1 {
		return c.bySurname(f, name, role, span{f.w[from].start, f.w[end-1].end})
	}
	m := c.member(c.wholeName(name, math.MaxInt), span{f.w[from].start, f.w[end-1].end})
	m.gender |= c.lex.words[words[0].text] & (masculine | feminine)
	m.take(f.lexicon, role)
	return m
}

// bySurname returns the person with a surname: the one full name in the text that ends
// with it, or a person of that name alone if it is not sure that they are the same. It
// returns nil if several may have the name.
func (c *cast) bySurname(f *finder, name, role string, mention span) *member {
	gender := genderOf(f.lexicon, role)
	full := c.fullName(name, gender)
	if full == "" {
		key := name
		if c.genders[name] == masculine|feminine { // Mr. and Mrs. Clinton
			if gender == 0 {
				return nil
			}
			key = role + " " + name
		}
		m := c.member(key, mention)
		c.single(m, name, role)
		m.gender |= gender
		m.take(f.lexicon, role)
		return m
	}
	m := c.member(full, mention)
	first, _, _ := strings.Cut(full, " ")
	m.gender |= gender | c.lex.words[first]&(masculine|feminine)
	if !slices.Contains(m.aka, name) {
		m.aka = append(m.aka, name)
	}
	m.take(f.lexicon, role)
	return m
}

// single says what kind of actor is known by one word.
func (c *cast) single(m *member, name, role string) {
	switch code, state := c.lex.states[name]; {
	case role != "" || c.genders[name] != 0 || c.titled[name] || m.role != "":
		m.kind = briefing.ActorPerson
	case state:
		m.kind, m.country = "state", code
	case len(c.full[name]) == 0:
		m.kind = "organization" // nothing says that it is a person
	}
}

// fullName returns the full name of the person whom a surname means, where a title
// says of which gender; "" if that is not sure.
func (c *cast) fullName(name string, gender wordKind) string {
	found := ""
	for _, full := range c.full[name] {
		first, _, _ := strings.Cut(full, " ")
		own := c.lex.words[first] & (masculine | feminine)
		switch {
		case gender != 0 && own != 0 && own&gender == 0: // somebody else
			continue
		case found != "", gender == 0 && (c.genders[name]|own) == masculine|feminine:
			return ""
		}
		found = full
	}
	if found == "" || c.titled[name] && !c.titledFull[found] || c.firstAlone[name] < c.firstFull[found] && c.firstAlone[name] > 0 {
		return ""
	}
	return found
}

// genderOf returns what the words of a role say about the gender of who has it.
func genderOf(lex *lexicon, role string) (gender wordKind) {
	for w := range strings.FieldsSeq(role) {
		gender |= lex.words[w] & (masculine | feminine)
	}
	return gender
}

// member returns the person of a name, who is new if nobody has it.
func (c *cast) member(name string, mention span) *member {
	m := c.members[name]
	if m == nil {
		m = &member{name: name, kind: briefing.ActorPerson, mention: mention}
		c.members[name] = m
	}
	return m
}

// take takes over what a role says about a person. The longest role is kept.
func (m *member) take(lex *lexicon, role string) {
	role = oneLine(role)
	if m.kind != briefing.ActorPerson || isPossessive(role) {
		return
	}
	m.gender |= genderOf(lex, role)
	if len(role) > len(m.role) && !slices.Contains(courtesies, role) {
		m.role = role
	}
}

var courtesies = []string{"Mr.", "Mrs.", "Ms.", "Miss", "Mr", "Mrs", "Ms"}

// collectNames finds the full names of a text, by their last word, and what titles say
// of those who bear them.
func (c *cast) collectNames() {
	for i, n := 0, 0; i < len(c.tokens); {
		for c.sentences[n].to <= i {
			n++
		}
		if i == c.sentences[n].from && c.isHeading(c.sentences[n]) {
			i = c.sentences[n].to
			continue
		}
		end := i
		for end < c.sentences[n].to && c.tokens[end].kind == word && isCapital(c.tokens[end].text) &&
			(end == i || !isPossessive(c.tokens[end-1].text)) {
			end++
		}
		switch {
		case end > i+1:
			c.addName(c.tokens[i:end], i)
		case end == i+1 && n > 0: // the first sentence may be a title
			if name := bareName(c.tokens[i].text); c.firstAlone[name] == 0 {
				c.firstAlone[name] = i
			}
		}
		i = max(end, i+1)
	}
}

// isHeading reports whether nearly all words of a sentence have capitals, which says
// nothing of where a name begins and ends.
func (c *cast) isHeading(s sentenceRange) bool {
	const shortest, small = 5, 4 // words; one in so many may be small
	words, capitals := 0, 0
	for _, t := range c.tokens[s.from:s.to] {
		if t.kind == word {
			words++
			if isCapital(t.text) {
				capitals++
			}
		}
	}
	return words >= shortest && (words-capitals)*small <= words
}

// bareName returns a name without a genitive.
func bareName(w string) string {
	return strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s"), "’'")
}

// addName adds the name that some words with capitals are, without what precedes it.
// The first of them is token at.
func (c *cast) addName(w []token, at int) {
	last, first := bareName(w[len(w)-1].text), w[len(w)-2].text
	if c.lex.words[first]&title != 0 { // Mr. Obama, President Obama
		c.genders[last] |= c.lex.words[first] & (masculine | feminine)
		c.titled[last] = c.titled[last] || !slices.Contains(courtesies, first)
		return
	}
	before := len(w) - 3
	if before >= 0 && isInitial(first) { // Donald J. Trump
		first = w[before].text + " " + first
		before--
	}
	name := c.wholeName(first+" "+last, at)
	if !c.isFirstName(first) || c.lex.words[last]&noName != 0 || isDateWord(last) || c.lex.states[name] != "" || len(c.full[last]) > maxNames {
		return
	}
	if !slices.Contains(c.full[last], name) {
		c.full[last] = append(c.full[last], name)
		c.firstFull[name] = at
	}
	if before >= 0 && c.lex.words[w[before].text]&title != 0 {
		c.titledFull[name] = true
		c.genders[last] |= c.lex.words[w[before].text] & (masculine | feminine)
	}
}

// wholeName returns the longer of a name and one of the text that differs from it in an
// initial only, such as Loretta E. Lynch for Loretta Lynch. Token at is where the name
// is.
func (c *cast) wholeName(name string, at int) string {
	words := strings.Fields(name)
	last := words[len(words)-1]
	for i, known := range c.full[last] {
		other := strings.Fields(known)
		if known == name || other[0] != words[0] || len(words) > 3 || len(words) == len(other) || len(words) == 3 && !isInitial(words[1]) {
			continue
		}
		if len(words) < len(other) {
			return known
		}
		c.full[last][i], c.firstFull[name] = name, min(at, c.firstFull[known])
		c.titledFull[name] = c.titledFull[known]
	}
	return name
}

// isInitial reports whether a word is one letter with a full stop, or without.
func isInitial(w string) bool { return utf8.RuneCountInString(strings.TrimRight(w, ".")) == 1 }

// noName is the words with a capital that no name of a person begins or ends with.
const noName = title | bodyName | place

// isFirstName reports whether a name of a person can begin with a word, or with one and
// an initial.
func (c *cast) isFirstName(first string) bool {
	first, _, _ = strings.Cut(first, " ")
	return c.lex.words[first]&(noName|opening) == 0 && !isDateWord(first) && (!isAcronym(first) || strings.Contains(first, ".")) &&
		c.lex.words[strings.ToLower(first)]&(determiner|preposition|subordinator|conjunction|pronoun|function|opening|person|body) == 0
}

// maxNames is how many full names with one last word are kept: more than one is not
// sure already.
const maxNames = 4
