package library

import (
	"bytes"
	"compress/flate"
	"io"
	"strconv"
	"strings"
	"sync"

	"sitrep/briefing/search"
)

// The signs between the parts of a stored text. Texts of briefings are clean and
// hold none of them.
const (
	fieldEnd = "\x1e"
	partEnd  = "\x1f"
)

// storedField is a field of an item as the index stores it.
type storedField struct {
	name    search.Field
	passage int // of the evidence that it belongs to; 0 for none
	text    string
}

// appendField adds a field to a stored text: its name, passage and text.
func appendField(b *strings.Builder, f storedField) {
	b.WriteString(string(f.name))
	b.WriteString(partEnd)
	if f.passage > 0 {
		b.WriteString(strconv.Itoa(f.passage))
	}
	b.WriteString(partEnd)
	b.WriteString(f.text)
	b.WriteString(fieldEnd)
}

// fieldsIn calls yield with the fields of a stored text until it returns false.
func fieldsIn(text string, yield func(storedField) bool) {
	for text != "" {
		var one string
		one, text, _ = strings.Cut(text, fieldEnd)
		var f storedField
		name, rest, _ := strings.Cut(one, partEnd)
		f.name = search.Field(name)
		passage, rest, _ := strings.Cut(rest, partEnd)
		f.passage, _ = strconv.Atoi(passage)
		f.text = rest
		if !yield(f) {
			return
		}
	}
}

// chunkSize is from what length on fields are compressed as one. Longer chunks take
// less room, and more time to read.
const chunkSize = 16 << 10

// compression is a level of package flate. Level 6 takes three times as long for a
// twentieth less.
const compression = 4

// chunk holds the fields of successive items.
type chunk struct {
	first int // the index of the first of them
	text  []byte
}

var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, compression)
	if err != nil {
		panic(err) // the level is right
	}
	return w
}}

// chunks returns the compressed fields of items, and sets where each item's stand.
func chunksOf(items []item) []chunk {
	w := compressors.Get().(*flate.Writer)
	defer compressors.Put(w)
	var out []chunk
	for i := 0; i < len(items); {
		var b bytes.Buffer
		w.Reset(&b)
		first, size := i, 0
		for ; i < len(items) && (size == 0 || size+len(items[i].text) <= chunkSize); i++ {
			_, _ = io.WriteString(w, items[i].text) // a buffer takes everything
			items[i].chunk, items[i].start = first, size
			size += len(items[i].text)
		}
		_ = w.Close()
		out = append(out, chunk{first, b.Bytes()})
	}
	return out
}

// place is where the fields of an item stand.
type place struct {
	chunk       int64
	start, size int
}

// texts reads the fields of items, and keeps the last chunk that it has read.
type texts struct {
	last int64
	text string
	from bytes.Reader
	read io.ReadCloser
}

// at returns the fields at a place, given the compressed chunk.
func (t *texts) at(p place, chunk []byte) (string, error) {
	if t.last != p.chunk || t.read == nil {
		t.from.Reset(chunk)
		if t.read == nil {
			t.read = flate.NewReader(&t.from)
		} else if err := t.read.(flate.Resetter).Reset(&t.from, nil); err != nil {
			return "", errBroken
		}
		var b strings.Builder
		if _, err := io.Copy(&b, t.read); err != nil {
			t.read = nil
			return "", errBroken
		}
		t.last, t.text = p.chunk, b.String()
	}
	if p.start < 0 || p.size < 0 || p.start+p.size > len(t.text) {
		return "", errBroken
	}
	return t.text[p.start : p.start+p.size], nil
}
