package file

import (
	"cmp"
	"errors"
	"strings"

	"sitrep/briefing"
)

// Redact returns a copy of the document without the items that are marked above
// limit, and without any words of them. With an empty limit it returns doc
// itself. The error is always a [*briefing.WithheldError] and means that nothing
// may be shown.
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
	// The markings of what was left out when the briefing was read are not known, so
	// nothing of it can be shown.
	out.Problems = make([]Problem, len(doc.Problems))
	for i, p := range doc.Problems {
		out.Problems[i] = p.withoutWords()
	}
	return &out, nil
}

// RedactLoaded returns what may be shown of what [Load] has returned: the document
// without the items that are marked above limit, or the error without words of the file.
// With an empty limit it returns doc and err.
func RedactLoaded(doc *Document, err error, limit briefing.TLP) (*Document, error) {
	if refused, ok := errors.AsType[*LoadError](err); ok && limit != "" {
		return nil, refused.WithoutWords()
	}
	if err != nil {
		return doc, err
	}
	return doc.Redact(limit)
}

func (p Problem) withoutWords() Problem {
	known := FindCode(LoadCodes, p.Code)
	return Problem{File: p.File, Pos: p.Pos, Severity: p.Severity, Code: p.Code,
		Message: strings.TrimSuffix(cmp.Or(known.Meaning, "It cannot be read."), "."), Hint: cmp.Or(known.Do, "sitrep check says more")}
}

// WithoutWords returns e without any words from the file, which could come from
// parts that are marked above a limit.
func (e *LoadError) WithoutWords() *LoadError { return &LoadError{e.Problem.withoutWords(), e.cause} }

func redact(b *briefing.Briefing, limit briefing.TLP) (*briefing.Briefing, briefing.Withheld) {
	visible := visibleIDs(b, limit)
	p := &pruner{limit: limit, label: "withheld", exists: func(id string, _ itemKind) bool { return visible[id] }}
	p.counts.Limit = limit
	out := *b
	briefingTable.prune(p, &out)
	return &out, p.counts
}

// visibleIDs returns the ids of all items, except those that are marked above
// limit or belong to such an item.
func visibleIDs(b *briefing.Briefing, limit briefing.TLP) map[string]bool {
	out := map[string]bool{}
	for item := range b.Items() {
		own := item.Common.TLP
		if item.ID != nil && (own == "" || own.Within(limit)) && (item.Within == "" || out[item.Within]) {
			out[*item.ID] = true
		}
	}
	return out
}
