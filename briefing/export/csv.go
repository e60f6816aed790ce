package export

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/facts"
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
	columns []csvColumn
	row     []string // memory of the last row
	values  []string // memory of the last cell
	items   [3]facts.Reader
	losses  Losses
}

// csvTable is the table of a part. A column has the fact under its name, or that
// of the key behind a colon ("claim.text" is that of the claim of a position),
// unless it is one of [csvComputed].
type csvTable struct {
	part    briefing.Part
	columns string
	rows    func(*csvWriter)
}

// csvTables are the parts that have a table. The columns that say what the rows
// are part of stand at the end of each.
var csvTables = []csvTable{
	{briefing.PartTimeline, "id when:date earliest latest precision status certainty title place country latitude longitude actors sources summary quotes locators states", (*csvWriter).events},
	{briefing.PartActors, "id name kind part_of role country also:aka positions events sources", (*csvWriter).actors},
	{briefing.PartClaims, "question:question.id question_text:question.text question_status:question.status contested claim:claim.id " +
		"claim_text:claim.text figure:claim.figure position holder holder_name stance said via citing hedge quotation credibility note sources quotes locators states " +
		"claim_tags:claim.tags claim_external_ids:claim.external_ids claim_draft:claim.draft " +
		"question_tags:question.tags question_external_ids:question.external_ids question_draft:question.draft", (*csvWriter).positions},
	{briefing.PartSources, "id title kind publisher authors credit place published accessed url archive_url language " +
		"reliability reliability_note origin status text_kind rests_on_it", (*csvWriter).sources},
}

// csvColumn is where the cells of a column come from.
type csvColumn struct {
	computed func(*csvWriter, csvRow) string // or nil
	of       string                          // "claim", "question", or "" for the item of the row
	key      string
	fact     int // the number of the fact with the key, or -1 before the first row
}

func csvColumnFor(key string) csvColumn {
	c := csvColumn{computed: csvComputed[key], key: key, fact: -1}
	if of, under, ok := strings.Cut(key, "."); ok {
		c.of, c.key = of, under
	}
	return c
}

// csvShared are the columns at the end of every table.
const csvShared = " tags external_ids draft as_of tlp"

func writeCSV(w io.Writer, r *Request) (Losses, error) {
	table, err := csvTableFor(r.Only)
	if err != nil {
		return nil, err
	}
	c := &csvWriter{stream: newStream(w), request: r, x: r.Index}
	if r.BOM {
		c.raw("\uFEFF")
	}
	var cells []string
	for column := range strings.FieldsSeq(table.columns + csvShared) {
		name, key, renamed := strings.Cut(column, ":")
		if !renamed {
			key = name
		}
		c.columns = append(c.columns, csvColumnFor(key))
		cells = append(cells, name)
	}
	c.write(cells)
	table.rows(c)
	c.losses.addOthers(r, c.places(table.part), table.part)
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

// guarded is a cell of content. One that a spreadsheet would take for a formula
// gets an apostrophe in front (CWE-1236).
func guarded(s string) string {
	if clean.BeginsFormula(s) {
		return "'" + s
	}
	return s
}

// write writes a row.
func (c *csvWriter) write(cells []string) {
	for i, cell := range cells {
		if i > 0 {
			c.raw(",")
		}
		c.raw(`"`)
		c.raw(markup(strings.ReplaceAll(inert(cell), `"`, `""`)))
		c.raw(`"`)
	}
	c.raw("\r\n")
}
