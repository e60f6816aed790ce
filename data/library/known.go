package library

import (
	"bytes"
	"context"
)

// known is a file as the index knows it.
type known struct {
	id int64
	stamp
	settled bool
	sum     []byte
	texts   string
	kind    int
	day     int64
	items   int
}

// known returns what the index knows of a file; its id is 0 if that is nothing.
func (l *Library) known(ctx context.Context, name string) (k known, err error) {
	err = l.each(ctx, k.scan, knownColumns, name)
	return k, err
}

// knownColumns are the columns of a known file, in the order of its scan.
const knownColumns = "SELECT id, size, modified, inode, settled, sum, texts, kind, day, items FROM file WHERE name = ?"

func (k *known) scan(scan func(...any) error) error {
	return scan(&k.id, &k.size, &k.modified, &k.inode, &k.settled, &k.sum, &k.texts, &k.kind, &k.day, &k.items)
}

// same reports whether a file has the content that the index knows.
func (k *known) same(sum []byte) bool { return k.id != 0 && bytes.Equal(k.sum, sum) }
