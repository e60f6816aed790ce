package importer

import (
	"errors"

	"sitrep/briefing/file"
)

// briefingHead matches the key that every briefing begins with, in the forms
// that people write.
var briefingHead = pattern(`(^|[\n{,])\s*["']?format["']?\s*:\s*["']?briefing/`)

func isBriefing(h *head) bool { return briefingHead().Match(h.begin) }

// readBriefing adds the contents of another briefing.
func readBriefing(b *builder, in Input) error {
	doc, err := file.Parse(in.Data, in.Name, nil)
	var refused *file.LoadError
	if errors.As(err, &refused) {
		return unfit(refused.Problem.Hint, "line %d: %s", refused.Problem.Pos.Line, refused.Problem.Message)
	}
	if err != nil {
		return err
	}
	b.loseProblems(doc)
	if b.entry(doc.Briefing.Title, doc.Briefing.AsOf) {
		b.merge(doc.Briefing)
	}
	return nil
}

// IsBriefing reports whether a file is a briefing, by what it begins with.
func IsBriefing(in Input) bool {
	format, err := choose(in, "")
	return err == nil && format.Name == "briefing"
}
