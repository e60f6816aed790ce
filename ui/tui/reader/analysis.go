package reader

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/ach"
	"sitrep/briefing/export"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/matrix"
)

// analysed returns the view of competing hypotheses if the keys go to it, or nil.
func (r *Reader) analysed() *matrix.Hypotheses {
	h, _ := r.here().focused().(*matrix.Hypotheses)
	return h
}

// needsACH says where the keys of an analysis work.
func (r *Reader) needsACH() {
	r.Say("only the ACH view takes that; in the claims " + r.Keys.Of("view") + " leads there")
}

// codeAs sets the code under the cursor to the one with a number in [ach.Codes], or
// clears it for a number behind them.
func (r *Reader) codeAs(number int) {
	var c ach.Code
	if number < len(ach.Codes) {
		c = ach.Codes[number].Value
	}
	r.setCode(c)
}

// codeNamed sets the code under the cursor to the one with that name.
func (r *Reader) codeNamed(name string) {
	c := ach.Code(strings.ToUpper(strings.TrimSpace(name)))
	switch {
	case r.analysed() == nil:
		r.needsACH()
	case c == "":
		r.Say(r.Keys.All(keys.Code) + ": very consistent, consistent, neutral, inconsistent, very inconsistent; none")
	case !ach.Codes.Has(c):
		r.Say("no code " + string(c) + "; there are " + strings.Join(ach.Codes.Values(), " "))
	default:
		r.setCode(c)
	}
}

func (r *Reader) setCode(c ach.Code) {
	h := r.analysed()
	if h == nil {
		r.needsACH()
		return
	}
	at := h.Cell()
	switch {
	case at.Evidence.ID == "" && len(h.Analysis().Evidence) > 0:
		r.Say("codes go into the cells of the evidence; " + r.Keys.Of("down") + " goes there")
		return
	case at.Evidence.ID == "":
		r.Say("no evidence here to code; " + r.Keys.Of("next-group") + " goes to the next question")
		return
	case at.Hypothesis.ID == "":
		r.Say("no hypothesis here; " + r.Keys.Of("hypothesis") + " adds one of your own")
		return
	}
	was := h.Analysis().Order()
	r.analyses.SetCode(at.Question, at.Hypothesis.ID, at.Evidence.ID, c)
	h.Refresh()
	said := at.Label + " is cleared"
	if c != "" {
		said = at.Label + " " + string(c) + ", " + ach.Codes.Label(c)
	}
	if is := h.Analysis().Order(); is != was && is != "" {
		said += "; order " + is
	}
	r.Say(said)
}

// sortCodes sorts the analysis by what its codes say, or as in the briefing again.
func (r *Reader) sortCodes() {
	h := r.analysed()
	switch {
	case h == nil:
		r.Say("what is in a briefing has an order of its own; a folder and an ACH are sorted")
	case h.Sort():
		r.Say("most diagnostic evidence and least inconsistent hypothesis first; " + r.Keys.Of("sort") + " again: as in the briefing")
	default:
		r.Say("as in the briefing; " + r.Keys.Of("sort") + " sorts by what the codes say")
	}
}

// editHypothesis opens the line to edit the own hypothesis under the cursor or, on a
// claim, to add one.
func (r *Reader) editHypothesis() {
	h := r.analysed()
	if h == nil {
		r.needsACH()
		return
	}
	at := h.Cell()
	if !at.Hypothesis.Own {
		at.Hypothesis = ach.Hypothesis{ID: r.analyses.Analysis(at.Question).NewID(), Own: true}
	}
	r.Dialogs.Push(dialog.NewHypothesis(at.Question, at.Hypothesis))
}

// chosenInACH handles the result of a dialog of the analysis.
func (r *Reader) chosenInACH(result tea.Msg) tea.Cmd {
	h := r.analysed()
	if h == nil {
		return nil
	}
	switch msg := result.(type) {
	case dialog.HypothesisMsg:
		r.hypothesisTyped(h, msg)
	case dialog.ExportACHMsg:
		return r.exportACH(h, msg)
	}
	return nil
}

// hypothesisTyped keeps what was typed as an own hypothesis.
func (r *Reader) hypothesisTyped(h *matrix.Hypotheses, msg dialog.HypothesisMsg) {
	is := ach.Hypothesis{ID: msg.ID, Text: msg.Text, Own: true}
	count := len(h.Analysis().Hypotheses)
	r.analyses.SetHypothesis(msg.Question, is)
	h.Refresh()
	switch now := len(h.Analysis().Hypotheses); {
	case now > count:
		h.ToLast()
		r.Say(h.Cell().Label + " is added; " + r.Keys.Of("hypothesis") + " on it edits it, and without a text takes it away")
	case now < count:
		r.Say("it is taken away; the codes for it stay with your analysis, and count no more")
	default:
		r.Say("changed")
	}
}

// orderNow returns the order of the hypotheses, to follow what is said, or "" if there
// is none on the screen.
func (r *Reader) orderNow() string {
	h := r.analysed()
	if h == nil || h.Analysis().Order() == "" {
		return ""
	}
	return "; order " + h.Analysis().Order()
}

// sayOrder says what leaving something out has done to the order of the hypotheses.
func (r *Reader) sayOrder(was, name string) {
	switch is := r.orderNow(); {
	case is == "":
		r.Say("nothing that is coded is left without it")
	case is == was:
		r.Say("the order stays" + strings.Replace(is, ";", ",", 1) + ", without " + name)
	default:
		r.Say(strings.TrimPrefix(is, "; ") + ", was " + strings.TrimPrefix(was, "; order ") + ", without " + name)
	}
}

// chooseExport opens the dialog to export the briefing or, in an analysis, that.
func (r *Reader) chooseExport() {
	h := r.analysed()
	if h == nil || r.file.write == nil {
		r.export("")
		return
	}
	r.Dialogs.Push(dialog.ExportACH(r.doc.Briefing.ID + "-" + h.Cell().Question + "-ach"))
}

// exportACH writes the analysis on the screen to a file that is not there yet.
func (r *Reader) exportACH(h *matrix.Hypotheses, msg dialog.ExportACHMsg) tea.Cmd {
	a := export.Analysis{Matrix: h.Analysis(), By: r.analyses.By()}
	for _, id := range r.without {
		ref, _ := r.full.Lookup(id)
		a.Without = append(a.Without, r.nameOf(ref))
	}
	ascii := r.Theme.ASCII && msg.Format == export.AnalysisFormatNames()[0]
	var text bytes.Buffer
	err := export.WriteAnalysis(&text, msg.Format, a, &export.Request{Index: r.full, Width: layout.MaxText, ASCII: ascii})
	write := r.file.write
	return func() tea.Msg {
		// Nothing asks whether to replace a file: what is there stays.
		done := exportedMsg{asked: dialog.ExportMsg{Format: "your analysis", File: msg.File, Replace: true}, path: msg.File, err: err}
		if path, err := filepath.Abs(msg.File); err == nil {
			done.path = path
		}
		if done.err == nil {
			done.err = write(done.path, false, func(w io.Writer) error {
				_, err := text.WriteTo(w)
				return err
			})
		}
		return done
	}
}
