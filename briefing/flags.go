package briefing

// Flag is something about a claim that a careful reader would want to know.
// Flags are computed, never stored.
type Flag string

// The flags.
const (
	SingleOrigin   Flag = "single-origin"
	Uncorroborated Flag = "uncorroborated"
	OneSided       Flag = "one-sided"
	SilentParty    Flag = "silent-party"
	QuoteMissing   Flag = "quote-missing"
)

// Flags lists the flags with their meanings.
var Flags = Scale[Flag]{
	{Value: SingleOrigin, Label: "all that supports it goes back to one origin"},
	{Value: Uncorroborated, Label: "nobody but its first holder affirms it"},
	{Value: OneSided, Label: "no other position is reported"},
	{Value: SilentParty, Label: "somebody involved takes no position"},
	{Value: QuoteMissing, Label: "a quote does not stand in its source"},
}

// Findings is what follows from the positions on a claim.
type Findings struct {
	Voices       int      // number of holders who affirm or report it
	Origins      []string // ids of the actors and sources where that support begins
	Publications int      // number of documents that carry it
	Flags        []Flag
	Silent       []string // ids of the actors involved who take no position on the question
}
