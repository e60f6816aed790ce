package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/query"
	"sitrep/data/notebook"
)

// withNotesFlag is the option of export that writes what is in the notebook.
const withNotesFlag = "with-notes"

// notebookFolder is where the notebooks are from which notes are written. Without a path
// none are.
type notebookFolder notebook.Folder

// asksNotebook reports whether an expression asks what is in a notebook.
func asksNotebook(expression string) bool {
	q, err := query.Parse(expression)
	return err == nil && q.OfNotebook() != ""
}

// keptNotebooks returns the folder of the notebooks. It returns a usage error if there is
// none, or if what is read is piped, and has no notebook.
func keptNotebooks(c *cobra.Command, s Streams, piped bool) (notebookFolder, error) {
	if piped {
		return notebookFolder{}, usage(errors.New("a briefing from standard input has no notebook"), "save it as a file, and name that")
	}
	chosen, err := readSettings(c, s)
	if err != nil {
		return notebookFolder{}, err
	}
	if !chosen.Notebook.Value {
		return notebookFolder{}, usage(errors.New("the notebook is off"), "it is off by "+chosen.Notebook.From.String()+"; write notebook: true there")
	}
	kept := notebooks(chosen, "")
	if kept == nil {
		return notebookFolder{}, withHint(errors.New("there is no folder for notebooks"), "set HOME or XDG_DATA_HOME")
	}
	return notebookFolder(kept.Folder), nil
}

// beside returns what the notebook of a briefing has, and what of it has been read.
func (f notebookFolder) beside(doc *file.Document, x *briefing.Index) (*notebook.Beside, error) {
	book := notebook.Folder(f).Open(doc.Briefing.ID)
	if book == nil {
		return nil, withHint(fmt.Errorf("%s: no notebook can be kept for it", doc.Name), "give it an id")
	}
	book.Take(book.Load()())
	unreadable := (*notebook.UnreadableError)(nil)
	switch err := book.Err(); {
	case errors.As(err, &unreadable):
		return nil, withHint(fmt.Errorf("%s:%d: %w", clean.Line(unreadable.Path), unreadable.Line, err), "mend that line, or do without the notebook")
	case err != nil:
		return nil, fmt.Errorf("reading the notebook: %w", err)
	}
	beside := &notebook.Beside{Book: book, Index: x, Limited: doc.Withheld.Limit != ""}
	beside.Compare(doc.Withheld.Limit)
	return beside, nil
}

// attach shows what the notebook of a briefing has beside its index, if notebooks are
// read.
func (f notebookFolder) attach(doc *file.Document, x *briefing.Index) error {
	if f.Path == "" {
		return nil
	}
	beside, err := f.beside(doc, x)
	if err == nil {
		x.SetRemarks(beside)
	}
	return err
}

// writeRemarks lets a request write what is beside its index.
func writeRemarks(r *export.Request) {
	if beside, ok := r.Index.Remarks().(*notebook.Beside); ok {
		if r.Remarks = beside; !beside.Limited { // an item that is gone can have been marked higher
			r.Gone = beside.Gone()
		}
	}
}

// leftOut returns the number of items whose notes a request leaves out, because they are
// withheld or can be.
func leftOut(r *export.Request) int {
	beside, ok := r.Remarks.(*notebook.Beside)
	if !ok || !beside.Limited {
		return 0
	}
	return len(beside.Gone())
}

// tellLeftOut reports on standard error that notes were left out.
func tellLeftOut(w io.Writer, items int) {
	if items > 0 {
		_, _ = fmt.Fprintf(w, "sitrep: notes on %s that are withheld or gone were left out\n", briefing.Counted(items, "item", "items"))
	}
}
