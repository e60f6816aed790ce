package briefing

// Kind is what sort of thing a reference points to.
type Kind uint8

// The kinds of things in a briefing.
const (
	KindNone Kind = iota
	KindBottomLine
	KindJudgment
	KindGap
	KindEvent
	KindActor
	KindQuestion
	KindClaim
	KindPosition
	KindSource
)

// String is the kind in the words of the format.
func (k Kind) String() string {
	return [...]string{"item", "bottom line", "judgment", "gap", "event", "actor",
		"question", "claim", "position", "source"}[k]
}

// Ref names one thing of a briefing. Positions have the id of their claim and
// their holder, claim/holder, with /2 and so on where a holder takes several;
// gaps have their number, from 1; the bottom line has no id.
type Ref struct {
	Kind Kind
	ID   string
}
