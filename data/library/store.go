package library

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	sqlite3 "modernc.org/sqlite/lib"
)

// The parts of an item's id, from the highest bits.
const (
	dayBits    = 22
	fileBits   = 22
	numberBits = 19
	maxItems   = 1 << numberBits // of a file
)

// firstID returns the lowest id of the items of a file. That of item n is
// maxItems-1-n more, so that the first item has the highest.
func firstID(day, file int64) int64 { return day<<(fileBits+numberBits) | file<<numberBits }

func itemID(first int64, n int) int64 { return first + maxItems - 1 - int64(n) }

// itemOr0 is itemID, but 0 for a negative n.
func itemOr0(first int64, n int) int64 {
	if n < 0 {
		return 0
	}
	return itemID(first, n)
}

// dayOfItem returns the day that the id of an item begins with.
func dayOfItem(id int64) int64 { return id >> (fileBits + numberBits) }

// fileOfItem returns the number of the file that an item belongs to.
func fileOfItem(id int64) int64 { return id >> numberBits & (1<<fileBits - 1) }

// fileID returns the SQL for the number of the file that an item belongs to.
func fileID(item string) string {
	return fmt.Sprintf("%s >> %d & %d", item, numberBits, 1<<fileBits-1)
}

// writer writes to the index in one transaction. It keeps the first error.
type writer struct {
	l          *Library
	ctx        context.Context
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	err        error
}

// maxWaits is how often a writer goes on waiting for others, 20 seconds each time.
const maxWaits = 30

// write calls do with a writer, and commits what that has written unless it
// returns an error.
func (l *Library) write(ctx context.Context, do func(*writer) error) error {
	db := l.database()
	tx, err := db.BeginTx(ctx, nil)
	for range maxWaits {
		if code(err) == sqlite3.SQLITE_BUSY && ctx.Err() == nil {
			tx, err = db.BeginTx(ctx, nil)
		}
	}
	if err != nil {
		return l.failed(ctx, db, err)
	}
	err = do(&writer{l: l, ctx: ctx, tx: tx, statements: map[string]*sql.Stmt{}})
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		_ = tx.Rollback() // the first error is the one that matters
	}
	return l.failed(ctx, db, err)
}

// exec runs a statement, which is prepared once. Each takes little time, so that it
// is enough to look between them whether the context is done.
func (w *writer) exec(query string, args ...any) sql.Result {
	if w.err = cmp.Or(w.err, w.ctx.Err()); w.err != nil {
		return nil
	}
	s := w.statements[query]
	if s == nil {
		if s, w.err = w.tx.Prepare(query); w.err != nil {
			return nil
		}
		w.statements[query] = s
	}
	var r sql.Result
	r, w.err = s.Exec(args...)
	return r
}

// remove removes a file and what the index has of it now.
func (w *writer) remove(name string) {
	k := w.known(name)
	if k.id == 0 {
		return
	}
	w.removeItems(k)
	w.exec("DELETE FROM file WHERE id = ?", k.id)
}

func (w *writer) removeItems(k known) {
	if k.items == 0 {
		return
	}
	first := firstID(k.day, k.id)
	from, to := itemID(first, k.items-1), itemID(first, 0)
	for _, table := range []string{"words WHERE rowid", "facets WHERE rowid", "chunk WHERE id", "period WHERE item", "key WHERE item", "position WHERE item", "item WHERE id"} {
		w.exec("DELETE FROM "+table+" BETWEEN ? AND ?", from, to)
	}
}

// store writes what has been read of files. It reports whether any of it is new.
func (l *Library) store(ctx context.Context, records []*record) (changed bool, err error) {
	err = l.write(ctx, func(w *writer) error {
		for _, r := range records {
			if w.putFile(r) {
				changed = true
			}
		}
		// FTS5 writes what it has at each id that is lower than the one before.
		slices.SortFunc(records, func(a, b *record) int {
			return int(min(max(firstID(a.entry.day, a.known.id)-firstID(b.entry.day, b.known.id), -1), 1))
		})
		for _, r := range records {
			if !r.same {
				w.putItems(r)
			}
		}
		return w.err
	})
	for _, r := range records {
		if err == nil && r.note != "" {
			l.note(r.note)
		}
	}
	return changed || errors.Is(err, ErrReplaced), err
}

// putFile writes the row of a file, and removes the items that the index had of
// it. It reports whether its content is new. The id of the file is in r.known
// afterwards.
func (w *writer) putFile(r *record) (changed bool) {
	now := w.known(r.name) // another program may have written it
	if now.id != 0 && now.stamp != r.known.stamp {
		if disk, there := stat(w.l.path, r.name); !there || disk.stamp != r.stamp {
			r.same = true // what the other program has read is newer
			return false
		}
	}
	if r.same && (now.id == 0 || string(now.sum) != string(r.sum)) {
		r.same = false // it has been read for nothing, and will be read again
		r.settled, r.kind = false, now.kind
	}
	if r.same {
		w.exec("UPDATE file SET size=?, modified=?, inode=?, settled=? WHERE id=?", r.size, r.modified, r.inode, r.settled, now.id)
		r.known = now
		return false
	}
	w.removeItems(now)
	e := &r.entry
	args := []any{r.size, r.modified, r.inode, r.settled, r.sum, r.texts, r.kind, e.day, e.Briefing, e.Title, e.Version, e.AsOf.String(),
		string(e.TLP), e.Withheld, e.Contested, e.Errors, e.Why, e.Withdrawn, len(r.items)}
	if now.id == 0 {
		result := w.exec("INSERT INTO file(size, modified, inode, settled, sum, texts, kind, day, briefing, title, version, as_of, tlp, withheld, contested, errors, why, withdrawn, items, name) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
			append(args, r.name)...)
		if w.err == nil {
			now.id, w.err = result.LastInsertId()
		}
	} else {
		w.exec("UPDATE file SET size=?, modified=?, inode=?, settled=?, sum=?, texts=?, kind=?, day=?, briefing=?, title=?, version=?, as_of=?, tlp=?, withheld=?, contested=?, errors=?, why=?, withdrawn=?, items=? WHERE id=?",
			append(args, now.id)...)
	}
	changed = now.kind != kindOther || r.kind != kindOther
	r.known = now
	return changed
}

func (w *writer) known(name string) (k known) {
	if w.err != nil {
		return k
	}
	err := k.scan(w.tx.QueryRowContext(w.ctx, knownColumns, name).Scan)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		w.err = err
	}
	return k
}

// putItems writes the items of a file, those with the lowest ids first.
func (w *writer) putItems(r *record) {
	first := firstID(r.entry.day, r.known.id)
	for _, c := range slices.Backward(r.chunks) {
		w.exec("INSERT INTO chunk(id, text) VALUES(?,?)", itemID(first, c.last), c.text)
	}
	for n := len(r.items) - 1; n >= 0; n-- {
		it := &r.items[n]
		id := itemID(first, n)
		w.exec("INSERT INTO item(id, kind, ref, marking, name, keys) VALUES(?,?,?,?,?,?)", id, it.ref.Kind, it.ref.ID, it.marking, it.storedName(), it.storedKeys())
		w.exec("INSERT INTO words(rowid, own, above) VALUES(?,?,?)", id, it.words.own, it.words.above)
		if len(it.words.facet) > 0 {
			w.exec("INSERT INTO facets(rowid, facet) VALUES(?,?)", id, it.words.facet)
		}
		for _, p := range it.periods {
			w.exec("INSERT OR IGNORE INTO period(item, first, last) VALUES(?,?,?)", id, p.First, p.Last)
		}
		for _, key := range it.keys {
			w.exec("INSERT OR IGNORE INTO key(sum, item) VALUES(?,?)", sumOf(key), id)
		}
		if s := it.stand; s != nil {
			w.exec("INSERT INTO position(item, holder, claim, question, stance, said, said_by, day) VALUES(?,?,?,?,?,?,?,?)", id,
				itemOr0(first, s.holder), itemOr0(first, s.claim), itemOr0(first, s.question), string(s.stance), s.said.String(), s.saidBy, dayOf(s.said))
		}
	}
}
