package importer

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sitrep/briefing"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

func FuzzSTIX(f *testing.F) { fuzzFormat(f, "stix") }

// bundleOf exports a briefing as STIX.
func bundleOf(t testing.TB, b *briefing.Briefing) []byte {
	t.Helper()
	format, err := export.Find("stix")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := format.Write(&out, &export.Request{Index: briefing.NewIndex(b)}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// inOneOrder sorts lists whose order differs between a bundle and the file.
func inOneOrder(b *briefing.Briefing) *briefing.Briefing {
	slices.SortFunc(b.Events, func(x, y briefing.Event) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(b.Questions, func(x, y briefing.Question) int { return cmp.Compare(x.ID, y.ID) })
	return b
}

// sameBriefing compares all fields but positions in the file.
var sameBriefing = gocmp.Options{
	cmpopts.IgnoreTypes(briefing.Pos{}), cmpopts.EquateEmpty(),
	gocmp.Comparer(func(a, b interface{ String() string }) bool { return a.String() == b.String() }),
}

// TestSTIXComesBack tests that every field that this program exports as STIX
// comes back, except the texts of the sources.
func TestSTIXComesBack(t *testing.T) {
	everyKey := sample.NewEveryKey(t, file.WriteSchema)
	for name, text := range map[string][]byte{
		"template": file.Template(), "every key": everyKey.File(),
		"labels": []byte("format: briefing/1\nid: b\ntitle: T\nas_of: 2024\nbottom_line: '[[a|a]] and [[a]]'\nactors: [{id: a, name: A, kind: person}]\n"),
	} {
		want, err := file.Parse(text, name, func(string) ([]byte, error) { return []byte("text"), nil })
		if err != nil {
			t.Fatal(err)
		}
		data := bundleOf(t, want.Briefing)
		r, err := Import([]Input{{Name: "bundle.json", Data: data}}, options())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if r.Formats[0] != "stix" || len(r.Lost) > 0 {
			t.Errorf("%s: %s, lost are %v", name, r.Formats[0], r.Lost)
		}
		for i := range want.Briefing.Sources {
			want.Briefing.Sources[i].Text = ""
		}
		if diff := gocmp.Diff(inOneOrder(want.Briefing), inOneOrder(r.Document.Briefing), sameBriefing); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestSTIXOfAPart tests that the quotes in a part come back with their sources.
func TestSTIXOfAPart(t *testing.T) {
	doc, err := file.Parse(file.Template(), "template", func(string) ([]byte, error) { return []byte("text"), nil })
	if err != nil {
		t.Fatal(err)
	}
	format, err := export.Find("stix")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := format.Write(&out, &export.Request{Index: doc.Index(), Only: []briefing.Part{briefing.PartTimeline}}); err != nil {
		t.Fatal(err)
	}
	r, err := Import([]Input{{Name: "bundle.json", Data: out.Bytes()}}, options())
	if err != nil {
		t.Fatal(err)
	}
	got := r.Document.Briefing
	if got.ID != doc.Briefing.ID || len(got.Events) != len(doc.Briefing.Events) || len(got.Questions) > 0 {
		t.Errorf("%s has %d events and %d questions", got.ID, len(got.Events), len(got.Questions))
	}
	for _, e := range got.Events {
		i := slices.IndexFunc(doc.Briefing.Events, func(want briefing.Event) bool { return want.ID == e.ID })
		if diff := gocmp.Diff(doc.Briefing.Events[i].Evidence, e.Evidence, sameBriefing); diff != "" {
			t.Errorf("%s: %s", e.ID, diff)
		}
	}
}

// TestSTIXIntoItself adds a bundle to the briefing that it was made of.
func TestSTIXIntoItself(t *testing.T) {
	doc, err := file.Parse(file.Template(), "template", func(string) ([]byte, error) { return []byte("text"), nil })
	if err != nil {
		t.Fatal(err)
	}
	o := options()
	o.Into = doc.Briefing
	r, err := Import([]Input{{Name: "bundle.json", Data: bundleOf(t, doc.Briefing)}}, o)
	if err != nil {
		t.Fatal(err)
	}
	b := r.Document.Briefing
	if n := len(b.Judgments) + len(b.Gaps) + len(b.Sources) + len(b.Actors) + len(b.Events) + len(b.Questions); n > 0 || len(r.Lost) > 0 {
		t.Errorf("%d items are added, lost are %v", n, r.Lost)
	}
}

// TestSTIXMarksOwn raises the marking of an object that this program has
// written.
func TestSTIXMarksOwn(t *testing.T) {
	doc, err := file.Parse("format: briefing/1\nid: b\ntitle: T\nas_of: 2024\ntlp: CLEAR\nactors:\n  - {id: a, name: A, kind: person}\n", "b", nil)
	if err != nil {
		t.Fatal(err)
	}
	data := bundleOf(t, doc.Briefing)
	for _, c := range []struct{ id, want string }{
		{"marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "RED"},
		{"marking-definition--00000000-0000-4000-8000-000000000000", "CLEAR"}, // by its definition
		{"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", "AMBER"},
	} {
		changed := strings.ReplaceAll(string(data), "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", c.id)
		r, err := Import([]Input{{Name: "bundle.json", Data: []byte(changed)}}, options())
		if err != nil {
			t.Fatal(err)
		}
		x := r.Document.Index()
		if b := r.Document.Briefing; string(b.TLP) != c.want || string(x.TLP(briefing.Ref{Kind: briefing.KindActor, ID: "a"})) != c.want {
			t.Errorf("%s: the briefing is %s, the actor %s", c.id, b.TLP, b.Actors[0].TLP)
		}
	}
}

// TestSTIXMarkings tests what the marking of objects becomes.
func TestSTIXMarkings(t *testing.T) {
	const (
		red1, white1 = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"
		strict2      = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"
		other        = "marking-definition--00000000-0000-4000-8000-000000000000"
	)
	for _, c := range []struct{ markings, want string }{
		{``, ""},
		{`"` + white1 + `"`, "CLEAR"},
		{`"` + white1 + `", "` + strict2 + `"`, "AMBER+STRICT"},
		{`"` + red1 + `", "` + strict2 + `"`, "RED"},
		{`"` + white1 + `", "` + other + `"`, "RED"},
		{`7`, "RED"},
	} {
		text := `[{"type":"identity","id":"identity--0c9a7a32-4f8a-4b57-8f0c-2f3c0b1d9a01","name":"A","object_marking_refs":[` + c.markings + `]}]`
		r, err := Import([]Input{{Name: "bundle.json", Data: []byte(text)}}, options())
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Document.Briefing.Actors[0].TLP; string(got) != c.want {
			t.Errorf("%s: %q, want %q", c.markings, got, c.want)
		}
	}
}
