package file

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// pruner removes parts of a briefing by the rules of the tables: what is marked
// above a limit, what refers to something that does not exist, and what must go
// with either. How a V is pruned is up to its value[V].
type pruner struct {
	exists  func(id string, kinds itemKind) bool // reports whether there is such an item
	limit   briefing.TLP                         // highest marking that stays; empty for no limit
	label   string                               // replaces references in texts; if empty, they stay
	inPlace bool                                 // nothing else uses the lists, so they may be changed
	counts  briefing.Withheld                    // what was removed
	counted int
}

const aReference = "reference"

func (p *pruner) count(noun string) {
	p.counts.Add(noun)
	p.counted++
}

// pruneText returns text without references to items that do not exist. The words
// that a reference shows are part of the text and stay.
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

// refersToAll reports whether everything that a reference names exists. A
// reference to a position names its claim and its holder.
func (p *pruner) refersToAll(id string) bool {
	claim, position, _ := strings.Cut(id, "/")
	holder, _, _ := strings.Cut(position, "/")
	return p.exists(claim, anyItem) && (holder == "" || p.exists(holder, anyItem))
}
