package export_test

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/edtf"
	"sitrep/briefing/export"
)

// TestEveryFieldIsCompared changes the fields of a briefing one by one, and
// tests that each change is found and can be written.
func TestEveryFieldIsCompared(t *testing.T) {
	before := briefing.NewIndex(everyField(t))
	if r := diff.Compare(before, briefing.NewIndex(everyField(t))); !r.Empty() {
		t.Fatalf("the same briefing differs from itself: %v %v", r.Head, r.Parts)
	}
	other := edtfDate(t, "1999-12-31")
	seen := 0
	for n := 0; ; n++ {
		b := everyField(t)
		path, ok := change(reflect.ValueOf(b).Elem(), "", new(n), other)
		if !ok {
			break
		}
		seen++
		now := briefing.NewIndex(b)
		r := diff.Compare(before, now)
		if r.Empty() {
			t.Errorf("%s is changed and nobody says so", path)
		}
		var text, object bytes.Buffer
		request := &export.Request{Width: 80}
		changes := export.Changes{Report: r, Old: "old", New: "new"}
		if err := export.WriteChanges(&text, changes, request); err != nil || strings.Contains(text.String(), "  nothing") {
			t.Errorf("%s: %v\n%s", path, err, text.String())
		}
		if err := export.WriteChangesJSON(&object, changes, request); err != nil || !json.Valid(object.Bytes()) {
			t.Errorf("%s: %v\n%s", path, err, object.String())
		}
	}
	if seen < 100 {
		t.Errorf("only %d fields were changed", seen)
	}
}

// change changes the field with the number that skip counts down to, and
// returns its path. Empty fields stay empty. Positions in the file are skipped.
func change(v reflect.Value, path string, skip *int, other edtf.Date) (string, bool) {
	switch v := v.Addr().Interface().(type) {
	case *briefing.Pos:
		return "", false
	case *edtf.Date:
		if v.IsZero() || *skip > 0 {
			*skip -= one(!v.IsZero())
			return "", false
		}
		*v = other
		return path, true
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if at, ok := change(v.Field(i), path+"."+v.Type().Field(i).Name, skip, other); ok {
				return at, true
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if at, ok := change(v.Index(i), path, skip, other); ok {
				return at, true
			}
		}
	case reflect.String, reflect.Int:
		if v.IsZero() {
			return "", false
		}
		if *skip > 0 {
			*skip--
			return "", false
		}
		if v.Kind() == reflect.Int {
			v.SetInt(v.Int() + 1)
		} else {
			v.SetString(v.String() + " otherwise")
		}
		return path, true
	}
	return "", false
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// TestChangesAreMarkedAsTheHigher tests that changes have the more restrictive
// of two labels, whichever version has it.
func TestChangesAreMarkedAsTheHigher(t *testing.T) {
	green, red := everyField(t), everyField(t)
	green.TLP, red.TLP = "GREEN", "RED"
	for _, versions := range [][2]*briefing.Briefing{{green, red}, {red, green}} {
		var out bytes.Buffer
		r := diff.Compare(briefing.NewIndex(versions[0]), briefing.NewIndex(versions[1]))
		if err := export.WriteChanges(&out, export.Changes{Report: r}, &export.Request{Width: 80}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		if !strings.HasSuffix(lines[0], "TLP:RED") || !strings.HasSuffix(lines[len(lines)-1], "TLP:RED") {
			t.Errorf("from %s to %s: %q", versions[0].TLP, versions[1].TLP, []string{lines[0], lines[len(lines)-1]})
		}
	}
}

func BenchmarkChanges(b *testing.B) {
	before, now := everyField(b), everyField(b)
	now.Title = "Another"
	x, y := briefing.NewIndex(before), briefing.NewIndex(now)
	for b.Loop() {
		if err := export.WriteChanges(io.Discard, export.Changes{Report: diff.Compare(x, y)}, &export.Request{Width: 80}); err != nil {
			b.Fatal(err)
		}
	}
}
