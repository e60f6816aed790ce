package page

import (
	"iter"

	"sitrep/briefing"
)

// Later is an entry that is made when it is laid out. Pages of things with
// thousands of parts are made of them, so that opening such a page costs what
// is seen of it. Where it leads, and whether it heads others, is known at once.
type Later struct {
	To   Target
	Head bool
	Make func() Entry
}

func (Later) block() {}

// Made is a block as it is laid out: an entry for one that is made later.
func Made(b Block) Block {
	if later, ok := b.(Later); ok {
		return later.Make()
	}
	return b
}

// Many is a run of rows, of which there may be thousands: not even their
// places are made before they are seen.
type Many struct {
	Len int
	At  func(i int) Block
}

func (Many) block() {}

// Each is the blocks of a page one by one, as they are laid out.
func Each(blocks []Block) iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, b := range blocks {
			many, ok := b.(Many)
			if !ok {
				many = Many{1, func(int) Block { return b }}
			}
			for i := range many.Len {
				if !yield(Made(many.At(i))) {
					return
				}
			}
		}
	}
}

// many makes a row of each of a list.
func many[T any](list []T, row func(T) Block) Many {
	return Many{len(list), func(i int) Block { return row(list[i]) }}
}

// later makes an entry that leads to an item when it is laid out.
func later(kind briefing.Kind, id string, entry func() Entry) Later {
	return Later{To: To(kind, id), Make: entry}
}
