// Package library is a folder of briefings and its index: what the folder holds,
// what of it says something, and who said what over time. The reader and all
// commands that take a folder use it.
//
// The index is an SQLite database in the cache folder. It holds what lists,
// search and history need; a briefing is always opened from its file. The index
// can be deleted at any time. It is made of what may be shown: each highest
// marking has an index of its own, so that nothing of what is withheld is in it.
package library

import (
	"cmp"
	"context"
	"database/sql"
	"path/filepath"
	"sync"
	"sync/atomic"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// Options say how a library is opened.
type Options struct {
	Max   briefing.TLP // the highest marking that is shown; empty for all
	Cache string       // the folder of the indexes; empty for that of the user
	Name  string       // what the folder is called, for people; empty for its name
	// ReadOnly leaves it to another process to make the index and to keep it up to
	// date. [Library.Update] waits for that process.
	ReadOnly bool
	// Readable leaves out of the entries what cannot be read and what is withheld as a
	// whole, as if there were no such files: their names can say something.
	Readable bool
}

// Library is a folder of briefings with its index. Its methods may be called by
// several goroutines at once.
type Library struct {
	path    string
	options Options
	name    string // of the index in the cache folder
	named   bool   // it has files that were named, rather than a folder

	mu       sync.Mutex
	db       *sql.DB
	seen     state // of the index, if it is kept
	memory   bool  // the index is in memory, because there is no place for it
	closed   bool
	replaced int // how often the index was
	notes    []string
	emptied  chan struct{} // receives after the index was replaced by an empty one
	partial  atomic.Bool   // Notes has said that not all files fit into memory
}

// Open opens the folder at path and its index, which may be empty or older than
// the folder; see [Library.Update]. It returns an error only if there is no such
// folder, or no index that another process keeps.
func Open(path string, o Options) (*Library, error) {
	if err := checkFolder(path); err != nil {
		return nil, err
	}
	l := &Library{path: path, options: o, emptied: make(chan struct{}, 1)}
	if l.options.ReadOnly {
		if err := l.openKept(o.Cache); err != nil {
			return nil, err
		}
		return l, nil
	}
	return l, l.openIndex(o.Cache)
}

// Close closes the index. What is under way returns an error.
func (l *Library) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	return l.db.Close()
}

// Path returns the path of the folder as it was given, or the name that the library
// was given instead. Files of the library are named with it.
func (l *Library) Path() string { return cmp.Or(l.options.Name, l.path) }

// Name returns what the folder is called, for people.
func (l *Library) Name() string {
	if l.options.Name != "" {
		return l.options.Name
	}
	path := l.path
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return clean.Line(filepath.Base(path))
}

// File returns the path of a file of the library.
func (l *Library) File(name string) string { return filepath.Join(l.path, name) }

// Notes returns what there is to say about the index, such as that there is no
// place for it, and forgets it, so that it is said once.
func (l *Library) Notes() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	notes := l.notes
	l.notes = nil
	return notes
}

func (l *Library) inMemory() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.memory
}

func (l *Library) note(text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.notes = append(l.notes, text)
}

// Load reads a briefing of the library, without what is marked too high.
func (l *Library) Load(name string) (*file.Document, error) {
	doc, err := file.Load(l.File(name))
	return redact(name, doc, err, l.options.Max)
}

// each calls f with each row that a query of the index returns.
func (l *Library) each(ctx context.Context, f func(scan func(...any) error) error, query string, args ...any) error {
	db := l.database()
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return l.failed(ctx, db, err)
	}
	for rows.Next() {
		if err = f(rows.Scan); err != nil {
			break
		}
	}
	if err == nil {
		err = rows.Err()
	}
	return l.failed(ctx, db, cmp.Or(err, rows.Close()))
}
