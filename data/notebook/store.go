package notebook

import (
	"errors"
	"fmt"
	"sync"
)

// Store holds the notebooks of a folder that a program has open, one for each
// briefing. Its methods may be called by several goroutines.
type Store struct {
	Folder
	mu   sync.Mutex
	open map[string]*Notebook
}

// Open returns the notebook of the briefing with that id, the same one at each call.
// It returns nil for an id that is not valid.
func (s *Store) Open(id string) *Notebook {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.open[id]
	if n == nil {
		if n = s.Folder.Open(id); n == nil {
			return nil
		}
		if s.open == nil {
			s.open = map[string]*Notebook{}
		}
		s.open[id] = n
	}
	return n
}

// Close saves what has not been saved. No goroutine may use the notebooks any more.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all error
	for _, n := range s.open {
		if len(n.pending) == 0 {
			continue
		}
		r := n.folder.save(n.id, n.read, n.pending)
		n.Take(r)
		if _, byHand := n.Unsaved(); r.Err != nil && byHand > 0 {
			all = errors.Join(all, fmt.Errorf("%d changes of the notebook %s are lost: %w", byHand, n.Path(), r.Err))
		}
	}
	return all
}
