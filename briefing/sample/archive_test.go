package sample_test

import (
	"bytes"
	"errors"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/sample"
)

// firstFiles is how many files of the archive are looked at. They have every
// topic.
const firstFiles = 60

// wanted reports whether a file has a syntax error or is no briefing, as a few have to.
func wanted(i int) bool { return i == 41 || i == 53 }

func TestArchiveFiles(t *testing.T) {
	names := map[string]bool{}
	for i := range firstFiles {
		name, data := sample.Archive(i)
		if again, same := sample.Archive(i); again != name || !bytes.Equal(same, data) {
			t.Errorf("%d: %s is another one the second time", i, name)
		}
		if names[name] || (filepath.Ext(name) == ".json") != (i%3 == 0) {
			t.Errorf("%d: name %q", i, name)
		}
		names[name] = true
		doc, err := file.Parse(data, name, nil)
		if err == nil && len(doc.Problems) > 0 {
			err = errors.New(doc.Problems[0].String())
		}
		if wanted(i) != (err != nil) {
			t.Errorf("%s: %v", name, err)
		}
		if n := len(data); !wanted(i) && (n < 40_000 || n > 110_000) {
			t.Errorf("%s has %d bytes", name, n)
		}
	}
}

// TestArchiveShares counts what the briefings are made of.
func TestArchiveShares(t *testing.T) {
	loaded, size, missing, quotes, labelled := 0, 0, 0, 0, 0
	for i := range firstFiles {
		if wanted(i) {
			continue
		}
		_, data := sample.Archive(i)
		doc := parse(t, i)
		for _, p := range check.Faults(doc, doc.Index()) {
			if missing++; p.Code != "quote-missing" {
				t.Error(p)
			}
		}
		if n := count(doc.Briefing); n < 60 || n > 120 {
			t.Errorf("file %d has %d items", i, n)
		}
		if doc.Briefing.TLP != "" {
			labelled++
		}
		loaded, size, quotes = loaded+1, size+len(data), quotes+bytes.Count(data, []byte("quote"))
	}
	t.Logf("%d bytes a file, %d of %d quotes are missing", size/loaded, missing, quotes)
	if mean := size / loaded; mean < 65_000 || mean > 75_000 {
		t.Errorf("%d bytes a file", mean)
	}
	if missing == 0 || missing > quotes/100 || labelled < loaded*3/4 || labelled == loaded {
		t.Errorf("%d of %d quotes are missing, %d files of %d have a label", missing, quotes, labelled, loaded)
	}
}

func parse(t *testing.T, i int) *file.Document {
	t.Helper()
	name, data := sample.Archive(i)
	doc, err := file.Parse(data, name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func count(b *briefing.Briefing) int {
	n := len(b.Judgments) + len(b.Gaps) + len(b.Sources) + len(b.Actors) + len(b.Events) + len(b.Questions)
	for _, q := range b.Questions {
		n += len(q.Claims)
	}
	for range positions(b) {
		n++
	}
	return n
}

// TestArchiveSeries looks at the briefings of one topic over two years: ids,
// versions, and who changes sides.
func TestArchiveSeries(t *testing.T) {
	versions, changes := map[string][]int{}, map[string]int{}
	stances := map[string]briefing.Stance{}
	for i := 0; i < 2*3650; i += 40 {
		b := parse(t, i).Briefing
		if b.AsOf.String()[:len("2006-01")] != strings.TrimPrefix(b.ID, "kursk-") {
			t.Errorf("%s is of %s", b.ID, b.AsOf)
		}
		versions[b.ID] = append(versions[b.ID], b.Version)
		for c, p := range positions(b) {
			key := c.Text + p.Holder
			if before, ok := stances[key]; !ok || before != p.Stance {
				stances[key] = p.Stance
				changes[key]++
			}
		}
	}
	if len(versions) != 24 {
		t.Errorf("%d ids", len(versions))
	}
	for id, list := range versions {
		if len(list) < 7 || !slices.Equal(list, []int{1, 2, 3, 4, 5, 6, 7, 8}[:len(list)]) {
			t.Errorf("%s has the versions %v", id, list)
		}
	}
	changed := 0
	for _, n := range changes {
		if n > 1 {
			changed++
		}
	}
	if changed < len(changes)/20 || changed > len(changes)/3 {
		t.Errorf("%d of %d holders change sides", changed, len(changes))
	}
}

// positions returns the positions on each claim.
func positions(b *briefing.Briefing) iter.Seq2[*briefing.Claim, *briefing.Position] {
	return func(yield func(*briefing.Claim, *briefing.Position) bool) {
		for i := range b.Questions {
			for j := range b.Questions[i].Claims {
				c := &b.Questions[i].Claims[j]
				for k := range c.Positions {
					if !yield(c, &c.Positions[k]) {
						return
					}
				}
			}
		}
	}
}

// TestArchiveActors demands what makes it hard to tell actors from each other:
// names with and without accents, and two persons of one name.
func TestArchiveActors(t *testing.T) {
	spellings, ids, nameless := map[string]map[string]bool{}, map[string]map[string]bool{}, 0
	for i := range 2 * firstFiles {
		if wanted(i) {
			continue
		}
		for _, a := range parse(t, i).Briefing.Actors {
			key := fold.String(a.Name)
			if spellings[key] == nil {
				spellings[key], ids[key] = map[string]bool{}, map[string]bool{}
			}
			spellings[key][a.Name] = true
			if len(a.ExternalIDs) > 0 {
				ids[key][a.ExternalIDs[0].String()] = true
			} else if len(a.Aka) > 0 {
				nameless++
			}
		}
	}
	spelled, namesakes := 0, 0
	for key := range spellings {
		if len(spellings[key]) > 1 {
			spelled++
		}
		if len(ids[key]) > 1 {
			namesakes++
		}
	}
	if len(spellings) < 240 || spelled < 20 || namesakes == 0 || namesakes > 3 || nameless < 100 {
		t.Errorf("%d names, %d with several spellings, %d of several actors, %d times only by name and aka", len(spellings), spelled, namesakes, nameless)
	}
}

func BenchmarkArchive(b *testing.B) {
	size, i := 0, 0
	for b.Loop() {
		_, data := sample.Archive(i)
		size, i = size+len(data), i+1
	}
	b.SetBytes(int64(size / i))
}
