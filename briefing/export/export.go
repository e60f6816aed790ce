// Package export writes a briefing in other formats. Each format has its own
// file and a line in a table. All formats are written from the same index, in a
// fixed order and with stable ids, so that the same briefing gives the same
// bytes. What a format cannot hold is counted, never dropped in silence. The
// package opens no files.
package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/page"
)

// ParseParts parses a list of parts separated by commas. An empty list means
// all parts.
func ParseParts(list string) ([]briefing.Part, error) {
	if strings.TrimSpace(list) == "" {
		return nil, nil
	}
	var out []briefing.Part
	for name := range strings.SplitSeq(list, ",") {
		p := briefing.Part(strings.ToLower(strings.TrimSpace(name)))
		if p.Title() == "" {
			return nil, fmt.Errorf("no part %q; there are %s", name, strings.Join(briefing.PartNames(), ", "))
		}
		out = append(out, p)
	}
	return out, nil
}

// Request says which briefing to write, which parts of it, and how.
type Request struct {
	Index *briefing.Index
	Only  []briefing.Part // empty means every part
	Width int             // of text, in cells; 0 does not wrap
	// Full writes everything open. Without it the formats with HasShort show a
	// short version and keep the rest closed.
	Full bool
	// ASCII writes the program's own signs in ASCII, and leaves the words of
	// the file as they are. Only formats with HasSigns use it.
	ASCII bool
	// BOM writes a byte order mark, without which Excel does not recognize
	// UTF-8. Only formats with HasBOM use it.
	BOM bool
	// Keep selects items; nil keeps all. Several goroutines may call it at once.
	// Where is the expression behind it, which formats show when they say that the
	// output is only a part.
	Keep  func(briefing.Ref) bool
	Where string
	// Remarks is what a user keeps beside the items, which is written with them and
	// named as the user's; nil writes nothing. Gone are the keys of the items that
	// the briefing does not have any more, about which it knows something. Only
	// formats with HasNotes use it.
	Remarks briefing.Remarks
	Gone    []string
}

// withRemarks returns the request for an index with its remarks only.
func (r *Request) withRemarks() *Request { return r.withIndex(r.Index.WithRemarks(r.Remarks)) }

func (r *Request) withIndex(x *briefing.Index) *Request {
	other := *r
	other.Index = x
	return &other
}

// goneItems returns the keys of the items that are gone, which only the whole of a
// briefing says.
func (r *Request) goneItems() []string {
	if r.Remarks == nil || r.partial() != "" {
		return nil
	}
	return r.Gone
}

// The heading of what a user keeps about items that are gone, and a note on it.
const (
	goneHeading = "On items that are gone"
	goneNote    = "yours; how the items were marked is not known"
)

// goneFacts returns what the user keeps about an item that is gone.
func (r *Request) goneFacts(item string) []page.Fact {
	facts := page.RemarkFacts(r.Index, briefing.Ref{ID: item})
	return append([]page.Fact{{Label: "Item", Value: []page.Span{{Text: item}}}}, facts...)
}

// noted says that remarks are written, or returns "" if none are.
func (r *Request) noted() string {
	if r.Remarks == nil {
		return ""
	}
	return "with a reader's own notes, which are not part of the briefing"
}

// partial says which part of the briefing is requested, or returns "" if all of
// it is.
func (r *Request) partial() string { return joinFacts("; ", r.onlyParts(), r.filtered()) }

// partOfWhole returns partial as a sentence.
func (r *Request) partOfWhole() string { return labelled("A part of the briefing", r.partial()) }

// onlyParts lists the requested parts, or returns "" if all are requested.
func (r *Request) onlyParts() string {
	var names []string
	for _, p := range briefing.Parts {
		if r.Wants(p.Part) {
			names = append(names, string(p.Part))
		}
	}
	if len(names) == len(briefing.Parts) {
		return ""
	}
	return "only " + strings.Join(names, ", ")
}

// filtered says that items are selected or withheld, or returns "" if all are
// kept.
func (r *Request) filtered() string {
	words := ""
	switch {
	case r.Keep == nil:
	case r.Where == "":
		words = "filtered"
	default:
		words = "filtered by " + clean.Line(r.Where)
	}
	return joinFacts("; ", words, page.Withheld(r.Index))
}

// Wants reports whether a part is requested.
func (r *Request) Wants(p briefing.Part) bool { return len(r.Only) == 0 || slices.Contains(r.Only, p) }

type partsWriter interface {
	brief()
	list(briefing.Part, []briefing.Ref)
}

// writeParts writes the requested parts in the order of the reader's tabs.
func (r *Request) writeParts(w partsWriter) {
	for _, p := range briefing.Parts {
		switch {
		case !r.Wants(p.Part):
		case p.Part == briefing.PartBrief:
			w.brief()
		default:
			w.list(p.Part, r.list(p.Part))
		}
	}
}

// list returns the selected items of a part that is a list, in its order.
func (r *Request) list(p briefing.Part) []briefing.Ref {
	switch p {
	case briefing.PartTimeline:
		return briefing.Map(r.Events(), func(e *briefing.Event) briefing.Ref { return briefing.Ref{Kind: briefing.KindEvent, ID: e.ID} })
	case briefing.PartActors:
		return briefing.Map(r.Actors(), func(a *briefing.Actor) briefing.Ref { return briefing.Ref{Kind: briefing.KindActor, ID: a.ID} })
	case briefing.PartClaims:
		return briefing.Map(r.Questions(), func(q *briefing.Question) briefing.Ref { return briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID} })
	case briefing.PartSources:
		return briefing.Map(r.Sources(), func(s *briefing.Source) briefing.Ref { return briefing.Ref{Kind: briefing.KindSource, ID: s.ID} })
	}
	return nil
}

// Keeps reports whether an item is selected.
func (r *Request) Keeps(kind briefing.Kind, id string) bool {
	return r.Keep == nil || r.Keep(briefing.Ref{Kind: kind, ID: id})
}

// Judgments returns the selected judgments in their order.
func (r *Request) Judgments() []*briefing.Judgment {
	return kept(r, r.Index.Briefing.Judgments, briefing.KindJudgment, func(j *briefing.Judgment) string { return j.ID })
}

// Actors returns the selected actors in the order of the file.
func (r *Request) Actors() []*briefing.Actor {
	return kept(r, r.Index.Briefing.Actors, briefing.KindActor, func(a *briefing.Actor) string { return a.ID })
}

// Sources returns the selected sources in the order of the file.
func (r *Request) Sources() []*briefing.Source {
	return kept(r, r.Index.Briefing.Sources, briefing.KindSource, func(s *briefing.Source) string { return s.ID })
}

// Gaps returns the numbers of the selected gaps, counted from 1.
func (r *Request) Gaps() []int {
	var out []int
	for i := range r.Index.Briefing.Gaps {
		if r.Keeps(briefing.KindGap, strconv.Itoa(i+1)) {
			out = append(out, i+1)
		}
	}
	return out
}

// Events returns the selected events in the order of their dates.
func (r *Request) Events() []*briefing.Event {
	return slices.DeleteFunc(slices.Clone(r.Index.Events()), func(e *briefing.Event) bool { return !r.Keeps(briefing.KindEvent, e.ID) })
}

// Questions returns the selected questions, contested ones first.
func (r *Request) Questions() []*briefing.Question {
	return slices.DeleteFunc(r.Index.QuestionsByDispute(), func(q *briefing.Question) bool { return !r.Keeps(briefing.KindQuestion, q.ID) })
}

func kept[T any](r *Request, list []T, kind briefing.Kind, id func(*T) string) []*T {
	var out []*T
	for i := range list {
		if r.Keeps(kind, id(&list[i])) {
			out = append(out, &list[i])
		}
	}
	return out
}
