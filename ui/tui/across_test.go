package tui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/tools/txtar"

	"sitrep/briefing"
	"sitrep/data/library"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// talks returns version n of a briefing, from 1 to 12, with a minister who changes
// the stance after version 4 and again after version 8.
func talks(n int) string {
	stance, said := "denies", "2024-01-05"
	switch {
	case n > 8:
		stance, said = "denies", "2024-09-01"
	case n > 4:
		stance, said = "affirms", "2024-05-01"
	}
	return fmt.Sprintf(`format: briefing/1
id: talks
title: The talks
as_of: 2024-%02[1]d-20
version: %[1]d
tlp: GREEN
bottom_line: Talks.
actors:
- {id: minister, name: Ann Lee, kind: person, external_ids: {wikidata: Q1}}
sources:
- {id: wire, title: Wire report, kind: report, publication: {published: 2024-01-02}}
questions:
- id: are-there
  text: Are there talks?
  claims:
  - id: talking
    text: There are talks.
    positions:
    - {holder: minister, stance: %[2]s, said: %[3]s, evidence: [{source: wire}]}
`, n, stance, said)
}

// person returns a briefing with a person called as the minister, who has an external
// id.
func person(id, externalID, stance, said string) string {
	return strings.NewReplacer("id: talks", "id: "+id, "title: The talks", "title: What "+id+" says", "as_of: 2024-12-20", "as_of: "+said, "Q1", externalID,
		"GREEN", "AMBER", "stance: denies, said: 2024-09-01", "stance: "+stance+", said: "+said, "id: minister", "id: lee", "holder: minister", "holder: lee").Replace(talks(12))
}

// manyTalks returns a folder with twelve versions of a briefing and two others.
func manyTalks(t *testing.T) *tuitest.Folder {
	texts := map[string]string{"un.yaml": person("un", "Q1", "questions", "2024-10-01"), "painter.yaml": person("painter", "Q2", "affirms", "2024-10-02")}
	for n := 1; n <= 12; n++ {
		texts[fmt.Sprintf("talks-%02d.yaml", n)] = talks(n)
	}
	return tuitest.NewFolder(t, texts)
}

// openAlone opens a file of a folder as a program does that was started on the file.
func openAlone(t *testing.T, f *tuitest.Folder, name string, o Options) *driver {
	doc, err := f.Index.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	o.Library = func(folder string) (*library.Library, error) {
		if folder != filepath.Dir(f.Index.File(name)) {
			return nil, errors.New("not the folder of the file: " + folder)
		}
		return f.Index, nil
	}
	o.File.Path = f.Index.File(name)
	return drive(t, New(doc, o), 100, 40)
}

// TestAcross goes from an actor to what it says in other briefings, and back, both in a
// folder and in a file.
func TestAcross(t *testing.T) {
	f := manyTalks(t)
	inFolder := openFolder(t, f, 100, 40)
	inFolder.Press("enter")
	for name, d := range map[string]*driver{"folder": inFolder, "file": openAlone(t, f, "talks-12.yaml", Options{})} {
		d.Press("3", "enter")
		d.Has("A across")
		was := d.AboveFooter()
		d.Press("A")
		d.Has("Across 2 briefings, TLP:AMBER: Ann Lee", "4 positions, 3 changes of stance", "5 January 2024, denies: There are talks.",
			"! + 1 May 2024, affirms (was: denies): There are talks.", "The talks, versions 5 to 8, as of 20 August 2024, TLP:GREEN,",
			"! - 1 September 2024, denies (was: affirms)", "in this briefing, versions 9 to 12", "! ? 1 October 2024, questions (was: denies)", "What un says, version 12")
		d.Want("painter", false)
		d.Press("j")
		list := d.AboveFooter()
		d.Press("enter")
		d.Has("The talks › Claims › Ann Lee affirms", "as of 20 August 2024")
		d.Press("enter", "esc", "esc")
		if got := d.AboveFooter(); got != list {
			t.Errorf("%s: the way back leads to\n%s\nnot\n%s", name, got, list)
		}
		d.Press("j", "enter")
		d.Has("Actors › Ann Lee › Ann Lee denies", "as of 20 December 2024")
		d.Press("esc")
		if got := d.AboveFooter(); got != was {
			t.Errorf("%s: closed, the screen is\n%s\nnot\n%s", name, got, was)
		}
		d.Press("A", "j", "enter", "A", "G", "enter")
		d.Has("The talks › Claims › Ann Lee affirms", "What painter says")
		d.Press("esc", "esc")
		d.Has("The talks › Claims › Ann Lee affirms")
		d.Press("esc", "esc")
		if got := d.AboveFooter(); got != was {
			t.Errorf("%s: after two briefings, the screen is\n%s\nnot\n%s", name, got, was)
		}
	}
	inFolder.Press("q", "q")
	inFolder.Has("1 Briefings 3")
}

// TestAcrossFrom goes from a source, a claim, a question and a position, and from a row
// of a list.
func TestAcrossFrom(t *testing.T) {
	f := manyTalks(t)
	for _, c := range []struct {
		keys []string
		want []string
	}{
		{[]string{"5", "A"}, []string{"Across 2 briefings, TLP:AMBER: Wire report", "What painter says, version 12, as of 2 October 2024, TLP:AMBER, painter.yaml; by name",
			"position", "Ann Lee affirms: There are talks.", "2 items"}},
		{[]string{"4", "enter", "A"}, []string{"Across 3 briefings, TLP:AMBER: There are talks.", "2 October 2024, Ann Lee (wikidata:Q2) affirms\n", "1 October 2024, Ann Lee (wikidata:Q1) questions (was: denies)\n", "5 positions, 3 changes"}},
		{[]string{"4", "k", "enter", "A"}, []string{"Across 3 briefings, TLP:AMBER: Are there talks?", "2 October 2024, Ann Lee (wikidata:Q2) affirms: There are talks."}},
		{[]string{"4", "enter", "enter", "A"}, []string{"Across 3 briefings, TLP:AMBER: There are talks."}},
		{[]string{"3", "A"}, []string{"Across 2 briefings, TLP:AMBER: Ann Lee"}},
		{[]string{"1", "A"}, []string{"there is none here"}},
		{[]string{"3", ":", "a", "c", "r", "o", "s", "s", "enter"}, []string{"Across 2 briefings, TLP:AMBER: Ann Lee"}},
	} {
		d := openAlone(t, f, "talks-12.yaml", Options{})
		d.Send(tea.WindowSizeMsg{Width: 120, Height: 40})
		d.Press(c.keys...)
		for _, want := range c.want {
			if s := strings.ReplaceAll(d.Screen(), "│", ""); !strings.Contains(strings.Join(strings.Fields(s), " "), strings.TrimSpace(want)) {
				t.Errorf("after %v, %q is not on the screen:\n%s", c.keys, want, d.Screen())
			}
		}
	}
}

// TestAcrossNarrows finds what is typed, also in the names of briefings.
func TestAcrossNarrows(t *testing.T) {
	d := openAlone(t, manyTalks(t), "talks-12.yaml", Options{})
	d.Press("3", "A", "/")
	d.Type("un.yaml")
	d.Has("questions (was: denies)")
	d.Want("5 January", false)
	d.Type("nothing")
	d.Has("nothing here says that")
	d.Press("esc")
	if d.app.Dialogs.Open() || d.app.across != nil {
		t.Error("the list is not closed")
	}
}

// TestAcrossSaysWhyNothingIsListed where there are no other briefings, or none has
// anything.
func TestAcrossSaysWhyNothingIsListed(t *testing.T) {
	alone := tuitest.NewFolder(t, map[string]string{"a.yaml": talks(1), "broken.yaml": "format: briefing/1\nactors: ["})
	d := openAlone(t, alone, "a.yaml", Options{})
	d.Press("5", "A")
	d.Has("No other briefing in reports cites this source.", "0 items")
	d.Press("esc", "3", "A")
	d.Has("1 position, all in this briefing", "in this briefing, version 1")
	d = openAlone(t, alone, "a.yaml", Options{})
	d.app.options.Library = func(string) (*library.Library, error) { return nil, errors.New("no such folder") }
	d.Press("3", "A")
	d.Has("The other briefings cannot be looked into: no such folder")
	d = newDriver(t, tuitest.BuiltIn(t), 100, 30) // as from standard input
	d.Press("3", "A")
	d.Has("this briefing is not from a folder")
	d.Press("enter")
	d.Want("A across", false)
}

// TestAcrossFollowsTheFolder looks at the folder before it lists what is there, and says
// so if a file cannot be opened any more.
func TestAcrossFollowsTheFolder(t *testing.T) {
	f := manyTalks(t)
	d := openAlone(t, f, "talks-12.yaml", Options{})
	d.Press("3", "A", "G")
	list := d.AboveFooter()
	f.Remove("un.yaml")
	d.Press("enter")
	d.Has("not opened: there is no file un.yaml")
	if got := d.AboveFooter(); got != list {
		t.Errorf("the list is\n%s\nnot\n%s", got, list)
	}
	d.Press("esc", "A")
	d.Has("3 positions, 2 changes of stance")
	f.Write("talks-08.yaml", "format: briefing/1\nactors: [")
	d.Press("j", "enter")
	d.Has("talks-08.yaml:2:10:")
	d.Press("q")
	d.Has("3 positions")
}

// TestAcrossIsCancelled closes the list while the folder is being looked into: what
// comes afterwards is dropped.
func TestAcrossIsCancelled(t *testing.T) {
	f := manyTalks(t)
	d := openAlone(t, f, "talks-12.yaml", Options{})
	work := d.app.listAcross(briefing.Ref{Kind: briefing.KindActor, ID: "minister"})
	d.Has("looking into the briefings of the folder…")
	number := d.app.across.number
	d.Send(acrossMsg{number: number, progress: library.Progress{Files: 1000, Done: 312}})
	d.Has("still reading 312 of 1,000")
	d.Press("esc")
	d.Drain(work)
	if entries, err := f.Index.Entries(t.Context(), 0); err != nil || len(entries) > 0 {
		t.Errorf("%d files were read for a list that is closed; %v", len(entries), err)
	}
	d.Send(acrossMsg{number: number, found: &acrossFound{notes: []string{"late"}}})
	if d.app.Dialogs.Open() || d.app.Status != "" {
		t.Errorf("what comes late is shown: %q", d.app.Status)
	}
}

// TestAcrossDropsOldAnswers has the answer for a list come while another is open.
func TestAcrossDropsOldAnswers(t *testing.T) {
	d := openAlone(t, manyTalks(t), "talks-12.yaml", Options{})
	d.app.listAcross(briefing.Ref{Kind: briefing.KindActor, ID: "minister"})
	old := d.app.across.number
	d.Press("esc")
	d.app.listAcross(briefing.Ref{Kind: briefing.KindSource, ID: "wire"})
	d.Send(acrossMsg{number: old, found: &acrossFound{notes: []string{"late"}, whole: true}})
	d.Has("looking into the briefings of the folder…")
	d.Want("late", false)
}

// TestOpenFileOverAcross opens a file of another folder over a briefing that was opened
// from the list: the way back leads through all of them to the list of the folder.
func TestOpenFileOverAcross(t *testing.T) {
	elsewhere := tuitest.NewFolder(t, map[string]string{"a.yaml": tuitest.Report(1, "CLEAR")})
	d := openFolder(t, manyTalks(t), 120, 40)
	d.Press("enter", "3", "enter")
	was := d.AboveFooter()
	d.Press("A", "j", "enter")
	over := d.AboveFooter()
	d.open(elsewhere.Index.File("a.yaml"))
	d.Has("Report number 1", "The talks › Brief")
	d.Press("3", "A")
	d.Has("this briefing is not from a folder") // no function was given to open another
	d.Press("q")
	if got := d.AboveFooter(); got != over {
		t.Errorf("the way back from the file leads to\n%s\nnot\n%s", got, over)
	}
	d.Press("q", "q")
	if got := d.AboveFooter(); got != was {
		t.Errorf("the way back leads to\n%s\nnot\n%s", got, was)
	}
	d.Press("q", "q")
	d.Has("1 Briefings 3")
	d.Press("enter")
	d.Has("reports › Actors", "The talks")
}

// TestAcrossInEverySize draws the list with hard texts in many sizes.
func TestAcrossInEverySize(t *testing.T) {
	f := manyTalks(t)
	for i, text := range tuitest.HardTexts {
		f.Write(fmt.Sprintf("hard-%02d.yaml", i), strings.NewReplacer("Are there talks?", strconv.Quote(text), "What un says", strconv.Quote(text+text)).Replace(
			person("un", "Q1", "questions", "2024-10-01")))
	}
	for _, o := range []style.Options{{}, {ASCII: true}} {
		d := openAlone(t, f, "talks-12.yaml", Options{Theme: o})
		d.Press("3", "A")
		d.Sweep()
		d.Press("esc", "5", "A", "G")
		d.Sweep()
	}
}

// TestAcrossScreens compares screens with those in testdata/across.txtar: the list, and
// the briefing that was opened from it, in three sizes.
func TestAcrossScreens(t *testing.T) {
	const name = "testdata/across.txtar"
	f := manyTalks(t)
	got := &txtar.Archive{}
	for _, size := range []tea.WindowSizeMsg{{Width: 60, Height: 16}, {Width: 80, Height: 24}, {Width: 140, Height: 40}} {
		d := openFolder(t, f, size.Width, size.Height)
		screen := func(of string) {
			got.Files = append(got.Files, txtar.File{Name: fmt.Sprintf("%s, %d by %d", of, size.Width, size.Height), Data: []byte(d.Screen())})
		}
		d.Press("enter", "3", "enter", "A", "j", "j", "j")
		screen("actor")
		d.Press("enter")
		screen("opened")
		d.Press("esc", "esc", "5", "A")
		screen("source")
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || string(txtar.Format(got)) != string(want) {
		t.Errorf("the screens are not those of %s; run with -update if they should be; %v\n%s", name, err, txtar.Format(got))
	}
}
