package library

import (
	"database/sql"
	"errors"
	"os"
)

// A library that is read only leaves its index to another process, which keeps it up
// to date. It takes a fraction of the memory and of the time of one that does so
// itself, so that many can be open on one machine.

// state identifies what is in the file of an index, and which file it is.
type state struct{ file, log stamp }

func stateOf(name string) (s state, err error) {
	info, err := os.Stat(name)
	if err != nil {
		return s, err
	}
	s.file = stampOf(info)
	if info, err := os.Stat(name + "-wal"); err == nil {
		s.log = stampOf(info)
	}
	return s, nil
}

// openKept opens the index that another process keeps.
func (l *Library) openKept(cache string) (err error) {
	if l.name, err = indexFile(cache, l.path, string(l.options.Max)); err != nil {
		return err
	}
	l.db, l.seen, err = openOnlyRead(l.name)
	return err
}

// openOnlyRead opens an index to read it. It is opened for writing as far as the files
// beside it go, by which those who use it at once know of each other.
func openOnlyRead(name string) (*sql.DB, state, error) {
	now, err := stateOf(name)
	if err != nil {
		return nil, now, err
	}
	db, err := sql.Open(driverName, address(name, "query_only(ON)", "busy_timeout(20000)", "temp_store(MEMORY)", "cache_size(-1000)"))
	if err != nil {
		return nil, now, err
	}
	const connections = 2 // one for a search, and one for the list meanwhile
	db.SetMaxOpenConns(connections)
	var version int
	if err = db.QueryRow("PRAGMA user_version").Scan(&version); err == nil && version != indexVersion {
		err = errBroken
	}
	if err != nil {
		return nil, now, errors.Join(err, db.Close())
	}
	return db, now, nil
}

// renew opens the index again if there is another in its place, and returns its state.
func (l *Library) renew() (state, error) {
	now, err := stateOf(l.name)
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.closed:
		return now, errClosed
	case err != nil || now.file.inode == l.seen.file.inode:
		return now, err
	}
	db, now, err := openOnlyRead(l.name)
	if err == nil {
		_ = l.db.Close() // nothing was written
		l.db = db
	}
	return now, err
}
