package export_test

import (
	"reflect"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

func edtfDate(t testing.TB, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// everyField returns a briefing that uses every field of the format, with dates
// of every kind, every stance, and quotes in every state.
func everyField(t testing.TB) *briefing.Briefing {
	date := func(text string) edtf.Date { return edtfDate(t, text) }
	return &briefing.Briefing{
		ID: "harbour", Title: "The harbour <closure> & \"after\"", AsOf: date("2024-10-28T18:00Z"), Issued: date("2024-10-29"),
		Version: 3, Language: "en", Authors: []string{"Ana Lind", "Desk Two"}, TLP: "AMBER+STRICT",
		BottomLine: "The [[closing|harbour]] is shut. Nobody says why.",
		Judgments: []briefing.Judgment{{
			ID: "j-open", Text: "We judge that [[closing|it]] will open again.", Likelihood: "likely", Confidence: "moderate", Common: common("RED"),
			Because: "Two [[harbour-office|offices]] say so.", Question: "why",
			Evidence: []briefing.Evidence{{Source: "gazette", Quote: "open again [...] in spring", Prefix: "will", Suffix: "of", Locator: "p. 2", Note: "Second page."}},
		}},
		Gaps:      []string{"Who gave the [[closing|order]].", "How long it lasts."},
		Sources:   everySource(date),
		Actors:    everyActor(),
		Events:    everyEvent(date),
		Questions: everyQuestion(date),
	}
}

// common returns values for the common keys, with a marking.
func common(marking briefing.TLP) briefing.Common {
	return briefing.Common{
		ExternalIDs: []briefing.ExternalID{{System: "doi", ID: "10.1000/<" + string(marking) + ">"}, {System: "wikidata", ID: "Q1"}, {System: "wikidata", ID: "Q2"}},
		Tags:        []string{"circl:topic=\"harbour\"", "=trade"}, Draft: true, TLP: marking,
	}
}

const gazetteText = "The harbour was closed on Monday.\n\nIt will open again, the office said, in spring of 2025. It was closed. It was closed."

func everySource(date func(string) edtf.Date) []briefing.Source {
	sources := []briefing.Source{{
		ID: "gazette", Title: "Harbour closed", Kind: "article",
		Publication: briefing.Publication{
			Publisher: "The Gazette", Authors: []string{"B. Reporter", "C. Writer"}, Place: "Port", Published: date("2024-10-28?"),
			Accessed: date("2024-10-29T07:30+02:00"), URL: "https://example.org/harbour?id=1", ArchiveURL: "https://archive.example.net/1",
			Language: "en", Credit: "Photo: E. Eye <desk>",
		},
		Grade: briefing.Grade{Reliability: "B", Note: "Local paper."}, Status: "corrected", Text: gazetteText, TextKind: "original",
	}, {
		ID: "wire", Title: "Copy of the report", Kind: "press-release", Origin: "gazette", Status: "retracted", Common: common("RED"),
		Grade: briefing.Grade{Reliability: "F"}, Text: "In short: closed.", TextKind: "digest",
		Publication: briefing.Publication{Publisher: "Wire", Published: date("2024-06/2024-08")},
	}}
	for i, kind := range briefing.SourceKinds.Values() {
		published := []string{"2024", "-0043", "2024-21", "[2024-01,2024-03]", "202X", "2024-06-XX", "2022~/..", "2024-10-28T09:05:30Z", "..", "0000"}[i%10]
		if published == ".." {
			published = "../2024"
		}
		sources = append(sources, briefing.Source{
			ID: "kind-" + kind, Title: "Source of kind " + kind, Kind: briefing.SourceKind(kind), Status: "current",
			Grade:       briefing.Grade{Reliability: "C"},
			Publication: briefing.Publication{Publisher: "P", Published: date(published)},
		})
	}
	return sources
}

func everyActor() []briefing.Actor {
	return []briefing.Actor{
		{ID: "norland", Name: "Norland", Kind: "state", Country: "NO", Aka: []string{"The North", "NL"}, Summary: "A [[norland|state]]."},
		{ID: "harbour-office", Name: "Harbour Office", Kind: "organization", PartOf: "norland", Role: "runs the harbour",
			Evidence: []briefing.Evidence{{Source: "gazette", Quote: "the office said"}}},
		{ID: "ek", Name: "Eva Ek", Kind: "person", PartOf: "harbour-office", Role: "Harbour master"},
		{ID: "crews", Name: "Ship crews", Kind: "group", Common: common("AMBER"), PartOf: "norland"},
		{ID: "officials", Name: "Port officials", Kind: "unnamed", PartOf: "harbour-office"},
	}
}

func everyEvent(date func(string) edtf.Date) []briefing.Event {
	events := []briefing.Event{{
		ID: "closing", Title: "Harbour closes", Status: "occurred", Certainty: "established", Place: "Port", Country: "NO", Coordinates: briefing.Coordinates{Latitude: "-59.9", Longitude: "10.75"},
		When: briefing.When{Date: date("2024-10-28T06:00Z"), Said: "Monday", Note: "By the calendar.", Alternatives: []briefing.Alternative{
			{Date: date("2024-10-27~"), Note: "The crews say so.", Evidence: []briefing.Evidence{{Source: "wire", Quote: "not in it"}}},
		}},
		Summary:  "The [[harbour-office|office]] shuts it.\n\nNo ship leaves.",
		Actors:   []briefing.Participant{{Actor: "harbour-office", Role: "closes"}, {Actor: "crews"}, {Actor: "harbour-office", Role: "explains"}},
		Evidence: []briefing.Evidence{{Source: "gazette", Quote: "closed on Monday"}, {Source: "wire"}},
		Common:   briefing.Common{TLP: "RED", Tags: []string{"port & <b>quay</b>", "trade"}, ExternalIDs: []briefing.ExternalID{{System: "misp", ID: "a;b,c"}}},
	}}
	statuses, certainties := briefing.EventStatuses.Values(), briefing.Certainties.Values()
	for i, when := range []string{
		"2024", "2024-10", "2024-10-28", "2024-10-28T06:05:07Z", "2024-24", "2024-33", "202X", "20XX", "2024-XX", "2024-10-XX",
		"2022~/..", "2024-06/", "../2024-06", "2024-06/2024-08-12", "[..2024-10-28]", "[2024-11-05..]", "[2024-01,2024-03]", "{2023,2024}",
		"-0043", "0000", "2024-?10-28", "XXXX",
	} {
		events = append(events, briefing.Event{
			ID: "event-" + string(rune('a'+i)), Title: "Event of " + when, When: briefing.When{Date: date(when)},
			Status: briefing.EventStatus(statuses[i%len(statuses)]), Certainty: briefing.Certainty(certainties[i%len(certainties)]),
		})
	}
	return events
}

func everyQuestion(date func(string) edtf.Date) []briefing.Question {
	positions := []briefing.Position{{
		Holder: "ek", Stance: "affirms", Said: date("2024-10-28"), Via: "officials", Citing: []string{"harbour-office", "gazette"},
		Hedge: "probable", Quotation: "direct", Credibility: 3, Note: "She is sure.", Common: common("RED"),
		Evidence: []briefing.Evidence{{Source: "gazette", Quote: "It was closed.", Note: "Twice."}, {Source: "kind-post", Quote: "no text to check"}},
	}}
	for _, stance := range briefing.Stances.Values()[1:] {
		positions = append(positions, briefing.Position{Holder: "crews", Stance: briefing.Stance(stance)})
	}
	return []briefing.Question{
		{ID: "why", Text: "Why was it closed?", Summary: "The [[ek|master]] and the crews differ.", Status: "open", Events: []string{"closing", "event-a"},
			Claims: []briefing.Claim{{ID: "storm", Text: "A storm is coming.", Positions: positions, Figure: briefing.Figure{Value: "1040.5", Unit: "crews", Approximate: true}},
				{ID: "empty", Text: "Nobody says this.", Common: common("RED"), Figure: briefing.Figure{Low: "3", High: "12", Unit: "crews"}}}},
		{ID: "settled", Text: "Is it closed?", Common: common("GREEN"), Status: "settled"},
	}
}

func TestEveryFieldIsUsed(t *testing.T) {
	used := map[string]bool{}
	var walk func(name string, v reflect.Value)
	walk = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				walk(name, v.Index(i))
			}
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[edtf.Date]() {
				break
			}
			for i := range v.NumField() {
				walk(v.Type().Name()+"."+v.Type().Field(i).Name, v.Field(i))
			}
		}
		used[name] = used[name] || !v.IsZero()
	}
	walk("Briefing", reflect.ValueOf(*everyField(t)))
	for name, ok := range used {
		if !ok && !strings.HasSuffix(name, ".Pos") && !strings.HasPrefix(name, "Pos.") && name != "Common.MadeID" && name != "Position.Number" { // these are not content
			t.Errorf("%s is not used", name)
		}
	}
}
