package file_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/export"
	"sitrep/briefing/facts"
	"sitrep/briefing/file"
	"sitrep/briefing/search"
)

const madeUp = `format: briefing/1
id: made-up
title: Made up
as_of: 2024-06-12
tlp: GREEN
actors:
  - {id: city, name: City, kind: state, motto: Always afloat, sponsor: bank}
  - {id: bank, name: The lender, kind: organization, tlp: RED}
`

// TestMadeUpField demands that a row in a table is all that a new key needs: it
// is read, written, described and pruned, and those who read the facts have it.
func TestMadeUpField(t *testing.T) {
	file.MakeUpFields(t)
	doc, x := madeUpIndex(t, madeUp)
	if len(doc.Problems) > 0 {
		t.Errorf("it is not read: %v", doc.Problems)
	}
	city := briefing.Ref{Kind: briefing.KindActor, ID: "city"}
	if motto, sponsor := stated(x, city, "motto"), stated(x, city, "sponsor"); motto != "Always afloat" || sponsor != "bank" {
		t.Errorf("its facts are %q and %q", motto, sponsor)
	}
	var written, schema bytes.Buffer
	if err := file.WriteJSON(&written, doc.Briefing); err != nil {
		t.Fatal(err)
	}
	if err := file.WriteSchema(&schema); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{`"motto"`, `"sponsor"`} {
		if !strings.Contains(written.String(), key) || !strings.Contains(schema.String(), key) {
			t.Errorf("%s is not written, or not in the schema", key)
		}
	}
	for word, field := range map[string]search.Field{"afloat": "motto", "lender": "sponsor"} {
		found := false
		r := search.New(x).Find(word, search.Everywhere)
		for i := range r.Len() {
			found = found || r.At(i).Ref == city && r.At(i).Field == field
		}
		if !found {
			t.Errorf("a search for %q does not find the %s", word, field)
		}
	}
}

func TestMadeUpFieldChanges(t *testing.T) {
	file.MakeUpFields(t)
	_, before := madeUpIndex(t, madeUp)
	_, now := madeUpIndex(t, strings.NewReplacer("Always afloat", "Sunk", ", sponsor: bank", "").Replace(madeUp))
	var got []string
	diff.Compare(before, now).Each(func(_ briefing.Part, i diff.Item) {
		for _, f := range i.Facts {
			got = append(got, f.Label)
		}
	})
	if s := strings.Join(got, ", "); s != "Sponsor, Motto" {
		t.Errorf("changed are %q", s)
	}
}

// TestMadeUpFieldInFormats demands that a format which is to hold everything has
// a new key, and that each other has it or counts it as lost.
func TestMadeUpFieldInFormats(t *testing.T) {
	file.MakeUpFields(t)
	_, x := madeUpIndex(t, madeUp)
	whole := []string{"text", "markdown", "html", "json"}
	for _, f := range export.Formats {
		r := &export.Request{Index: x}
		if f.Name == "csv" {
			r.Only = []briefing.Part{briefing.PartActors}
		}
		var b bytes.Buffer
		losses, err := f.Write(&b, r)
		if err != nil {
			t.Fatal(err)
		}
		said := losses.String()
		for key, words := range map[string]string{"motto": "Always afloat", "sponsor": "The lender"} {
			written := strings.Contains(b.String(), words) && (f.Name == "json" || strings.Contains(strings.ToLower(b.String()), key))
			counted := strings.Contains(said, "actor "+key+" (1)") || strings.Contains(said, "actor (2)")
			if !written && (!counted || slices.Contains(whole, f.Name)) {
				t.Errorf("%s neither has the %s nor counts it; its losses are %q", f.Name, key, said)
			}
		}
	}
}

// TestMadeUpReference takes away what a reference names.
func TestMadeUpReference(t *testing.T) {
	file.MakeUpFields(t)
	city := briefing.Ref{Kind: briefing.KindActor, ID: "city"}
	dangling, x := madeUpIndex(t, strings.Replace(madeUp, "sponsor: bank", "sponsor: nobody", 1))
	if got := stated(x, city, "sponsor"); got != "" || len(dangling.Problems) != 1 {
		t.Errorf("the sponsor that is not there is %q, with the problems %v", got, dangling.Problems)
	}
	doc, _ := madeUpIndex(t, madeUp)
	redacted, err := doc.Redact("GREEN")
	if err != nil {
		t.Fatal(err)
	}
	x = briefing.NewIndex(redacted.Briefing)
	if got, motto := stated(x, city, "sponsor"), stated(x, city, "motto"); got != "" || motto == "" {
		t.Errorf("with the sponsor withheld, it is %q and the motto is %q", got, motto)
	}
}

func madeUpIndex(t *testing.T, text string) (*file.Document, *briefing.Index) {
	t.Helper()
	doc, err := file.Parse(text, "test", nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc, briefing.NewIndex(doc.Briefing)
}

// stated returns the value of a fact of an item.
func stated(x *briefing.Index, ref briefing.Ref, key string) string {
	for _, f := range new(facts.Reader).Of(x, ref) {
		if f.Key == key && len(f.Values) > 0 {
			return f.Values[0].Text
		}
	}
	return ""
}
