package page

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// What a user keeps beside a briefing is shown with these words, so that nobody
// takes it for the briefing's own.
const (
	yoursHeading = "Yours"
	yoursNote    = "not in the briefing"
	yourNote     = "your note"
)

// RemarkSpans returns what stands at the edge of an item's row in a list: whether it
// is new to the user, has changed or is unread, and that it is marked or has notes.
func RemarkSpans(x *briefing.Index, ref briefing.Ref) []Span {
	r := x.Remarks()
	if r == nil {
		return nil
	}
	var out []Span
	if n := len(r.Notes(ref)); n > 0 {
		out = append(out, atEdge(briefing.Counted(n, "note", "notes"), Computed))
	}
	if r.Marked(ref) {
		out = append(out, atEdge("marked", Computed))
	}
	switch f := r.Freshness(ref); f {
	case briefing.New, briefing.Changed:
		out = append(out, atEdge(f.String(), Caution))
	case briefing.Unread:
		if ref.Kind != briefing.KindQuestion { // its claims say so
			out = append(out, atEdge(f.String(), Muted))
		}
	}
	return out
}

// WithRemarks returns the page of an item with what the user keeps about it behind
// the facts at its head.
func WithRemarks(x *briefing.Index, ref briefing.Ref, blocks []Block) []Block {
	yours := remarks(x, ref)
	if len(yours) == 0 {
		return blocks
	}
	at := 1 + slices.IndexFunc(blocks, func(b Block) bool { _, title := b.(Title); return title })
	for at < len(blocks) && !startsPart(blocks[at]) {
		at++
	}
	if at > 0 && blocks[at-1] == (Blank{}) {
		at--
	}
	out := append(append([]Block{}, blocks[:at]...), yours...)
	if at == len(blocks) || blocks[at] != (Blank{}) {
		out = append(out, Blank{})
	}
	return append(out, blocks[at:]...)
}

// startsPart reports whether what comes before a block is the head of a page.
func startsPart(b Block) bool {
	switch b.(type) {
	case Section, Entry, Later, Many, Beside, Prose:
		return true
	}
	return false
}

// remarks returns what the user keeps about an item, or nothing.
func remarks(x *briefing.Index, ref briefing.Ref) []Block {
	r := x.Remarks()
	if r == nil {
		return nil
	}
	var out []Fact
	if r.Marked(ref) {
		out = append(out, Fact{"Marked", plain("by you")})
	}
	out = append(out, opinion(r, ref, "")...)
	if ref.Kind == briefing.KindJudgment {
		if question := x.Judgment(ref.ID).Question; question != "" {
			out = append(out, opinion(r, briefing.Ref{Kind: briefing.KindQuestion, ID: question}, ", on its question")...)
		}
	}
	for _, n := range r.Notes(ref) {
		out = append(out, noteFact(x, ref, n))
	}
	if len(out) == 0 {
		return nil
	}
	blocks := []Block{Blank{}, Section{Text: yoursHeading, Note: yoursNote}}
	for _, f := range out {
		blocks = append(blocks, f)
	}
	return blocks
}

// opinion returns what the user thinks of an item, in the words of a judgment.
func opinion(r briefing.Remarks, ref briefing.Ref, of string) []Fact {
	likelihood, confidence := r.Opinion(ref)
	var out []Fact
	if likelihood != "" {
		value := likelihoodSpans(likelihood)
		if of != "" {
			value = append(value, Span{Text: of, Role: Muted})
		}
		out = append(out, Fact{"Your view", value})
	}
	if confidence != "" {
		out = append(out, Fact{"Your basis", []Span{{Text: "Your confidence in it is "}, {Text: string(confidence), Role: Strong}, {Text: of + "."}}})
	}
	return out
}

// RemarkFacts returns what the user keeps about an item as facts for an export. They
// are among those of the briefing there, so each says whose it is.
func RemarkFacts(x *briefing.Index, ref briefing.Ref) []Fact {
	r := x.Remarks()
	if r == nil {
		return nil
	}
	var out []Fact
	if r.Marked(ref) {
		out = append(out, Fact{"Mark (yours)", plain("marked")})
	}
	out = append(out, opinion(r, ref, "")...)
	for _, n := range r.Notes(ref) {
		value := noteWords(x, ref, n)
		if n.Written != "" {
			value = append(value, Span{Text: " (" + n.Written + ")", Role: Muted})
		}
		out = append(out, Fact{"Note (yours)", value})
	}
	return out
}

// RemarkLines returns [RemarkFacts] as paragraphs, for what is a row of a list.
func RemarkLines(x *briefing.Index, ref briefing.Ref) [][]Span {
	return briefing.Map(RemarkFacts(x, ref), func(f Fact) []Span {
		return append([]Span{{Text: f.Label + ": ", Role: Label}}, f.Value...)
	})
}

// remarksInFull puts what the user keeps about an item.
func remarksInFull(put sink, x *briefing.Index, ref briefing.Ref) {
	for _, f := range RemarkFacts(x, ref) {
		put(f)
	}
}

// noteFact returns a note in one paragraph.
func noteFact(x *briefing.Index, ref briefing.Ref, n briefing.Note) Fact {
	label := "Note"
	if n.Written != "" {
		label = n.Written
	}
	return Fact{label, noteWords(x, ref, n)}
}

// noteWords returns the text of a note, after the words that it is on.
func noteWords(x *briefing.Index, ref briefing.Ref, n briefing.Note) []Span {
	var value []Span
	if n.Quote != "" {
		value = append(quoted(n.Quote), Span{Text: " "})
		if _, ok := placeOf(x, x.Source(ref.ID), n); !ok {
			value = append(value, Span{Text: "(not in the text any more) ", Role: Caution, Own: true})
		}
	}
	return append(value, Span{Text: strings.Join(strings.Fields(n.Text), " ")})
}

// placeOf returns the byte of the text of a source at which the words of a note
// begin.
func placeOf(x *briefing.Index, s *briefing.Source, n briefing.Note) (at int, ok bool) {
	if s == nil || s.Text == "" || n.Quote == "" {
		return 0, false
	}
	found := x.SourceText(s).Anchor(quote.Quote{Words: n.Quote, Prefix: n.Prefix, Suffix: n.Suffix}).Stretches
	if len(found) == 0 {
		return 0, false
	}
	return found[0].Start, true
}

// placedNote is a note with the byte at which its words begin.
type placedNote struct {
	at   int
	note briefing.Note
}

// notesInText returns the notes on words of a source in the order of the words.
func notesInText(x *briefing.Index, s *briefing.Source) []placedNote {
	r := x.Remarks()
	if r == nil {
		return nil
	}
	var out []placedNote
	for _, n := range r.Notes(briefing.Ref{Kind: briefing.KindSource, ID: s.ID}) {
		if at, ok := placeOf(x, s, n); ok {
			out = append(out, placedNote{at, n})
		}
	}
	slices.SortStableFunc(out, func(a, b placedNote) int { return a.at - b.at })
	return out
}

// notesRow returns notes on words of the paragraph above it.
func notesRow(notes []briefing.Note) Entry {
	row := Entry{Lead: []Span{{Text: yourNote, Role: Label}}, LeadCells: LabelCells}
	for i, n := range notes {
		spans := append(append(quoted(n.Quote), Span{Text: " "}), Span{Text: strings.Join(strings.Fields(n.Text), " ")})
		if i == 0 {
			row.Body = spans
		} else {
			row.Under = append(row.Under, spans)
		}
	}
	return row
}
