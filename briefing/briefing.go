// Package briefing is the model: what a briefing consists of, the scales of its
// terms, its parts, and an index that knows who cites what, what is contested,
// which origins a claim has, and what loses its support without a source. It reads
// no files, uses no terminal or network, and never changes a briefing.
package briefing

import "sitrep/briefing/edtf"

// Format is the value of the key "format" in every file of this version.
const Format = "briefing/1"

// Briefing is one briefing, as its file states it. Texts are clean (see package
// clean). A text with references still has its [[id|label]] marks.
type Briefing struct {
	ID         string
	Title      string
	AsOf       edtf.Date // the information cut-off
	Issued     edtf.Date
	Version    int    // 0: not stated
	Language   string // BCP 47
	Authors    []string
	TLP        TLP
	BottomLine string // text with references
	Judgments  []Judgment
	Gaps       []string // text with references
	Sources    []Source
	Actors     []Actor
	Events     []Event
	Questions  []Question
}

// Pos is the position of an item in its file: line and column, from 1. The zero
// Pos is unknown. It is not part of a briefing's content.
type Pos struct{ Line, Col int32 }

// Judgment is what the briefing's own authors conclude.
type Judgment struct {
	ID         string
	Text       string // text with references
	Likelihood Likelihood
	Confidence Confidence
	Because    string // text with references: the basis of the confidence
	Question   string // id of a question
	Evidence   []Evidence
	Common
	Pos Pos
}

// Source is a document that the briefing relies on.
type Source struct {
	ID          string
	Title       string
	Kind        SourceKind
	Publication Publication
	Grade       Grade
	Origin      string // id of the source that this one copies, quotes or translates
	Status      SourceStatus
	Text        string // plain text, with blank lines between paragraphs
	TextKind    TextKind
	Common
	Pos Pos
}

// Publication says where and when a source came out.
type Publication struct {
	Publisher  string
	Authors    []string
	Place      string
	Published  edtf.Date
	Accessed   edtf.Date
	URL        string
	ArchiveURL string
	Language   string
	Credit     string // whom it credits, such as a photographer or an agency
}

// Grade is the reliability of a source, from A to F of the Admiralty code, with
// the reason for it.
type Grade struct {
	Reliability Reliability
	Note        string
}

// Actor is a person, organization, state or group.
type Actor struct {
	ID       string
	Name     string
	Kind     ActorKind
	Aka      []string
	PartOf   string // id of an actor
	Role     string
	Country  string // ISO 3166-1 alpha-2
	Summary  string // text with references
	Evidence []Evidence
	Common
	Pos Pos
}

// Event is something on the timeline.
type Event struct {
	ID          string
	Title       string
	When        When
	Status      EventStatus
	Certainty   Certainty
	Summary     string // text with references
	Place       string
	Country     string // ISO 3166-1 alpha-2
	Coordinates Coordinates
	Actors      []Participant
	Evidence    []Evidence
	Common
	Pos Pos
}

// When is the date of an event as far as it is known.
type When struct {
	Date         edtf.Date
	Said         string // the date in the source's own words
	Note         string
	Alternatives []Alternative
}

// Alternative is another date that is given for the same event.
type Alternative struct {
	Date     edtf.Date
	Note     string
	Evidence []Evidence
}

// Participant is an actor in an event.
type Participant struct {
	Actor string // id
	Role  string
}

// Question is something in dispute.
type Question struct {
	ID      string
	Text    string
	Summary string // text with references
	Status  QuestionStatus
	Events  []string // ids
	Claims  []Claim
	Common
	Pos Pos
}

// Claim is one answer to a question that can be understood by itself. It has no
// truth value.
type Claim struct {
	ID        string
	Text      string
	Figure    Figure
	Positions []Position
	Common
	Pos Pos
}

// Position is the stance of a holder on a claim.
type Position struct {
	Holder      string // id of an actor
	Stance      Stance
	Said        edtf.Date
	Via         string   // id of the actor through whom the position is known
	Citing      []string // ids of actors or sources that the holder names as a basis
	Hedge       Hedge
	Quotation   Quotation
	Credibility int // 1-6 of the Admiralty code; 0: not graded
	Note        string
	Evidence    []Evidence
	Common
	// Number tells several positions of a holder on a claim apart, from 2. It is
	// 0 for the first, and where positions are counted as they come. With it, the
	// ids of positions stay when one before them is left out.
	Number int
	Pos    Pos
}

// Evidence is a source with the words in it that support a statement.
type Evidence struct {
	Source  string // id
	Quote   string // exact words; " [...] " marks an omission
	Prefix  string // words right before the quote, to tell apart places with the same words
	Suffix  string // words right after it
	Locator string // where in the source, as the field writes it: "p. 12", "00:14:05"
	Note    string
	Pos     Pos
}
