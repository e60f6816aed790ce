package export

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// ErrOnePart is the error of a format that holds one part of a briefing at a
// time, when not exactly one that it has is asked for.
var ErrOnePart = errors.New("this format holds one part at a time")

// csvListSeparator stands between the values of a cell that holds several.
const csvListSeparator = "; "

// csvWriter writes RFC 4180: every cell in quotes, a line for every row, CRLF
// at its end, the same number of cells in all.
type csvWriter struct {
	stream
	request *Request
	x       *briefing.Index
	row     []string
	losses  Losses
}

// csvTable is the table of a part: its columns and how its rows are written.
type csvTable struct {
	part    briefing.Part
	columns []string
	write   func(*csvWriter)
}

// csvTables are the parts that have a table. The columns of the last lines
// stand at the end of each: what the rows are part of.
var csvTables = []csvTable{
	{briefing.PartTimeline, []string{
		"id", "when", "earliest", "latest", "precision", "status", "certainty", "title", "place", "actors",
		"sources", "summary", "tags", "quotes", "states",
	}, (*csvWriter).events},
	{briefing.PartActors, []string{"id", "name", "kind", "part_of", "role", "country", "also", "positions", "events", "sources"}, (*csvWriter).actors},
	{briefing.PartClaims, []string{
		"question", "question_text", "question_status", "contested", "claim", "claim_text", "position", "holder", "holder_name",
		"stance", "said", "via", "citing", "hedge", "quotation", "credibility", "note", "sources", "quotes", "states",
	}, (*csvWriter).positions},
	{briefing.PartSources, []string{
		"id", "title", "kind", "publisher", "authors", "place", "published", "accessed", "url", "archive_url", "language",
		"reliability", "reliability_note", "origin", "status", "text_kind", "rests_on_it",
	}, (*csvWriter).sources},
}

// csvShared are the columns at the end of every table.
var csvShared = []string{"as_of", "tlp"}

func writeCSV(w io.Writer, r *Request) (Losses, error) {
	table, err := csvTableFor(r.Only)
	if err != nil {
		return nil, err
	}
	c := &csvWriter{stream: newStream(w), request: r, x: r.Index}
	if r.BOM {
		c.raw("\uFEFF")
	}
	for _, name := range table.columns {
		c.plain(name)
	}
	for _, name := range csvShared {
		c.plain(name)
	}
	c.flushRow()
	table.write(c)
	c.losses.addPartial(r.filtered()) // which part it is, its columns tell
	return c.losses, c.finish()
}

func csvTableFor(only []briefing.Part) (csvTable, error) {
	names := make([]string, len(csvTables))
	for i, t := range csvTables {
		if len(only) == 1 && only[0] == t.part {
			return t, nil
		}
		names[i] = string(t.part)
	}
	return csvTable{}, fmt.Errorf("%w: choose one of %s", ErrOnePart, strings.Join(names, ", "))
}

// plain adds a cell of our own: a name of a column, a date or a number, which
// may begin with a minus sign.
func (c *csvWriter) plain(s string) { c.row = append(c.row, s) }

// text adds a cell of content. A cell that a spreadsheet would take for a
// formula gets an apostrophe in front (CWE-1236).
func (c *csvWriter) text(s string) {
	if beginsFormula(s) {
		s = "'" + s
	}
	c.row = append(c.row, s)
}

func (c *csvWriter) number(n int) { c.plain(strconv.Itoa(n)) }

func (c *csvWriter) date(d edtf.Date) { c.plain(d.String()) }

// list adds a cell that holds several values.
func (c *csvWriter) list(values []string) { c.text(strings.Join(values, csvListSeparator)) }

// endRow adds the cells that every table ends with, and writes the row, which
// is marked as high as what it quotes.
func (c *csvWriter) endRow(of briefing.Ref) {
	c.date(c.x.Briefing.AsOf)
	c.text(c.x.QuotingTLP(of).String())
	c.flushRow()
}

func (c *csvWriter) flushRow() {
	for i, cell := range c.row {
		if i > 0 {
			c.raw(",")
		}
		c.raw(`"` + markup(strings.ReplaceAll(inert(cell), `"`, `""`)) + `"`)
	}
	c.raw("\r\n")
	c.row = c.row[:0]
}

// beginsFormula reports whether a spreadsheet may run what stands in a cell:
// whether its first character, after what cannot be seen, is one that starts a
// formula or that is read as one (OWASP, CSV injection), in its full-width form
// too.
func beginsFormula(s string) bool {
	for _, r := range s {
		switch {
		case r == '\t' || r == '\r' || r == '\n':
			return true
		case unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc):
		default:
			return strings.ContainsRune("=+-@|＝＋－＠｜", r)
		}
	}
	return false
}
