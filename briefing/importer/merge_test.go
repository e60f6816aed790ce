package importer

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// one returns a briefing with an item of each kind, all with short ids.
func one(tlp, title string) string {
	return `{"format": "briefing/1", "id": "b", "title": "` + title + `", "as_of": "2031", "tlp": "` + tlp + `", "bottom_line": "See [[e]].",
"judgments": [{"id": "j", "text": "We judge that ` + title + ` [[e|it]] ends.", "question": "q", "evidence": [{"source": "s"}]}],
"gaps": ["Why [[e]] began, ` + title + `."],
"sources": [{"id": "s", "title": "Source ` + title + `", "kind": "report"}, {"id": "t", "title": "Copy ` + title + `", "kind": "report", "origin": "s"}],
"actors": [{"id": "a", "name": "Actor ` + title + `", "kind": "group", "part_of": "p"}, {"id": "p", "name": "Parent", "kind": "group", "external_ids": {"wikidata": "Q1"}}],
"events": [{"id": "e", "title": "Event ` + title + `", "when": {"date": "2031", "alternatives": [{"date": "2030", "evidence": [{"source": "t"}]}]}, "summary": "See [[a]].", "actors": ["a"], "tlp": "RED"}],
"questions": [{"id": "q", "text": "Question ` + title + `?", "events": ["e"], "claims": [{"id": "c", "text": "Claim ` + title + `.", "positions": [{"holder": "a", "stance": "affirms", "via": "p", "citing": ["s", "a"], "evidence": [{"source": "t"}]}]}]}]}`
}

func merged(t *testing.T, texts ...string) *Result {
	t.Helper()
	var inputs []Input
	for _, text := range texts {
		inputs = append(inputs, Input{Name: "b.json", Data: []byte(text)})
	}
	r, err := Import(inputs, Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, r)
	return r
}

func TestMergeRenames(t *testing.T) {
	b := merged(t, one("GREEN", "one"), one("AMBER", "two")).Document.Briefing
	if len(b.Judgments) != 2 || len(b.Sources) != 4 || len(b.Actors) != 3 || len(b.Events) != 2 || len(b.Questions) != 2 {
		t.Fatalf("not all is there: %+v", b)
	}
	if b.BottomLine != "See [[e]]." {
		t.Errorf("the bottom line is %q", b.BottomLine)
	}
	j, s, a, e, q := b.Judgments[1], b.Sources[3], b.Actors[2], b.Events[1], b.Questions[1]
	p := q.Claims[0].Positions[0]
	for _, ref := range []struct{ what, got, want string }{
		{"id of a judgment", j.ID, "j-2"}, {"question of a judgment", j.Question, "q-2"}, {"evidence of a judgment", j.Evidence[0].Source, "s-2"},
		{"text of a judgment", j.Text, "We judge that two [[e-2|it]] ends."}, {"origin", s.Origin, "s-2"}, {"parent", a.PartOf, "p"},
		{"summary", e.Summary, "See [[a-2]]."}, {"participant", e.Actors[0].Actor, "a-2"}, {"evidence of another date", e.When.Alternatives[0].Evidence[0].Source, "t-2"},
		{"event of a question", q.Events[0], "e-2"}, {"claim", q.Claims[0].ID, "c-2"}, {"holder", p.Holder, "a-2"}, {"via", p.Via, "p"},
		{"citing", strings.Join(p.Citing, " "), "s-2 a-2"}, {"evidence of a position", p.Evidence[0].Source, "t-2"},
	} {
		if ref.got != ref.want {
			t.Errorf("%s is %q, want %q", ref.what, ref.got, ref.want)
		}
	}
}

// TestMergeKeepsMarkings tests that no item gets a lower marking in the
// briefing that it is added to.
func TestMergeKeepsMarkings(t *testing.T) {
	r := merged(t, one("GREEN", "one"), one("AMBER", "two"))
	b := r.Document.Briefing
	if b.TLP != "GREEN" || b.Judgments[1].TLP != "AMBER" || b.Sources[2].TLP != "AMBER" || b.Actors[2].TLP != "AMBER" || b.Questions[1].TLP != "AMBER" || b.Events[1].TLP != "RED" {
		t.Errorf("markings are lost: %+v", b)
	}
	if len(b.Gaps) != 1 {
		t.Errorf("a gap of a briefing with another marking is in %q", b.Gaps)
	}
	if b.Judgments[0].TLP != "" || b.Events[0].TLP != "RED" {
		t.Errorf("what was there is marked otherwise: %+v", b)
	}
}

func TestMergeTwice(t *testing.T) {
	once, twice := merged(t, one("RED", "one")), merged(t, one("RED", "one"), one("RED", "one"))
	if yamlOf(t, once) != yamlOf(t, twice) {
		t.Errorf("the same briefing is there twice:\n%s", yamlOf(t, twice))
	}
}

func TestMergeInto(t *testing.T) {
	doc, err := file.Parse(one("GREEN", "one"), "one", nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Import([]Input{{Name: "two.json", Data: []byte(one("GREEN", "two"))}}, Options{Into: doc.Briefing})
	if err != nil {
		t.Fatal(err)
	}
	b := r.Document.Briefing
	if len(b.Actors) != 1 || b.Actors[0].ID != "a-2" || b.Actors[0].PartOf != "p" || len(b.Events) != 1 || b.Events[0].ID != "e-2" {
		t.Errorf("got %+v", b)
	}
	if len(r.Present) != 1 || r.Present[0] != "p" {
		t.Errorf("present are %q", r.Present)
	}
}

// TestRowsReferToEachOther imports tables of one briefing in any order, and
// rows that refer to missing items.
func TestRowsReferToEachOther(t *testing.T) {
	tables := []Input{
		{"e.csv", []byte("id,when,title,actors,sources,as_of,tlp\ne,2031,Event,a; nobody,s; none,2031,TLP:GREEN\n")},
		{"s.csv", []byte("id,title,kind,publisher,as_of,tlp\ns,Source,report,P,2031,TLP:GREEN\n")},
		{"a.csv", []byte("id,name,kind,as_of,tlp\na,Actor,group,2031,TLP:AMBER\n")},
	}
	r, err := Import(tables, Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := r.Document.Briefing
	e := b.Events[0]
	if len(e.Actors) != 1 || e.Actors[0].Actor != "a" || len(e.Evidence) != 1 || e.Evidence[0].Source != "s" {
		t.Errorf("got %+v", e)
	}
	if b.TLP != "AMBER" || e.TLP != "GREEN" || b.Actors[0].TLP != "" {
		t.Errorf("markings are %s, %s, %s", b.TLP, e.TLP, b.Actors[0].TLP)
	}
	if len(r.Lost) != 2 {
		t.Errorf("lost are %v", r.Lost)
	}
}

// TestAnnotatedDocument imports annotations with their document, and tests that
// the quotes are found in it.
func TestAnnotatedDocument(t *testing.T) {
	source := `{"format": "briefing/1", "id": "d", "title": "D", "as_of": "2031", "sources": [{"id": "doc", "title": "Harbour", "kind": "article",
		"url": "https://courier.example/harbour", "text": "It was closed because of a storm, the mayor said on\nFriday night. Twelve boats were\nshut in until noon, because of a storm."}]}`
	annotations := input(t, "testdata/annotations/hypothesis-api.json")
	r, err := Import([]Input{{"d.json", []byte(source)}, annotations}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	x := briefing.NewIndex(r.Document.Briefing)
	for i, want := range []string{"exact", "exact"} {
		e := &r.Document.Briefing.Questions[0].Claims[i].Positions[0].Evidence[0]
		p := x.PassageOf(e)
		if e.Source != "doc" || p == nil || x.Anchor(p).State.String() != want {
			t.Errorf("%+v is not %s", e, want)
		}
	}
}
