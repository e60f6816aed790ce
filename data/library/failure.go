package library

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"sitrep/briefing/clean"
)

// ErrReplaced says that the index could not be used any more and has been replaced
// by an empty one, which [Library.Update] fills. Notes says why.
var ErrReplaced = errors.New("the index of the folder is built again")

var (
	errClosed = errors.New("the library is closed")
	errBroken = errors.New("the index is broken")
)

const builtAgain = "the index was broken, and is built again"

// maxReplaced is how often an index may be replaced before one in memory is used.
const maxReplaced = 2

// code returns the result code of SQLite for an error, or 0.
func code(err error) int {
	if failure, ok := errors.AsType[*sqlite.Error](err); ok {
		const primary = 0xff
		return failure.Code() & primary
	}
	return 0
}

// broken reports whether an error of opening an index says that it cannot be used.
// SQLITE_ERROR means that there are other tables than those of an index.
func broken(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR:
		return true
	}
	return false
}

// reason returns why there is no place for an index, in words.
func reason(err error) string {
	switch code(err) {
	case sqlite3.SQLITE_FULL:
		return "the disk is full"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return "the cache folder cannot be written"
	case sqlite3.SQLITE_IOERR:
		return "the cache folder cannot be read or written"
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR:
		return "the index breaks again and again"
	case sqlite3.SQLITE_BUSY:
		return "another program keeps it locked"
	}
	if failure, ok := errors.AsType[*os.PathError](err); ok {
		return clean.Line(failure.Path) + ": " + failure.Err.Error()
	}
	return clean.Line(err.Error())
}

// failed handles an error that a database of the library has returned. If the index
// is broken or gone, it begins a new one, or goes on with one in memory if there is
// no more place for it. Then the error is [ErrReplaced]. It is that of the context if
// that is done.
func (l *Library) failed(ctx context.Context, db *sql.DB, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.closed:
		return errClosed
	case l.db != db: // another goroutine has replaced it
		return ErrReplaced
	case l.memory:
		return err
	case l.options.ReadOnly:
		return unusable(err)
	}
	lost, noPlace := lostIndex(err), false
	switch code(err) {
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR:
		noPlace = !lost
	}
	if !lost && !noPlace {
		return err
	}
	if failure := l.replace(err, noPlace); failure != nil {
		return failure
	}
	_ = db.Close() // queries under way end first
	select {
	case l.emptied <- struct{}{}:
	default:
	}
	return ErrReplaced
}

// lostIndex reports whether an error says that there is no index any more in the
// file, which another can replace.
func lostIndex(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN:
		return true
	case sqlite3.SQLITE_ERROR:
		return strings.Contains(err.Error(), "no such table")
	case sqlite3.SQLITE_IOERR:
		failure, _ := errors.AsType[*sqlite.Error](err)
		return failure.Code() == sqlite3.SQLITE_IOERR_SHORT_READ
	}
	return errors.Is(err, errBroken)
}

// replace begins an empty index, in memory if there is no place for it.
func (l *Library) replace(why error, noPlace bool) error {
	if l.replaced++; noPlace || l.replaced > maxReplaced {
		return l.toMemory(why)
	}
	_ = removeIndex(l.name)
	db, err := openFile(l.name)
	if err != nil {
		return l.toMemory(err)
	}
	l.db = db
	l.notes = append(l.notes, builtAgain)
	return nil
}

// unusable returns the error for an index that another process keeps.
func unusable(err error) error {
	if lostIndex(err) {
		return errors.New("the index cannot be read: " + clean.Line(err.Error()))
	}
	return err
}
