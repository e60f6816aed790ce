package file

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing"
	"sitrep/briefing/sample"
)

// TestRedact marks each item in turn: not a word of it stays, not even its id,
// and every other word does.
func TestRedact(t *testing.T) {
	k := sample.NewEveryKey(t, WriteSchema)
	if len(k.Items) < 20 {
		t.Errorf("only %d items", len(k.Items))
	}
	for _, item := range k.Items {
		t.Run(item.Noun+" "+item.ID, func(t *testing.T) { testRedact(t, k, item) })
	}
}

func testRedact(t *testing.T, k *sample.EveryKey, item *sample.MarkedItem) {
	doc, err := Parse(k.File(item), "x", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	before := string(jsonOf(t, doc.Briefing))
	redacted, err := doc.Redact("GREEN")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, string(jsonOf(t, doc.Briefing))); diff != "" {
		t.Errorf("the briefing itself has changed:\n%s", diff)
	}
	checkRoundTrip(t, redacted.Briefing)
	got := string(jsonOf(t, redacted.Briefing))
	gone := 0
	for _, word := range regexp.MustCompile("zq[a-z0-9]*x").FindAllString(before, -1) {
		withheld := slices.Contains(item.Words, word)
		if strings.Contains(got, word) == withheld {
			t.Errorf("%s is there: %t", word, !withheld)
		}
		if withheld {
			gone++
		}
	}
	if gone == 0 || redacted.Withheld.String() == "" {
		t.Errorf("nothing is withheld: %s", redacted.Withheld)
	}
}

// TestRedactNothing has a document stay the same where there is no limit, or
// nothing above it, and nothing shown where the briefing itself is above it.
func TestRedactNothing(t *testing.T) {
	doc, err := Parse(sample.NewEveryKey(t, WriteSchema).File(), "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	if same, err := doc.Redact(""); err != nil || same != doc {
		t.Errorf("without a limit it is another document, %v", err)
	}
	whole, err := doc.Redact("GREEN")
	if err != nil || whole.Withheld.String() != "" || !bytes.Equal(jsonOf(t, doc.Briefing), jsonOf(t, whole.Briefing)) {
		t.Errorf("something is withheld: %v, %v", whole.Withheld, err)
	}
	for _, label := range []briefing.TLP{"", "AMBER", "RED", "eyes only"} {
		doc.Briefing.TLP = label
		if shown, err := doc.Redact("GREEN"); err == nil || shown != nil || strings.Contains(err.Error(), "eyes") {
			t.Errorf("%q: %v", label, err)
		}
	}
}

// TestRedactBroken has no words of what was left out when the file was read in
// the problems, whatever it was marked.
func TestRedactBroken(t *testing.T) {
	doc, err := Parse(head+"tlp: GREEN\nbottom_line: See [[secret]], [[secret|it]].\nsecretkey: 1\n"+
		"events: [{id: secret, title: Secret, when: secretdate, tlp: RED}]\n", "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	doc, err = doc.Redact("GREEN")
	if err != nil || len(doc.Problems) < 3 {
		t.Fatal(doc.Problems, err)
	}
	for _, p := range doc.Problems {
		if text := p.String() + p.Hint + p.Item; strings.Contains(text, "secret") || p.Hint == "" || p.Message == "" {
			t.Error(text)
		}
	}
	if got := doc.Briefing.BottomLine; got != "See withheld, it." {
		t.Error(got)
	}
}

// TestPortions has an item be as high as what it stands in, and a quote as its
// source.
func TestPortions(t *testing.T) {
	doc, err := Parse(head+`tlp: GREEN
sources: [{id: ap, title: AP, kind: article, tlp: RED}, {id: bp, title: BP, kind: article}]
actors: [{id: mayor, name: M, kind: person, tlp: AMBER}, {id: clerk, name: C, kind: person, tlp: CLEAR}]
questions:
  - {id: q, text: Q, tlp: AMBER, claims: [{id: c, text: C, tlp: GREEN, positions: [{holder: clerk, stance: denies, tlp: RED}]}]}
  - {id: r, text: R, claims: [{id: d, text: D, positions: [{holder: mayor, stance: denies, evidence: [ap: x, bp: x]}, {holder: clerk, stance: affirms}]}]}
`, "x", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	x := doc.Index()
	for id, want := range map[string]string{
		"ap": "(TLP:RED)", "bp": "", "mayor": "(TLP:AMBER)", "clerk": "(TLP:CLEAR)", "q": "(TLP:AMBER)", "c": "(TLP:AMBER)",
		"c/clerk": "(TLP:RED)", "r": "", "d": "", "d/mayor": "(TLP:AMBER)", "d/clerk": "",
	} {
		ref, _ := x.Lookup(id)
		if got := x.Portion(ref); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	position, _ := x.Lookup("d/mayor")
	for i, want := range []briefing.TLP{"RED", "AMBER"} {
		if got := x.QuoteTLP(position, x.Citations(position)[i]); got != want {
			t.Errorf("quote %d: %s", i, got)
		}
	}
	if got := x.Banner(); got != "RED" {
		t.Errorf("banner %s", got)
	}
}
