package library

import (
	"maps"
	"slices"
	"sync"
)

// maxNames is how many files are looked at one by one. Looking at the whole folder
// takes less time than at more of them.
const maxNames = 200

// Changed collects the names of files that have changed. The zero value has none. It may
// be used by several goroutines at once.
type Changed struct {
	mu    sync.Mutex
	names map[string]bool
	all   bool
}

// Add adds the names of files. Without any, each file of the folder may have changed.
func (c *Changed) Add(names ...string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.names == nil {
		c.names = map[string]bool{}
	}
	for _, name := range names {
		c.names[name] = true
	}
	if c.all = c.all || len(names) == 0 || len(c.names) > maxNames; c.all {
		c.names = nil
	}
}

// Take returns the names, sorted, and forgets them. There are none and all is true if it
// is not known which files have changed, or if they are too many.
func (c *Changed) Take() (names []string, all bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	names, all = slices.Sorted(maps.Keys(c.names)), c.all
	c.names, c.all = nil, false
	return names, all
}
