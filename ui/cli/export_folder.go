package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
)

// folderExport writes each briefing of a folder into a file of another.
type folderExport struct {
	folder  located
	options exportOptions
	format  export.Format
	query   query.Query
	where   string   // the expression of the query
	names   []string // of the briefings
	outs    []string // the file for each
}

// exported is what became of one briefing.
type exported struct {
	err      error
	losses   export.Losses
	problems bool
	withheld bool // something of it
	nothing  bool // fits the expression
	leftOut  int  // items whose notes were left out
}

// exportFolder writes the briefings of a folder, in a file each.
func exportFolder(s Streams, folder string, o exportOptions) error {
	at, err := locate(s, folder)
	if err != nil {
		return err
	}
	e := folderExport{folder: at, options: o, where: o.where}
	if err := e.checkOptions(); err != nil {
		return err
	}
	if err := e.list(); err != nil {
		return err
	}
	if err := e.makeFolder(); err != nil {
		return err
	}
	saveMemory(softMemory)
	var done atomic.Int32
	end := s.progress(func() string {
		return fmt.Sprintf("writing %s, %d of %d briefings", e.format.Name, done.Load(), len(e.names))
	})
	defer end()
	var total summary
	paths := briefing.Map(e.names, func(name string) string { return at.version(name).path })
	err = inOrder(paths, func(i int) exported {
		defer done.Add(1)
		return e.write(at.version(e.names[i]), e.outs[i])
	}, func(i int, one exported) error { return total.add(at.version(e.names[i]).name, one) })
	end()
	total.tell(s.Err, &e)
	switch {
	case err != nil:
		return err
	case total.failed > 0:
		return quietError{exitFailed}
	}
	return nil
}

// checkOptions returns an error for options that fit no briefing, which it tries with
// the built-in one.
func (e *folderExport) checkOptions() (err error) {
	o := e.options
	if e.format, err = export.Find(o.format); err != nil {
		return usage(err, "sitrep export --help says what each is for")
	}
	if err := o.fits(e.format); err != nil {
		return err
	}
	if o.out == "" || o.out == standardOutput {
		return usage(fmt.Errorf("%s is a folder", e.folder.name), "-o OUT writes each briefing in it to a file in the folder OUT; or name one of them")
	}
	if e.query, err = query.Parse(o.where); err != nil {
		return whereError(err)
	}
	e.options.where = "" // see write
	o = e.options
	o.kept = notebookFolder{}
	request, err := o.request(builtIn())
	if err != nil {
		return err
	}
	if _, err = e.format.Write(io.Discard, request); errors.Is(err, export.ErrOnePart) {
		return onePart(e.format, err)
	}
	return nil
}

// list finds the briefings, and names for what is made of them.
func (e *folderExport) list() error {
	names, err := e.folder.files()
	if err != nil {
		return explain(e.folder.name, err)
	}
	err = inOrder(names, func(i int) bool {
		seems, err := file.SeemsBriefing(filepath.Join(e.folder.path, names[i]))
		return seems || err != nil
	}, func(i int, is bool) error {
		if is {
			e.names = append(e.names, names[i])
		}
		return nil
	})
	if err == nil && len(e.names) == 0 {
		text, hint := nothingIn(e.folder.name)
		err = withHint(fmt.Errorf("%s: %s", e.folder.name, text), hint)
	}
	taken := map[string]bool{}
	for _, name := range e.names {
		base := strings.TrimSuffix(name, filepath.Ext(name))
		if e.folder.desk != nil {
			base, _, _ = strings.Cut(name, "@")
		}
		out := uniqueName(base, e.format.Extension, taken)
		e.outs = append(e.outs, filepath.Join(e.options.out, out))
	}
	return err
}

// uniqueName returns a file name that is not taken, in whatever case, and takes it.
func uniqueName(base, extension string, taken map[string]bool) string {
	name := base + extension
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = base + "-" + strconv.Itoa(n) + extension
	}
	taken[strings.ToLower(name)] = true
	return name
}

// makeFolder makes the folder for the files, and returns an error if one of them is
// there already, and must not be replaced.
func (e *folderExport) makeFolder() error {
	out := e.options.out
	info, err := os.Stat(out)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.Mkdir(out, newFolderMode); err != nil {
			return cannotWrite(out, err)
		}
		return nil
	}
	if err != nil {
		return cannotWrite(out, err)
	}
	if !info.IsDir() {
		return withHint(fmt.Errorf("%s is no folder", out), "name a folder, which is made if it does not exist")
	}
	if from, err := os.Stat(e.folder.path); err == nil && os.SameFile(from, info) {
		return usage(fmt.Errorf("%s is the folder of the briefings", out), "name another folder for what is made of them")
	}
	if e.options.force {
		return nil
	}
	there, first := 0, ""
	for _, path := range e.outs {
		if _, err := os.Lstat(path); err == nil {
			if there++; there == 1 {
				first = path
			}
		}
	}
	if there > 0 {
		return withHint(fmt.Errorf("%d of %d files exist already, such as %s; nothing was written", there, len(e.outs), first), "--force replaces them; or name another folder")
	}
	return nil
}

// newFolderMode is the permission of a new folder before the umask is applied.
const newFolderMode = 0o777

// write writes one briefing.
func (e *folderExport) write(from located, out string) (one exported) {
	doc, err := file.Load(from.path)
	doc, err = from.redact(e.options.maxTLP, doc, err)
	if err != nil {
		one.err = err
		return one
	}
	one.problems, one.withheld = len(doc.Problems) > 0, doc.Withheld.String() != ""
	request, err := e.options.request(doc)
	if err != nil {
		one.err = err
		return one
	}
	one.leftOut = leftOut(request)
	if !e.query.Empty() {
		// What a briefing does not have is no error here, and keeps nothing.
		searcher := search.New(request.Index)
		selection := query.NewFilter(searcher).Select(e.query)
		if one.nothing = !slices.ContainsFunc(searcher.Items(), selection.Keep); one.nothing {
			return one
		}
		request.Keep, request.Where = selection.Keep, e.where
	}
	var refused error // for what has no place
	fill := func(w io.Writer) error {
		one.losses, err = e.format.Write(w, request)
		if err == nil && e.options.strict && len(one.losses) > 0 {
			refused = fmt.Errorf("%s has no place for: %s", e.format.Name, one.losses)
			err = refused
		}
		return err
	}
	if e.options.force {
		one.err = save(out, fill)
	} else if one.err = create(endBy, out, fill); one.err != nil {
		one.err = cannotWrite(out, one.err)
	}
	if refused != nil {
		one.err = refused
	}
	return one
}

// summary is what became of all briefings.
type summary struct {
	written  int
	problems int // written ones that something was left out of, because it is wrong
	partly   int // written ones of which something is withheld
	withheld int // whole, and not written
	nothing  int // of them fits
	leftOut  int // items whose notes were left out
	failed   int
	broken   bool // some failed because they cannot be read
	losses   export.Losses
	lines    []string // why the first ones failed
}

// maxFailures is how many briefings are named that could not be written.
const maxFailures = 100

// add counts one. It returns the error if nothing else can be written either.
func (t *summary) add(path string, one exported) error {
	var withheld *briefing.WithheldError
	switch err := one.err; {
	case one.nothing:
		t.nothing++
		return nil
	case errors.As(err, &withheld):
		t.withheld++
		return nil
	case errors.Is(err, syscall.ENOSPC):
		return err
	case err != nil:
		_, broken := errors.AsType[*file.LoadError](err)
		t.broken = t.broken || broken
		if t.failed++; t.failed <= maxFailures {
			t.lines = append(t.lines, clean.Line(path)+": "+file.WhyUnreadable(err))
		}
		return nil
	}
	t.written++
	t.leftOut += one.leftOut
	if one.problems {
		t.problems++
	}
	if one.withheld {
		t.partly++
	}
	for _, l := range one.losses {
		t.losses.Add(l.Field, l.Count)
	}
	return nil
}

// tell reports on standard error.
func (t *summary) tell(w io.Writer, e *folderExport) {
	say := func(format string, a ...any) { _, _ = fmt.Fprintf(w, "sitrep: "+format+"\n", a...) }
	for _, line := range t.lines {
		say("%s", line)
	}
	if t.failed > 0 {
		say("%s cannot be written", file.Count(t.failed, "file"))
		hint := "leave --strict out to write them, or name another folder"
		if t.broken {
			hint = "sitrep check " + clean.Line(e.folder.name) + " says what is wrong"
		}
		_, _ = fmt.Fprintf(w, "hint: %s\n", hint)
	}
	if t.problems > 0 {
		say("%s with problems; what is wrong was left out", briefing.Counted(t.problems, "briefing", "briefings"))
		_, _ = fmt.Fprintf(w, "hint: sitrep check %s lists them\n", clean.Line(e.folder.name))
	}
	if t.withheld+t.partly > 0 {
		say("withheld: %s, and parts of %d", briefing.Counted(t.withheld, "briefing", "briefings"), t.partly)
	}
	tellLeftOut(w, t.leftOut)
	if t.nothing > 0 {
		say("nothing fits in %s", briefing.Counted(t.nothing, "briefing", "briefings"))
	}
	if len(t.losses) > 0 {
		say("%s has no place for: %s", e.format.Name, t.losses)
	}
	_, _ = fmt.Fprintf(w, "%s written to %s\n", briefing.Counted(t.written, "briefing", "briefings"), clean.Line(e.options.out))
}
