package query

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"sitrep/briefing"
)

// definitions returns the names of the language, in the order of the help.
var definitions = sync.OnceValue(func() []definition {
	return slices.Concat(whoDefinitions(), whenDefinitions(), positionDefinitions(), gradeDefinitions(), notebookDefinitions())
})

// Fields returns the names that a term can begin with, in the order of the
// help.
func Fields() []Field {
	return briefing.Map(definitions(), func(d definition) Field { return d.Field })
}

func whoDefinitions() []definition {
	return []definition{
		{
			Field: Field{Name: "actor", Wants: "id or name of an actor", Example: "nato",
				Keeps: "the actor and its parts, what they take part in, what they say, and where they are named"},
			mark: namesActor.mark, facets: namesActor.facets, asks: asksActors, checkValue: mustName("actor", briefing.KindActor),
		}, {
			Field: Field{Name: "kind", Values: slices.Concat(valuesOf(briefing.ActorKinds), valuesOf(briefing.SourceKinds)), Example: "person",
				Wants: "kind of actor or source", Keeps: "actors or sources of that kind, what they take part in or say, and what cites them"},
			mark: markKind, asks: asksByKind,
		}, {
			Field: Field{Name: "country", Wants: "two-letter code", Example: "UA",
				Keeps: "actors of that country, what they do and say, and events in it"},
			mark: markCountry, facets: ofLabels((*Filter).countries), asks: asksActors, checkValue: unknownCountry,
		}, {
			Field: Field{Name: "source", Wants: "id, title or publisher of a source", Example: "ap",
				Keeps: "the source and its copies, and what cites them"},
			mark: namesSource.mark, facets: namesSource.facets, asks: asksSources, checkValue: mustName("source", briefing.KindSource),
		}, {
			Field: Field{Name: "via", Wants: "id or name of an actor", Example: "european-officials",
				Keeps: "positions that are known through the actor or its parts"},
			mark: namesVia.mark, facets: namesVia.facets, asks: asksNone, checkValue: mustName("actor", briefing.KindActor),
		}, {
			Field: Field{Name: "citing", Wants: "id or name of an actor or source", Example: "ukrainian-intelligence",
				Keeps: "positions whose holder names it as a basis"},
			mark: namesBasis.mark, facets: namesBasis.facets, asks: asksNone, checkValue: mustName("actor or source", briefing.KindActor, briefing.KindSource),
		}, {
			Field: Field{Name: idName, Wants: "id of an item, or its id in another system: doi:10.1000/182, doi:*", Example: "nato",
				Keeps: "the item, what it consists of, who that is about and what it cites"},
			mark: markID, facets: ofLabels((*Filter).identifiers), anyRest: true, asks: asksNone, checkValue: unknownID,
		},
	}
}

func whenDefinitions() []definition {
	const wants = "date"
	return []definition{
		{
			Field: Field{Name: sinceName, Wants: wants, Example: "2024-10",
				Keeps: "what can have happened, been said or come out then or later"},
			dated: true, singleValue: true, mark: markDate, asks: asksSources,
		}, {
			Field: Field{Name: untilName, Wants: wants, Example: "2024-10-28",
				Keeps: "what can have happened, been said or come out then or earlier"},
			dated: true, singleValue: true, mark: markDate, asks: asksSources,
		}, {
			Field: Field{Name: "date", Wants: wants, Example: "2024-10-28",
				Keeps: "what can have happened, been said or come out then"},
			dated: true, mark: markDate, asks: asksSources,
		}, {
			Field: Field{Name: "status", Example: "expected", Wants: "status of an event, source or question",
				Values: slices.Concat(valuesOf(briefing.EventStatuses), valuesOf(briefing.SourceStatuses), valuesOf(briefing.QuestionStatuses)),
				Keeps:  "events, questions or sources of that status, and what cites such sources"},
			mark: markStatus, asks: asksByStatus,
		}, {
			Field: Field{Name: "certainty", Values: valuesOf(briefing.Certainties), Wants: "how firmly an event stands", Example: "alleged",
				Keeps: "events of that certainty"},
			mark: ofEvents(func(e *briefing.Event) int { return briefing.Certainties.Rank(e.Certainty) }), asks: asksNone,
		}, {
			Field: Field{Name: "tag", Wants: "tag of an item; circl:* is any that begins so", Example: "troops",
				Keeps: "items with that tag, who they are about and what they cite"},
			mark: markTag, facets: ofLabels((*Filter).tagged), anyRest: true, asks: asksNone, checkValue: unknownTag,
		},
	}
}

func positionDefinitions() []definition {
	return []definition{
		{
			Field: Field{Name: "stance", Values: valuesOf(briefing.Stances), Wants: "stance of a position", Example: "denies",
				Keeps: "positions with that stance, and their claims and questions"},
			mark: ofPositions(func(p *briefing.Position) int { return briefing.Stances.Rank(p.Stance) }), asks: asksNone,
		}, {
			Field: Field{Name: "hedge", Values: valuesOf(briefing.Hedges), Wants: "how sure the holder sounded", Example: "possible",
				Keeps: "positions that were put like that"},
			mark: ofPositions(func(p *briefing.Position) int { return briefing.Hedges.Rank(p.Hedge) }), asks: asksNone,
		}, {
			Field: Field{Name: "quotation", Values: valuesOf(briefing.Quotations), Wants: "how the words reached the source", Example: "direct",
				Keeps: "positions that were quoted like that"},
			mark: ofPositions(func(p *briefing.Position) int { return briefing.Quotations.Rank(p.Quotation) }), asks: asksNone,
		}, {
			Field: Field{Name: "flag", Values: valuesOf(briefing.Flags), Wants: "flag of a claim", Example: "single-origin",
				Keeps: "claims with that flag, which is worked out, and the positions on them"},
			mark: markFlag, asks: asksNone,
		}, {
			Field:   Field{Name: "contested", Wants: "nothing", Keeps: "questions in which positions pull apart, their claims, and judgments on them"},
			noValue: true, mark: markContested, asks: asksNone,
		}, {
			Field: Field{Name: "quote", Values: quoteValues(), Wants: "whether quoted words stand in the source", Example: "missing",
				Keeps: "what quotes words of that state, and the sources of the words"},
			mark: markQuote, asks: asksSources,
		},
	}
}

func gradeDefinitions() []definition {
	return []definition{
		{
			Field: Field{Name: "reliability", Values: valuesOf(briefing.Reliabilities), Compares: true, Wants: "grade of a source, A to F", Example: "<C",
				Keeps: "sources of that grade and what cites them; <C is A and B, the letters before C; F is compared with nothing"},
			mark: markReliability, asks: asksSources, ordered: len(briefing.Reliabilities) - 1,
		}, {
			Field: Field{Name: "credibility", Values: credibilityValues(), Compares: true, Wants: "grade of a report, 1 to 6", Example: "<=2",
				Keeps: "positions of that grade; <3 is 1 and 2; 6 is compared with nothing"},
			mark: ofPositions(func(p *briefing.Position) int { return p.Credibility - 1 }), asks: asksNone, ordered: len(briefing.Credibilities) - 1,
		}, {
			Field: Field{Name: "likelihood", Values: valuesOf(briefing.Likelihoods), Compares: true, Wants: "likelihood of a judgment", Example: ">=likely",
				Keeps: "judgments of that likelihood"},
			mark: ofJudgments(func(j *briefing.Judgment) int { return briefing.Likelihoods.Rank(j.Likelihood) }), asks: asksNone, ordered: len(briefing.Likelihoods),
		}, {
			Field: Field{Name: "confidence", Values: valuesOf(briefing.Confidences), Compares: true, Wants: "confidence of a judgment", Example: "<high",
				Keeps: "judgments of that confidence"},
			mark: ofJudgments(func(j *briefing.Judgment) int { return briefing.Confidences.Rank(j.Confidence) }), asks: asksNone, ordered: len(briefing.Confidences), descending: true,
		}, {
			Field: Field{Name: "tlp", Values: valuesOf(briefing.TLPs), Compares: true, Wants: "marking, CLEAR to RED", Example: ">=AMBER",
				Keeps: "what is marked so, by itself or by what it stands in; what cannot be read is RED"},
			mark: markTLP, asks: asksNone, ordered: len(briefing.TLPs),
		},
	}
}

// valuesOf returns the values of a scale, with hyphens instead of spaces so
// that they need no quotes.
func valuesOf[T ~string](s briefing.Scale[T]) []Value {
	return briefing.Map(s, func(t briefing.Term[T]) Value {
		return Value{Text: strings.ReplaceAll(string(t.Value), " ", "-"), Meaning: t.Label}
	})
}

func credibilityValues() []Value {
	out := make([]Value, len(briefing.Credibilities))
	for i, label := range briefing.Credibilities {
		out[i] = Value{strconv.Itoa(i + 1), label}
	}
	return out
}

func definitionOf(name string) *definition {
	list := definitions()
	for i := range list {
		if list[i].Name == name {
			return &list[i]
		}
	}
	return nil
}

func fieldNames() []string {
	return briefing.Map(definitions(), func(d definition) string { return d.Name })
}
