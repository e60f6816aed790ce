package fold

import "bytes"

// Finder looks for one query in one text. After text is added a new one is needed.
type Finder struct {
	text  *Text
	query Query
}

// Finder prepares to look for q in the text.
func (t *Text) Finder(q Query) Finder { return Finder{text: t, query: q} }

// Next returns where the query begins first between the folded bytes from and
// to, or -1.
func (f *Finder) Next(from, to int) int {
	for !f.query.Empty() && from <= to-len(f.query.text) {
		at := bytes.Index(f.text.bytes[from:to], f.query.text)
		if at < 0 {
			return -1
		}
		if from += at; f.capitalsFit(from) {
			return from
		}
		from++
	}
	return -1
}

// Here reports whether the query matches at a folded byte.
func (f *Finder) Here(at int) bool {
	end := at + len(f.query.text)
	return end <= len(f.text.bytes) && string(f.text.bytes[at:end]) == string(f.query.text) && f.capitalsFit(at)
}

func (f *Finder) capitalsFit(at int) bool {
	for i, c := range f.query.capital {
		if f.text.Capital(at+i) != c {
			return false
		}
	}
	return true
}
