package export

import (
	"bufio"
	"io"

	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// textMethod is how pagers and mail programs count cells.
const textMethod = width.Wc

// What is made ahead of the layout: so many pieces, of so many blocks, or fewer
// where their facts are long. Two goroutines that hand over every block spend
// their time on that.
const (
	ahead       = 16
	pieceBlocks = 64
	pieceSpans  = 256
)

// textLayout lays blocks out and writes them, in the order in which they are
// handed over, while the next ones are made. After the first error it writes
// nothing more.
type textLayout struct {
	next  []textBlock // that is not handed over yet
	spans int         // in the facts of next

	out    *bufio.Writer
	layout *lines.Layouter
	ascii  bool // the program's own signs are written in ASCII
	pieces chan []textBlock
	free   chan []textBlock // their memory is used again
	ended  chan struct{}
	err    error
	panics any // what it panicked with
}

// textBlock is a block, or a line as it is.
type textBlock struct {
	block page.Block // nil for a line
	line  string
}

func newTextLayout(w io.Writer, r *Request) *textLayout {
	l := &textLayout{
		out: bufio.NewWriterSize(w, streamBuffer), layout: lines.NewLayouter(textMethod, r.Width), ascii: r.ASCII,
		pieces: make(chan []textBlock, ahead), free: make(chan []textBlock, ahead), ended: make(chan struct{}),
	}
	go l.run()
	return l
}

// line has a line written as it is, and block a block laid out.
func (l *textLayout) line(s string) { l.add(textBlock{line: s}) }

func (l *textLayout) block(b page.Block) {
	if fact, ok := b.(page.Fact); ok {
		l.spans += len(fact.Value)
	}
	l.add(textBlock{block: b})
}

func (l *textLayout) add(b textBlock) {
	l.next = append(l.next, b)
	if len(l.next) >= pieceBlocks || l.spans >= pieceSpans {
		l.handOver()
	}
}

func (l *textLayout) handOver() {
	l.pieces <- l.next
	l.spans = 0
	select {
	case l.next = <-l.free:
	default:
		l.next = make([]textBlock, 0, pieceBlocks)
	}
}

// end waits until all is written. A panic in the layout is one here.
func (l *textLayout) end() error {
	l.handOver()
	close(l.pieces)
	<-l.ended
	if l.panics != nil {
		panic(l.panics)
	}
	if err := l.out.Flush(); l.err == nil {
		l.err = err
	}
	return l.err
}

func (l *textLayout) run() {
	defer close(l.ended)
	defer func() {
		if l.panics = recover(); l.panics != nil {
			for range l.pieces { // nobody is to wait for it
			}
		}
	}()
	for piece := range l.pieces {
		for _, b := range piece {
			if b.block == nil {
				l.write(append(append(l.out.AvailableBuffer(), b.line...), '\n'))
			} else {
				l.lay(b.block)
			}
		}
		clear(piece) // what it held is not kept
		select {
		case l.free <- piece[:0]:
		default:
		}
	}
}

func (l *textLayout) lay(b page.Block) {
	if l.err != nil {
		return
	}
	if l.ascii {
		b = lines.ASCII(b)
	}
	for _, line := range l.layout.Layout(b).Lines {
		l.write(append(line.AppendText(l.out.AvailableBuffer()), '\n'))
	}
}

func (l *textLayout) write(line []byte) {
	if l.err == nil {
		_, l.err = l.out.Write(line)
	}
}
