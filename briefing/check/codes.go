package check

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
)

// The codes of the problems that an editor would correct in a briefing that can
// be read.
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
	CodeNotReviewed                 = "not-reviewed"
	CodeFromTemplate                = "from-template"
)

// Codes lists all codes: those of loading, then those of this package.
var Codes = slices.Concat(file.LoadCodes, checkCodes)

var checkCodes = []file.Code{
	{Code: CodeQuoteMissing, Severity: file.Error, Meaning: "A quote does not stand in its source word for word.", Do: "Copy the words from the text of the source; put \" [...] \" where words are left out."},
	{Code: CodeQuoteAmbiguous, Severity: file.Warning, Meaning: "A quote stands in its source more than once, so that it is not known which place is meant.", Do: "Quote more words, or add a prefix or suffix: the words right before or after."},
	{Code: CodeQuotesUnchecked, Severity: file.Warning, Meaning: "A source is quoted, and has no text to look the quotes up in, or looking them up takes too much work.", Do: "Add its text, or a text_file beside the briefing; a digest will do."},
	{Code: CodeEvidenceWithoutQuote, Severity: file.Warning, Meaning: "Evidence names a source that has a text, and no words in it.", Do: "Quote the words that bear the statement out."},
	{Code: CodeTextUnquoted, Severity: file.Warning, Meaning: "A source has a text, and nothing in the briefing quotes it.", Do: "Quote it where the briefing rests on it, or leave the text out."},
	{Code: CodeJudgmentWithoutEvidence, Severity: file.Warning, Meaning: "A judgment names no evidence.", Do: "Add the words in sources that it rests on."},
	{Code: CodeEventWithoutEvidence, Severity: file.Warning, Meaning: "An event names no evidence.", Do: "Add the words in a source that tell of it."},
	{Code: CodeClaimWithoutPositions, Severity: file.Warning, Meaning: "Nobody takes a position on a claim.", Do: "Say who affirms, denies, questions or reports it, or take it out."},
	{Code: CodeClaimWithoutEvidence, Severity: file.Warning, Meaning: "None of the positions on a claim has evidence.", Do: "Add to each the words in which the holder takes it."},
	{Code: CodePositionWithoutEvidence, Severity: file.Warning, Meaning: "A position has no evidence, where others on the claim have some.", Do: "Add the words in which the holder takes it."},
	{Code: CodeBottomLineWithoutReference, Severity: file.Warning, Meaning: "A sentence of the bottom line refers to nothing, so that a reader cannot ask where it comes from.", Do: "Put a reference into it: [[id]] or [[id|label]]."},
	{Code: CodeLikelihoodWithConfidence, Severity: file.Warning, Meaning: "A judgment has its likelihood and its confidence in one sentence, where one is easily taken for the other (ICD 203).", Do: "Give them as likelihood and confidence, or in two sentences."},
	{Code: CodeUnanchoredEstimate, Severity: file.Warning, Meaning: "A judgment uses a word such as may, could or possible, which stands for no range of chances.", Do: "Word it without, and give its likelihood in one of the seven terms. What others said belongs into quotation marks or into a position."},
	{Code: CodeLikelihoodDiffers, Severity: file.Warning, Meaning: "The text of a judgment has another term of likelihood than its likelihood.", Do: "Leave the term out of the text."},
	{Code: CodeLikelihoodWithoutConfidence, Severity: file.Warning, Meaning: "A judgment has a likelihood and does not say how good its basis is.", Do: "Add its confidence: high, moderate or low."},
	{Code: CodeConfidenceWithoutLikelihood, Severity: file.Warning, Meaning: "A judgment has a confidence and does not say how likely it is.", Do: "Add its likelihood."},
	{Code: CodeConfidenceWithoutReason, Severity: file.Warning, Meaning: "A judgment has a confidence and does not say why.", Do: "Add because: the sources, what they agree on, what is missing."},
	{Code: CodeOccurredAfterAsOf, Severity: file.Warning, Meaning: "An event has occurred or is going on, and its date is after as_of.", Do: "Give it the status expected, or correct one of the dates."},
	{Code: CodeExpectedBeforeAsOf, Severity: file.Warning, Meaning: "An event is expected, and its date is wholly before as_of.", Do: "Say what became of it: occurred or cancelled."},
	{Code: CodeSaidAfterAsOf, Severity: file.Warning, Meaning: "A position was taken after as_of.", Do: "Correct the date, or move as_of."},
	{Code: CodePublishedAfterAsOf, Severity: file.Warning, Meaning: "A source was published after as_of.", Do: "Correct the date, or move as_of. What came later does not belong into this version."},
	{Code: CodeIssuedBeforeAsOf, Severity: file.Warning, Meaning: "The briefing was issued before its own cut-off.", Do: "Correct issued or as_of."},
	{Code: CodeOneSidedQuestion, Severity: file.Warning, Meaning: "Only one side of an open question is heard, and no gap says so.", Do: "Look for who says otherwise. Where there is nobody, say so in a gap that refers to the question, one of its claims or its events; or settle the question."},
	{Code: CodeHolderOnBothSides, Severity: file.Warning, Meaning: "A holder affirms a claim and denies or questions it as well, and the dates do not tell which came last.", Do: "Give each position the date on which it was said, or keep the right one."},
	{Code: CodeConfirmedByOneOrigin, Severity: file.Warning, Meaning: "A position has the credibility 1, confirmed by other sources, and all that is on its side goes back to one origin.", Do: "Grade it 2 or lower, or add who confirms it independently."},
	{Code: CodeOriginCircle, Severity: file.Warning, Meaning: "Sources name each other as their origin, in a circle.", Do: "Take the origin from the one that came first."},
	{Code: CodePartOfCircle, Severity: file.Warning, Meaning: "Actors are part of each other, in a circle.", Do: "Take part_of from the one that all others belong to."},
	{Code: CodeCitingCircle, Severity: file.Warning, Meaning: "Holders cite each other for a claim, in a circle, so that it has no beginning.", Do: "Find out who said it first, and take the citing from there."},
	{Code: CodeRetractedSource, Severity: file.Warning, Meaning: "A judgment rests on a source that was retracted, or on a copy of one.", Do: "Take the evidence out, and judge again without it."},
	{Code: CodeActorUnused, Severity: file.Warning, Meaning: "Nothing in the briefing refers to an actor.", Do: "Say what it does, says or belongs to, or take it out."},
	{Code: CodeSourceUnused, Severity: file.Warning, Meaning: "Nothing in the briefing cites a source or refers to it.", Do: "Quote it, or take it out."},
	{Code: CodeNotReviewed, Severity: file.Warning, Meaning: "An item was proposed by a program, and nobody has reviewed it.", Do: "Read it against its sources. Then take draft: true away from it, or take it out."},
	{Code: CodeFromTemplate, Severity: file.Warning, Meaning: "Something is still as sitrep new wrote it.", Do: "Write your own in its place, or take it out."},
}

// FindCode returns the code with a name. If there is none, near is a code that
// may have been meant, or "".
func FindCode(code string) (found file.Code, near string, ok bool) {
	if found = file.FindCode(Codes, code); found.Code != "" {
		return found, "", true
	}
	near, _ = fold.Nearest(code, briefing.Map(Codes, func(c file.Code) string { return c.Code }))
	return file.Code{}, near, false
}
