package reader

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"sitrep/briefing/check"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/data"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
)

// TestProblemsAreThoseOfCheck lists the problems of many briefings: the same as
// check finds, with their texts, codes and hints, in its order.
func TestProblemsAreThoseOfCheck(t *testing.T) {
	texts := map[string][]byte{data.Name: data.Briefing, "template": file.Template(), "sample": sample.JSON(100)}
	archives, err := filepath.Glob("../../../briefing/file/testdata/problems/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no briefings", err)
	}
	const head = "format: briefing/1\nid: b\ntitle: B\nas_of: 2024-06-12\nbottom_line: So it is.\n"
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			texts[path+" "+file.Name], texts[path+" with a head, "+file.Name] = file.Data, append([]byte(head), file.Data...)
		}
	}
	read, warned := 0, 0
	for name, text := range texts {
		doc, err := file.Parse(text, "b", nil)
		var refused *file.LoadError
		if errors.As(err, &refused) {
			continue
		}
		read++
		var want []string
		for _, p := range check.Document(doc) {
			place := ""
			if p.Pos.Line > 0 {
				place = strconv.Itoa(int(p.Pos.Line)) + ":" + strconv.Itoa(int(p.Pos.Col))
			}
			if p.Severity == file.Warning {
				warned++
			}
			want = append(want, strings.Join([]string{place, p.Severity.String(), p.Text(), p.Code, p.Hint}, " | "))
		}
		d := newDriver(t, doc, 120, 40)
		d.Press("!")
		var got []string
		for _, item := range dialog.ListProblems(d.reader.knownProblems).Find("") {
			severity := strings.ToLower(strings.TrimSuffix(item.Group, "s"))
			got = append(got, strings.Join([]string{item.Key, severity, item.Text, item.Code, item.Aside}, " | "))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-check +reader):\n%s", name, diff)
		}
	}
	if read < 50 || warned == 0 {
		t.Errorf("%d briefings were read, with %d warnings", read, warned)
	}
}

// TestProblemsWhileTheyAreLookedFor says that there can be more, and never that
// there are none, until the briefing has been checked.
func TestProblemsWhileTheyAreLookedFor(t *testing.T) {
	h := newHeld(t)
	h.cmds = nil
	h.Press("!")
	for words, on := range map[string]bool{"No errors so far in generated": true, "Still being checked": true, "No problems": false} {
		if h.shows(words) != on {
			t.Errorf("%q is on the screen: %v\n%s", words, !on, h.Screen())
		}
	}
	before := h.reader.doc.Briefing
	h.answer()
	h.Want("Still being checked", false)
	h.Want("No errors, ", true)
	h.Want("Warnings", true)

	// Another version is checked as well, while the list is open, and what was
	// found in the one before is dropped.
	h.reader.renew(screen.NewIndexed(tuitest.Parse(t, []byte("format: briefing/1\nid: b\ntitle: B\nas_of: 2024\nx: 1\n"), "other"), screen.AllPassages), false)
	h.Send(tea.FocusMsg{})
	h.reader.checked(checkedMsg{before, []file.Problem{{Message: "of old"}}})
	h.Want("of old", false)
	if !h.reader.file.check.begun || h.reader.file.check.done {
		t.Errorf("the other version: %+v", h.reader.file.check)
	}
}

// TestMoreProblemsThanAreListed says how many are not listed.
func TestMoreProblemsThanAreListed(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
	list := make([]file.Problem, dialog.MaxProblems+2)
	list[0].Severity = file.Error
	d.reader.file.check.begun = true
	d.reader.checked(checkedMsg{d.reader.doc.Briefing, list})
	d.Press("!", "G")
	d.Want("1 error, 10001 warnings in ", true)
	d.Want("2 more are not listed", true)
}
