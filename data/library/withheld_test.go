package library

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

// everything returns all that can be read in the files of an index: their bytes, and
// those of the tables, words and texts in them.
func everything(t *testing.T, l *Library) string {
	t.Helper()
	var all strings.Builder
	take := func(query string) {
		err := l.each(t.Context(), func(scan func(...any) error) error {
			var value []byte
			err := scan(&value)
			all.Write(value)
			all.WriteByte('\n')
			if text, err := decompressor().DecodeAll(value, nil); err == nil {
				all.Write(text)
			}
			return err
		}, query)
		if err != nil {
			t.Fatal(query, err)
		}
	}
	for table, columns := range map[string]string{
		"file": "name texts briefing title as_of tlp withheld why", "item": "ref name marking keys", "chunk": "text", "position": "stance said", "words_row": "term", "facets_row": "term",
	} {
		if fts, ok := strings.CutSuffix(table, "_row"); ok {
			err := l.write(t.Context(), func(w *writer) error {
				w.exec("CREATE VIRTUAL TABLE " + table + " USING fts5vocab(" + fts + ", row)")
				return w.err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		for column := range strings.FieldsSeq(columns) {
			take("SELECT " + column + " FROM " + table)
		}
	}
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(l.name + end)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return strings.ToLower(all.String())
}

func holdsWord(all, word string) bool {
	word = strings.ToLower(word)
	return strings.Contains(all, word) || strings.Contains(all, hex.EncodeToString([]byte(word)))
}

// TestWithheld marks each item in turn: not a word of it is in the index, and all
// are where it may be shown.
func TestWithheld(t *testing.T) {
	k := sample.NewEveryKey(t, file.WriteSchema)
	for _, item := range k.Items {
		dir := t.TempDir()
		put(t, dir, "a.yaml", string(k.File(item)))
		l := open(t, dir, Options{Max: "GREEN"})
		update(t, l)
		if e, _, err := l.Entry(t.Context(), "a.yaml"); err != nil || e.Withheld == "" {
			t.Errorf("%s %s: %+v, %v", item.Noun, item.ID, e, err)
		}
		all := everything(t, l)
		for _, word := range item.Words {
			if holdsWord(all, word) {
				t.Errorf("%s %s: %s is in the index", item.Noun, item.ID, word)
			}
		}
	}
	dir := t.TempDir()
	put(t, dir, "a.yaml", string(k.File(k.Items...)))
	l := open(t, dir, Options{Max: "RED"})
	update(t, l)
	all, has := everything(t, l), 0
	for _, item := range k.Items {
		for _, word := range item.Words {
			if holdsWord(all, word) {
				has++
			}
		}
	}
	if has < 2*len(k.Items) {
		t.Errorf("%d words of %d items are there where they may be shown", has, len(k.Items))
	}
}

// TestWithheldFile has nothing of a briefing in the index that has no label or a higher
// one, nor the names of its texts. The index can be read by its user only.
func TestWithheldFile(t *testing.T) {
	dir, cache := t.TempDir(), filepath.Join(t.TempDir(), "a", "b")
	put(t, dir, "texts/secret.txt", "A secret.")
	source := "sources:\n- {id: s, title: Source, kind: report, tlp: RED, text_file: texts/secret.txt}\n"
	put(t, dir, "a.yaml", strings.Replace(brief("a", "Shown", "2024-01-01", "b"), "tlp: CLEAR", "tlp: GREEN", 1)+source)
	put(t, dir, "b.yaml", strings.Replace(brief("b", "Secret", "2024-01-01", "secret"), "tlp: CLEAR", "", 1))
	put(t, dir, "c.yaml", strings.Replace(brief("c", "Secret", "2024-01-01", "secret"), "tlp: CLEAR", "tlp: AMBER", 1)+source)
	put(t, dir, "d.yaml", brief("d", "Secret", "2024-01-01", "secret")+"secret: [\n")
	l := open(t, dir, Options{Max: "GREEN", Cache: cache})
	update(t, l)
	all := everything(t, l)
	if strings.Contains(all, "secret") || !strings.Contains(all, "shown") {
		t.Errorf("secret is there: %t", strings.Contains(all, "secret"))
	}
	for _, name := range []string{"b.yaml", "c.yaml"} {
		if e, ok, err := l.Entry(t.Context(), name); err != nil || !ok || e.Withheld == "" || e.Title != "" {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
	}
	if got := found(t, l, "secret", false); len(got) > 0 {
		t.Error(got)
	}
	if runtime.GOOS == "windows" {
		return
	}
	for path := range map[string]bool{cache: true, filepath.Dir(cache): true, l.name: true, l.name + "-wal": true, l.name + "-shm": true} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", path, info, err)
		}
	}
}
