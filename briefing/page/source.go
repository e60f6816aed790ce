package page

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Source returns the page of a source: its record, its text with the cited
// passages marked, and what rests on it.
func Source(x *briefing.Index, s *briefing.Source) []Block {
	out := append(sourceRecord(x, s), Blank{}, textHeading(s))
	if s.Text == "" {
		out = append(out, Prose{Spans: []Span{{Text: "The briefing holds no text of this source, so its quotes are unchecked.", Role: Muted}}}, Blank{})
	} else {
		out = append(out, Blank{}, manyParagraphs(x, s))
	}
	out = append(out, passagesCited(x, s)...)
	return append(out, restsOn(x, s)...)
}

// sourceRecord returns the head of a source's page, which says what document it
// is.
func sourceRecord(x *briefing.Index, s *briefing.Source) []Block {
	out := head(x, briefing.KindSource, s.ID, []Span{{Text: s.Title, Role: Strong}})
	sourceFacts(func(b Block) { out = append(out, b) }, x, s)
	return out
}

func sourceFacts(put sink, x *briefing.Index, s *briefing.Source) {
	eachFact(put, x, briefing.KindSource, s.ID, func(f *file.Fact) bool {
		switch f.Key {
		case "title", "text_kind", "text":
			return true
		case "reliability_note":
			put(Fact{"", factSpans(x, f)})
			return true
		case "status":
			status := factSpans(x, f)
			if s.Status != briefing.SourceCurrent {
				status[0].Role = Caution
			}
			put(Fact{f.Label, status})
			return true
		}
		return false
	})
}

func textHeading(s *briefing.Source) Section {
	if s.Text == "" {
		return Section{Text: "Text"}
	}
	return Section{Text: "Text", Note: briefing.TextKinds.Label(s.TextKind)}
}

// passagesCited returns the passages of a source that cannot be marked in its
// text, so that no citation is missing from the page.
func passagesCited(x *briefing.Index, s *briefing.Source) []Block {
	var rows []Block
	for _, p := range x.PassagesIn(s.ID) {
		if len(x.Anchor(p).Stretches) > 0 {
			continue
		}
		to := Target{Passage: p.Number}
		rows = append(rows, Later{To: to, Make: func() Entry {
			row := Evidence(x, p.Evidence, 0)
			row.To = to
			row.Body = append(append([]Span{stateSpan(x, p)}, locatorSpans(p.Evidence)...), Span{Text: "  cited by " + briefing.Counted(len(p.CitedBy), "item", "items")})
			return row
		}})
	}
	if len(rows) == 0 {
		return nil
	}
	return append(append([]Block{Section{Text: "Cited, not marked in the text", Count: len(rows)}}, rows...), Blank{})
}

// copied returns the sources that copy, quote or translate a source, or nothing
// if there are none.
func copied(x *briefing.Index, s *briefing.Source) []Block {
	copies := x.Copies(s.ID)
	if len(copies) == 0 {
		return nil
	}
	out := []Block{Section{Text: "Copies", Count: len(copies)}}
	for _, c := range copies {
		out = append(out, later(briefing.KindSource, c.ID, func() Entry { return refRow(x, briefing.Ref{Kind: briefing.KindSource, ID: c.ID}) }))
	}
	return append(out, Blank{})
}

// restsOn returns what cites a source: as many things as its row in a list
// counts.
func restsOn(x *briefing.Index, s *briefing.Source) []Block {
	refs := x.RestsOn(s.ID)
	out := append(copied(x, s), Section{Text: "Rests on it", Count: len(refs), Note: "computed"})
	if len(refs) == 0 {
		out = append(out, Prose{Spans: []Span{{Text: "Nothing in this briefing cites it.", Role: Muted}}})
	}
	out = append(out, many(refs, func(r briefing.Ref) Block {
		return later(r.Kind, r.ID, func() Entry {
			row := refRow(x, r)
			row.Body = append(row.Body, citedBy(x, r, s.ID))
			return row
		})
	}))
	return append(out, mentions(x, s.ID)...)
}

// citedBy says how a thing cites a source: the numbers of the passages that it
// quotes, or that it only names the source as its basis.
func citedBy(x *briefing.Index, r briefing.Ref, source string) Span {
	var b strings.Builder
	seen := map[int]bool{}
	for _, e := range x.Citations(r) {
		if p := x.PassageOf(e); e.Source == source && !seen[p.Number] {
			seen[p.Number] = true
			b.WriteString(" [" + strconv.Itoa(p.Number) + "]")
		}
	}
	if b.Len() == 0 {
		return Span{Text: " (names it as its basis)", Role: Muted}
	}
	return Span{Text: b.String(), Role: Muted}
}

// Passage returns the page of one passage: the words, then what cites them.
func Passage(x *briefing.Index, p *briefing.Passage) []Block {
	return []Block{Evidence(x, p.Evidence, 0), Section{Text: "Cited by", Count: len(p.CitedBy)}, refRows(x, p.CitedBy)}
}
