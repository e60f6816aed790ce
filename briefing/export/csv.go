package export

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/facts"
)

// ErrOnePart is returned for a format that holds one part of a briefing at a
// time if the request does not name exactly one of the parts that it can hold.
var ErrOnePart = errors.New("this format holds one part at a time")

// csvListSeparator separates several values in a cell.
const csvListSeparator = "; "

// csvWriter writes a part of a briefing as a table.
type csvWriter struct {
	Table
	request *Request
	x       *briefing.Index
	columns []csvColumn
	row     []string // reused for each row
	values  []string // reused for each cell
	items   [3]facts.Reader
	losses  Losses
}

// csvTable is the table of a part. A column is a name, followed by a colon and
// the key of its fact if the two differ. In a table of positions the key
// "claim.text" is the text of a position's claim. Columns in [csvComputed] are
// no facts.
type csvTable struct {
	part    briefing.Part
	columns string
	rows    func(*csvWriter)
}

// csvTables are the parts that have a table. The last columns of each say what
// the rows are part of.
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

// csvColumn is the origin of the cells of a column.
type csvColumn struct {
	computed func(*csvWriter, csvRow) string // nil if the column holds a fact
	of       string                          // "claim", "question", or "" for the item of the row
	key      string
	fact     int // index of the fact with the key, or -1 before the first row
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
	c := &csvWriter{Table: Table{newStream(w)}, request: r, x: r.Index}
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
	c.losses.addPartial(r.filtered()) // the columns show which part it is
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
