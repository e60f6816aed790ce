package importer

import (
	"cmp"
	"strings"

	"sitrep/briefing"
)

// addReviews adds the ClaimReviews of a page: for each a question, the claim,
// and the positions on it.
func (p *page) addReviews(b *builder, source string) {
	for _, r := range p.data.reviews {
		claim := oneLine(p.data.text(r["claimReviewed"]))
		if claim == "" {
			b.lost.add("review without a claim")
			continue
		}
		reviewer := b.actor(p.actor(r["author"]))
		if reviewer == "" {
			b.lost.add("review without a reviewer")
			continue
		}
		text := claim
		if title := oneLine(cmp.Or(p.data.text(r["headline"]), p.data.text(r["name"]))); strings.HasSuffix(title, "?") {
			text = title
		}
		if b.hasQuestion(text) {
			continue
		}
		q := b.question(briefing.Question{Text: text})
		q.Claims = []briefing.Claim{{ID: b.id(claim, "claim"), Text: claim, Positions: p.positions(b, r, reviewer, source)}}
	}
}

func (b *builder) hasQuestion(text string) bool {
	for i := range b.made.Questions {
		if b.made.Questions[i].Text == text {
			return true
		}
	}
	if b.Into != nil {
		for i := range b.Into.Questions {
			if b.Into.Questions[i].Text == text {
				return true
			}
		}
	}
	return false
}

// positions returns the position of the reviewer and, if the review names the
// author of the claim, that of the author.
func (p *page) positions(b *builder, r map[string]any, reviewer, source string) []briefing.Position {
	evidence := []briefing.Evidence{{Source: source}}
	rating, _ := r["reviewRating"].(map[string]any)
	words := oneLine(cmp.Or(p.data.text(rating["alternateName"]), p.data.text(rating["name"])))
	out := []briefing.Position{{Holder: reviewer, Stance: stanceOf(words), Said: b.date(p.data.text(r["datePublished"])), Note: words, Evidence: evidence}}
	if rating["ratingValue"] != nil {
		b.lost.add("rating in numbers")
	}
	item, _ := r["itemReviewed"].(map[string]any)
	item = p.data.resolve(item)
	if item["appearance"] != nil || item["firstAppearance"] != nil {
		b.lost.add("place where a claim was made")
	}
	if author := b.actor(p.actor(item["author"])); author != "" && author != reviewer {
		out = append(out, briefing.Position{Holder: author, Stance: briefing.Affirms, Via: reviewer, Said: b.date(p.data.text(item["datePublished"])), Evidence: evidence})
	}
	return out
}

// actor returns the first author in v.
func (p *page) actor(v any) briefing.Actor {
	a := briefing.Actor{Name: oneLine(p.data.text(v))}
	all := list(v)
	if len(all) == 0 {
		return a
	}
	object, _ := all[0].(map[string]any)
	for t := range typesOf(p.data.resolve(object)) {
		switch {
		case t == "Person":
			a.Kind = briefing.ActorPerson
		case strings.HasSuffix(t, "Organization"):
			a.Kind = "organization"
		}
	}
	return a
}

// ratings are the words of ratings that clearly say which side the reviewer
// takes.
var ratings = map[string]briefing.Stance{
	"true": briefing.Affirms, "correct": briefing.Affirms, "accurate": briefing.Affirms, "verdadero": briefing.Affirms, "vrai": briefing.Affirms, "wahr": briefing.Affirms,
	"richtig": briefing.Affirms, "false": briefing.Denies, "untrue": briefing.Denies, "not true": briefing.Denies, "incorrect": briefing.Denies, "wrong": briefing.Denies,
	"inaccurate": briefing.Denies, "fake": briefing.Denies, "pants on fire": briefing.Denies, "falso": briefing.Denies, "faux": briefing.Denies, "falsch": briefing.Denies,
}

// doubts are words of ratings that question a claim without denying it.
var doubts = []string{
	"mislead", "unproven", "unverified", "unsupported", "unsubstantiated", "no evidence", "lacks evidence", "missing context", "lacks context", "needs context",
	"out of context", "mixture", "half true", "half-true", "partly", "partially", "mostly", "disputed", "exaggerat", "distort",
}

// stanceOf returns the stance that a rating expresses. A rating that is not
// clear only reports.
func stanceOf(words string) briefing.Stance {
	key := strings.Trim(nameKey(words), " .!")
	stance, isPlain := ratings[key]
	switch {
	case isPlain:
		return stance
	case containsAny(key, doubts):
		return briefing.Questions
	}
	return briefing.Reports
}
