package briefing

import (
	"slices"

	"sitrep/briefing/fold"
)

// The codes of what an editor would mend in a briefing that can be read.
const (
	CodeQuoteMissing                = "quote-missing"
	CodeQuoteAmbiguous              = "quote-ambiguous"
	CodeQuotesUnchecked             = "quotes-unchecked"
	CodeEvidenceWithoutQuote        = "evidence-without-quote"
	CodeTextUnquoted                = "text-unquoted"
	CodeJudgmentWithoutEvidence     = "judgment-without-evidence"
	CodeEventWithoutEvidence        = "event-without-evidence"
	CodeClaimWithoutPositions       = "claim-without-positions"
	CodeClaimWithoutEvidence        = "claim-without-evidence"
	CodePositionWithoutEvidence     = "position-without-evidence"
	CodeBottomLineWithoutReference  = "bottom-line-without-reference"
	CodeLikelihoodWithConfidence    = "likelihood-with-confidence"
	CodeUnanchoredEstimate          = "unanchored-estimate"
	CodeLikelihoodDiffers           = "likelihood-differs"
	CodeLikelihoodWithoutConfidence = "likelihood-without-confidence"
	CodeConfidenceWithoutLikelihood = "confidence-without-likelihood"
	CodeConfidenceWithoutReason     = "confidence-without-reason"
	CodeOccurredAfterAsOf           = "occurred-after-as-of"
	CodeExpectedBeforeAsOf          = "expected-before-as-of"
	CodeSaidAfterAsOf               = "said-after-as-of"
	CodePublishedAfterAsOf          = "published-after-as-of"
	CodeIssuedBeforeAsOf            = "issued-before-as-of"
	CodeOneSidedQuestion            = "one-sided-question"
	CodeHolderOnBothSides           = "holder-on-both-sides"
	CodeConfirmedByOneOrigin        = "confirmed-by-one-origin"
	CodeOriginCircle                = "origin-circle"
	CodePartOfCircle                = "part-of-circle"
	CodeCitingCircle                = "citing-circle"
	CodeRetractedSource             = "retracted-source"
	CodeActorUnused                 = "actor-unused"
	CodeSourceUnused                = "source-unused"
)

// Codes are all codes: those of files, then those of what an editor would mend.
var Codes = slices.Concat(LoadCodes, checkCodes)

var checkCodes = []Code{
	{CodeQuoteMissing, Error, "A quote does not stand in its source word for word.", "Copy the words from the text of the source; put \" [...] \" where words are left out."},
	{CodeQuoteAmbiguous, Warning, "A quote stands in its source more than once, so that it is not known which place is meant.", "Quote more words, or add a prefix or suffix: the words right before or after."},
	{CodeQuotesUnchecked, Warning, "A source is quoted, and has no text to look the quotes up in.", "Add its text, or a text_file beside the briefing; a digest will do."},
	{CodeEvidenceWithoutQuote, Warning, "Evidence names a source that has a text, and no words in it.", "Quote the words that bear the statement out."},
	{CodeTextUnquoted, Warning, "A source has a text, and nothing in the briefing quotes it.", "Quote it where the briefing rests on it, or leave the text out."},
	{CodeJudgmentWithoutEvidence, Warning, "A judgment names no evidence.", "Add the words in sources that it rests on."},
	{CodeEventWithoutEvidence, Warning, "An event names no evidence.", "Add the words in a source that tell of it."},
	{CodeClaimWithoutPositions, Warning, "Nobody takes a position on a claim.", "Say who affirms, denies, questions or reports it, or take it out."},
	{CodeClaimWithoutEvidence, Warning, "None of the positions on a claim has evidence.", "Add to each the words in which the holder takes it."},
	{CodePositionWithoutEvidence, Warning, "A position has no evidence, where others on the claim have some.", "Add the words in which the holder takes it."},
	{CodeBottomLineWithoutReference, Warning, "A sentence of the bottom line refers to nothing, so that a reader cannot ask where it comes from.", "Put a reference into it: [[id]] or [[id|label]]."},
	{CodeLikelihoodWithConfidence, Warning, "A judgment has its likelihood and its confidence in one sentence, where one is easily taken for the other (ICD 203).", "Give them as likelihood and confidence, or in two sentences."},
	{CodeUnanchoredEstimate, Warning, "A judgment uses a word such as may, could or possible, which stands for no range of chances.", "Word it without, and give its likelihood in one of the seven terms. What others said belongs into quotation marks or into a position."},
	{CodeLikelihoodDiffers, Warning, "The text of a judgment has another term of likelihood than its likelihood.", "Leave the term out of the text."},
	{CodeLikelihoodWithoutConfidence, Warning, "A judgment has a likelihood and does not say how good its basis is.", "Add its confidence: high, moderate or low."},
	{CodeConfidenceWithoutLikelihood, Warning, "A judgment has a confidence and does not say how likely it is.", "Add its likelihood."},
	{CodeConfidenceWithoutReason, Warning, "A judgment has a confidence and does not say why.", "Add because: the sources, what they agree on, what is missing."},
	{CodeOccurredAfterAsOf, Warning, "An event has occurred or is going on, and its date is after as_of.", "Give it the status expected, or correct one of the dates."},
	{CodeExpectedBeforeAsOf, Warning, "An event is expected, and its date is wholly before as_of.", "Say what became of it: occurred or cancelled."},
	{CodeSaidAfterAsOf, Warning, "A position was taken after as_of.", "Correct the date, or move as_of."},
	{CodePublishedAfterAsOf, Warning, "A source was published after as_of.", "Correct the date, or move as_of. What came later does not belong into this version."},
	{CodeIssuedBeforeAsOf, Warning, "The briefing was issued before its own cut-off.", "Correct issued or as_of."},
	{CodeOneSidedQuestion, Warning, "Only one side of an open question is heard, and no gap says so.", "Look for who says otherwise. Where there is nobody, say so in a gap that refers to the question, one of its claims or its events; or settle the question."},
	{CodeHolderOnBothSides, Warning, "A holder affirms a claim and denies or questions it as well, and the dates do not tell which came last.", "Give each position the date on which it was said, or keep the right one."},
	{CodeConfirmedByOneOrigin, Warning, "A position has the credibility 1, confirmed by other sources, and all that is on its side goes back to one origin.", "Grade it 2 or lower, or add who confirms it independently."},
	{CodeOriginCircle, Warning, "Sources name each other as their origin, in a circle.", "Take the origin from the one that came first."},
	{CodePartOfCircle, Warning, "Actors are part of each other, in a circle.", "Take part_of from the one that all others belong to."},
	{CodeCitingCircle, Warning, "Holders cite each other for a claim, in a circle, so that it has no beginning.", "Find out who said it first, and take the citing from there."},
	{CodeRetractedSource, Warning, "A judgment rests on a source that was retracted, or on a copy of one.", "Take the evidence out, and judge anew without it."},
	{CodeActorUnused, Warning, "Nothing in the briefing refers to an actor.", "Say what it does, says or belongs to, or take it out."},
	{CodeSourceUnused, Warning, "Nothing in the briefing cites a source or refers to it.", "Quote it, or take it out."},
}

// FindCode is what a code means. Where there is no such code, near is one that
// may have been meant, or empty.
func FindCode(code string) (found Code, near string, ok bool) {
	if found = findCode(Codes, code); found.Code != "" {
		return found, "", true
	}
	names := make([]string, len(Codes))
	for i, c := range Codes {
		names[i] = c.Code
	}
	near, _ = fold.Nearest(code, names)
	return Code{}, near, false
}
