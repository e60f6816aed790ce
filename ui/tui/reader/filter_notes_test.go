package reader

import (
	"io"
	"strings"
	"testing"

	"sitrep/briefing/query"
	"sitrep/ui/tui/dialog"
)

// TestFilterByNotebook filters by what the notebook has, and exports what that leaves.
func TestFilterByNotebook(t *testing.T) {
	k := newKept(t)
	s := k.start(120, 40)
	s.Press("2", "j", "m")
	marked := s.reader.here().list.Selected().Ref
	s.Press("F")
	s.Type("marked")
	s.Press("enter")
	if n := s.reader.count(s.reader.sectionKinds[s.reader.at]); n != 1 {
		t.Errorf("%d events are marked:\n%s", n, s.Screen())
	}
	var out strings.Builder
	_, err := exportDocument(s.reader.doc, s.reader.notes.copied(), dialog.ExportMsg{Format: "text", Where: "marked"}, false,
		func(write func(io.Writer) error) error { return write(&out) })
	if err != nil || !strings.Contains(out.String(), "("+marked.ID+")") || strings.Contains(out.String(), "yours") {
		t.Errorf("err = %v, %v is not in\n%s", err, marked, out.String())
	}
}

// TestSavedFilters filters by names from the settings: typed, completed, and in the
// palette.
func TestSavedFilters(t *testing.T) {
	k := newKept(t)
	s := k.start(120, 40)
	s.reader.narrow.views = query.Views{{Name: "denials", Expression: "stance:denies"}, {Name: "pact", Expression: "pact"}}
	s.Press("F")
	s.Type("@den")
	s.Has("@denials", "stance:denies")
	s.Press("tab", "enter")
	if got := s.reader.narrow.on.String(); got != "stance:denies" {
		t.Errorf("it is filtered by %q:\n%s", got, s.Screen())
	}
	s.Press("esc", ":")
	s.Type("filter @pact")
	s.Press("enter")
	if got := s.reader.narrow.on.String(); got != "pact" {
		t.Errorf("it is filtered by %q:\n%s", got, s.Screen())
	}
	s.Press("esc", ":")
	s.Type("denials")
	s.Has("filter @denials")
	s.Press("enter")
	if got := s.reader.narrow.on.String(); got != "stance:denies" {
		t.Errorf("it is filtered by %q:\n%s", got, s.Screen())
	}
	s.reader.applyFilter("@pakt")
	s.Has("did you mean @pact?")
}
