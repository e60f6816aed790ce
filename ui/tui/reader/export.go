package reader

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/query"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/external"
	"sitrep/ui/tui/layout"
)

// exportedMsg is the result of an export to a file.
type exportedMsg struct {
	asked  dialog.ExportMsg
	path   string
	losses export.Losses
	err    error
}

// export opens the dialog to choose the format, the scope and the file of an
// export. argument can name a format, followed by its option. Without it the
// first format is selected.
func (r *Reader) export(argument string) {
	if r.file.write == nil {
		r.Say("nothing can be written here")
		return
	}
	name, flag, _ := strings.Cut(argument, " ")
	format, err := export.Find(name)
	if err != nil && name != "" {
		r.Say(err.Error())
		return
	}
	flag = strings.TrimSpace(flag)
	if option := format.Option().Name; flag != "" && (option == "" || flag != "--"+option) {
		r.Say(name + " has no option " + flag)
		return
	}
	r.Dialogs.Push(dialog.NewExport(r.doc.Briefing.ID, r.part(), r.exportScopes(), name, flag != ""))
}

// exportScopes returns what can be exported, beginning with what is shown: what
// the filter keeps, or everything.
func (r *Reader) exportScopes() []dialog.ExportScope {
	everything := dialog.ExportScope{Text: "everything"}
	if len(r.without) > 0 {
		everything.Text = "everything, also what is left out here"
	}
	scopes := []dialog.ExportScope{everything}
	if !r.narrow.on.Empty() {
		scopes = []dialog.ExportScope{{Text: "what the filter leaves", Where: r.narrow.on.String()}, everything}
	}
	if ref := r.subject().Ref; ref.ID != "" {
		if where := query.ForItem(ref); where != "" {
			scopes = append(scopes, dialog.ExportScope{Text: "this item: " + page.Name(r.index, ref), Where: where})
		}
	}
	return scopes
}

// exportTo writes what was chosen to a file, with an index of its own.
func (r *Reader) exportTo(msg dialog.ExportMsg) tea.Cmd {
	r.SayOf("writing", msg.File)
	doc, write, ascii, notes := r.doc, r.file.write, r.Theme.ASCII, r.notes.copied()
	return func() tea.Msg {
		path, err := filepath.Abs(msg.File)
		if err != nil {
			return exportedMsg{asked: msg, path: msg.File, err: err}
		}
		if external.SameFile(path, doc.Path) {
			return exportedMsg{asked: msg, path: path, err: errors.New("that is the file of the briefing itself")}
		}
		losses, err := exportDocument(doc, notes, msg, ascii, func(to func(io.Writer) error) error { return write(path, msg.Replace, to) })
		return exportedMsg{msg, path, losses, err}
	}
}

func exportDocument(doc *file.Document, notes briefing.Remarks, msg dialog.ExportMsg, ascii bool, write func(func(io.Writer) error) error) (export.Losses, error) {
	format, err := export.Find(msg.Format)
	if err != nil {
		return nil, err
	}
	request := &export.Request{Index: doc.Index(), Width: layout.MaxText, ASCII: ascii && format.HasSigns()}
	if option := format.Option(); msg.Option && option.Set != nil {
		option.Set(request)
	}
	if format.OnePart() {
		request.Only = []briefing.Part{msg.Part}
	}
	selection, err := query.Select(request.Index.WithRemarks(notes), msg.Where)
	if err != nil {
		return nil, err
	}
	if !selection.Everything() {
		request.Keep, request.Where = selection.Keep, msg.Where
	}
	var losses export.Losses
	err = write(func(w io.Writer) error {
		losses, err = format.Write(w, request)
		return err
	})
	return losses, err
}

// exported says where the file is and what it could not hold, or asks whether
// to replace an existing file. It does not disturb a user who is typing.
func (r *Reader) exported(msg exportedMsg) {
	busy := r.Dialogs.Open() || r.typing()
	switch {
	case errors.Is(msg.err, fs.ErrExist) && !msg.asked.Replace && !busy:
		r.Say("")
		r.Dialogs.Push(dialog.ReplaceFile(msg.asked))
	case errors.Is(msg.err, fs.ErrExist):
		r.SayOf("not written, because it is there already:", msg.path)
	case errors.Is(msg.err, export.ErrOnePart):
		r.Say("not written: " + msg.asked.Format + " holds one part at a time; go to the section of that part first")
	case msg.err != nil:
		r.Say("not written: " + msg.err.Error())
	default:
		r.SayOf(msg.asked.Format+" written to", msg.path)
		if len(msg.losses) > 0 && !busy {
			r.Dialogs.Push(dialog.Exported(msg.asked.File, msg.asked.Format, msg.losses))
		}
	}
}
