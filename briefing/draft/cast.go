package draft

import (
	"strings"

	"sitrep/briefing"
)

// member is somebody who speaks in a text.
type member struct {
	name    string
	aka     []string
	role    string
	kind    briefing.ActorKind
	country string
	gender  wordKind // masculine, feminine or 0: not known
	mention span     // the words that name it first
	plural  bool
	id      string // of the actor; empty until there is one
}

// cast is everybody who speaks in a text.
type cast struct {
	*article
	full        map[string][]string // full names by their last word
	genders     map[string]wordKind // by the last word of a name
	titled      map[string]bool     // the last words of names that have a title, and no first name: President Obama
	titledFull  map[string]bool     // the full names that have one
	firstFull   map[string]int      // the token at which a full name is first
	firstAlone  map[string]int      // the same for a word with a capital that stands alone; not in the first sentence
	members     map[string]*member  // by name
	nouns       map[string]*member  // by the words of roles and of names that are no persons'
	now, before int                 // this sentence, and the one before without quotations that go on
	last        []attribution       // those of the sentence before
	current     []attribution       // those of this sentence
}

// attributions returns the attributions of a text whose holder is known, in order.
func (a *article) attributions() (out []attribution) {
	c := &cast{article: a, full: map[string][]string{}, genders: map[string]wordKind{}, members: map[string]*member{}, nouns: map[string]*member{},
		titled: map[string]bool{}, titledFull: map[string]bool{}, firstFull: map[string]int{}, firstAlone: map[string]int{}}
	c.collectNames()
	var buffer []token
	for n, s := range a.sentences {
		if last := len(out) - 1; last >= 0 && out[last].end > a.tokens[s.from].start {
			continue // a quotation that goes on
		}
		buffer = a.collapsed(s, buffer[:0])
		f := finder{a.lex, buffer, n}
		c.last, c.current, c.before = c.current, nil, c.now
		c.now = n
		f.find(func(found *found) {
			at := f.bytes(found)
			known := len(c.members)
			if at.who = c.resolve(&f, found.holder); at.who == nil {
				return
			}
			at.who.take(a.lex, a.text[found.role.start:found.role.end])
			c.know(at.who)
			if len(c.members) > known && at.who.mention.start >= at.holder.start { // with the verb, it is a passage
				at.who.mention = span{min(at.holder.start, at.cue.start), max(at.holder.end, at.cue.end)}
			}
			c.addBasis(&f, found, &at)
			at.goOn(a)
			c.current = append(c.current, at)
			out = append(out, at)
		})
	}
	return out
}

// goOn adds the quotations that follow as sentences of their own in the same
// paragraph: “…,” she said. “…” Nobody else is named between.
func (at *attribution) goOn(a *article) {
	const most = 8 // sentences
	s := a.sentences[at.sentence]
	if at.noun || at.pattern > quoteLast || a.quotation(at) == "indirect" {
		return
	}
	for k := s.from; k < s.to; k++ { // it must be the last of its sentence
		if a.tokens[k].start >= at.end && (a.tokens[k].kind == opens || a.lex.verbs[a.tokens[k].text].form == past) {
			return
		}
	}
	for n := at.sentence + 1; n < min(len(a.sentences), at.sentence+most); n++ {
		next := a.sentences[n]
		last, ok := a.mates[next.from]
		if next.paragraph != s.paragraph || a.tokens[next.from].kind != opens || !ok || last < next.to-1 {
			return
		}
		more := span{a.tokens[next.from].start, a.tokens[next.to-1].end}
		at.more = append(at.more, more)
		at.end = more.end
	}
}

// addBasis adds whom the holder cites, and through whom the words are known, where
// the sentence names them: “citing two officials”, “…, according to an aide”.
func (c *cast) addBasis(f *finder, in *found, out *attribution) {
	for i := in.holder.from; i+1 < len(f.w); i++ {
		if i == in.from && in.from < in.to {
			i = in.to
			if i+1 >= len(f.w) {
				break
			}
		}
		if f.w[i].text == "citing" {
			out.citing = c.named(f, i+1)
		}
	}
	if last := &f.w[in.holder.to-1]; out.citing != nil && out.stance == briefing.Affirms && f.is(last, media) {
		out.stance = briefing.Reports // a paper passes on what others told it
	}
	at := in.to
	if f.lower(at) == "" {
		at++
	}
	if in.pattern != accordingTo && in.to > in.holder.to && f.lower(at) == "according" {
		out.via = c.named(f, at+2)
	}
}

// named returns who the noun phrase at token i names, or nil.
func (c *cast) named(f *finder, i int) *member {
	if i >= len(f.w) {
		return nil
	}
	np, ok := f.phrase(f.w, i, len(f.w))
	if !ok || !f.speaks(f.w, np) {
		return nil
	}
	return c.resolve(f, f.untimed(f.w, np))
}

// resolve returns who a noun phrase names, or nil if that is not sure.
func (c *cast) resolve(f *finder, np nounPhrase) *member {
	if f.is(&f.w[np.head], pronoun) {
		return c.antecedent(f, np)
	}
	from := np.from
	for from < np.head && f.is(&f.w[from], determiner) {
		if f.is(&f.w[from], possessive) {
			return nil // his campaign
		}
		if f.numbers[f.lower(from)] > 1 { // two officials
			break
		}
		from++
	}
	if from == np.to || f.is(&f.w[np.head], determiner) { // many, some of them
		return nil
	}
	if start, end, ok := f.properName(np, from); ok {
		return c.person(f, from, start, end)
	}
	if m := c.nameAfter(f, np, from); m != nil {
		return m
	}
	mention := span{f.w[from].start, f.w[np.to-1].end}
	name := oneLine(c.text[mention.start:mention.end])
	if known := c.members[name]; known != nil {
		return known
	}
	head := strings.ToLower(f.w[np.head].text)
	m := &member{name: name, mention: mention, plural: f.plural(f.w, np)}
	c.classify(f, np, from, m)
	switch {
	case f.hasCapital(from, np.to):
	case f.has(from-1, "the"):
		return c.definite(head)
	case from == np.from && !m.plural: // a noun without an article
		return nil
	}
	c.members[name] = m
	return m
}

// nameAfter returns who is named after a role between commas: “the mayor, Anna Weber,”.
func (c *cast) nameAfter(f *finder, np nounPhrase, from int) *member {
	const shortest = 2 // words
	if f.words[f.lower(np.head)]&person == 0 || np.to+shortest >= len(f.w) || f.w[np.to].text != "," {
		return nil
	}
	of, ok := f.core(f.w, np.to+1, len(f.w))
	if !ok || of.to < len(f.w) && f.w[of.to].kind != sign || of.to-of.from < shortest {
		return nil
	}
	start, end, ok := f.properName(of, of.from)
	if !ok || start != of.from {
		return nil
	}
	m := c.member(oneLineOf(f.w[start:end]), span{f.w[from].start, f.w[end-1].end})
	m.gender |= f.words[f.w[start].text] & (masculine | feminine)
	m.take(f.lexicon, c.text[f.w[from].start:f.w[np.to-1].end])
	return m
}

// has reports whether token i is a word, in small letters or with a capital.
func (f *finder) has(i int, text string) bool { return f.lower(i) == text }

// classify says what kind of actor a name is that names no person.
func (c *cast) classify(f *finder, np nounPhrase, from int, m *member) {
	m.kind = "organization"
	head := f.w[np.head].text
	if isCapital(head) && (f.words[f.lower(np.head)]&(person|people) == 0 || f.words[head]&(people|bodyName) != 0) {
		c.classifyName(f, np, from, m)
	} else if f.words[f.lower(np.head)]&body == 0 {
		m.kind = briefing.ActorUnnamed
	}
}

// classifyName is classify for a name with a capital.
func (c *cast) classifyName(f *finder, np nounPhrase, from int, m *member) {
	if code, ok := f.states[m.name]; ok {
		m.kind, m.country = "state", code
	} else if m.plural && np.head == from {
		m.kind = "group" // Democrats
	}
}

// hasCapital reports whether one of the tokens has a capital.
func (f *finder) hasCapital(from, to int) bool {
	for k := from; k < to; k++ {
		if isCapital(f.w[k].text) {
			return true
		}
	}
	return false
}

// definite returns the only member whose name or role has the noun: "the ministry"; nil
// if there is none, if there are several, or if it has not spoken just before.
func (c *cast) definite(noun string) *member {
	m := c.nouns[noun]
	if m == nil || m == several || !c.spokeLast(m) {
		return nil
	}
	return m
}

// several stands for more than one member.
var several = &member{}

// know notes the words by which somebody may be called: those of the role of a person,
// and of the name of others.
func (c *cast) know(m *member) {
	words := m.name
	if m.kind == briefing.ActorPerson {
		words = m.role
	}
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		switch c.nouns[w] {
		case nil:
			c.nouns[w] = m
		case m:
		default:
			c.nouns[w] = several
		}
	}
}

// spokeLast reports whether a member is a holder of this sentence or the one before.
func (c *cast) spokeLast(m *member) bool {
	for _, list := range [][]attribution{c.last, c.current} {
		for i := range list {
			if list[i].who == m {
				return true
			}
		}
	}
	return false
}

// oneLine returns words with single spaces between them.
func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }
