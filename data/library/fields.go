package library

import (
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"

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

// chunk holds the fields of successive items.
type chunk struct {
	first int // the index of the first of them
	text  []byte
}

// compressor is used by several goroutines at once. Zstandard is read twenty times as
// fast as DEFLATE, in the same room.
var compressor = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderCRC(false))
	if err != nil {
		panic(err) // the options are right
	}
	return e
})

// decompressor is used by several goroutines at once. No chunk is larger than a file
// with all its texts.
var decompressor = sync.OnceValue(func() *zstd.Decoder {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<30))
	if err != nil {
		panic(err) // the options are right
	}
	return d
})

// chunksOf returns the compressed fields of items, and sets where each item's stand.
func chunksOf(items []item) []chunk {
	var out []chunk
	var text []byte
	for i := 0; i < len(items); {
		first := i
		text = text[:0]
		for ; i < len(items) && (i == first || len(text)+len(items[i].text) <= chunkSize); i++ {
			items[i].chunk, items[i].start = first, len(text)
			text = append(text, items[i].text...)
		}
		out = append(out, chunk{first, compressor().EncodeAll(text, nil)})
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
	last int64 // 0: none
	text string
	room []byte
}

// at returns the fields at a place, given the compressed chunk.
func (t *texts) at(p place, chunk []byte) (string, error) {
	if t.last != p.chunk {
		var err error
		if t.room, err = decompressor().DecodeAll(chunk, t.room[:0]); err != nil {
			return "", errBroken
		}
		t.last, t.text = p.chunk, string(t.room)
	}
	if p.start < 0 || p.size < 0 || p.start+p.size > len(t.text) {
		return "", errBroken
	}
	return t.text[p.start : p.start+p.size], nil
}
