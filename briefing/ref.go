package briefing

// Kind is the kind of item that a reference names.
type Kind uint8

// The kinds of items in a briefing.
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

// String returns the kind in the words of the format.
func (k Kind) String() string {
	return [...]string{"item", "bottom line", "judgment", "gap", "event", "actor",
		"question", "claim", "position", "source"}[k]
}

// Ref names one item of a briefing. The ID of a position is that of its claim
// and holder, claim/holder, followed by /2 and so on if a holder takes several.
// The ID of a gap is its number, from 1. The bottom line has no ID.
type Ref struct {
	Kind Kind
	ID   string
}
