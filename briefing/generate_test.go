package briefing

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing/edtf"
)

// fullSize is the number of items in a large briefing: events and claims, 2,000
// actors, 2,000 sources with 10 MB of text.
const fullSize = 20_000

// generate makes a briefing of so many items, always the same. Its references
// hold and its quotes stand in their sources.
func generate(items int) *Briefing {
	g := &generator{rand: rand.New(rand.NewPCG(1, uint64(items)))}
	actors, sources, events, claims := items/10, items/10, items*2/5, items*2/5
	b := &Briefing{
		ID: "generated", Title: "Generated briefing", AsOf: g.date(), Version: 1, Language: "en", TLP: "GREEN",
		BottomLine: "The [[source-0|first source]] and the [[actor-0]] agree.", Gaps: []string{g.sentence()},
	}
	for i := range sources {
		b.Sources = append(b.Sources, g.source(i))
	}
	for i := range actors {
		b.Actors = append(b.Actors, Actor{
			ID: fmt.Sprintf("actor-%d", i), Name: g.words(2), Kind: ActorKinds[i%len(ActorKinds)].Value, Role: g.words(3), Country: "UA",
			Summary: g.sentence(), Evidence: g.evidence(b, 1),
		})
	}
	for i := range events {
		b.Events = append(b.Events, Event{
			ID: fmt.Sprintf("event-%d", i), Title: g.words(6), When: When{Date: g.date(), Said: g.words(2)}, Status: EventOccurred,
			Certainty: CertaintyReported, Summary: g.sentence() + " See [[actor-0|there]].", Place: g.words(1),
			Actors:   []Participant{{Actor: g.actor(b)}, {Actor: g.actor(b), Role: g.words(1)}},
			Evidence: g.evidence(b, 2), Tags: []string{g.words(1)},
		})
	}
	const claimsEach = 4
	for i := 0; i < claims; i += claimsEach {
		q := Question{ID: fmt.Sprintf("question-%d", i), Text: g.sentence(), Status: QuestionOpen}
		for j := range min(claimsEach, claims-i) {
			q.Claims = append(q.Claims, g.claim(b, fmt.Sprintf("claim-%d", i+j)))
		}
		b.Questions = append(b.Questions, q)
	}
	return b
}

type generator struct{ rand *rand.Rand }

var vocabulary = strings.Fields(`harbour bridge mayor ferry closed opened report says crews engineers inspection bolts river north
	district traffic detour Monday officials union statement repair budget council vote deadline — “urgent” contract steel weather`)

func (g *generator) words(n int) string {
	w := make([]string, n)
	for i := range w {
		w[i] = vocabulary[g.rand.IntN(len(vocabulary))]
	}
	return strings.Join(w, " ")
}

func (g *generator) sentence() string { return "The " + g.words(8+g.rand.IntN(12)) + "." }

func (g *generator) date() edtf.Date {
	d, err := edtf.Parse(fmt.Sprintf("%d-%02d-%02d", 2000+g.rand.IntN(25), 1+g.rand.IntN(12), 1+g.rand.IntN(28)))
	if err != nil {
		panic(err)
	}
	return d
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
	return Source{
		ID: fmt.Sprintf("source-%d", i), Title: g.words(5), Kind: SourceKinds[i%len(SourceKinds)].Value,
		Publication: Publication{Publisher: g.words(2), Published: g.date(), URL: fmt.Sprintf("https://example.org/%d", i)},
		Grade:       Grade{Reliability: "B"}, Status: SourceCurrent, Text: text.String(), TextKind: textOriginal,
	}
}

// evidence is n quotes, each a sentence or two of a source.
func (g *generator) evidence(b *Briefing, n int) []Evidence {
	var list []Evidence
	for range n {
		s := &b.Sources[g.rand.IntN(len(b.Sources))]
		paragraphs := strings.Split(s.Text, "\n\n")
		quote, _, _ := strings.Cut(paragraphs[g.rand.IntN(len(paragraphs))], ". ")
		list = append(list, Evidence{Source: s.ID, Quote: quote})
	}
	return list
}

func (g *generator) actor(b *Briefing) string { return b.Actors[g.rand.IntN(len(b.Actors))].ID }

func (g *generator) claim(b *Briefing, id string) Claim {
	c := Claim{ID: id, Text: g.sentence()}
	for i := range 3 {
		c.Positions = append(c.Positions, Position{
			Holder: g.actor(b), Stance: Stances[(i+g.rand.IntN(2))%len(Stances)].Value, Said: g.date(), Hedge: "certain",
			Quotation: "indirect", Credibility: 1 + g.rand.IntN(6), Evidence: g.evidence(b, 1),
		})
	}
	return c
}

// jsonOf is b as a JSON file.
func jsonOf(tb testing.TB, b *Briefing) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := WriteJSON(&out, b); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// yamlOf is a JSON text as YAML in block style, texts of several lines as
// literal blocks.
func yamlOf(tb testing.TB, data []byte) []byte {
	tb.Helper()
	dec := jsontext.NewDecoder(bytes.NewReader(data))
	var out bytes.Buffer
	y := yamlWriter{tb, dec, &out}
	y.value(0, "")
	return bytes.TrimLeft(out.Bytes(), "\n")
}

type yamlWriter struct {
	tb  testing.TB
	dec *jsontext.Decoder
	out *bytes.Buffer
}

func (y yamlWriter) token() jsontext.Token {
	t, err := y.dec.ReadToken()
	if err != nil {
		y.tb.Fatal(err)
	}
	return t
}

// value writes the next value behind a key or hyphen. first is what stands
// before its first line: nothing behind a hyphen, where a mapping begins at once.
func (y yamlWriter) value(indent int, first string) {
	pad := strings.Repeat(" ", indent)
	switch t := y.token(); t.Kind() {
	case '{':
		for y.dec.PeekKind() != '}' {
			fmt.Fprintf(y.out, "%s%s:", first, y.token().String())
			y.value(indent+2, "\n"+pad+"  ")
			first = "\n" + pad
		}
		y.token()
	case '[':
		for y.dec.PeekKind() != ']' {
			fmt.Fprintf(y.out, "\n%s- ", pad)
			y.value(indent+2, "")
		}
		y.token()
	case '"':
		y.text(t.String(), pad)
	default:
		y.out.WriteString(" " + t.String())
	}
}

func (y yamlWriter) text(s, pad string) {
	if !strings.Contains(s, "\n") || strings.HasPrefix(s, " ") || strings.Contains(s, "\n ") {
		quoted, err := jsontext.AppendQuote(nil, s)
		if err != nil {
			y.tb.Fatal(err)
		}
		// YAML writes a character beyond U+FFFF in one escape; none is escaped here.
		fmt.Fprintf(y.out, " %s", quoted)
		return
	}
	fmt.Fprintf(y.out, " |-\n%s%s", pad, strings.ReplaceAll(s, "\n", "\n"+pad))
}
