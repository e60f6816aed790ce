package importer

import (
	"cmp"
	"strings"
	"sync"

	"sitrep/briefing/clean"
)

// cutRIS splits a line with a tag: two letters or digits, a hyphen with spaces
// around it, some of which programs leave out, and a value.
func cutRIS(line string) (tag, value string, ok bool) {
	isLetter := func(c byte) bool { return 'A' <= c && c <= 'Z' }
	if len(line) < len("TY-") || !isLetter(line[0]) || !isLetter(line[1]) && !isDigit(line[1]) {
		return "", "", false
	}
	const most = 3 // spaces
	tag, rest := line[:2], line[2:]
	value, ok = strings.CutPrefix(strings.TrimLeft(rest, " "), "-")
	if !ok || len(rest)-len(value)-1 > most {
		return "", "", false
	}
	return tag, strings.TrimPrefix(value, " "), true
}

var risStart = pattern(`(?m)^TY {0,3}- ?[A-Z]+`)

func isRIS(h *head) bool {
	at := risStart().FindIndex(h.begin)
	return at != nil && !strings.ContainsAny(string(h.begin[:at[0]]), "{<")
}

// risTypes maps the types of RIS to those of CSL.
var risTypes = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"ABST": "article-journal", "EJOUR": "article-journal", "INPR": "article-journal", "JFULL": "periodical", "JOUR": "article-journal",
		"MGZN": "article-magazine", "NEWS": "article-newspaper", "CONF": "paper-conference", "CPAPER": "paper-conference", "UNPB": "manuscript",
		"BOOK": "book", "CHAP": "chapter", "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "DICT": "entry-dictionary", "ENCYC": "entry-encyclopedia",
		"BILL": "bill", "CASE": "legal_case", "HEAR": "hearing", "LEGAL": "legislation", "STAT": "legislation", "GOVDOC": "report", "GRNT": "document",
		"BLOG": "post-weblog", "ELEC": "webpage", "WEB": "webpage", "ICOMM": "personal_communication", "PCOMM": "personal_communication",
		"DATA": "dataset", "DBASE": "dataset", "AGGR": "dataset", "ADVS": "motion_picture", "MPCT": "motion_picture", "VIDEO": "motion_picture",
		"ART": "graphic", "FIGURE": "graphic", "MAP": "map", "SLIDE": "graphic", "SOUND": "song", "MUSIC": "musical_score", "MULTI": "document",
		"RPRT": "report", "STAND": "standard", "THES": "thesis", "PAT": "patent", "COMP": "software", "PAMP": "pamphlet", "MANSCPT": "manuscript",
		"GEN": "document", "CTLG": "document", "ANCIENT": "classic", "CLSWK": "classic", "SER": "collection", "EQUA": "figure", "CHART": "figure",
	}
})

// risNames maps the tags of RIS to members of CSL-JSON. Of several tags with
// one name, the first present counts.
var risNames = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"TI": "title", "T1": "title", "CT": "title", "AB": "abstract", "N2": "abstract", "CY": "publisher-place", "PP": "publisher-place",
		"DO": "DOI", "LA": "language", "PB": "publisher", "SN": "ISBN", "ID": "citation-key", "N1": "note",
		"T2": "container-title", "JO": "container-title", "JF": "container-title", "BT": "container-title", "JA": "container-title-short", "J2": "container-title-short",
		"PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed",
		"VL": "volume", "IS": "issue", "SP": "page", "EP": "page", "ET": "edition",
		"A2": "editor", "A3": "editor", "ED": "editor", "DB": "database", "DP": "database", "M3": "genre", "L1": "attachment", "L4": "attachment",
	}
})

// readRIS adds references in RIS. Lines without a tag continue the one before.
func readRIS(b *builder, in Input) error {
	r := risReader{references: references{builder: b}}
	for line := range textLines(in.Data) {
		if r.line(strings.TrimRight(line, " 	")); b.overfull {
			return nil
		}
	}
	r.end()
	if !r.any {
		return unfit("a reference begins with a line TY  - JOUR", "it has no reference in RIS")
	}
	return nil
}

type risReader struct {
	references
	fields []risField // of the current reference
	open   bool       // a reference has begun
	any    bool
}

type risField struct {
	tag   string
	value []string // lines
}

func (r *risReader) line(line string) {
	tag, value, ok := cutRIS(strings.TrimLeft(line, " \t"))
	switch {
	case !ok:
		if last := len(r.fields) - 1; last >= 0 && r.open {
			r.fields[last].value = append(r.fields[last].value, strings.TrimSpace(line))
		}
	case tag == "TY":
		r.end() // if the one before has no ER
		r.open, r.any = true, true
		r.fields = append(r.fields, risField{tag, []string{value}})
	case tag == "ER":
		r.end()
	case r.open:
		r.fields = append(r.fields, risField{tag, []string{strings.TrimSpace(value)}})
	}
}

// end adds the current reference.
func (r *risReader) end() {
	if r.open {
		r.add(r.object())
	}
	r.fields, r.open = nil, false
}

// object returns the reference in the form of CSL-JSON.
func (r *risReader) object() object {
	o := object{}
	for _, f := range r.fields {
		if value := strings.TrimSpace(strings.Join(f.value, "\n")); value != "" {
			r.field(o, f.tag, value)
		}
	}
	return o
}

// field adds a field to a reference in the form of CSL-JSON.
func (r *risReader) field(o object, tag, value string) {
	name := risNames()[tag]
	switch tag {
	case "TY":
		o["type"] = cmp.Or(risTypes()[value], value)
		return
	case "AU", "A1":
		o["author"] = append(listOf(o["author"]), risName(value))
		return
	case "KW":
		r.keywords(o, value)
		return
	case "UR", "L2", "LK":
		r.address(o, value)
		return
	}
	switch before, known := o[name].(string); {
	case name == "":
		r.lost.add("reference " + clean.Short(clean.Line(tag)))
	case name == "issued" || name == "accessed":
		date, words := risDate(value)
		if len(date) > len(before) {
			o[name] = date // DA is more precise than PY
		}
		r.lost.addTimes("words of a date", min(1, len(words)))
	case !known:
		o[name] = value
	case before != value:
		r.lost.add("reference " + name)
	}
}

func listOf(v any) []any {
	list, _ := v.([]any)
	return list
}

// keywords adds keywords, which EndNote writes one a line, and other programs
// all on one line.
func (r *risReader) keywords(o object, value string) {
	for word := range strings.FieldsFuncSeq(value, func(c rune) bool { return c == '\n' || c == ';' }) {
		o["keyword"] = append(listOf(o["keyword"]), strings.TrimSpace(word))
	}
}

// address uses the first web address.
func (r *risReader) address(o object, value string) {
	for address := range strings.FieldsSeq(value) {
		switch web := strings.HasPrefix(address, "http"); {
		case web && o["URL"] == nil:
			o["URL"] = address
		case o["URL"] != address:
			r.lost.add("another address of a reference")
		}
	}
}

// risName splits "Family, Given, Suffix".
func risName(s string) object {
	family, rest, ok := strings.Cut(s, ",")
	if !ok {
		return object{"literal": s}
	}
	given, suffix, _ := strings.Cut(rest, ",")
	return object{"family": strings.TrimSpace(family), "given": strings.TrimSpace(given), "suffix": strings.TrimSpace(suffix)}
}

// risNumbers matches a date of RIS: year/month/day/words, any of them empty.
var risNumbers = pattern(`^(\d{4})/(\d{0,2})/?(\d{0,2})(?:/(.*))?$`)

// risDate returns a date of RIS in EDTF, or unchanged, and the words after it
// unless they are a time of day.
func risDate(s string) (date, words string) {
	m := risNumbers().FindStringSubmatch(s)
	if m == nil {
		return s, ""
	}
	date = m[1]
	for _, n := range m[2:4] {
		if n == "" {
			break
		}
		date += "-" + ("0" + n)[len(n)-1:]
	}
	if words = m[4]; clockTime().MatchString(words) {
		words = ""
	}
	return date, words
}
