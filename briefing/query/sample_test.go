package query

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/search"
	"sitrep/data"
)

const sample = `
format: briefing/1
id: sample
title: Sample
as_of: 2024-10-28
bottom_line: Talks go on, says [[mission]].
judgments:
  - {id: j-sent, text: "We judge that [[mission]] was right.", question: q-open, likelihood: likely, confidence: moderate, because: "So it is."}
  - {id: j-vote, text: We judge that the vote is held., likelihood: very unlikely, confidence: high, evidence: [{source: memo}]}
gaps:
  - What [[harbour]] intends.
sources:
  - id: agency
    title: Agency wire
    kind: article
    publisher: The Agency
    published: 2024-10-28
    reliability: B
    text: The envoy said the drones were sent. Others spoke of a summit.
  - {id: blog, title: A blog, kind: post, published: 2024-10-01, reliability: E, text: Something else.}
  - {id: mirror, title: Mirror of the blog, kind: post, published: 2024-09, origin: blog, status: retracted}
  - {id: memo, title: Memo, kind: document, publisher: The Agency, reliability: A}
  - {id: unused, title: Unused, kind: report}
actors:
  - {id: mission, name: The Mission, kind: organization, country: BE}
  - {id: envoy, name: Anna Envóy, kind: person, part_of: mission, aka: [the envoy]}
  - {id: harbour, name: Harbour State, kind: state, country: UA, evidence: [{source: agency, quote: Others spoke}]}
  - {id: speaker, name: Speaker, kind: person, part_of: harbour, country: UA}
  - {id: officials, name: Western officials, kind: unnamed}
events:
  - {id: e-old, title: An old event, when: 2023, actors: [harbour], tags: [supplies], evidence: [{source: blog, quote: Something else.}]}
  - {id: e-summit, title: A summit, when: 2024-10-20, certainty: established, actors: [mission, harbour], tags: [Big Talks], evidence: [{source: agency, quote: spoke of a summit}]}
  - {id: e-strike, title: An attack by drones, when: {date: 2024-10-22, alternatives: [{date: 2024-10-26}]}, certainty: alleged, actors: [harbour], tags: [supplies], evidence: [{source: mirror, quote: gone}]}
  - {id: e-vote, title: A vote, when: 2024-11-05, status: expected}
  - {id: e-soon, title: A visit, when: 2024-10/.., status: ongoing, actors: [officials]}
questions:
  - id: q-open
    text: Were drones sent?
    events: [e-strike]
    claims:
      - id: c-sent
        text: They were sent.
        positions:
          - {holder: envoy, stance: affirms, said: 2024-10-28, hedge: certain, quotation: direct, credibility: 2, evidence: [{source: agency, quote: the drones were sent}]}
          - {holder: speaker, stance: denies, said: 2024-10-25, credibility: 4, evidence: [{source: blog, quote: It is a lie.}]}
          - {holder: officials, stance: reports, via: mission, citing: [memo, envoy], credibility: 6, note: Off the record.}
      - {id: c-bare, text: Only parts were sent.}
  - id: q-old
    text: Was the first delivery in time?
    status: settled
    claims:
      - id: c-old
        text: It was in time.
        positions:
          - {holder: harbour, stance: affirms, said: 2023-05}
`

func newSample(tb testing.TB) *Filter {
	tb.Helper()
	return newFilter(tb, sample)
}

func newBuiltIn(tb testing.TB) *Filter {
	tb.Helper()
	return newFilter(tb, string(data.Briefing))
}

func newFilter(tb testing.TB, text string) *Filter {
	tb.Helper()
	d, err := file.Parse([]byte(text), "sample", nil)
	if err != nil {
		tb.Fatal(err)
	}
	for _, p := range d.Problems {
		if p.Severity == file.Error {
			tb.Fatal(p)
		}
	}
	return NewFilter(search.New(briefing.NewIndex(d.Briefing)))
}

func mustParse(tb testing.TB, expr string) Query {
	tb.Helper()
	q, err := Parse(expr)
	if err != nil {
		tb.Fatalf("%s: %v", expr, err)
	}
	return q
}

// keeps are the ids of what an expression keeps, in the order of the lists.
func keeps(tb testing.TB, f *Filter, expr string, of ...briefing.Kind) string {
	tb.Helper()
	s := f.Select(mustParse(tb, expr))
	var ids []string
	for _, ref := range f.searcher.Items() {
		wanted := len(of) == 0
		for _, kind := range of {
			wanted = wanted || kind == ref.Kind
		}
		if !wanted || !s.Keep(ref) {
			continue
		}
		switch ref.Kind {
		case briefing.KindBottomLine:
			ids = append(ids, "bottom-line")
		case briefing.KindGap:
			ids = append(ids, "gap-"+ref.ID)
		default:
			ids = append(ids, ref.ID)
		}
	}
	return strings.Join(ids, " ")
}
