package linear

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/quote"
)

// copy writes what can be copied of the item.
func (r *Reader) copy(what string) {
	if r.selected() {
		r.copySelected(what)
		return
	}
	t := r.subject()
	if t.IsZero() {
		r.line("There is nothing to copy here.")
		return
	}
	var list []export.Copy
	if row := r.list().row(); row != nil && row.noun == paragraphNoun {
		p := row.block.(page.Paragraph)
		list = append(list, r.citation("paragraph with citation", r.index.Source(t.Ref.ID), p.Text))
		if passages := links(p); len(passages) > 0 {
			t.Passage = passages[0].Passage
		}
	}
	r.copyOne(append(list, export.Copies(r.index, t, r.list().target, unchanged)...), what)
}

func unchanged(s string) string { return s }

// citation returns words of a source with their place, to be copied.
func (r *Reader) citation(what string, s *briefing.Source, words string) export.Copy {
	words = strings.Join(strings.Fields(words), " ")
	label := r.index.TLP(briefing.Ref{Kind: briefing.KindSource, ID: s.ID})
	return export.Copy{What: what, Marking: export.CopyMarking(label, " "), Text: export.Citation(s, &briefing.Evidence{Quote: words}, unchanged)}
}

// selected reports whether words are selected where one is.
func (r *Reader) selected() bool { return r.selects != nil && r.selects.in == r.list() }

// copyOne writes the text with a name.
func (r *Reader) copyOne(list []export.Copy, what string) {
	for _, c := range list {
		if len(c.What) < len(what) || !strings.EqualFold(c.What[:len(what)], what) {
			continue
		}
		if c.Text == "" {
			r.line("The " + c.What + " is longer than what is copied; sitrep show writes it to a file.")
			return
		}
		r.line(sentence("Copy of the " + c.What + " begins"))
		r.copied(c.Marking + c.Text)
		r.line("Copy ends.")
		r.others(list, c.What)
		return
	}
	r.line(sentence("Nothing here that is called " + quotedWords(what) + " can be copied; there are " + and(copyNames(list, ""))))
}

func (r *Reader) others(list []export.Copy, but string) {
	if names := copyNames(list, but); len(names) > 0 {
		r.line(sentence("Copy also writes the " + and(names)))
	}
}

func copyNames(list []export.Copy, but string) []string {
	var names []string
	for _, c := range list {
		if c.What != but {
			names = append(names, c.What)
		}
	}
	return names
}

// selectWords selects words of the source that is read, or that the item rests on.
func (r *Reader) selectWords(words string) {
	if words == "" {
		r.selects = nil
		r.line("Nothing is selected. V and words of the text of a source selects them.")
		return
	}
	t := page.PassageBehind(r.index, page.Target{Ref: r.list().target.Ref})
	if t.Passage == 0 && t.Ref.Kind != briefing.KindSource {
		t = page.PassageBehind(r.index, r.subject())
	}
	s := r.index.Source(t.Ref.ID)
	if s == nil || s.Text == "" {
		r.line("There is no text of a source here.")
		return
	}
	start, end, ok := findWords(s.Text, words, r.textAt())
	if !ok {
		r.line(sentence("These words are not in the text of " + r.nameOf(page.To(briefing.KindSource, s.ID))))
		return
	}
	r.selects = &selection{s, start, end, r.list()}
	r.line(sentence("Selected: " + quotedWords(strings.Join(strings.Fields(s.Text[start:end]), " "))))
	if _, ok := r.selects.quote(); !ok {
		r.line("No quote leads to these words alone; select more of them for evidence or a note.")
	} else {
		r.line("y copies them as evidence, a and a text notes on them.")
	}
}

// textAt returns the byte of the text of a source at which the paragraph begins that is
// read, or 0.
func (r *Reader) textAt() int {
	if row := r.list().row(); row != nil {
		if p, ok := row.block.(page.Paragraph); ok {
			return p.Start
		}
	}
	return 0
}

// findWords returns where words are in a text, first from a byte on. "first … last"
// takes all between.
func findWords(text, words string, from int) (start, end int, ok bool) {
	for _, between := range []string{"…", "..."} {
		if first, last, two := strings.Cut(words, between); two {
			return quote.Between(text, strings.TrimSpace(first), strings.TrimSpace(last))
		}
	}
	q := fold.NewQuery(words)
	for _, at := range []int{from, 0} {
		if found := q.AppendRanges(nil, text[at:]); len(found) > 0 {
			return at + found[0].Start, at + found[0].End, true
		}
	}
	return 0, 0, false
}

// quote returns the quote that leads to the selected words.
func (s *selection) quote() (quote.Quote, bool) { return quote.Select(s.source.Text, s.start, s.end) }

// copySelected writes the selected words: as evidence for a briefing, as a citation, or
// plain.
func (r *Reader) copySelected(what string) {
	s := r.selects
	label := r.index.TLP(briefing.Ref{Kind: briefing.KindSource, ID: s.source.ID})
	words := strings.Join(strings.Fields(s.source.Text[s.start:s.end]), " ")
	var list []export.Copy
	if q, ok := s.quote(); ok {
		var text strings.Builder
		marking := ""
		if label != "" {
			marking = "# " + export.CopyMarking(label, "\n")
		}
		if file.WriteEvidence(&text, &briefing.Evidence{Source: s.source.ID, Quote: q.Words, Prefix: q.Prefix, Suffix: q.Suffix}) == nil {
			list = append(list, export.Copy{What: "evidence in YAML", Marking: marking, Text: text.String()})
		}
	}
	plain := export.Copy{What: "plain words", Marking: export.CopyMarking(label, " "), Text: words}
	r.copyOne(append(list, r.citation("quote with citation", s.source, words), plain), what)
}

// export writes the briefing, what the filter leaves of it, or an analysis to a file
// that is not there yet.
func (r *Reader) export(arg string) {
	if r.options.Write == nil || r.options.Confined {
		r.line("No files are written here.")
		return
	}
	format, path, _ := strings.Cut(arg, " ")
	if path = strings.TrimSpace(path); path == "" {
		r.line(sentence("Export takes a format and the name of a new file, for example: export text briefing.txt. Formats are " + and(export.Names()) + ", and ach"))
		return
	}
	var out bytes.Buffer
	var err error
	if format == "ach" {
		if !r.inACH() {
			r.line("Export ach writes the analysis that is read; v leads to it from the claims.")
			return
		}
		err = r.writeACH(&out)
	} else {
		request := &export.Request{Index: r.index, Width: exportCells}
		if !r.narrow.on.Empty() {
			request.Keep, request.Where = r.narrow.selection.Keep, r.narrow.on.String()
		}
		var f export.Format
		if f, err = export.Find(format); err == nil {
			_, err = f.Write(&out, request)
		}
	}
	whole := path
	if err == nil {
		whole, err = filepath.Abs(path)
	}
	if err == nil {
		err = r.options.Write(whole, false, func(w io.Writer) error {
			_, err := out.WriteTo(w)
			return err
		})
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		r.line("Not written: there is such a file already.")
	case err != nil:
		r.line(sentence("Not written: " + clean.Line(err.Error())))
	default:
		r.line(sentence("Written: " + clean.Line(path)))
	}
}
