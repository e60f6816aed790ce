package file

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// pruner takes out of a briefing what is not to be in it, by the rules of the
// tables: what is marked too high, what refers to what is not there, and what
// falls with either. A value[V] says what it takes out of a V.
type pruner struct {
	stands  func(id string, kinds itemKind) bool // what it names is there
	limit   briefing.TLP                         // of what is marked; empty: none
	label   string                               // in the place of a reference in a text; empty: they stay
	own     bool                                 // nobody else holds the lists: they can be changed
	counts  briefing.Withheld                    // what was taken out
	counted int
}

const aReference = "reference"

func (p *pruner) count(noun string) {
	p.counts.Add(noun)
	p.counted++
}

// pruneText is a text without references to what is not there. A label is
// words of the text, and stays.
func (p *pruner) pruneText(text string) string {
	if p.label == "" || !strings.Contains(text, "[[") {
		return text
	}
	var b strings.Builder
	for {
		before, reference, rest, ok := briefing.CutReference(text)
		b.WriteString(before)
		if !ok {
			return clean.Text(b.String())
		}
		switch whole := text[len(before) : len(text)-len(rest)]; {
		case p.refersToAll(reference.ID):
			b.WriteString(whole)
		case reference.Text == reference.ID:
			p.count(aReference)
			b.WriteString(p.label)
		default:
			p.count(aReference)
			b.WriteString(reference.Text)
		}
		text = rest
	}
}

// refersToAll reports whether all that a reference names is there. That of a
// position names its claim and its holder.
func (p *pruner) refersToAll(id string) bool {
	claim, position, _ := strings.Cut(id, "/")
	holder, _, _ := strings.Cut(position, "/")
	return p.stands(claim, anyItem) && (holder == "" || p.stands(holder, anyItem))
}
