package diff_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/diff"
)

const withoutIDs = `format: briefing/1
id: harbour
title: Harbour
as_of: 2024-06-12
judgments:
  - text: The port will stay closed until the end of the summer.
actors:
  - {id: port, name: Port, kind: organization}
sources:
  - {id: gazette, title: Gazette, kind: article}
events:
  - {title: Bridge closed, when: 2024-06-01}
  - {title: Bridge closed, when: 2024-06-03}
  - {title: Shelling of the grain silos, when: 2024-06-04, evidence: [{source: gazette, quote: They were hit.}]}
  - {title: Ship leaves the harbour with grain for Egypt, when: 2024-06-05}
  - {title: 港口因罢工而关闭, when: 2024-06-06}
  - {id: inspection, title: Bridge inspected by the port, when: 2024-06-07}
questions:
  - text: Who closed the bridge in June?
    events: [shelling-of-the-grain-silos]
    claims:
      - text: The port closed it for an inspection.
        positions: [{holder: port, stance: affirms}]
`

// renamings change the texts that ids are made of.
var renamings = []struct {
	name string
	edit []string // old and new text, in turn
	want string
}{
	{"a word added", []string{"Ship leaves the harbour", "Ship leaves the old harbour"},
		`timeline changed event ship-leaves-the-old-harbour-with-grain-for-egypt, was ship-leaves-the-harbour-with-grain-for-egypt
  Title: Ship leaves the harbour with grain for Egypt | Ship leaves the old harbour with grain for Egypt`},
	{"a judgment", []string{"the end of the summer", "the end of the year"},
		`brief changed judgment the-port-will-stay-closed-until-the-end-of-the
  Text: The port will stay closed until the end of the summer. | The port will stay closed until the end of the year.`},
	{"a date", []string{"2024-06-05", "2024-06-15"}, `timeline changed event ship-leaves-the-harbour-with-grain-for-egypt
  When: 5 June 2024 | 15 June 2024`},
	{"a word and the date", []string{"Ship leaves the harbour", "Ship leaves the old harbour", "2024-06-05", "2024-06-15"},
		`timeline changed event ship-leaves-the-old-harbour-with-grain-for-egypt, was ship-leaves-the-harbour-with-grain-for-egypt
  Title: Ship leaves the harbour with grain for Egypt | Ship leaves the old harbour with grain for Egypt
  When: 5 June 2024 | 15 June 2024`},
	{"half of the words, with the same day and quote", []string{"shelling-of-the", "strike-on-the", "Shelling of the grain silos", "Strike on the grain silos"},
		`timeline changed event strike-on-the-grain-silos, was shelling-of-the-grain-silos
  Title: Shelling of the grain silos | Strike on the grain silos`},
	{"half of the words, with another quote", []string{"shelling-of-the", "strike-on-the", "Shelling of the grain silos", "Strike on the grain silos", "They were hit.", "They burned."},
		`claims changed question who-closed-the-bridge-in-june
  Events: Shelling of the grain silos | Strike on the grain silos
timeline added event strike-on-the-grain-silos
timeline gone event shelling-of-the-grain-silos`},
	{"without spaces between words", []string{"港口因罢工而关闭", "港口因罢工而全面关闭"},
		`timeline changed event EVENT, was EVENT
  Title: 港口因罢工而关闭 | 港口因罢工而全面关闭`},
	{"two alike swapped", []string{"when: 2024-06-01", "when: X", "when: 2024-06-03", "when: 2024-06-01", "when: X", "when: 2024-06-03"}, ``},
	{"the first of two alike gone", []string{"  - {title: Bridge closed, when: 2024-06-01}\n", ""}, `timeline gone event bridge-closed`},
	{"one more that is alike", []string{"events:\n", "events:\n  - {title: Bridge closed, when: 2024-05-01}\n"}, `timeline added event bridge-closed`},
	{"one split into two", []string{"Ship leaves the harbour with grain for Egypt, when: 2024-06-05}", "Ship leaves the harbour, when: 2024-06-05}\n  - {title: Grain for Egypt is sold, when: 2024-06-05}"},
		`timeline added event grain-for-egypt-is-sold
timeline added event ship-leaves-the-harbour
timeline gone event ship-leaves-the-harbour-with-grain-for-egypt`},
	{"all in other words", []string{"Shelling of the grain silos", "Explosions", "Ship leaves the harbour with grain for Egypt", "Vessel departs",
		"shelling-of-the-grain-silos", "explosions", "港口因罢工而关闭", "Strike", "Bridge closed", "No way across"},
		`claims changed question who-closed-the-bridge-in-june
  Events: Shelling of the grain silos | Explosions
timeline added event explosions
timeline added event no-way-across
timeline added event no-way-across-2
timeline added event strike
timeline added event vessel-departs
timeline gone event EVENT
timeline gone event bridge-closed
timeline gone event bridge-closed-2
timeline gone event shelling-of-the-grain-silos
timeline gone event ship-leaves-the-harbour-with-grain-for-egypt`},
	{"a question and its claim", []string{"Who closed the bridge in June?", "Who closed the old bridge in June?", "closed it for an inspection", "closed it for a long inspection"},
		`claims changed claim the-port-closed-it-for-a-long-inspection, was the-port-closed-it-for-an-inspection
  Text: The port closed it for an inspection. | The port closed it for a long inspection.
claims changed question who-closed-the-old-bridge-in-june, was who-closed-the-bridge-in-june
  Text: Who closed the bridge in June? | Who closed the old bridge in June?`},
	{"a position on a claim in other words", []string{"closed it for an inspection", "closed it for a long inspection", "stance: affirms", "stance: denies"},
		`claims changed claim the-port-closed-it-for-a-long-inspection, was the-port-closed-it-for-an-inspection
  Text: The port closed it for an inspection. | The port closed it for a long inspection.
  Origins: Port | , computed
  Flags: single-origin (all that supports it goes back to one origin), uncorroborated (nobody but its first holder affirms it), one-sided (no other position is reported) | , computed
claims changed position the-port-closed-it-for-a-long-inspection/port, was the-port-closed-it-for-an-inspection/port
  Stance: affirms | denies`},
	{"an id by hand", []string{"id: inspection, title: Bridge inspected by the port", "id: inspected, title: Bridge inspected by the port"},
		`timeline added event inspected
timeline gone event inspection`},
	{"an id by hand for one that was made", []string{"{title: Ship leaves the harbour", "{id: ship, title: Ship leaves the harbour"},
		`timeline added event ship
timeline gone event ship-leaves-the-harbour-with-grain-for-egypt`},
	{"the made id written out", []string{"{title: Ship leaves the harbour", "{id: ship-leaves-the-harbour-with-grain-for-egypt, title: Ship leaves the harbour"}, ``},
}

func TestMadeIDs(t *testing.T) {
	for _, c := range renamings {
		t.Run(c.name, func(t *testing.T) {
			after := withoutIDs
			for i := 0; i < len(c.edit); i += 2 {
				if !strings.Contains(after, c.edit[i]) {
					t.Fatalf("no %q", c.edit[i])
				}
				after = strings.ReplaceAll(after, c.edit[i], c.edit[i+1])
			}
			got := withoutNew(listedWithOld(diff.Compare(index(t, withoutIDs), index(t, after))))
			want := sorted(c.want)
			if sorted(got) != want {
				t.Errorf("got\n%s\nwant\n%s", sorted(got), want)
			}
		})
	}
}

// withoutNew leaves out the facts of new items.
func withoutNew(list string) string {
	var out []string
	added := false
	for line := range strings.SplitSeq(list, "\n") {
		if !strings.HasPrefix(line, "  ") {
			added = strings.Contains(line, " added ")
		}
		if !added || !strings.HasPrefix(line, "  ") {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// listedWithOld is a report as lines, with the ids that items had. Ids that are
// numbers are EVENT.
func listedWithOld(r *diff.Report) string {
	out := listed(r)
	r.Each(func(_ briefing.Part, i diff.Item) {
		if i.Was != "" {
			line := i.Ref.Kind.String() + " " + i.Ref.ID
			out = strings.Replace(out+"\n", line+"\n", line+", was "+i.Was+"\n", 1)
		}
	})
	return madeOfNumbers.ReplaceAllString(strings.TrimRight(out, "\n"), "EVENT")
}

// TestManyMadeIDs compares many items without ids, of which each is in other words,
// has other words that many have, or has swapped places with another.
func TestManyMadeIDs(t *testing.T) {
	const n = 20_000
	events := func(title func(i int) string) *briefing.Index {
		var b strings.Builder
		b.WriteString(`{"format":"briefing/1","id":"w","title":"W","as_of":"2024-06-01","events":[`)
		for i := range n {
			if i > 0 {
				b.WriteString(",")
			}
			fmt.Fprintf(&b, `{"title":%q,"when":"2024-01-01"}`, title(i))
		}
		b.WriteString("]}")
		return index(t, b.String())
	}
	before := func(i int) string { return fmt.Sprintf("the harbour of town %d is closed", i) }
	for _, c := range []struct {
		name   string
		before func(i int) string
		after  func(i int) string
		want   diff.Counts
	}{
		{"none", before, before, diff.Counts{}},
		{"a word more", before, func(i int) string { return "now " + before(i) }, diff.Counts{Changed: n}},
		{"in other words", before, func(i int) string { return fmt.Sprintf("port x%d shut", i) }, diff.Counts{Added: n, Gone: n}},
		{"in reverse", before, func(i int) string { return before(n - 1 - i) }, diff.Counts{}},
		{"all the same text", func(int) string { return "closed" }, func(int) string { return "closed" }, diff.Counts{}},
		{"all the same other text", func(int) string { return "the port is closed" }, func(int) string { return "the port is closed now" }, diff.Counts{Added: n, Gone: n}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := diff.Compare(events(c.before), events(c.after)).Count(); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

var madeOfNumbers = regexp.MustCompile(`event-[0-9a-f]{8}`)
