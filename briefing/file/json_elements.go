package file

import (
	"cmp"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
)

// longText is from how many bytes on a JSON text is read by two goroutines.
const longText = 1 << 20

// elements passes the elements of a list of items to take, which stops at the first
// error. In a long text another goroutine calls take while further elements are read.
// The error is the one that comes first in the text.
func (r *jsonReader) elements(take func(*node) error) error {
	if len(r.text) < longText || r.texts != nil {
		for r.dec.PeekKind() != jsontext.KindEndArray {
			r.reset()
			n, err := r.value(2)
			if err != nil {
				return err
			}
			if err := take(n); err != nil {
				return err
			}
		}
		return nil
	}
	const batches = 2
	read, taken := make(chan *batch, batches), make(chan *batch, batches)
	for range batches {
		taken <- &batch{}
	}
	var taking sync.WaitGroup
	var failed error
	var crash any
	taking.Go(func() {
		defer close(taken)
		defer func() { crash = recover() }()
		for b := range read {
			for _, n := range b.elements {
				if failed = take(n); failed != nil {
					return
				}
			}
			taken <- b
		}
	})
	err := r.batches(read, taken)
	close(read)
	taking.Wait()
	if crash != nil {
		panic(crash)
	}
	return cmp.Or(failed, err)
}

// batch is elements of a list, and the memory of their nodes.
type batch struct {
	elements []*node
	slabs    [][]node
}

// batchNodes is how many nodes make a batch.
const batchNodes = 4 * slabSize

// batches reads elements until the list ends or taken is closed.
func (r *jsonReader) batches(read chan<- *batch, taken <-chan *batch) error {
	for r.dec.PeekKind() != jsontext.KindEndArray {
		b, ok := <-taken
		if !ok {
			return nil
		}
		b.elements, r.slabs = b.elements[:0], b.slabs
		r.reset()
		var err error
		for err == nil && r.used < batchNodes && r.dec.PeekKind() != jsontext.KindEndArray {
			r.begun = r.used
			var n *node
			if n, err = r.value(2); err == nil {
				b.elements = append(b.elements, n)
			}
		}
		b.slabs = r.slabs
		if read <- b; err != nil {
			return err
		}
	}
	return nil
}
