package data_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
	"sitrep/data"
)

var update = flag.Bool("update", false, "make briefing.json from briefing.yaml")

func read[Text []byte | string](t *testing.T, text Text) *file.Document {
	t.Helper()
	doc, err := file.Parse(text, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestJSONIsTheYAML(t *testing.T) {
	want := read(t, data.Briefing)
	var indented, compact bytes.Buffer
	if err := file.WriteJSON(&indented, want.Briefing); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&compact, indented.Bytes()); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("briefing.json", compact.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if data.JSON != compact.String() {
		t.Error("briefing.json is not made from briefing.yaml: run go test ./data -update")
	}
	got := read(t, data.JSON)
	if diff := cmp.Diff(want.Briefing, got.Briefing, cmpopts.IgnoreTypes(briefing.Pos{})); diff != "" {
		t.Errorf("the two differ:\n%s", diff)
	}
}

func TestNothingIsWrongWithIt(t *testing.T) {
	for _, p := range check.Document(read(t, data.Briefing)) {
		t.Error(p)
	}
}
