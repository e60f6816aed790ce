package export_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/export"
)

// clearMarkings removes all markings from a briefing.
func clearMarkings(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			clearMarkings(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.Type() == reflect.TypeFor[briefing.TLP]() {
				f.SetString("")
			} else {
				clearMarkings(f)
			}
		}
	}
}

// TestSTIXMarksPortions tests that every object is marked as high as its
// content.
func TestSTIXMarksPortions(t *testing.T) {
	b := everyField(t)
	clearMarkings(reflect.ValueOf(b).Elem())
	b.TLP, b.Sources[0].TLP, b.Events[1].TLP = "CLEAR", "AMBER", "RED"
	objects := stixObjects(t, &export.Request{Index: briefing.NewIndex(b)})
	for object, id := range map[string]string{
		"note j-open": "55d920b0-5e8b-4f79-9ee9-91f868d9b421", "incident event-a": "e828b379-4e03-4974-9ac4-e53a884c97c1",
		"incident event-b": "94868c89-83c2-464b-929b-a1a8aa3c8487", "report harbour": "e828b379-4e03-4974-9ac4-e53a884c97c1",
	} {
		marked, _ := json.Marshal(objects[object]["object_marking_refs"])
		if string(marked) != `["marking-definition--`+id+`"]` {
			t.Errorf("%s is marked %s", object, marked)
		}
	}
}
