package export_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/export"
)

// The types and variables of CSL-JSON 1.0.2 that this program could write.
var (
	cslTypes = names(`article article-journal article-magazine article-newspaper bill book broadcast chapter classic
		collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
		legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance
		periodical personal_communication post post-weblog regulation report review review-book software song speech
		standard thesis treaty webpage`)
	cslTexts = names(`abstract annote archive archive_collection archive_location archive-place authority call-number
		container-title container-title-short division DOI event event-title event-place genre jurisdiction keyword
		language medium note original-publisher original-title publisher publisher-place references section source
		status title title-short URL version year-suffix`)
	cslNames = names("author editor interviewer producer translator recipient")
	cslDates = names("accessed available-date event-date issued original-date submitted")
)

// checkCSL checks a document against csl-data.json 1.0.2: only known names, and
// values of the right form.
func checkCSL(document any) []string {
	var s strict
	items, ok := document.([]any)
	if !ok {
		s.failf("the document is no list")
	}
	ids := map[string]bool{}
	for i, v := range items {
		at := fmt.Sprintf("item %d", i)
		allowed := append(append(append([]string{"custom"}, cslTexts...), cslNames...), cslDates...)
		item := s.object(at, v, allowed, names("id type"))
		s.oneOf(at+" type", item["type"], cslTypes...)
		id := s.text(at+" id", item["id"])
		if ids[id] {
			s.failf("%s: id %q comes twice", at, id)
		}
		ids[id] = true
		for _, name := range cslTexts {
			s.text(at+" "+name, item[name])
		}
		for _, name := range cslNames {
			for _, v := range s.list(at+" "+name, item[name]) {
				s.text(at+" name", s.object(at+" "+name, v, names("family given"), names("literal"))["literal"])
			}
		}
		for _, name := range cslDates {
			if item[name] != nil {
				s.cslDate(at+" "+name, item[name])
			}
		}
		if custom, ok := item["custom"].(map[string]any); item["custom"] != nil && (!ok || len(custom) == 0) {
			s.failf("%s: custom is no object", at)
		}
	}
	return s.problems
}

func (s *strict) cslDate(at string, v any) {
	date := s.object(at, v, names("date-parts season circa literal raw"), nil)
	s.text(at+" literal", date["literal"])
	if date["literal"] == nil && date["date-parts"] == nil {
		s.failf("%s is neither in parts nor in words: %v", at, v)
	}
	if date["season"] != nil {
		s.integer(at+" season", date["season"], 1, 4)
	}
	if _, ok := date["circa"].(bool); date["circa"] != nil && !ok {
		s.failf("%s: circa is %v", at, date["circa"])
	}
	points := s.list(at+" date-parts", date["date-parts"])
	if len(points) > 2 {
		s.failf("%s has %d points", at, len(points))
	}
	for _, p := range points {
		limits := [][2]int{{-10000, 9999}, {1, 12}, {1, 31}}
		parts := s.list(at, p)
		if len(parts) > len(limits) {
			s.failf("%s has %d parts", at, len(parts))
			return
		}
		for i, n := range parts {
			s.integer(at, n, limits[i][0], limits[i][1])
			if i == 0 && n == float64(0) {
				s.failf("%s is in a year 0", at)
			}
		}
	}
}

func TestCSLDates(t *testing.T) {
	for _, c := range []struct{ date, want string }{
		{"2024", `{"date-parts":[[2024]]}`},
		{"2024-10", `{"date-parts":[[2024,10]]}`},
		{"2024-10-28", `{"date-parts":[[2024,10,28]]}`},
		{"2024-10-28T00:30+02:00", `{"date-parts":[[2024,10,28]]}`}, // the day as written, not in UTC
		{"2024-10-28?", `{"circa":true,"date-parts":[[2024,10,28]]}`},
		{"2024-10~", `{"circa":true,"date-parts":[[2024,10]]}`},
		{"2024-?10-28", `{"circa":true,"date-parts":[[2024,10,28]]}`},
		{"2024-06/2024-08-12", `{"date-parts":[[2024,6],[2024,8,12]]}`},
		{"0000", `{"date-parts":[[-1]]}`},
		{"-0043-03-15", `{"date-parts":[[-44,3,15]]}`},
		{"2024-21", `{"date-parts":[[2024]],"season":1}`},
		{"2024-24", `{"date-parts":[[2024]],"season":4}`},
		{"2024-30~", `{"circa":true,"date-parts":[[2024]],"season":2}`},
		{"198X-21", `{"circa":true,"date-parts":[[1980]],"literal":"spring, some year in the 1980s"}`},
		{"2024-33", `{"date-parts":[[2024]],"literal":"first quarter of 2024"}`},
		{"2024-41", `{"date-parts":[[2024]],"literal":"second half of 2024"}`},
		{"2024-21/2025-22", `{"date-parts":[[2024],[2025]],"literal":"from spring 2024 until summer 2025"}`},
		{"202X", `{"circa":true,"date-parts":[[2020]],"literal":"some year from 2020 to 2029"}`},
		{"2024-06-XX", `{"date-parts":[[2024,6]],"literal":"some day in June 2024"}`},
		{"2024-XX", `{"date-parts":[[2024]],"literal":"some month in 2024"}`},
		{"2022~/..", `{"circa":true,"date-parts":[[2022]],"literal":"since about 2022"}`},
		{"../2024", `{"date-parts":[[2024]],"literal":"until 2024"}`},
		{"2024-06/", `{"date-parts":[[2024,6]],"literal":"from June 2024, end not known"}`},
		{"2024-06-XX/2024-07-03", `{"date-parts":[[2024,6],[2024,7,3]],"literal":"from some day in June 2024 until 3 July 2024"}`},
		{"[..2024-06]", `{"date-parts":[[2024]],"literal":"by June 2024"}`},
		{"[..2024-10-28]", `{"date-parts":[[2024]],"literal":"by 28 October 2024"}`},
		{"[2024-10-28..]", `{"date-parts":[[2024]],"literal":"28 October 2024 or later"}`},
		{"[2024-05-02,2024-05-05]", `{"date-parts":[[2024,5]],"literal":"one of 2 May 2024, 5 May 2024"}`},
		{"[2023,2024]", `{"circa":true,"date-parts":[[2023]],"literal":"one of 2023, 2024"}`},
		{"{2023,2024}", `{"date-parts":[[2023],[2024]],"literal":"all of 2023, 2024"}`},
		{"XXXX-12-25", `{"literal":"25 December, year not known"}`},
		{"2024-10-28T10:00/2024-10-28T12:00", `{"date-parts":[[2024,10,28]]}`},
	} {
		b := &briefing.Briefing{ID: "b", Title: "B", AsOf: edtfDate(t, "2024"), Sources: []briefing.Source{
			{ID: "s", Title: "S", Kind: "report", Publication: briefing.Publication{Published: edtfDate(t, c.date)}},
		}}
		out, _ := writeFormat(t, "csl-json", &export.Request{Index: briefing.NewIndex(b), Only: []briefing.Part{briefing.PartSources}})
		document := decoded(t, out)
		mustPass(t, "csl-json", document)
		item := document.([]any)[0].(map[string]any)
		got, _ := json.Marshal(item["issued"])
		if string(got) != c.want {
			t.Errorf("%s: %s, want %s", c.date, got, c.want)
		}
		if custom := item["custom"].(map[string]any); custom["published"] != c.date {
			t.Errorf("%s: custom has %v", c.date, custom["published"])
		}
	}
}

func TestCSLHoldsTheRecord(t *testing.T) {
	out, _ := writeFormat(t, "csl-json", everyRequest(t))
	items := decoded(t, out).([]any)
	got, _ := json.Marshal(items[1])
	want := `{"DOI":"10.1000/\u003cRED\u003e","abstract":"In short: closed.","custom":{"briefing":{"as_of":"2024-10-28T18:00Z","authors":["Ana Lind","Desk Two"],` +
		`"id":"harbour","issued":"2024-10-29","language":"en","title":"The harbour \u003cclosure\u003e \u0026 \"after\"",` +
		`"tlp":"TLP:AMBER+STRICT","version":3},"draft":true,"external_ids":["doi:10.1000/\u003cRED\u003e","wikidata:Q1","wikidata:Q2"],"kind":"press-release","origin":"gazette","published":"2024-06/2024-08",` +
		`"reliability":"F","status":"retracted","tags":["circl:topic=\"harbour\"","=trade"],"text_kind":"digest","tlp":"TLP:RED"},"genre":"press release","id":"wire",` +
		`"issued":{"date-parts":[[2024,6],[2024,8]]},"keyword":"circl:topic=\"harbour\", =trade","note":"TLP:RED\nReliability: F, reliability cannot be judged\n` +
		`Draft: proposed by a program, not yet reviewed\nCopies, quotes or translates: Harbour closed, The Gazette, possibly 28 October 2024 (B), corrected",` +
		`"publisher":"Wire","status":"retracted","title":"Copy of the report","type":"document"}`
	if string(got) != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	first := items[0].(map[string]any)
	if first["container-title"] != "The Gazette" || first["archive"] != "archive.example.net" || first["publisher-place"] != "Port" {
		t.Errorf("article: %v", first)
	}
}
