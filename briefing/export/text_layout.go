package export

import (
	"bufio"
	"io"

	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// textMethod is how pagers and mail programs count cells.
const textMethod = width.Wc

// What is made ahead of the layout: so many pieces of pages, of so many blocks,
// or fewer where their facts are long.
const (
	ahead       = 16
	pieceBlocks = 64
	pieceSpans  = 256
)

// textLayout lays pages out and writes them, in the order in which they are
// handed over, while the next ones are made. After the first error it writes
// nothing more.
type textLayout struct {
	out    *bufio.Writer
	layout *page.Layouter
	ascii  bool // the program's own signs are written in ASCII
	pieces chan textPiece
	free   chan []page.Block // their memory is used again
	ended  chan struct{}
	err    error
	panics any // what it panicked with
}

// textPiece is a page or a part of one, or a line as it is.
type textPiece struct {
	blocks []page.Block
	ours   bool // the memory of the blocks is the layout's
	line   string
}

func newTextLayout(w io.Writer, r *Request) *textLayout {
	l := &textLayout{
		out: bufio.NewWriterSize(w, streamBuffer), layout: page.NewLayouter(textMethod, r.Width), ascii: r.ASCII,
		pieces: make(chan textPiece, ahead), free: make(chan []page.Block, ahead), ended: make(chan struct{}),
	}
	go l.run()
	return l
}

// end waits until all is written. A panic in the layout is one here.
func (l *textLayout) end() error {
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

// room is memory for a piece of a page.
func (l *textLayout) room() []page.Block {
	select {
	case used := <-l.free:
		return used
	default:
		return nil
	}
}

func (l *textLayout) run() {
	defer close(l.ended)
	defer func() {
		if l.panics = recover(); l.panics != nil {
			for range l.pieces { // nobody is to wait for it
			}
		}
	}()
	for p := range l.pieces {
		if p.blocks == nil && !p.ours {
			l.line(p.line)
			continue
		}
		l.page(p.blocks)
		if p.ours {
			clear(p.blocks) // what it held is not kept
			select {
			case l.free <- p.blocks[:0]:
			default:
			}
		}
	}
}

func (l *textLayout) line(s string) {
	if l.err == nil {
		_, l.err = l.out.WriteString(s)
	}
	if l.err == nil {
		l.err = l.out.WriteByte('\n')
	}
}

func (l *textLayout) page(blocks []page.Block) {
	for _, b := range blocks {
		if l.err != nil {
			return
		}
		if l.ascii {
			b = page.ASCII(b)
		}
		for _, line := range l.layout.Layout(b).Lines {
			words := append(line.AppendText(l.out.AvailableBuffer()), '\n')
			if l.err == nil {
				_, l.err = l.out.Write(words)
			}
		}
	}
}
