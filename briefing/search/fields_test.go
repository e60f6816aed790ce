package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
)

// TestEachField wants all fields of some items, and no text folded for them.
func TestEachField(t *testing.T) {
	s := newSample(t)
	for ref, want := range map[briefing.Ref][]string{
		{Kind: briefing.KindBottomLine}:                  {"text: The bridge is closed. Nobody knows for how long."},
		{Kind: briefing.KindActor, ID: "mayor"}:          {"name: Joséphine Doe", "name: the mayor", "id: mayor"},
		{Kind: briefing.KindPosition, ID: "bolts/mayor"}: {"holder: Joséphine Doe", "citing: Engineer's note", "quote: bolts (2)", "words around the quote: “It is the (2)"},
		{Kind: briefing.KindSource, ID: "copy"}:          {"title: Bridge closed", "id: copy"},
		{Kind: briefing.KindQuestion, ID: "settled-one"}: {"text: Was the bridge closed?", "id: settled-one"},
		{Kind: briefing.KindSource, ID: "paper"}:         {"title: Mayor closes bridge", "publisher: Le Matin Français", "date: 27 October 2024", "date: 2024-10-27", "id: paper", "body: The mayor, J. Doe, closed"},
	} {
		item := slices.Index(s.Items(), ref)
		var got []string
		s.EachField(item, func(f ItemField) {
			line := fmt.Sprintf("%s: %s", f.Name, f.Text)
			if f.Passage > 0 {
				line += fmt.Sprintf(" (%d)", f.Passage)
			}
			if f.Body {
				line = "body: " + f.Text[:len("The mayor, J. Doe, closed")]
			}
			got = append(got, line)
		})
		if !slices.Equal(got, want) {
			t.Errorf("%v: got %q", ref, got)
		}
	}
	if s.Prepared() {
		t.Error("the text has been folded")
	}
}

// TestEachFieldIsFound finds in the folded text what EachField gives, and nothing else.
func TestEachFieldIsFound(t *testing.T) {
	s := newBuiltIn(t)
	fields := 0
	for item, ref := range s.Items() {
		s.EachField(item, func(f ItemField) {
			fields++
			words := strings.Fields(f.Text)
			r := s.Find(words[0], s.PartOf(item))
			for i := r.Behind(item); i < r.Len() && r.Ref(i) == ref; i++ {
				if h := r.At(i); h.Field == f.Name && h.Passage == f.Passage {
					return
				}
			}
			t.Errorf("%v: %q is not found in its %s", ref, words[0], f.Name)
		})
	}
	s.Prepare()
	begun := 0
	for i, e := range s.entries {
		if int(e.field) == i {
			begun++
		}
	}
	if fields != begun {
		t.Errorf("%d fields, %d are searched", fields, begun)
	}
}

func BenchmarkEachField(b *testing.B) {
	s := newBuiltIn(&testing.T{})
	items := len(s.Items())
	b.ReportAllocs()
	for b.Loop() {
		for item := range items {
			s.EachField(item, func(ItemField) {})
		}
	}
}

// TestPartOf wants what is said of the kinds of items in a part.
func TestPartOf(t *testing.T) {
	s := newSample(t)
	for item, ref := range s.Items() {
		if got, want := briefing.PartOf(ref.Kind), s.PartOf(item); got != want {
			t.Errorf("%v is in %q, and its kind in %q", ref, want, got)
		}
	}
}
