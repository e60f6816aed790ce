package file

import (
	"cmp"
	"strings"

	"sitrep/briefing"
)

// Redact is the document with what may be shown to those who may see no more
// than limit: less the items that are marked above it, and all words of them.
// With an empty limit it is the document itself. An error, always a
// [*WithheldError], says that nothing may be shown.
func (doc *Document) Redact(limit briefing.TLP) (*Document, error) {
	if limit == "" {
		return doc, nil
	}
	b := doc.Briefing
	if !b.TLP.Within(limit) {
		return nil, &briefing.WithheldError{Label: b.TLP, Limit: limit}
	}
	out := *doc
	out.Briefing, out.Withheld = redact(b, limit)
	// What was left out of the briefing when it was read has no marking that is
	// known, so that nothing of it can be shown.
	out.Problems = make([]Problem, len(doc.Problems))
	for i, p := range doc.Problems {
		out.Problems[i] = p.withoutWords()
	}
	return &out, nil
}

// withoutWords is the problem without any words of the file.
func (p Problem) withoutWords() Problem {
	known := FindCode(LoadCodes, p.Code)
	return Problem{File: p.File, Pos: p.Pos, Severity: p.Severity, Code: p.Code,
		Message: strings.TrimSuffix(cmp.Or(known.Meaning, "It cannot be read."), "."), Hint: cmp.Or(known.Do, "sitrep check says more")}
}

// WithoutWords is the error without any words of the file: what is marked above
// a limit could be among them.
func (e *LoadError) WithoutWords() *LoadError { return &LoadError{e.Problem.withoutWords(), e.cause} }

func redact(b *briefing.Briefing, limit briefing.TLP) (*briefing.Briefing, briefing.Withheld) {
	kept := keptIDs(b, limit)
	p := &pruner{limit: limit, label: "withheld", stands: func(id string, _ itemKind) bool { return kept[id] }}
	p.counts.Limit = limit
	out := *b
	briefingTable.prune(p, &out)
	return &out, p.counts
}

// keptIDs are the ids of all items but those that are marked above a limit or
// stand in one that is.
func keptIDs(b *briefing.Briefing, limit briefing.TLP) map[string]bool {
	out := map[string]bool{}
	keep := func(id string, own briefing.TLP) bool {
		within := own == "" || own.Within(limit)
		if within {
			out[id] = true
		}
		return within
	}
	for i := range b.Judgments {
		keep(b.Judgments[i].ID, b.Judgments[i].TLP)
	}
	for i := range b.Sources {
		keep(b.Sources[i].ID, b.Sources[i].TLP)
	}
	for i := range b.Actors {
		keep(b.Actors[i].ID, b.Actors[i].TLP)
	}
	for i := range b.Events {
		keep(b.Events[i].ID, b.Events[i].TLP)
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		if !keep(q.ID, q.TLP) {
			continue
		}
		for j := range q.Claims {
			keep(q.Claims[j].ID, q.Claims[j].TLP)
		}
	}
	return out
}
