package page

import "sitrep/briefing"

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

// later makes an entry that leads to an item when it is laid out.
func later(kind briefing.Kind, id string, entry func() Entry) Later {
	return Later{To: To(kind, id), Make: entry}
}
