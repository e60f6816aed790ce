package linear

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/data/library"
)

// noWatch notices nothing.
type noWatch struct{}

func (noWatch) Next() ([]string, error) { return nil, context.Canceled }

// TestNewsOfAFolder says between two answers what has come into a folder, once, and lists it
// when it is asked for.
func TestNewsOfAFolder(t *testing.T) {
	folder := t.TempDir()
	write := func(name, title string) {
		t.Helper()
		text := fmt.Sprintf(`{"format":"briefing/1","id":%q,"title":%q,"as_of":"2024","version":2}`, name, title)
		if err := os.WriteFile(filepath.Join(folder, name+".json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a", "First")
	index, err := library.Open(folder, library.Options{Cache: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = index.Close() })
	var out bytes.Buffer
	s := NewSession(&Options{In: strings.NewReader(""), Out: &out})
	changed := false
	s.ReadFolder(index, func(name string) Source {
		return Source{Name: name, Load: func() (*file.Document, error) { return file.Load(index.File(name)) }, Changed: func() bool { return changed }}
	}, func() (Watch, Desk) { return noWatch{}, nil })
	s.flush()
	says := func(line, want string, names ...string) {
		t.Helper()
		if len(names) > 0 {
			s.folder.arrived.Add(names...)
		}
		out.Reset()
		s.sayNews()
		s.answer(line)
		s.flush()
		if got := out.String(); !strings.HasPrefix(got, want) {
			t.Errorf("%s: it says\n%s\nand not\n%s", line, got, want)
		}
	}
	says("w", "Briefing. First.")
	says("w", "Briefing. First.", "none.json")
	write("b", "Second")
	write("c", "Third")
	says("j", "2 new briefings: “Second”, version 2 and “Third”, version 2; r lists the folder again.\nEnd of the list.", "b.json", "c.json")
	says("j", "End of the list.")
	says("r", "Folder “"+filepath.Base(folder)+"”: 3 rows")
	says("r", "Nothing has changed.")
	write("b", "The second one")
	says("open 1", "1 changed briefing: “The second one”, version 2; r lists", "b.json", "b.json")
	if err := os.Remove(index.File("c.json")); err != nil {
		t.Fatal(err)
	}
	says("j", "1 briefing is gone; r lists the folder again, back in its list.\n", "c.json")
	write("a", "The first one")
	changed = true
	says("j", "The file of this briefing has changed; r reads it again.\nExpected next.", s.reader().source.Name)
	changed = false
	for n := range 1000 {
		s.folder.arrived.Add(fmt.Sprint(n))
	}
	write("d", "Fourth")
	says("w", "Something has changed in the folder; r lists it again")
}
