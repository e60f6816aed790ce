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
	"sitrep/briefing/page"
	"sitrep/briefing/search"
)

const madeUp = `format: briefing/1
id: made-up
title: Made up
as_of: 2024-06-12
tlp: GREEN
series: Harbour watch
sources: [{id: wire, title: Wire, kind: post, text: The doors open.}]
events:
  - id: opening
    title: Opening
    when: {date: 2024-06-01, alternatives: [{date: 2024-06-02, gist: A day behind}]}
    actors: [{actor: city, outfit: Top hat}]
    evidence: [{source: wire, quote: doors, mood: Jubilant}]
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
	r := diff.Compare(before, now)
	r.Each(func(_ briefing.Part, i diff.Item) {
		for _, f := range r.Facts(i) {
			got = append(got, f.Label)
		}
	})
	if s := strings.Join(got, ", "); s != "Sponsor, Motto" {
		t.Errorf("changed are %q", s)
	}
}

// TestMadeUpFieldInFormats demands that a format which is to hold everything has
// each new key, and that each other has it or counts it as lost.
func TestMadeUpFieldInFormats(t *testing.T) {
	file.MakeUpFields(t)
	_, x := madeUpIndex(t, madeUp)
	whole := []string{"text", "markdown", "html", "json"}
	for _, made := range []struct {
		key, words, loss string
		part             briefing.Part
	}{
		{"motto", "Always afloat", "actor motto (1)", briefing.PartActors},
		{"sponsor", "The lender", "actor sponsor (1)", briefing.PartActors},
		{"mood", "Jubilant", "event evidence mood (1)", briefing.PartTimeline},
		{"outfit", "Top hat", "event actors outfit (1)", briefing.PartTimeline},
		{"gist", "A day behind", "event alternatives gist (1)", briefing.PartTimeline},
		{"series", "Harbour watch", "briefing series (1)", briefing.PartTimeline},
	} {
		for _, f := range export.Formats {
			r := &export.Request{Index: x}
			if f.OnePart() {
				r.Only = []briefing.Part{made.part}
			}
			var b bytes.Buffer
			losses, err := f.Write(&b, r)
			if err != nil {
				t.Fatal(err)
			}
			out, said := unfolded(b.String()), losses.String()
			written := strings.Contains(out, made.words) && strings.Contains(strings.ToLower(out), made.key)
			counted := slices.ContainsFunc([]string{made.loss, "actor (2)", "event (1)", "event alternatives (1)"}, func(loss string) bool { return strings.Contains(said, loss) })
			if !written && (!counted || slices.Contains(whole, f.Name)) {
				t.Errorf("%s neither has the %s nor counts it; its losses are %q", f.Name, made.key, said)
			}
		}
	}
}

// unfolded returns a calendar with its lines whole, and any other text as it is.
func unfolded(s string) string { return strings.ReplaceAll(s, "\r\n ", "") }

// TestMadeUpFieldOnPages demands the same of the pages of the screens.
func TestMadeUpFieldOnPages(t *testing.T) {
	file.MakeUpFields(t)
	_, x := madeUpIndex(t, madeUp)
	text := ""
	for b := range page.Each(page.Event(x, x.Event("opening"))) {
		text += page.Text(b) + "\n"
	}
	for _, want := range []string{"Mood: Jubilant", "(Outfit: Top hat)", "Gist: A day behind"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page of the event has no %q:\n%s", want, text)
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
