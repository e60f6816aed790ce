package file

import (
	"bytes"
	"regexp"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

func TestTemplate(t *testing.T) {
	doc, err := Parse(Template(), "template", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Problems {
		t.Error(p)
	}
	for _, p := range briefing.NewIndex(doc.Briefing).PassagesIn("gazette") {
		if state := briefing.NewIndex(doc.Briefing).Anchor(p).State; state != quote.Exact {
			t.Errorf("%q is %s", p.Evidence.Quote, state)
		}
	}
	const modeline = "# yaml-language-server: $schema=./briefing.schema.json\n"
	if !bytes.HasPrefix(Template(), []byte(modeline)) {
		t.Errorf("the first line is not %s", modeline)
	}
	for noun, keys := range allKeys() {
		for _, key := range keys {
			used := regexp.MustCompile(`(?m)^[ #]*(- |# |\{)?` + key + `:`)
			if !used.Match(Template()) {
				t.Errorf("the template does not show %q of %s", key, noun)
			}
		}
	}
}

// allKeys returns the keys of every table, by the noun of the table.
func allKeys() map[string][]string {
	return map[string][]string{
		briefingTable.noun: briefingTable.keys(), judgmentTable.noun: judgmentTable.keys(), sourceTable.noun: sourceTable.keys(),
		actorTable.noun: actorTable.keys(), eventTable.noun: eventTable.keys(), whenTable.noun: whenTable.keys(),
		alternativeTable.noun: alternativeTable.keys(), participantTable.noun: participantTable.keys(),
		questionTable.noun: questionTable.keys(), claimTable.noun: claimTable.keys(), positionTable.noun: positionTable.keys(),
		evidenceTable.noun: evidenceTable.keys(),
	}
}
