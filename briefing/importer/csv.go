package importer

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// csvTable is a kind of table, recognized by its columns.
type csvTable struct {
	name    string
	columns string // known columns, as key=other,names
	is      func(has func(keys ...string) bool) bool
	read    func(t *csvReader, row object)
}

// csvTables are the known tables, in the order in which they are tried. The
// columns are those of package export, with names used by other programs.
var csvTables = []csvTable{
	{"TimelineJS", "year month day time end_year end_month end_day end_time display_date headline text media media_credit media_caption " +
		"media_thumbnail alt_text type group background link",
		func(has func(...string) bool) bool { return has("year") && has("headline") }, (*csvReader).timeline},
	{"claims", "question question_text question_status contested claim=statement claim_text figure position holder=speaker,source_of_claim,who holder_name " +
		"stance said=date via citing hedge quotation credibility note=notes,comment sources=source quotes=quote locators states " +
		"claim_tags claim_external_ids claim_draft question_tags question_external_ids question_draft tags external_ids draft as_of tlp",
		func(has func(...string) bool) bool {
			return has("claim", "claim_text") && has("holder", "stance", "question")
		}, (*csvReader).claim},
	{"sources", "id=key title=headline,name kind=type,item_type publisher=publication,publication_title,outlet,newspaper,medium " +
		"authors=author,by,byline,creator place published=date,date_published,publication_date,publication_year accessed=access_date,date_accessed,retrieved " +
		"url=link,address,href archive_url=archive,archived language=lang reliability reliability_note origin status text_kind text=content,full_text " +
		"abstract=abstract_note,summary,description tags=tag,keywords,manual_tags credit doi isbn pmid rests_on_it external_ids draft as_of tlp",
		func(has func(...string) bool) bool {
			return has("title") && (has("publisher", "authors", "accessed", "archive_url", "doi", "isbn", "origin", "text_kind") ||
				has("url") && !has("published"))
		}, (*csvReader).source},
	{"actors", "id name=actor,title kind=type part_of role=office,function country=country_code also=aka,aliases,alias summary=description,notes " +
		"positions events sources=source tags external_ids draft as_of tlp",
		func(has func(...string) bool) bool { return has("name") && has("kind") }, (*csvReader).actor},
	{"events", "id when=date,datetime,start,start_date,begin,from time end=end_date,until,to earliest latest precision status certainty " +
		"title=event,headline,name,subject,what place=location,where,city country=country_code latitude=lat longitude=lon,lng,long " +
		"actors=actor,participants,people,who sources=source summary=description,text,details,notes,note tags=tag,category,categories,keywords,type " +
		"quotes=quote locators=locator states url=link,source_url external_ids draft as_of tlp",
		func(has func(...string) bool) bool { return has("title") && has("when") }, (*csvReader).event},
}

// timelineSheet is the spreadsheet for TimelineJS.
var timelineSheet = &csvTables[0]

// column returns the key of a column, or "" if the table does not have it. Own
// names come before other names.
func (t *csvTable) column(header string, taken []string) string {
	for column := range strings.FieldsSeq(t.columns) {
		key, others, _ := strings.Cut(column, "=")
		if key == header || slices.Contains(strings.Split(others, ","), header) && !slices.Contains(taken, key) {
			return key
		}
	}
	return ""
}

// keys returns the keys of the columns with these headers, with "" for unknown
// ones.
func (t *csvTable) keys(headers []string) []string {
	keys := make([]string, len(headers))
	for own := range 2 { // own names first
		for i, h := range headers {
			if key := t.column(h, keys); keys[i] == "" && (own == 1 || key == h) && !slices.Contains(keys, key) {
				keys[i] = key
			}
		}
	}
	return keys
}

// csvHeader describes the first row.
type csvHeader struct {
	table   *csvTable
	keys    []string // of the columns, empty for unknown ones
	names   []string
	comma   rune
	skipped int // bytes before it
}

// The limits of the first row of a table.
const (
	maxHeader  = 32 << 10 // bytes
	maxColumns = 500
)

// findHeader returns the header of a table with the separator that matches most
// columns, or nil.
func findHeader(begin []byte) *csvHeader {
	if begin = begin[:min(len(begin), maxHeader)]; bytes.HasPrefix(begin, []byte("{")) || bytes.HasPrefix(begin, []byte("[")) {
		return nil
	}
	var best *csvHeader
	known := 0
	skipped := 0
	if line, _, ok := bytes.Cut(begin, []byte("\n")); ok && bytes.HasPrefix(line, []byte("sep=")) { // a hint for Excel
		skipped = len(line) + 1
	}
	for _, comma := range []rune{',', ';', '\t'} {
		record, err := csvRecords(begin[skipped:], comma).Read()
		if err != nil || len(record) > maxColumns {
			continue
		}
		names := briefing.Map(record, headerName)
		for i := range csvTables {
			t := &csvTables[i]
			keys := t.keys(names)
			has := func(any ...string) bool {
				return slices.ContainsFunc(any, func(key string) bool { return slices.Contains(keys, key) })
			}
			if n := len(keys) - count(keys, ""); t.is(has) && n > known {
				best, known = &csvHeader{t, keys, record, comma, skipped}, n
				break
			}
		}
	}
	return best
}

func count(list []string, s string) (n int) {
	for _, v := range list {
		if v == s {
			n++
		}
	}
	return n
}

func headerName(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(clean.Line(s)), func(r rune) bool { return strings.ContainsRune(" _-\u00a0", r) }), "_")
}

func csvRecords(data []byte, comma rune) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	return r
}

func isCSV(h *head) bool {
	if !h.isUTF8() || bytes.HasPrefix(h.begin, []byte("{")) || bytes.HasPrefix(h.begin, []byte("<")) {
		return false
	}
	return h.extension == ".csv" || h.extension == ".tsv" || findHeader(h.begin) != nil
}

// csvReader reads the rows of one table. own says that this program wrote it.
type csvReader struct {
	*builder
	timelines *timeline
	own       bool
}

// readCSV adds the rows of a table. Rows can refer by id to rows of other
// tables.
func readCSV(b *builder, in Input) error {
	data := bytes.TrimPrefix(in.Data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return unfit(`save it as "CSV UTF-8"`, "the table is not in UTF-8")
	}
	header := findHeader(data)
	if header == nil {
		return unfit("known are "+knownColumns(), "no column of the first row is known: %s", clean.Quoted(firstLine(data)))
	}
	r := csvRecords(data[header.skipped:], header.comma)
	r.ReuseRecord = true
	_, _ = r.Read()
	has := func(key string) bool { return slices.Contains(header.keys, key) }
	t := csvReader{builder: b, own: has("as_of") && has("tlp"), timelines: &timeline{builder: b}}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) || b.overfull {
			return nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return unfit("check the quotation marks there", "the table cannot be read in line %d", bad.Line)
		}
		if err != nil {
			return err
		}
		if row := t.row(header, record); !isEmpty(row) {
			header.table.read(&t, row)
			b.loseRest("column", row)
			fits(b.rows.len())
		}
	}
}

// row returns the cells of a row by the keys of their columns, or by the
// headers of unknown ones.
func (t *csvReader) row(h *csvHeader, record []string) object {
	row := object{}
	for i, cell := range record {
		if strings.HasPrefix(cell, "'") && clean.BeginsFormula(cell[1:]) {
			cell = cell[1:]
		}
		switch {
		case i >= len(h.keys):
			if strings.TrimSpace(cell) != "" {
				t.lost.add("cell without a column")
			}
		case h.keys[i] == "":
			row[clean.Quoted(h.names[i])] = cell
		default:
			row[h.keys[i]] = cell
		}
	}
	return row
}

func firstLine(data []byte) string {
	line, _, _ := strings.Cut(string(data[:min(len(data), headSize)]), "\n")
	return line
}

func knownColumns() string {
	out := make([]string, len(csvTables))
	for i, t := range csvTables {
		var names []string
		for column := range strings.FieldsSeq(t.columns) {
			name, _, _ := strings.Cut(column, "=")
			names = append(names, name)
		}
		out[i] = t.name + ": " + strings.Join(names, ", ")
	}
	return strings.Join(out, "; ")
}
