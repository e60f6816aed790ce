package export

import (
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
)

// Format is an output format.
type Format struct {
	Name      string // name for -f
	Extension string // of a file, with its dot
	Summary   string // one line for the help
	Write     func(io.Writer, *Request) (Losses, error)
}

// The formats that have an option of their own, or room for notes.
const (
	textFormat     = "text"
	markdownFormat = "markdown"
	csvFormat      = "csv"
	htmlFormat     = "html"
)

// Formats are all formats. The first is the default.
var Formats = []Format{
	{textFormat, ".txt", "plain text, with every fact that the screens hold", writeText},
	{"json", ".json", "briefing/1 as JSON, which reads back as the same briefing", writeJSON},
	{markdownFormat, ".md", "CommonMark with footnotes, for GitHub and pandoc", writeMarkdown},
	{htmlFormat, ".html", "a few pages to send on, for a browser or a printer; --full opens and prints all the rest", writeHTML},
	{csvFormat, ".csv", "a table of one part (timeline, actors, claims or sources), for spreadsheets; --bom for Excel", writeCSV},
	{"ics", ".ics", "a calendar of the timeline (iCalendar), for calendar programs", writeICS},
	{"timelinejs", ".json", "JSON for Knight Lab's TimelineJS: a slide for each event", writeTimelineJS},
	{"csl-json", ".json", "the sources as CSL-JSON, for Zotero and pandoc", writeCSL},
	{"stix", ".json", "a STIX 2.1 bundle: report, identities, incidents, notes, opinions", writeSTIX},
	{"jsonld", ".jsonld", "schema.org JSON-LD: claims, events, quotations, sources", writeJSONLD},
}

// HasShort reports whether the format is short unless Request.Full is set.
func (f Format) HasShort() bool { return f.Name == htmlFormat }

// HasSigns reports whether the format contains signs of the program.
func (f Format) HasSigns() bool { return f.Name == textFormat }

// OnePart reports whether the format holds one part of a briefing at a time.
func (f Format) OnePart() bool { return f.Name == csvFormat }

// HasBOM reports whether the format may begin with a byte order mark.
func (f Format) HasBOM() bool { return f.Name == csvFormat }

// HasNotes reports whether the format can contain what a user keeps beside a briefing.
// The others are read by programs, which would take it for the briefing's own.
func (f Format) HasNotes() bool {
	return f.Name == textFormat || f.Name == markdownFormat || f.Name == htmlFormat
}

// Option is an option that only one format has, set by a flag of the same name.
type Option struct {
	Name    string
	Summary string
	Set     func(*Request)
}

// Option returns the format's own option. Its name is empty if there is none.
func (f Format) Option() Option {
	switch {
	case f.HasShort():
		return Option{"full", "open and print everything, not only a few pages", func(r *Request) { r.Full = true }}
	case f.HasBOM():
		return Option{"bom", "begin with a byte order mark, so that Excel reads it as UTF-8", func(r *Request) { r.BOM = true }}
	}
	return Option{}
}

// Find returns the format with the given name.
func Find(name string) (Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("no format %q; there are %s", name, strings.Join(Names(), ", "))
}

// Names returns the names of the formats in the order of the table.
func Names() []string { return briefing.Map(Formats, func(f Format) string { return f.Name }) }
