package briefing

import (
	"fmt"
	"slices"
	"strings"
)

// Term is one allowed value of a scale, with its meaning.
type Term[T ~string] struct {
	Value T
	Label string // its words in a sentence
	Sign  string // one cell, ASCII, for stances; empty for other scales
}

// Scale lists the allowed values of a key, in their own order.
type Scale[T ~string] []Term[T]

// scaleOf returns the scale of values that are their own labels.
func scaleOf[T ~string](values ...T) Scale[T] {
	return Map(values, func(v T) Term[T] { return Term[T]{Value: v, Label: strings.ReplaceAll(string(v), "-", " ")} })
}

// Has reports whether v is a value of the scale.
func (s Scale[T]) Has(v T) bool { return s.Rank(v) >= 0 }

// Rank returns the index of v in the scale, or -1.
func (s Scale[T]) Rank(v T) int {
	return slices.IndexFunc(s, func(t Term[T]) bool { return t.Value == v })
}

// Label returns the label of v, or v itself if the scale does not have it.
func (s Scale[T]) Label(v T) string {
	if i := s.Rank(v); i >= 0 {
		return s[i].Label
	}
	return string(v)
}

// Values returns the allowed values in their own order.
func (s Scale[T]) Values() []string { return Map(s, func(t Term[T]) string { return string(t.Value) }) }

// Likelihood is a term of ICD 203 (2015), D.6.e(2)(a), first row.
type Likelihood string

// Likelihoods lists the terms from least to most likely.
var Likelihoods = scaleOf[Likelihood](
	"almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
	"almost certain",
)

// Band returns the range of a likelihood in per cent, as ICD 203 defines it. ok
// is false for an unknown term.
func (l Likelihood) Band() (low, high int, ok bool) {
	bands := [][2]int{{1, 5}, {5, 20}, {20, 45}, {45, 55}, {55, 80}, {80, 95}, {95, 99}}
	i := Likelihoods.Rank(l)
	if i < 0 {
		return 0, 0, false
	}
	return bands[i][0], bands[i][1], true
}

// Words returns the term with its range in per cent, such as "likely (55–80 %)", or
// an unknown term alone.
func (l Likelihood) Words() string {
	low, high, ok := l.Band()
	if !ok {
		return string(l)
	}
	return fmt.Sprintf("%s (%d–%d %%)", l, low, high)
}

// Confidence says how good the basis of a judgment is (ICD 203).
type Confidence string

// Confidences lists the terms from best to weakest.
var Confidences = scaleOf[Confidence]("high", "moderate", "low")

// SourceKind is the kind of document that a source is.
type SourceKind string

// SourceKinds lists the kinds of sources.
var SourceKinds = scaleOf[SourceKind](
	"article", "broadcast", "speech", "interview", "statement", "press-release", "post", "report", "document",
	"dataset", "webpage", "video", "audio", "image", "book", "legal", "mail",
)

// Reliability grades a source from A to F of the Admiralty code (STANAG 2511).
type Reliability string

// Reliabilities lists the grades from best to "cannot be judged".
var Reliabilities = Scale[Reliability]{
	{Value: "A", Label: "completely reliable"},
	{Value: "B", Label: "usually reliable"},
	{Value: "C", Label: "fairly reliable"},
	{Value: "D", Label: "not usually reliable"},
	{Value: "E", Label: "unreliable"},
	{Value: "F", Label: "reliability cannot be judged"},
}

// Credibilities has the meanings of the grades 1 to 6 of a report, best first
// (Admiralty code, STANAG 2511).
var Credibilities = []string{
	"confirmed by other sources", "probably true", "possibly true",
	"doubtful", "improbable", "truth cannot be judged",
}

// CredibilityLabel returns the meaning of a grade from 1 to 6, or "" for
// others.
func CredibilityLabel(grade int) string {
	if grade < 1 || grade > len(Credibilities) {
		return ""
	}
	return Credibilities[grade-1]
}

// SourceStatus says what has become of a source since it was published.
type SourceStatus string

// The states of a source.
const (
	SourceCurrent   SourceStatus = "current"
	SourceUpdated   SourceStatus = "updated"
	SourceCorrected SourceStatus = "corrected"
	SourceRetracted SourceStatus = "retracted"
)

// SourceStatuses lists the states of a source.
var SourceStatuses = scaleOf[SourceStatus](SourceCurrent, SourceUpdated, SourceCorrected, SourceRetracted)

// TextKind says how the text of a source relates to the document.
type TextKind string

// TextKinds lists the ways in which a text can represent a document.
var TextKinds = Scale[TextKind]{
	{Value: "original", Label: "original text"},
	{Value: "digest", Label: "digest in other words"},
	{Value: "transcript", Label: "transcript"},
	{Value: "translation", Label: "translation"},
}

// ActorKind is the kind of an actor.
type ActorKind string

// The kinds of actors that get special treatment.
const (
	ActorPerson  ActorKind = "person"
	ActorUnnamed ActorKind = "unnamed"
)

// ActorKinds lists the kinds of actors in the order in which lists group them.
var ActorKinds = scaleOf[ActorKind]("state", "organization", ActorPerson, "group", ActorUnnamed)

// EventStatus says whether an event is past, ongoing or expected.
type EventStatus string

// The states of an event.
const (
	EventOccurred  EventStatus = "occurred"
	EventOngoing   EventStatus = "ongoing"
	EventExpected  EventStatus = "expected"
	EventCancelled EventStatus = "cancelled"
)

// EventStatuses lists the states of an event.
var EventStatuses = scaleOf[EventStatus](EventOccurred, EventOngoing, EventExpected, EventCancelled)

// Certainty says how firmly an event is established.
type Certainty string

// The degrees of certainty.
const (
	CertaintyEstablished Certainty = "established"
	CertaintyReported    Certainty = "reported"
	CertaintyAlleged     Certainty = "alleged"
)

// Certainties lists the degrees of certainty from firm to weak.
var Certainties = scaleOf[Certainty](CertaintyEstablished, CertaintyReported, CertaintyAlleged)

// QuestionStatus says whether a question is still in dispute.
type QuestionStatus string

// The states of a question.
const (
	QuestionOpen    QuestionStatus = "open"
	QuestionSettled QuestionStatus = "settled"
)

// QuestionStatuses lists the states of a question.
var QuestionStatuses = scaleOf[QuestionStatus](QuestionOpen, QuestionSettled)

// Stance is the attitude of a holder to a claim.
type Stance string

// The stances.
const (
	Affirms   Stance = "affirms"
	Denies    Stance = "denies"
	Questions Stance = "questions"
	Reports   Stance = "reports"
	NoComment Stance = "no-comment"
)

// Stances lists the stances in the order in which sides are grouped.
var Stances = Scale[Stance]{
	{Value: Affirms, Label: "affirms", Sign: "+"},
	{Value: Denies, Label: "denies", Sign: "-"},
	{Value: Questions, Label: "questions", Sign: "?"},
	{Value: Reports, Label: "reports", Sign: "~"},
	{Value: NoComment, Label: "no comment", Sign: "."},
}

// Sign returns the stance in one cell: + - ? ~ or a full stop.
func (s Stance) Sign() string {
	if i := Stances.Rank(s); i >= 0 {
		return Stances[i].Sign
	}
	return " "
}

// Hedge says how sure the holder sounded.
type Hedge string

// Hedges lists the terms from sure to unsure.
var Hedges = scaleOf[Hedge]("certain", "probable", "possible")

// Quotation says how a position reached the source.
type Quotation string

// Quotations lists the ways of reporting speech.
var Quotations = Scale[Quotation]{
	{Value: "direct", Label: "direct quotation"},
	{Value: "mixed", Label: "partly quoted"},
	{Value: "indirect", Label: "indirect speech"},
}
