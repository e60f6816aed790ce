package file

import (
	"reflect"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// TestEveryMemberHasAField makes sure that what a struct of the package holds is
// read and written: each of its members belongs to a row of its table.
func TestEveryMemberHasAField(t *testing.T) {
	coversAll(t, briefingTable)
	coversAll(t, judgmentTable)
	coversAll(t, sourceTable)
	coversAll(t, actorTable)
	coversAll(t, eventTable)
	coversAll(t, whenTable)
	coversAll(t, alternativeTable)
	coversAll(t, participantTable)
	coversAll(t, questionTable)
	coversAll(t, claimTable)
	coversAll(t, positionTable)
	coversAll(t, evidenceTable)
}

// member returns a pointer to where a value is held.
func (b bound[T, V]) member(t *T) any { return b.in(t) }

func coversAll[T any](t *testing.T, tb *table[T]) {
	t.Helper()
	var v T
	members := map[any]string{}
	for _, f := range tb.fields {
		held, ok := f.value.(interface{ member(t *T) any })
		if !ok {
			continue // it is a constant, or another way to say what another key says
		}
		pointer := held.member(&v)
		if twice, ok := members[pointer]; ok {
			t.Errorf("%s: %s and %s are held in the same place", tb.noun, twice, f.key)
		}
		members[pointer] = f.key
	}
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		if v.Type() == reflect.TypeFor[briefing.Pos]() || strings.HasSuffix(path, ".MadeID") || path == "position.Number" {
			return // not part of the content
		}
		if _, ok := members[v.Addr().Interface()]; ok {
			return
		}
		// The address of a struct is that of its first member: the type tells.
		if v.Kind() != reflect.Struct {
			t.Errorf("%s: %s belongs to no key", tb.noun, path)
			return
		}
		for i := range v.NumField() {
			walk(v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	}
	walk(reflect.ValueOf(&v).Elem(), tb.noun)
}

func TestTables(t *testing.T) {
	describesAll(t, briefingTable)
	describesAll(t, judgmentTable)
	describesAll(t, sourceTable)
	describesAll(t, actorTable)
	describesAll(t, eventTable)
	describesAll(t, whenTable)
	describesAll(t, alternativeTable)
	describesAll(t, participantTable)
	describesAll(t, questionTable)
	describesAll(t, claimTable)
	describesAll(t, positionTable)
	describesAll(t, evidenceTable)
}

// describesAll checks what all tables have in common: keys that are words, a
// sentence for each, fewer than the bits of the set of keys that were seen.
func describesAll[T any](t *testing.T, tb *table[T]) {
	t.Helper()
	if len(tb.fields) > 64 {
		t.Errorf("%s: %d fields", tb.noun, len(tb.fields))
	}
	for i, f := range tb.fields {
		if first, ok := tb.row(f.key); !ok || first != i {
			t.Errorf("%s: %s stands twice", tb.noun, f.key)
		}
		if f.key == "" || strings.Trim(f.key, "abcdefghijklmnopqrstuvwxyz_") != "" {
			t.Errorf("%s: key %q", tb.noun, f.key)
		}
		if !strings.HasSuffix(f.doc, ".") || f.doc != clean.Line(f.doc) || strings.ToUpper(f.doc[:1]) != f.doc[:1] {
			t.Errorf("%s: %s: the description is no sentence: %s", tb.noun, f.key, f.doc)
		}
		if f.required && !f.mustBeValid {
			t.Errorf("%s: %s is required, and nothing falls with it", tb.noun, f.key)
		}
	}
}
