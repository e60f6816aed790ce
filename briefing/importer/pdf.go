package importer

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

func isPDF(h *head) bool { return bytes.HasPrefix(h.begin, []byte("%PDF-")) }

// maxPDFPages is the limit of pages.
const maxPDFPages = 20_000

// readPDF adds a document as one source. Its pages are entries, so that a list
// shows which words are on which page, and pages can be picked. The text does
// not mark pages: marks would not be words of the source, and would break
// sentences and quotes that continue on the next page.
func readPDF(b *builder, in Input) error {
	if b.PDF == nil {
		return unfit(`name a program in the settings, such as import: {pdf: [pdftotext, -enc, UTF-8, "-", "-"]}`, "no program is set that makes text of a PDF (import: pdf: in the settings)")
	}
	out, err := b.PDF(in.Data)
	if err != nil {
		return err
	}
	pages := bytes.Split(bytes.TrimRight(out, "\f\n\r "), []byte("\f"))
	if len(pages) > maxPDFPages {
		return unfit("split it", "more than %d pages", maxPDFPages)
	}
	var texts []string
	var picked []int
	for i, page := range pages {
		text := strings.TrimSpace(clean.Text(string(page)))
		if b.entry(fmt.Sprintf("p. %d: %s", i+1, clean.Short(clean.Line(text))), edtf.Date{}) {
			picked = append(picked, i+1)
			if text != "" {
				texts = append(texts, text)
			}
		}
	}
	if len(out) == 0 || len(texts) == 0 && len(picked) > 0 {
		return unfit("run text recognition on a scanned document first", "there is no text in the PDF")
	}
	if len(picked) == 0 {
		return nil
	}
	title := strings.TrimSuffix(filepath.Base(in.Name), filepath.Ext(in.Name))
	if len(picked) < len(pages) {
		title += ", " + pagesInWords(picked)
	}
	s := briefing.Source{Title: title, Text: strings.Join(texts, "\n\n")}
	s.TLP = b.markingIn("", string(out)) // including pages that are not picked
	b.source(s)
	return nil
}

// pagesInWords returns page numbers as in a citation: "p. 3", "pp. 1, 3–5".
func pagesInWords(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		part := strconv.Itoa(pages[i])
		if j > i {
			part += "–" + strconv.Itoa(pages[j])
		}
		parts, i = append(parts, part), j+1
	}
	label := "p. "
	if len(pages) > 1 {
		label = "pp. "
	}
	return label + strings.Join(parts, ", ")
}
