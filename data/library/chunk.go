package library

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"

	"sitrep/briefing"
)

// chunk holds what is shown of a file and the fields of successive items of it.
type chunk struct {
	last int // the index of the last of them
	text []byte
}

// chunkSize is from what length on fields are compressed as one. Longer chunks take
// less room, and more time to read.
const chunkSize = 16 << 10

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

// chunksOf returns the items of a file in compressed chunks.
func chunksOf(e *Entry, items []item) []chunk {
	var out []chunk
	var text []byte
	for i := 0; i < len(items); {
		text = appendParts(text[:0], strconv.Quote(e.File), e.Title, e.AsOf.String(), string(e.TLP)) // a name of a file may hold any sign
		for first := i; i < len(items) && (i == first || len(text)+len(items[i].text) <= chunkSize); i++ {
			it := &items[i]
			text = append(text, itemStart...)
			text = appendParts(text, strconv.Itoa(int(it.ref.Kind)), it.ref.ID, it.name, it.marking)
			text = append(text, fieldEnd...)
			text = append(text, it.text...)
		}
		out = append(out, chunk{i - 1, compressor().EncodeAll(text, nil)})
	}
	return out
}

func appendParts(text []byte, parts ...string) []byte {
	for i, part := range parts {
		if i > 0 {
			text = append(text, partEnd...)
		}
		text = append(text, part...)
	}
	return text
}

// joinChunk joins the chunk of an item. Its id is that of the last of its items, which
// is the lowest.
const joinChunk = " JOIN chunk ON chunk.id = (SELECT max(id) FROM chunk WHERE id <= item.id)"

// chunkReader reads chunks, one after the other.
type chunkReader struct {
	id    int64 // 0: none
	room  []byte
	items [][]byte
	file  shownFile
}

// shownFile is what a hit says of its file.
type shownFile struct{ name, title, asOf, tlp string }

// storedItem is an item as a chunk has it.
type storedItem struct {
	ref           briefing.Ref
	name, marking string
	fields        string
}

// read reads the chunk with an id, unless it is the last one that was read.
func (r *chunkReader) read(id int64, packed []byte) (err error) {
	if r.id == id {
		return nil
	}
	r.id = 0
	if r.room, err = decompressor().DecodeAll(packed, r.room[:0]); err != nil {
		return errBroken
	}
	head, items, _ := bytes.Cut(r.room, []byte(itemStart))
	r.items = r.items[:0]
	for more := true; more; {
		var one []byte
		one, items, more = bytes.Cut(items, []byte(itemStart))
		r.items = append(r.items, one)
	}
	const parts = 4
	file := strings.Split(string(head), partEnd)
	if len(file) != parts {
		return errBroken
	}
	name, err := strconv.Unquote(file[0])
	if err != nil {
		return errBroken
	}
	r.id, r.file = id, shownFile{name, file[1], file[2], file[3]}
	return nil
}

// item returns an item of the chunk.
func (r *chunkReader) item(id int64) (it storedItem, err error) {
	after := id - r.id
	if after < 0 || after >= int64(len(r.items)) {
		return it, errBroken
	}
	const parts = 4
	head, fields, ok := strings.Cut(string(r.items[int64(len(r.items))-1-after]), fieldEnd)
	list := strings.SplitN(head, partEnd, parts)
	if !ok || len(list) != parts {
		return it, errBroken
	}
	kind, err := strconv.Atoi(list[0])
	if err != nil {
		return it, errBroken
	}
	return storedItem{briefing.Ref{Kind: briefing.Kind(kind), ID: list[1]}, list[2], list[3], fields}, nil
}

// at reads a chunk and returns an item of it.
func (r *chunkReader) at(id, chunk int64, packed []byte) (it storedItem, err error) {
	if err := r.read(chunk, packed); err != nil {
		return it, err
	}
	return r.item(id)
}
