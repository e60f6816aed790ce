package library

import (
	"crypto/sha256"
	"database/sql"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// schema makes the tables of an index. With every change of it, or of what is
// stored in them, indexVersion goes up.
//
//go:embed schema.sql
var schema string

// indexVersion is the version of the schema. It is part of the file's name, so that
// programs of different versions never share an index.
const indexVersion = 1

// noPlace says that the index is in memory.
const noPlace = "no place for the index of the folder, which is read into memory: "

// database returns the database in use.
func (l *Library) database() *sql.DB {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.db
}

// openIndex opens the index in the cache folder, or makes one in memory if that
// fails.
func (l *Library) openIndex(cache string) error {
	var err error
	if l.name, err = indexFile(cache, l.path, string(l.max)); err == nil {
		var db *sql.DB
		if db, err = openFile(l.name); broken(err) {
			l.note("the index was broken, and is built again")
			_ = removeIndex(l.name) // if it cannot be removed, it cannot be opened either
			db, err = openFile(l.name)
		}
		if err == nil {
			l.db = db
			return nil
		}
	}
	return l.useMemory(err)
}

// useMemory goes on with an index in memory.
func (l *Library) useMemory(why error) error {
	db, err := sql.Open(driverName, "file::memory:?_pragma=temp_store(MEMORY)")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1) // each connection would have a database of its own
	db.SetConnMaxIdleTime(0)
	if err := prepare(db); err != nil {
		return errors.Join(err, db.Close())
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.db, l.memory = db, true
	l.notes = append(l.notes, noPlace+reason(why))
	return nil
}

const driverName = "sqlite"

// indexFile returns the name of the file that holds the index of a folder, and
// makes the folder for it, which only the user can read.
func indexFile(cache, path, most string) (string, error) {
	if cache == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return "", err
		}
		cache = filepath.Join(user, "sitrep", "library")
	}
	if err := os.MkdirAll(cache, 0o700); err != nil {
		return "", err
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(whole); err == nil {
		whole = real
	}
	sum := sha256.Sum256([]byte(whole + "\x00" + most))
	const sumBytes = 16
	return filepath.Join(cache, fmt.Sprintf("%s-%d.sqlite", hex.EncodeToString(sum[:sumBytes]), indexVersion)), nil
}

// openFile opens an index that is a file.
func openFile(name string) (*sql.DB, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600) // SQLite would let others read it
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	path := filepath.ToSlash(name)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	settings := url.Values{"_txlock": {"immediate"}, "_pragma": {"page_size(16384)", "busy_timeout(20000)", "journal_mode(WAL)", "synchronous(NORMAL)", "temp_store(MEMORY)"}}
	db, err := sql.Open(driverName, (&url.URL{Scheme: "file", Path: path, RawQuery: settings.Encode()}).String())
	if err != nil {
		return nil, err
	}
	if err := prepare(db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// prepare makes the tables of an index that has none.
func prepare(db *sql.DB) error {
	var version int
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version == indexVersion {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	// Another program may have made them in the meantime.
	if err := tx.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version == indexVersion {
		return err
	}
	if _, err := tx.Exec(schema + fmt.Sprintf(";PRAGMA user_version=%d", indexVersion)); err != nil {
		return err
	}
	return tx.Commit()
}

// removeIndex removes the files of an index.
func removeIndex(name string) error {
	var all error
	for _, end := range []string{"-wal", "-shm", ""} {
		if err := os.Remove(name + end); !errors.Is(err, os.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

// code returns the result code of SQLite for an error, or 0.
func code(err error) int {
	if failure, ok := errors.AsType[*sqlite.Error](err); ok {
		const primary = 0xff
		return failure.Code() & primary
	}
	return 0
}

// broken reports whether an error says that a file is no index that can be used.
func broken(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA, sqlite3.SQLITE_ERROR:
		return true
	}
	return false
}

// reason returns why there is no place for an index, in words.
func reason(err error) string {
	switch code(err) {
	case sqlite3.SQLITE_FULL:
		return "the disk is full"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return "the cache folder cannot be written"
	case sqlite3.SQLITE_BUSY:
		return "another program keeps it locked"
	}
	if failure, ok := errors.AsType[*os.PathError](err); ok {
		return failure.Err.Error()
	}
	return err.Error()
}

// failed handles an error of the index. If the index is broken, it begins a new
// one; if there is no more place for it, it goes on with one in memory. The
// error remains: what was asked has to be asked again.
func (l *Library) failed(err error) error {
	if err == nil || l.memory {
		return err
	}
	switch c := code(err); c {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return errors.Join(errAgain, err, l.rebuild())
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		old := l.database()
		return errors.Join(errAgain, err, l.useMemory(err), old.Close())
	}
	return err
}

// errAgain says that the index has been replaced by an empty one.
var errAgain = errors.New("the index is built again")

// rebuild replaces a broken index by an empty one.
func (l *Library) rebuild() error {
	old := l.database()
	_ = old.Close()
	_ = removeIndex(l.name)
	db, err := openFile(l.name)
	if err != nil {
		return l.useMemory(err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.db = db
	l.notes = append(l.notes, "the index was broken, and is built again")
	return nil
}
