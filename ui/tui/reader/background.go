package reader

import (
	"runtime/debug"
	"runtime/metrics"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/query"
)

// What a search and the filter of a large briefing need is computed in the
// background once their prompt is open. What is typed before that is searched
// for afterwards.

type (
	// preparedMsg says that the text of a briefing has been folded and that a
	// filter, if there is one, is ready.
	preparedMsg struct{ behind }
	// judgedMsg has what a filter needs of all claims and quotes.
	judgedMsg struct {
		filter *query.Filter
		judged query.Judged
	}
	// readMsg asks to read more rows of an open page.
	readMsg struct{ page searchable }
)

// prepareBehind starts what has not been started yet.
func (r *Reader) prepareBehind() tea.Cmd {
	if !r.typing() {
		return nil
	}
	return tea.Batch(r.readPage(), r.foldText())
}

// typing reports whether keys are text.
func (r *Reader) typing() bool { return r.Dialogs.Typing() || r.find.typing }

func (r *Reader) foldText() tea.Cmd {
	now := behind{searcher: r.find.searcher, page: r.find.behind.page}
	if now.searcher == nil || now.searcher.Index() != r.index {
		return nil
	}
	if r.narrow.of == now.searcher {
		now.filter = r.narrow.filter
	}
	if r.find.behind == now {
		return nil
	}
	r.find.behind = now
	return func() tea.Msg {
		now.searcher.Prepare()
		now.searcher.Numbers()
		if now.filter != nil {
			now.filter.Prepare()
		}
		return preparedMsg{now}
	}
}

// Fewer passages than manyPassages are folded in a few milliseconds.
const manyPassages = 500

// foldedPercent is the garbage, in per cent of the memory in use, that may pile up
// beside folded text, which is a quarter of what is in use. That is as much as 100 per
// cent without it. Where less than largeMemory is in use, it would save little, and
// more keys would wait for a collection.
const (
	foldedPercent = 60
	largeMemory   = 64 << 20 // bytes
)

// prepareSearch folds the text of a large briefing before there is a prompt, so that
// the first search need not wait. The quotes must have been looked up.
func (r *Reader) prepareSearch() tea.Cmd {
	if len(r.full.Passages) < manyPassages {
		return nil
	}
	r.searcher()
	fold := r.foldText()
	if fold == nil {
		return nil
	}
	return func() tea.Msg {
		debug.FreeOSMemory() // reading and looking up quotes leave more behind than the text takes
		if memoryInUse() > largeMemory {
			if was := debug.SetGCPercent(foldedPercent); was != 100 {
				debug.SetGCPercent(was) // GOGC says so
			}
		}
		return fold()
	}
}

// memoryInUse returns the bytes of what the last collection of garbage has left, and of
// what has been allocated since then.
func memoryInUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// prepared looks for what has been typed meanwhile, and has the claims and
// quotes judged for the filter, with an index of its own.
func (r *Reader) prepared(msg preparedMsg) tea.Cmd {
	if msg.searcher != r.find.searcher {
		return nil
	}
	if r.find.waits {
		r.search(r.find.query)
	}
	r.Dialogs.Renew()
	if msg.filter == nil {
		return nil
	}
	of := r.index.Briefing
	return func() tea.Msg { return judgedMsg{msg.filter, msg.filter.Judge(briefing.NewIndex(of))} }
}

// readPage reads the rows of the page to be searched, some at a time. They use
// the index of the screens, which only one goroutine may use.
func (r *Reader) readPage() tea.Cmd {
	c, ok := r.here().focused().(searchable)
	if !ok || !r.find.typing || !r.byRow() || r.find.behind.page == c {
		return nil
	}
	r.find.behind.page = c
	return readOn(c)
}

func readOn(c searchable) tea.Cmd { return func() tea.Msg { return readMsg{c} } }

// read continues while the prompt is open.
func (r *Reader) read(msg readMsg) tea.Cmd {
	if r.find.typing && r.find.behind.page == msg.page && msg.page.Read() {
		return readOn(msg.page)
	}
	return nil
}
