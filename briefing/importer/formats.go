package importer

import (
	"bytes"
	"fmt"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// Format is a format of files to import.
type Format struct {
	Name    string // name for -f
	Summary string // one line for the help: what it becomes
	is      func(h *head) bool
	read    func(b *builder, in Input) error
}

// Formats are all formats, in the order in which they are tried.
var Formats = []Format{
	{"pdf", "PDF, through the program in the settings: a source, whose pages are entries", isPDF, readPDF},
	{"stix", "bundles of STIX 2.0 and 2.1: actors, events, sources; notes and opinions: claims", isSTIX, inUTF8(readSTIX)},
	{"misp", "events of MISP in JSON: events, actors, sources", isMISP, inUTF8(readMISP)},
	{"briefing", "a briefing, YAML or JSON: all that it has, with ids that are free", isBriefing, readBriefing},
	{"timelinejs", "a TimelineJS timeline, JSON or its sheet as CSV: events; media as sources", isTimelineJS, inUTF8(readTimelineJS)},
	{"annotations", "annotations (Hypothes.is, W3C): sources; what is marked as drafts of claims", isAnnotations, inUTF8(readAnnotations)},
	{"csl-json", "references of Zotero or pandoc as CSL-JSON: each a source", isCSL, inUTF8(readCSL)},
	{"ris", "references of Zotero, EndNote and others as RIS: each a source", isRIS, inUTF8(readRIS)},
	{"ics", "a calendar (iCalendar): events, and tasks by when they are due", isICS, inUTF8(readICS)},
	{"feed", "RSS, Atom or JSON Feed: each entry a source", isFeed, readFeed},
	{"article", "a saved web page: a source with its main text; its ClaimReviews: questions", isArticle, readArticle},
	{"mail", "mails (.eml, mbox): each a source; a page saved as MHTML: an article", isMail, readMail},
	{"csv", "a table of events, claims, actors or sources, by its first row", isCSV, readCSV},
	{"text", "plain text or Markdown: a source", isText, inUTF8(readText)},
}

// Find returns the format with the given name.
func Find(name string) (*Format, error) {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i], nil
		}
	}
	return nil, fmt.Errorf("no format %q; there are %s", name, strings.Join(Names(), ", "))
}

// Names returns the names of all formats.
func Names() []string {
	return briefing.Map(Formats, func(f Format) string { return f.Name })
}

// Import makes one briefing from all files. Its error names the file.
func Import(files []Input, o Options) (*Result, error) {
	b := newBuilder(o)
	result := &Result{}
	for _, in := range files {
		in.Name = clean.Line(in.Name)
		format, err := choose(in, o.Format)
		if err == nil {
			b.input = in.Name
			err = safely(func() error { return format.read(b, in) })
		}
		if err == nil && b.overfull {
			err = tooMany()
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", in.Name, err)
		}
		result.Formats = append(result.Formats, format.Name)
	}
	b.fitContexts()
	var doc *file.Document
	err := safely(func() (err error) { doc, err = b.finish(); return err })
	if err != nil {
		return nil, err
	}
	result.Document, result.Entries, result.Lost, result.Present = doc, b.entries, b.lost.counts(), b.present
	return result, nil
}

// safely returns a panic as an error: one of [builder.take], or of a library
// that reads hostile files.
func safely(read func() error) (err error) {
	defer func() {
		p := recover()
		if known, ok := p.(*briefing.HintError); ok {
			err = known
		} else if p != nil {
			err = unfit("", "the file cannot be read: %s", clean.Short(fmt.Sprint(p)))
		}
	}()
	return read()
}

// choose returns the format with the given name, or the first that recognizes
// the content.
func choose(in Input, name string) (*Format, error) {
	if len(in.Data) > MaxFile {
		return nil, unfit("", "more than %d MB", MaxFile>>20)
	}
	if len(bytes.TrimSpace(in.Data)) == 0 {
		return nil, unfit("save it again, or see why the command before the pipe wrote nothing", "it is empty")
	}
	if name != "" {
		return Find(name)
	}
	head := newHead(in)
	if err := head.refuse(); err != nil {
		return nil, err
	}
	for i := range Formats {
		if f := &Formats[i]; f.is != nil && f.is(head) {
			return f, nil
		}
	}
	hint := "name one with -f; tried: " + strings.Join(Names(), ", ")
	if head.isUTF8() {
		return nil, unfit(hint, "of no known kind")
	}
	return nil, unfit("save it as UTF-8 if it is text, or "+hint, "of no known kind, and not in UTF-8")
}
