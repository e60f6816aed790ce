// Package sample makes large briefings for tests and benchmarks: always the
// same for the same number of items, with references that hold and quotes that
// stand in their sources. It knows the format only as text, so that tests of
// every package can use it, and it is never part of the program.
package sample

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// Full is the number of items of a large briefing: events and claims, with
// three positions on each claim, 2,000 actors, and 2,000 sources with 10 MB of
// text.
const Full = 20_000

// Sizes are the numbers of items at which the growth of a cost is measured.
var Sizes = []int{Full / 10, Full / 2, Full}

// Briefing is the shape of a file without any meaning: what a plain decoder of
// JSON makes of it.
type Briefing struct {
	Format     string     `json:"format"`
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	AsOf       string     `json:"as_of"`
	Version    int        `json:"version"`
	TLP        string     `json:"tlp,omitempty"`
	BottomLine string     `json:"bottom_line"`
	Judgments  []Judgment `json:"judgments"`
	Gaps       []string   `json:"gaps"`
	Sources    []Source   `json:"sources"`
	Actors     []Actor    `json:"actors"`
	Events     []Event    `json:"events"`
	Questions  []Question `json:"questions"`
}

// The parts of a Briefing.
type (
	Judgment struct {
		ID         string     `json:"id"`
		Text       string     `json:"text"`
		Likelihood string     `json:"likelihood,omitempty"`
		Confidence string     `json:"confidence,omitempty"`
		Because    string     `json:"because,omitempty"`
		Question   string     `json:"question,omitempty"`
		Evidence   []Evidence `json:"evidence"`
	}
	Source struct {
		ID          string `json:"id"`
		Title       string `json:"title"`
		Kind        string `json:"kind"`
		Publisher   string `json:"publisher"`
		Published   string `json:"published"`
		URL         string `json:"url"`
		Reliability string `json:"reliability"`
		Origin      string `json:"origin,omitempty"`
		Text        string `json:"text,omitempty"`

		ExternalIDs map[string]string `json:"external_ids,omitempty"`
	}
	Actor struct {
		ID       string     `json:"id"`
		Name     string     `json:"name"`
		Kind     string     `json:"kind"`
		Aka      []string   `json:"aka,omitempty"`
		Role     string     `json:"role"`
		PartOf   string     `json:"part_of,omitempty"`
		Country  string     `json:"country"`
		Summary  string     `json:"summary"`
		Evidence []Evidence `json:"evidence"`

		ExternalIDs map[string]string `json:"external_ids,omitempty"`
	}
	Event struct {
		ID        string        `json:"id"`
		Title     string        `json:"title"`
		When      When          `json:"when"`
		Status    string        `json:"status,omitempty"`
		Certainty string        `json:"certainty,omitempty"`
		Summary   string        `json:"summary"`
		Place     string        `json:"place"`
		Actors    []Participant `json:"actors"`
		Evidence  []Evidence    `json:"evidence"`
		Tags      []string      `json:"tags"`
	}
	When struct {
		Date string `json:"date"`
		Said string `json:"said"`
	}
	Participant struct {
		Actor string `json:"actor"`
		Role  string `json:"role,omitempty"`
	}
	Question struct {
		ID     string   `json:"id"`
		Text   string   `json:"text"`
		Events []string `json:"events,omitempty"`
		Claims []Claim  `json:"claims"`
	}
	Claim struct {
		ID        string     `json:"id"`
		Text      string     `json:"text"`
		Positions []Position `json:"positions"`
		Tags      []string   `json:"tags,omitempty"`
	}
	Position struct {
		Holder      string     `json:"holder"`
		Stance      string     `json:"stance"`
		Said        string     `json:"said"`
		Hedge       string     `json:"hedge"`
		Quotation   string     `json:"quotation"`
		Credibility int        `json:"credibility"`
		Citing      []string   `json:"citing,omitempty"`
		Evidence    []Evidence `json:"evidence"`
		TLP         string     `json:"tlp,omitempty"`
	}
	Evidence struct {
		Source string `json:"source"`
		Quote  string `json:"quote"`
	}
)

var (
	sourceKinds = []string{"article", "post", "speech", "document"}
	actorKinds  = []string{"state", "organization", "person", "group", "unnamed"}
	stances     = []string{"affirms", "reports", "questions", "denies"}
	vocabulary  = strings.Fields(`harbour bridge mayor ferry closed opened report says crews engineers inspection bolts river north
	district traffic detour Monday officials union statement repair budget council vote deadline — “urgent” contract steel weather`)
)

// How often things repeat.
const (
	claimsEach    = 4  // of a question
	positionsEach = 3  // of a claim
	copyEach      = 10 // sources, one is a copy of another
	partEach      = 3  // actors, two are parts of the third
	centre        = 8  // references, one goes to the first item of its kind
)

// New makes a briefing of so many items. The first actor takes part in an
// eighth of everything, and an eighth of all quotes are from the first source.
func New(items int) *Briefing {
	g := &generator{rand: rand.New(rand.NewPCG(1, uint64(items)))}
	b := &Briefing{
		Format: "briefing/1", ID: "generated", Title: "Generated briefing", AsOf: g.date(), Version: 1, TLP: "GREEN",
		BottomLine: "The [[source-0|first source]] and the [[actor-0]] agree.", Gaps: []string{g.sentence()},
	}
	things, persons := items*2/5, items/10
	for i := range persons {
		b.Sources = append(b.Sources, g.source(i))
	}
	for i := range persons {
		b.Actors = append(b.Actors, g.actorOf(b, i))
	}
	for i := range things {
		b.Events = append(b.Events, Event{
			ID: fmt.Sprintf("event-%d", i), Title: g.words(6), When: When{Date: g.date(), Said: g.words(2)},
			Summary: g.sentence() + " See [[actor-0|there]].", Place: g.words(1),
			Actors:   []Participant{{Actor: g.actor(b)}, {Actor: g.actor(b), Role: g.words(1)}},
			Evidence: g.evidence(b, 2), Tags: []string{g.words(1)},
		})
	}
	for i := 0; i < things; i += claimsEach {
		q := Question{ID: fmt.Sprintf("question-%d", i), Text: g.sentence(), Events: []string{b.Events[i].ID}}
		for j := range min(claimsEach, things-i) {
			q.Claims = append(q.Claims, g.claim(b, fmt.Sprintf("claim-%d", i+j)))
		}
		b.Questions = append(b.Questions, q)
	}
	for i := range min(persons, 10) {
		b.Judgments = append(b.Judgments, Judgment{ID: fmt.Sprintf("judgment-%d", i), Text: g.sentence(), Evidence: g.evidence(b, 1)})
	}
	return b
}

// JSON returns the briefing of so many items as a file.
func JSON(items int) []byte {
	data, err := json.MarshalIndent(New(items), "", "  ")
	if err != nil {
		panic(err) // strings and numbers only
	}
	return append(data, '\n')
}

type generator struct{ rand *rand.Rand }

func (g *generator) words(n int) string {
	w := make([]string, n)
	for i := range w {
		w[i] = vocabulary[g.rand.IntN(len(vocabulary))]
	}
	return strings.Join(w, " ")
}

func (g *generator) sentence() string { return "The " + g.words(8+g.rand.IntN(12)) + "." }

func (g *generator) date() string {
	return fmt.Sprintf("%d-%02d-%02d", 2000+g.rand.IntN(25), 1+g.rand.IntN(12), 1+g.rand.IntN(28))
}

// one returns a number below n, the first one more often than the others.
func (g *generator) one(n int) int {
	if g.rand.IntN(centre) == 0 {
		return 0
	}
	return g.rand.IntN(n)
}

func (g *generator) source(i int) Source {
	const textSize = 5000
	var text strings.Builder
	for text.Len() < textSize {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		text.WriteString(g.sentence() + " " + g.sentence() + " " + g.sentence())
	}
	s := Source{
		ID: fmt.Sprintf("source-%d", i), Title: g.words(5), Kind: sourceKinds[i%len(sourceKinds)],
		Publisher: g.words(2), Published: g.date(), URL: fmt.Sprintf("https://example.org/%d", i), Reliability: "B", Text: text.String(),
	}
	if i > 0 && i%copyEach == 0 {
		s.Origin = fmt.Sprintf("source-%d", g.rand.IntN(i))
	}
	return s
}

func (g *generator) actorOf(b *Briefing, i int) Actor {
	a := Actor{
		ID: fmt.Sprintf("actor-%d", i), Name: g.words(2), Kind: actorKinds[i%len(actorKinds)], Role: g.words(3), Country: "UA",
		Summary: g.sentence(), Evidence: g.evidence(b, 1),
	}
	if i%partEach != 0 {
		a.PartOf = fmt.Sprintf("actor-%d", i-i%partEach)
	}
	return a
}

// evidence returns n quotes, each a sentence of a source.
func (g *generator) evidence(b *Briefing, n int) []Evidence {
	var list []Evidence
	for range n {
		s := &b.Sources[g.one(len(b.Sources))]
		paragraphs := strings.Split(s.Text, "\n\n")
		quote, _, _ := strings.Cut(paragraphs[g.rand.IntN(len(paragraphs))], ". ")
		list = append(list, Evidence{Source: s.ID, Quote: quote})
	}
	return list
}

func (g *generator) actor(b *Briefing) string { return b.Actors[g.one(len(b.Actors))].ID }

func (g *generator) claim(b *Briefing, id string) Claim {
	c := Claim{ID: id, Text: g.sentence()}
	for i := range positionsEach {
		p := Position{
			Holder: g.actor(b), Stance: stances[(i+g.rand.IntN(2))%len(stances)], Said: g.date(), Hedge: "certain",
			Quotation: "indirect", Credibility: 1 + g.rand.IntN(6), Evidence: g.evidence(b, 1),
		}
		if i > 0 {
			p.Citing = []string{c.Positions[0].Holder}
		}
		c.Positions = append(c.Positions, p)
	}
	return c
}
