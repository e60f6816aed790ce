package file

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
)

// TestExternalIDs reads ids of other systems, and what is written of them again.
func TestExternalIDs(t *testing.T) {
	long := strings.Repeat("x", maxExternalID)
	for _, test := range []struct{ text, want, problems string }{
		{"{doi: 10.1000/182}", "doi:10.1000/182", ""},
		{"{doi: [10.1/a, 10.1/b], wikidata: Q1}", "doi:10.1/a doi:10.1/b wikidata:Q1", ""},
		{"{isbn: 0012, misp: 1e5, guid: 0x10, x: .nan, y: 1_000}", "isbn:0012 misp:1e5 guid:0x10 x:.nan y:1_000", ""},
		{`{guid: "a\u0000b\e[2J\u202e\nc"}`, "guid:a�b�[2J� c", ""},
		{"{guid: " + long + "}", "guid:" + long, ""},
		{"{guid: " + long + "y, doi: 10.1/a}", "doi:10.1/a", CodeTooLong},
		{"{}", "", ""},
		{"{doi: }", "", CodeWrongKind},
		{"{doi: ''}", "", CodeMissingKey},
		{"{doi: true}", "", CodeWrongKind},
		{"{doi: {a: b}}", "", CodeWrongKind},
		{"{doi: [[a]]}", "", CodeWrongKind},
		{"{doi: []}", "", ""},
		{"{DOI: 10.1/a, guid: b}", "guid:b", CodeBadID},
		{"{'a\\e[2J': b}", "", CodeBadID},
		{"{doi: a, doi: b}", "doi:a", CodeDuplicateKey},
		{"[doi]", "", CodeWrongKind},
		{"doi", "", CodeWrongKind},
	} {
		doc := parseSource(t, "external_ids: "+test.text)
		s := &doc.Briefing.Sources[0]
		if got := idsInWords(s.ExternalIDs); got != test.want || codesOf(doc) != test.problems {
			t.Errorf("%.60s: %.90q with problems %v, want %.90q with %q", test.text, got, doc.Problems, test.want, test.problems)
		}
		again, err := Parse(jsonOf(t, doc.Briefing), "x", nil)
		if err != nil || idsInWords(again.Briefing.Sources[0].ExternalIDs) != test.want {
			t.Errorf("%.60s: written and read again it is %v, %v", test.text, again.Briefing.Sources[0].ExternalIDs, err)
		}
	}
}

// TestMarkingAmongExternalIDs withholds an item with what may be a marking in the
// wrong place.
func TestMarkingAmongExternalIDs(t *testing.T) {
	for _, text := range []string{"{tlp: x}", "{TLP: CLEAR}", "{label: 'TLP:GREEN'}", "{<<: {tlp: RED}}"} {
		doc := parseSource(t, "external_ids: "+text)
		if got := doc.Briefing.Sources[0].TLP; got.Counted() != "RED" || got.Within("RED") {
			t.Errorf("%s: the marking is %q", text, got)
		}
		again, err := Parse(jsonOf(t, doc.Briefing), "x", nil)
		if err != nil || again.Briefing.Sources[0].TLP.Within("RED") {
			t.Errorf("%s: written and read again, the marking is %q", text, again.Briefing.Sources[0].TLP)
		}
	}
}

// TestManyExternalIDs: the work grows with their number.
func TestManyExternalIDs(t *testing.T) {
	var b strings.Builder
	b.WriteString("external_ids: {")
	for i := range 100_000 {
		fmt.Fprintf(&b, "s%d: [a, b], ", i)
	}
	doc := parseSource(t, b.String()+"}")
	if got := len(doc.Briefing.Sources[0].ExternalIDs); got != 200_000 || len(doc.Problems) > 0 {
		t.Errorf("%d ids, problems %v", got, doc.Problems)
	}
}

// TestDraft: what cannot be read counts as not reviewed.
func TestDraft(t *testing.T) {
	for _, test := range []struct {
		text     string
		want     bool
		problems string
	}{
		{"draft: true", true, ""},
		{"draft: false", false, ""},
		{"title: S", false, CodeDuplicateKey},
		{"draft: yes", true, CodeWrongKind},
		{"draft: 'false'", true, CodeWrongKind},
		{"draft:", true, CodeWrongKind},
		{"draft: [false]", true, CodeWrongKind},
		{"draft: false, draft: true", true, CodeDuplicateKey},
		{"draft: true, draft: false", true, CodeDuplicateKey},
	} {
		doc := parseSource(t, test.text)
		if got := doc.Briefing.Sources[0].Draft; got != test.want || codesOf(doc) != test.problems {
			t.Errorf("%s: %t with %v", test.text, got, doc.Problems)
		}
	}
}

// TestCoordinates reads places on the Earth, and what is written of them again.
func TestCoordinates(t *testing.T) {
	for _, test := range []struct{ text, want, problems string }{
		{"[56.95, 24.10]", "56.95, 24.10", ""},
		{"[-90, 180]", "-90, 180", ""},
		{"[0, -0.0]", "0, -0.0", ""},
		{"[90.0001, 0]", "", CodeBadValue},
		{"[0, -180.5]", "", CodeBadValue},
		{"[24.1, 956.95]", "", CodeBadValue},
		{"[.nan, 0]", "", CodeBadValue},
		{"[0, .inf]", "", CodeBadValue},
		{"[1e1, 0]", "", CodeBadValue},
		{"[0x10, 0]", "", CodeBadValue},
		{"['1', 2]", "", CodeWrongKind},
		{"[1]", "", CodeBadValue},
		{"[]", "", CodeBadValue},
		{"[1, 2, 3]", "", CodeBadValue},
		{"[[1], 2]", "", CodeWrongKind},
		{"[56,95, 24,1]", "", CodeBadValue},
		{"{lat: 1, lon: 2}", "", CodeWrongKind},
		{"1, 2", "", CodeWrongKind},
		{"", "", CodeWrongKind},
	} {
		doc, err := Parse([]byte(head+"events:\n- id: e\n  title: E\n  when: 2024\n  coordinates: "+test.text+"\n"), "x", nil)
		if err != nil {
			t.Fatalf("%s: %v", test.text, err)
		}
		got := coordinatesInWords(doc.Briefing)
		if got != test.want || codesOf(doc) != test.problems {
			t.Errorf("%s: %q with %v, want %q with %q", test.text, got, doc.Problems, test.want, test.problems)
		}
		again, err := Parse(jsonOf(t, doc.Briefing), "x", nil)
		if err != nil || coordinatesInWords(again.Briefing) != test.want {
			t.Errorf("%s: written and read again it is %q, %v", test.text, coordinatesInWords(again.Briefing), err)
		}
	}
}

func coordinatesInWords(b *briefing.Briefing) string {
	if at := b.Events[0].Coordinates; !at.IsZero() {
		return at.String()
	}
	return ""
}

// parseSource returns a briefing with one source, of which text has further keys in
// flow style.
func parseSource(t *testing.T, text string) *Document {
	t.Helper()
	doc, err := Parse([]byte(head+"sources: [{id: s, title: S, kind: book, "+text+"}]\n"), "x", nil)
	if err != nil {
		t.Fatalf("%.80s: %v", text, err)
	}
	return doc
}

func idsInWords(list []briefing.ExternalID) string {
	words := make([]string, len(list))
	for i, id := range list {
		words[i] = id.String()
	}
	return strings.Join(words, " ")
}

func codesOf(doc *Document) string {
	var codes []string
	for _, p := range doc.Problems {
		codes = append(codes, p.Code)
	}
	return strings.Join(codes, " ")
}
