package briefing

import (
	"sync"
	"sync/atomic"

	"sitrep/briefing/quote"
)

// quotes are where the passages of a briefing are, as far as they have been looked up.
// An index and its copies share them.
type quotes struct {
	one     sync.Mutex // held while a passage is looked up
	found   []atomic.Bool
	anchors []quote.Anchor // of those that are found
	texts   quote.Texts
}

func newQuotes(passages int) *quotes {
	return &quotes{found: make([]atomic.Bool, passages), anchors: make([]quote.Anchor, passages)}
}

// lookUp looks up a quote in the text of a source, if there are both.
func (q *quotes) lookUp(passage int, source, text string, words quote.Quote) {
	q.one.Lock()
	defer q.one.Unlock()
	if q.found[passage].Load() {
		return
	}
	if text != "" && words.Words != "" {
		q.anchors[passage] = q.texts.Of(source, text).Anchor(words)
	}
	q.found[passage].Store(true)
}
