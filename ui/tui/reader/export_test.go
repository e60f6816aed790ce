package reader

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/query"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/tuitest"
)

// written is what an export writes, and where.
type written struct {
	path    string
	replace bool
	text    bytes.Buffer
	fails   error
}

func (w *written) write(path string, replace bool, write func(io.Writer) error) error {
	w.path, w.replace = path, replace
	w.text.Reset()
	if w.fails != nil && !replace {
		return w.fails
	}
	return write(&w.text)
}

// TestExportWritesEveryFormat compares what the reader writes with what the format
// does, for all of the briefing, what a filter leaves, and an item of each kind.
func TestExportWritesEveryFormat(t *testing.T) {
	doc := tuitest.BuiltIn(t)
	x := doc.Index()
	claim := x.Briefing.Questions[0].Claims[0]
	position := x.StandsOn(claim.ID)[0].Ref()
	for _, f := range export.Formats {
		for _, where := range []string{"", "stance:denies", "actor:nato", query.ForItem(position),
			query.ForItem(briefing.Ref{Kind: briefing.KindEvent, ID: x.Briefing.Events[0].ID}),
			query.ForItem(briefing.Ref{Kind: briefing.KindSource, ID: x.Briefing.Sources[0].ID})} {
			var w written
			d := drive(t, open(doc, Options{Write: w.write}), 100, 30)
			d.Drain(d.reader.exportTo(dialog.ExportMsg{Format: f.Name, Where: where, Part: briefing.PartClaims, File: "x"}))
			request := &export.Request{Index: doc.Index(), Width: layout.MaxText}
			if f.OnePart() {
				request.Only = []briefing.Part{briefing.PartClaims}
			}
			if where != "" {
				selection, err := query.Select(request.Index, where)
				if err != nil {
					t.Fatalf("%s: %v", where, err)
				}
				request.Keep, request.Where = selection.Keep, where
			}
			var want bytes.Buffer
			losses, err := f.Write(&want, request)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(w.text.Bytes(), want.Bytes()) || want.Len() == 0 {
				t.Errorf("%s of %q: %d bytes, want %d", f.Name, where, w.text.Len(), want.Len())
			}
			d.Has(f.Name + " written to")
			if listed := d.reader.Dialogs.Open(); listed != (len(losses) > 0) {
				t.Errorf("%s of %q loses %v, and the dialog that says so is %v", f.Name, where, losses, listed)
			}
		}
	}
}

// TestExportTakesOptions compares what is written with the option of a format and
// without.
func TestExportTakesOptions(t *testing.T) {
	for _, f := range export.Formats {
		var texts [2]string
		for i, option := range []bool{false, true} {
			var w written
			d := drive(t, open(tuitest.BuiltIn(t), Options{Write: w.write}), 100, 30)
			d.Drain(d.reader.exportTo(dialog.ExportMsg{Format: f.Name, Part: briefing.PartClaims, File: "x", Option: option}))
			texts[i] = w.text.String()
		}
		if has := f.Option().Name != ""; (texts[0] != texts[1]) != has {
			t.Errorf("%s has an option: %v, and what is written with it differs: %v", f.Name, has, !has)
		}
	}
}

// TestExportWithholds looks in all formats for words that may not be shown.
func TestExportWithholds(t *testing.T) {
	k := sample.NewEveryKey(t, file.WriteSchema)
	for _, item := range k.Items {
		doc, err := withheldFile(t, k.File(item)).Load()
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range export.Formats {
			var w written
			d := drive(t, open(doc, Options{Write: w.write}), 100, 30)
			d.Drain(d.reader.exportTo(dialog.ExportMsg{Format: f.Name, Part: briefing.PartClaims, File: "x"}))
			for _, word := range item.Words {
				if strings.Contains(w.text.String(), word) {
					t.Fatalf("%s %s is withheld, and %s says %s of it", item.Noun, item.ID, f.Name, word)
				}
			}
		}
	}
}

// TestExportNames types names of files that are strange: the name is taken as it is
// typed, in the folder that the program runs in, and shown without control characters.
func TestExportNames(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ typed, path string }{
		{"a b.txt", filepath.Join(here, "a b.txt")},
		{"-o.txt", filepath.Join(here, "-o.txt")},
		{"$HOME;id", filepath.Join(here, "$HOME;id")},
		{"../x.txt", filepath.Join(filepath.Dir(here), "x.txt")},
		{"a\x1b]0;title\x07\nb.txt", filepath.Join(here, "a\ufffd]0;title\ufffd b.txt")},
		{"日本\u202e.txt", ""},
	} {
		var w written
		d := drive(t, open(tuitest.BuiltIn(t), Options{Write: w.write}), 100, 30)
		d.Press("W", "ctrl+u")
		d.reader.Dialogs.Paste(c.typed)
		d.Press("enter")
		if w.path == "" || c.path != "" && w.path != c.path || strings.ContainsAny(w.path, "\x1b\x07\n\u202e") {
			t.Errorf("%q is written to %q, want %q", c.typed, w.path, c.path)
		}
		d.Has("written to")
	}
}

// TestExportErrors says why nothing was written.
func TestExportErrors(t *testing.T) {
	for _, c := range []struct {
		fails error
		want  string
	}{
		{errors.New("cannot write x: read-only file system; choose another place"), "not written: cannot write x: read-only file system"},
		{fs.ErrPermission, "not written: permission denied"},
		{fs.ErrExist, "There is a file of that name"},
	} {
		w := written{fails: c.fails}
		d := drive(t, open(tuitest.BuiltIn(t), Options{Write: w.write}), 120, 30)
		d.Press("W", "enter")
		d.Has(c.want)
	}
	d := newDriver(t, tuitest.BuiltIn(t), 100, 30)
	d.Press("W")
	d.Has("nothing can be written here")
}

// TestExportNeverReplacesTheBriefing asks for the file that is read, by its name and by
// a link.
func TestExportNeverReplacesTheBriefing(t *testing.T) {
	_, path := inFile(t)
	link := filepath.Join(filepath.Dir(path), "link.yaml")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here")
	}
	doc, err := file.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, link} {
		var w written
		d := drive(t, open(doc, Options{Write: w.write}), 100, 30)
		d.Drain(d.reader.exportTo(dialog.ExportMsg{Format: "json", File: name, Replace: true}))
		d.Has("that is the file of the briefing itself")
		if w.path != "" {
			t.Errorf("%s is written", w.path)
		}
	}
}
