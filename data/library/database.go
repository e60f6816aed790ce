package library

import (
	"crypto/sha256"
	"database/sql"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // registers the driver
)

// schema makes the tables of an index. With every change of it, or of what is
// stored in them, indexVersion goes up.
//
//go:embed schema.sql
var schema string

// indexVersion is the version of the schema. It is part of the file's name, so that
// programs of different versions never share an index.
const indexVersion = 9

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
	if l.name, err = indexFile(cache, l.path, string(l.options.Max)); err == nil {
		var db *sql.DB
		if db, err = openFile(l.name); broken(err) {
			l.note(builtAgain)
			_ = removeIndex(l.name) // if it cannot be removed, it cannot be opened either
			db, err = openFile(l.name)
		}
		if err == nil {
			l.db = db
			removeOlder(l.name)
			return nil
		}
	}
	return l.useMemory(err)
}

// useMemory goes on with an index in memory.
func (l *Library) useMemory(why error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.toMemory(why)
}

// toMemory is useMemory for a caller that holds the lock.
func (l *Library) toMemory(why error) error {
	db, err := sql.Open(driverName, "file::memory:?_pragma=temp_store(MEMORY)")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1) // each connection would have a database of its own
	db.SetConnMaxIdleTime(0)
	if err := prepare(db); err != nil {
		return errors.Join(err, db.Close())
	}
	l.db, l.memory = db, true
	l.notes = append(l.notes, noPlace+reason(why))
	return nil
}

const driverName = "sqlite"

// CacheFolder returns the folder of the user's indexes, which need not exist.
func CacheFolder() (string, error) {
	user, err := os.UserCacheDir()
	return filepath.Join(user, "sitrep", "library"), err
}

// indexFile returns the name of the file that holds the index of a folder, and
// makes the folder for it, which only the user can read.
func indexFile(cache, path, most string) (string, error) {
	if cache == "" {
		var err error
		if cache, err = CacheFolder(); err != nil {
			return "", err
		}
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
	return filepath.Join(cache, versionName(hex.EncodeToString(sum[:sumBytes]), indexVersion)), nil
}

func versionName(folder string, version int) string {
	return fmt.Sprintf("%s-%d.sqlite", folder, version)
}

// removeOlder removes the indexes of the same folder that earlier versions of the
// program made.
func removeOlder(name string) {
	folder, _, _ := strings.Cut(filepath.Base(name), "-")
	for version := range indexVersion {
		_ = removeIndex(filepath.Join(filepath.Dir(name), versionName(folder, version))) // it is not used
	}
}

// openFile opens an index that is a file.
func openFile(name string) (*sql.DB, error) {
	if err := create(name); err != nil {
		return nil, err
	}
	db, err := sql.Open(driverName, address(name, "page_size(8192)", "auto_vacuum(INCREMENTAL)", "busy_timeout(20000)", "journal_mode(WAL)", "synchronous(NORMAL)", "temp_store(MEMORY)", "cache_size(-16000)", "journal_size_limit(16777216)"))
	if err != nil {
		return nil, err
	}
	if err := prepare(db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// address returns the address of an index that is a file, with pragmas for each
// connection. A connection never makes a file, which would have no tables.
func address(name string, pragmas ...string) string {
	path := filepath.ToSlash(name)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	settings := url.Values{"mode": {"rw"}, "_txlock": {"immediate"}, "_pragma": pragmas}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: settings.Encode()}).String()
}

// create makes an empty file for an index unless there is one. Only the user can
// read it.
func create(name string) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrPermission) && os.Remove(name) == nil {
		f, err = os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	}
	if err != nil {
		return err
	}
	if info, err := f.Stat(); err == nil && info.Mode().Perm()&0o077 != 0 {
		_ = f.Chmod(0o600) // where there are no permissions, there is nothing to do
	}
	return f.Close()
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
