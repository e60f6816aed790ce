package page

import (
	"iter"

	"sitrep/briefing"
)

// Later is an entry that is made when it is laid out. A page of a thing with
// thousands of parts then costs only what is on the screen. Its target, and
// whether it heads other entries, are known at once.
type Later struct {
	To   Target
	Head bool
	Make func() Entry
}

func (Later) block() {}

// Made returns the block to lay out: for a Later, the entry that it makes.
func Made(b Block) Block {
	if later, ok := b.(Later); ok {
		return later.Make()
	}
	return b
}

// Many is a run of rows, of which there may be thousands. Rows are not even
// listed before they are shown.
type Many struct {
	Len int
	At  func(i int) Block
}

func (Many) block() {}

// Each returns the blocks of a page one by one, as they are laid out.
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

func many[T any](list []T, row func(T) Block) Many {
	return Many{len(list), func(i int) Block { return row(list[i]) }}
}

// later returns an entry that leads to an item and is made when it is laid out.
func later(kind briefing.Kind, id string, entry func() Entry) Later {
	return Later{To: To(kind, id), Make: entry}
}
