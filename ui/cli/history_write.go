package cli

import (
	"fmt"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/export"
	"sitrep/briefing/page"
)

// writeHistory writes histories in the chosen format. asked is how the actor was
// called.
func writeHistory(s Streams, asked string, all []actorHistory, o historyOptions) error {
	switch o.format {
	case asJSON:
		list := newJSONList(s.Out)
		for i := range all {
			if err := list.add(newActorJSON(&all[i])); err != nil {
				return err
			}
		}
		return list.close()
	case asCSV:
		table := export.NewTable(s.Out, statementColumns)
		for i := range all {
			for j := range all[i].statements {
				if err := table.Row(newStatementRow(&all[i].statements[j]).cells(&all[i])); err != nil {
					return err
				}
			}
		}
		return table.Close()
	}
	var labels []briefing.TLP
	var blocks []page.Block
	if len(all) > 1 {
		text := fmt.Sprintf("%s names %d actors, and nothing says that they are the same.", clean.Quoted(asked), len(all))
		blocks = append(blocks, page.Prose{Spans: []page.Span{{Text: text, Own: true}}})
	}
	for i := range all {
		if i > 0 || len(all) > 1 {
			blocks = append(blocks, page.Blank{})
		}
		blocks = append(blocks, historyBlocks(&all[i])...)
		for _, st := range all[i].statements {
			labels = append(labels, st.TLP)
		}
	}
	r := &export.Request{Width: o.width, ASCII: o.ascii}
	return export.WritePage(s.Out, r, briefing.HigherTLP(labels...), blocks)
}

// historyBlocks returns the heading for an actor, and an entry for each statement.
func historyBlocks(h *actorHistory) []page.Block {
	own := func(text string) page.Span { return page.Span{Text: text, Own: true} }
	under := append([]string{string(h.ActorKind())}, h.IDs...)
	count := briefing.Counted(len(h.Items), "briefing", "briefings")
	if path := h.library.Path(); path != "." {
		count += " of " + clean.Line(path)
	}
	out := []page.Block{
		page.Title{Spans: []page.Span{{Text: h.Name, Role: page.Strong}, own(", " + strings.Join(under, ", "))}},
		page.Prose{Spans: []page.Span{own(briefing.Counted(len(h.statements), "position", "positions") + " in " + count)}},
	}
	for i := range h.statements {
		out = append(out, page.Blank{}, statementEntry(&h.statements[i]))
	}
	return out
}

const (
	changeSign  = "!"
	changeCells = 4 // of that sign and that of the stance, with a space after each
)

func statementEntry(st *statement) page.Entry {
	own := func(text string) page.Span { return page.Span{Text: text, Own: true} }
	e := page.Entry{LeadCells: changeCells, Lead: []page.Span{own("  "), page.StanceSpan(st.Stance)}}
	e.Body = []page.Span{{Text: st.Marking, Role: page.Caution, Own: true}, own(st.when() + ": "), {Text: briefing.Stances.Label(st.Stance), Role: page.Strong}}
	if st.Before != "" {
		e.Lead[0] = page.Span{Text: changeSign + " ", Role: page.Caution, Own: true}
		e.Body = append(e.Body, page.Span{Text: ", was: " + briefing.Stances.Label(st.Before), Role: page.Caution, Own: true})
	}
	if day := st.withdrawn(); day != "" {
		e.Body = append(e.Body, page.Span{Text: ", withdrawn " + day, Role: page.Caution, Own: true})
	}
	e.Under = [][]page.Span{
		{{Text: st.Claim}, {Text: " "}, {Text: "(" + st.Ref.ID + ")", Role: page.ID}},
		{own("on "), {Text: st.Question}},
		{{Text: clean.Line(st.path), Role: page.Muted, Whole: true}, own(st.versions())},
	}
	if st.ByName {
		e.Under[2] = append(e.Under[2], own("; by name"))
	}
	return e
}

// when returns when a position was taken, in words.
func (st *statement) when() string {
	switch {
	case st.SaidBy:
		return "by " + st.Said.Words()
	case !st.Said.IsZero():
		return "said " + st.Said.Words()
	case !st.AsOf.IsZero():
		return "as of " + st.AsOf.Words()
	}
	return "no date"
}

// withdrawn returns the day on which the versions with a position were withdrawn, in
// words, or "" if they were not.
func (st *statement) withdrawn() string {
	day, _ := edtf.Parse(st.Withdrawn) // it is a day, or empty
	return day.Words()
}

// versions returns which versions of a briefing have a position, to be put after the
// name of the first one's file; nothing if it is the only one and has no number.
func (st *statement) versions() string {
	switch {
	case st.Versions <= 1 && st.Version == 0:
		return ""
	case st.Versions <= 1:
		return fmt.Sprintf(", version %d", st.Version)
	case st.Version == 0 || st.last == 0:
		return fmt.Sprintf(", and %d more to %s", st.Versions-1, clean.Line(st.lastPath))
	}
	text := fmt.Sprintf(", versions %d–%d", st.Version, st.last)
	if between := st.last - st.Version + 1; between != st.Versions {
		text += fmt.Sprintf(" (%d files)", st.Versions)
	}
	return text
}

// actorJSON is the history of an actor as it is written in JSON.
type actorJSON struct {
	Name       string         `json:"name"`
	Kind       string         `json:"kind"`
	IDs        []string       `json:"external_ids,omitempty"`
	Briefings  int            `json:"briefings"`
	Library    string         `json:"library"`
	Statements []statementRow `json:"statements"`
}

func newActorJSON(h *actorHistory) actorJSON {
	a := actorJSON{h.Name, string(h.ActorKind()), h.IDs, len(h.Items), clean.Line(h.library.Path()), []statementRow{}}
	for i := range h.statements {
		a.Statements = append(a.Statements, newStatementRow(&h.statements[i]))
	}
	return a
}

// statementRow is a position as it is written in JSON and CSV.
type statementRow struct {
	Said     string `json:"said,omitempty"`
	SaidBy   string `json:"said_by,omitempty"`
	AsOf     string `json:"as_of,omitempty"`
	Stance   string `json:"stance"`
	Was      string `json:"was,omitempty"`
	Claim    string `json:"claim"`
	Question string `json:"question"`
	ID       string `json:"id"`
	Marking  string `json:"marking,omitempty"`
	TLP      string `json:"tlp,omitempty"`
	ByName   bool   `json:"by_name"`
	File     string `json:"file"`
	Last     string `json:"last_file,omitempty"`
	Versions int    `json:"versions"`
	// Withdrawn is the day on which they were.
	Withdrawn string `json:"withdrawn,omitempty"`
}

func newStatementRow(st *statement) statementRow {
	r := statementRow{
		AsOf: st.AsOf.String(), Stance: string(st.Stance), Was: string(st.Before), Claim: st.Claim, Question: st.Question, ID: st.Ref.ID,
		Marking: strings.TrimSpace(st.Marking), TLP: string(st.TLP.Counted()), ByName: st.ByName,
		File: clean.Line(st.path), Last: clean.Line(st.lastPath), Versions: st.Versions, Withdrawn: st.Withdrawn,
	}
	if r.Said = st.Said.String(); st.SaidBy {
		r.Said, r.SaidBy = "", r.Said
	}
	return r
}

var statementColumns = strings.Fields("actor kind external_ids said said_by as_of stance was claim question id marking tlp by_name file last_file versions withdrawn")

func (r statementRow) cells(h *actorHistory) []string {
	return []string{h.Name, string(h.ActorKind()), strings.Join(h.IDs, "; "), r.Said, r.SaidBy, r.AsOf, r.Stance, r.Was, r.Claim, r.Question,
		r.ID, r.Marking, r.TLP, fmt.Sprint(r.ByName), r.File, r.Last, fmt.Sprint(r.Versions), r.Withdrawn}
}
