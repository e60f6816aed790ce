package briefing

// Remarks are what a user keeps beside a briefing about its items. Nothing of it is
// part of the briefing.
type Remarks interface {
	// Freshness says how an item compares with what the user has read of it.
	Freshness(Ref) Freshness
	// Marked reports whether the user has marked an item.
	Marked(Ref) bool
	// Notes returns the user's notes on an item and, for a source, on words of it, the
	// oldest first.
	Notes(Ref) []Note
	// Opinion returns what the user thinks of a judgment, question or claim. Each of
	// the two is "" if the user has not said so.
	Opinion(Ref) (Likelihood, Confidence)
}

// Note is a note of a user on an item or, with Quote, on words of a source.
type Note struct {
	Written string // the day, or "" if it is not known
	Quote   string
	Prefix  string // words before and behind the quote that tell its place
	Suffix  string
	Text    string // can have several lines
}

// Freshness says how an item compares with what a user has read of it.
type Freshness uint8

// The values of freshness.
const (
	FreshnessUnknown Freshness = iota
	Unread                     // never opened
	New                        // as Unread, and not in the version that was read last
	Changed                    // not as it was when it was opened or, if it was not, in that version
	Read
)

// String returns the word for it in a list, or "" if it is not known.
func (f Freshness) String() string { return [...]string{"", "unread", "new", "changed", "read"}[f] }
