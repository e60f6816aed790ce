package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

func lines(r *Results) []string {
	var out []string
	for i := range r.Len() {
		h := r.At(i)
		line := fmt.Sprintf("%s %s: %s: %s[%s]%s", h.Ref.Kind, h.Ref.ID, h.Field, h.Text[:h.Start], h.Text[h.Start:h.End], h.Text[h.End:])
		if h.Passage > 0 {
			line += fmt.Sprintf(" (%d)", h.Passage)
		}
		out = append(out, line)
	}
	return out
}

var findTests = []struct {
	query string
	scope briefing.Part
	want  []string
}{
	{"francais", Everywhere, []string{"source paper: publisher: Le Matin [Français]"}},
	{"josephine", Everywhere, []string{
		"event closed: actor: [Joséphine] Doe", "actor mayor: name: [Joséphine] Doe", "position bolts/mayor: holder: [Joséphine] Doe"}},
	{"lom", briefing.PartActors, []string{"actor city: name: City of [Łom]"}},
	{"bolts", Everywhere, []string{
		"actor bridge-office: role: inspects [bolts]",
		"claim bolts: text: [Bolts] were loose.",
		"claim bolts: id: [bolts]",
		"position bolts/mayor: quote: [bolts] (2)",
		"source paper: text: “It is the [bolts]!” she said.",
		"source paper: text: Nobody else was asked about the [bolts].",
		"source note: link: https://example.org/[bolts]",
	}},
	{"Bolts", Everywhere, []string{"claim bolts: text: [Bolts] were loose."}},
	{"it is the bolts!\"", briefing.PartSources, []string{"source paper: text: “[It is the bolts!”] she said."}},
	{"is closed", briefing.PartBrief, []string{"bottom line : text: The bridge [is closed]."}},
	{"nobody", Everywhere, []string{"bottom line : text: [Nobody] knows for how long.", "source paper: text: [Nobody] else was asked about the bolts."}},
	{"doe, closed", Everywhere, []string{"source paper: text: The mayor, J. [Doe, closed] the bridge."}},
	{"saturday", briefing.PartTimeline, []string{"event closed: date: last [Saturday]"}},
	{"26 october", Everywhere, []string{"event closed: date: [26 October] 2024"}},
	{"2024-10-27", briefing.PartTimeline, []string{"event closed: date: [2024-10-27]"}},
	{"first sentence", briefing.PartTimeline, []string{"event closed: note: The [first sentence]. (1)"}},
	{"barriers", Everywhere, []string{"event closed: role: set up [barriers]"}},
	{"engineer’s", briefing.PartClaims, []string{"position bolts/mayor: citing: [Engineer's] note"}},
	{"bridge office", briefing.PartClaims, []string{"position bolts/crews: according to: [Bridge Office]"}},
	{"scarce", Everywhere, []string{"judgment j-repair: because: Steel is [scarce]."}},
	{"bridge office", briefing.PartBrief, []string{"gap 1: text: Who pays for the [Bridge Office]."}},
	{"dawn; bridge traffic is led", Everywhere, []string{"source paper: text: Ferries run until [dawn; bridge traffic is led] round."}},
	{"bolts. ferries", Everywhere, nil},
	{"affirms", Everywhere, nil},
	{"", Everywhere, nil},
	{" ", Everywhere, nil},
	{"bolts", briefing.PartBrief, nil},
}

func TestFind(t *testing.T) {
	s := newSample(t)
	for _, test := range findTests {
		got := lines(s.Find(test.query, test.scope))
		if !slices.Equal(got, test.want) {
			t.Errorf("%q in %s: got\n%s\nwant\n%s", test.query, test.scope, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

func TestCounts(t *testing.T) {
	r := newSample(t).Find("bolts", Everywhere)
	if r.Len() != 7 || r.Items() != 5 {
		t.Errorf("%d hits in %d items, want 7 in 5", r.Len(), r.Items())
	}
	for section, want := range map[briefing.Part][2]int{briefing.PartBrief: {0, 0}, briefing.PartTimeline: {0, 0}, briefing.PartActors: {0, 1}, briefing.PartClaims: {1, 3}, briefing.PartSources: {4, 3}, Everywhere: {0, 7}} {
		if first, count := r.In(section); first != want[0] || count != want[1] {
			t.Errorf("%s: %d from %d, want %d from %d", section, count, first, want[1], want[0])
		}
	}
	s := r.searcher
	for item, ref := range s.Items() {
		if got := s.Numbers()[ref]; int(got) != item {
			t.Errorf("%v has the number %d, not %d", ref, got, item)
		}
		want := 0
		for want < r.Len() && int(s.Numbers()[r.Ref(want)]) < item {
			want++
		}
		if got := r.Behind(item); got != want {
			t.Errorf("behind item %d the first hit is %d, not %d", item, got, want)
		}
	}
	if refs := r.Refs(); len(refs) != 5 || refs[1].ID != "bolts" || refs[4].ID != "note" {
		t.Errorf("the items are %v", refs)
	}
	if got := r.Ref(3); got != (briefing.Ref{Kind: briefing.KindPosition, ID: "bolts/mayor"}) {
		t.Errorf("the fourth hit is in %v", got)
	}
}

// A hit knows the part of its item.
func TestParts(t *testing.T) {
	parts := map[briefing.Kind]briefing.Part{
		briefing.KindBottomLine: briefing.PartBrief, briefing.KindJudgment: briefing.PartBrief, briefing.KindGap: briefing.PartBrief, briefing.KindEvent: briefing.PartTimeline,
		briefing.KindActor: briefing.PartActors, briefing.KindQuestion: briefing.PartClaims, briefing.KindClaim: briefing.PartClaims, briefing.KindPosition: briefing.PartClaims,
		briefing.KindSource: briefing.PartSources,
	}
	r := newSample(t).Find("r", Everywhere)
	seen := map[briefing.Kind]bool{}
	for i := range r.Len() {
		ref := r.Ref(i)
		seen[ref.Kind] = true
		if want := parts[ref.Kind]; r.Part(i) != want || r.At(i).Part != want {
			t.Errorf("%v is in %s and %s, want %s", ref, r.Part(i), r.At(i).Part, want)
		}
	}
	if len(seen) != len(parts) {
		t.Errorf("hits are in %v only", seen)
	}
}

// The excerpt of a hit in the text of a source is the sentence around it, and
// each sentence with the words is a hit.
func TestSentences(t *testing.T) {
	for _, test := range []struct {
		text, query string
		want        []string
	}{
		{"One here. Two here! Three here? Four here.", "here", []string{"One here.", "Two here!", "Three here?", "Four here."}},
		{"Here approx. a fifth and zone. zebras here.", "here", []string{"Here approx. a fifth and zone. zebras here."}},
		{"By J. Doe here. (Not so here.) “Here.” End here", "here", []string{"By J. Doe here.", "(Not so here.)", "“Here.”", "End here"}},
		{"A title here\n\nA text here\nthat goes on here.", "here", []string{"A title here", "A text here that goes on here."}},
		{"桥在这里。船在这里。完", "这里", []string{"桥在这里。", "船在这里。"}},
		{" . Here", "here", []string{"Here"}},
	} {
		s := New(briefing.NewIndex(&briefing.Briefing{Sources: []briefing.Source{{ID: "s", Text: test.text}}}))
		var got []string
		r := s.Find(test.query, Everywhere)
		for i := range r.Len() {
			got = append(got, r.At(i).Text)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

// A long sentence without spaces is cut between characters.
func TestLongSentenceWithoutSpaces(t *testing.T) {
	text := strings.Repeat("桥", 200) + "x" + strings.Repeat("é", 400)
	s := New(briefing.NewIndex(&briefing.Briefing{Sources: []briefing.Source{{ID: "s", Text: text}}}))
	h := s.Find("x", Everywhere).At(0)
	if !utf8.ValidString(h.Text) || h.Text[h.Start:h.End] != "x" || len(h.Text) > excerptBefore+excerptAfter+10 {
		t.Errorf("%d bytes, %q in %q", len(h.Text), h.Text[h.Start:h.End], h.Text)
	}
	if !strings.HasPrefix(h.Text, "…桥") || !strings.HasSuffix(h.Text, "é…") {
		t.Errorf("%q", h.Text)
	}
}

// A hit in the text of a source says where in that text it is.
func TestOffset(t *testing.T) {
	s := newBuiltIn(t)
	r := s.Find("kursk", briefing.PartSources)
	if r.Len() < 2 {
		t.Fatalf("only %d hits", r.Len())
	}
	for i := range r.Len() {
		h := r.At(i)
		if h.Field != "text" {
			continue
		}
		text := s.x.Source(h.Ref.ID).Text
		if got := text[h.Offset : h.Offset+h.End-h.Start]; !strings.EqualFold(got, "kursk") || got != h.Text[h.Start:h.End] {
			t.Errorf("at %d stands %q", h.Offset, got)
		}
		if strings.Contains(h.Text, "\n") {
			t.Errorf("%q is not one line", h.Text)
		}
	}
}

// The words are where the hit says, and a hit is there for every field that
// holds them, for queries cut at random out of the briefing itself.
func TestFindsWhatIsThere(t *testing.T) {
	s := newBuiltIn(t)
	random := rand.New(rand.NewPCG(2, 2))
	items := s.Items()
	for range 400 {
		ref := items[random.IntN(len(items))]
		var fields []field
		newVisitor(s.x).visit(ref, func(f field) { fields = append(fields, f) })
		f := fields[random.IntN(len(fields))]
		runes := []rune(f.text)
		from := random.IntN(len(runes))
		query := strings.TrimSpace(string(runes[from:min(len(runes), from+1+random.IntN(12))]))
		if strings.Contains(query, "\n") || fold.NewQuery(query).Empty() {
			continue
		}
		r := s.Find(query, Everywhere)
		found := false
		for i := range r.Len() {
			h := r.At(i)
			found = found || h.Ref == ref && h.Field == f.name
			if inText := fold.NewQuery(query).AppendRanges(nil, h.Text[h.Start:h.End]); len(inText) == 0 || inText[0].Start != 0 {
				t.Fatalf("%q: the hit %q in %q does not hold it", query, h.Text[h.Start:h.End], h.Text)
			}
		}
		if !found {
			t.Fatalf("%q of the %s of %v is not found", query, f.name, ref)
		}
		checkHolding(t, s, query, r)
	}
}

// checkHolding compares the items of the hits with those that hold the query.
func checkHolding(t *testing.T, s *Searcher, query string, r *Results) {
	t.Helper()
	want := r.Refs()
	var got []briefing.Ref
	s.Holding(fold.NewQuery(query), func(item int) { got = append(got, s.Items()[item]) })
	if !slices.Equal(got, want) || len(want) != r.Items() {
		t.Fatalf("%q is held by %v, and found in %v", query, got, want)
	}
}

func TestLongSentence(t *testing.T) {
	text := strings.Repeat("very long word ", 200) + "needle\n" + strings.Repeat("and more text ", 200)
	b := &briefing.Briefing{Sources: []briefing.Source{{ID: "s", Title: "t", Text: text}}}
	s := New(briefing.NewIndex(b))
	h := s.Find("needle", Everywhere).At(0)
	if h.Text[h.Start:h.End] != "needle" || len(h.Text) > excerptBefore+excerptAfter+30 {
		t.Errorf("%d bytes: %q", len(h.Text), h.Text)
	}
	if !strings.HasPrefix(h.Text, "…") || !strings.HasSuffix(h.Text, "…") || strings.Contains(h.Text, "\n") {
		t.Errorf("%q is not cut at both ends", h.Text)
	}
	if first := strings.Fields(strings.Trim(h.Text, "…"))[0]; first != "very" && first != "long" && first != "word" {
		t.Errorf("%q begins inside a word", h.Text)
	}
}

// Once it is prepared, a Searcher serves many at a time.
func TestTogether(t *testing.T) {
	s := newBuiltIn(t)
	var wait sync.WaitGroup
	for _, query := range []string{"kursk", "troops", "nato", "Kursk"} {
		wait.Go(func() {
			r := s.Find(query, Everywhere)
			for i := range r.Len() {
				if h := r.At(i); !strings.EqualFold(h.Text[h.Start:h.End], query) {
					t.Errorf("%s: %q", query, h.Text)
				}
			}
		})
	}
	wait.Wait()
}

func TestNothingToSearch(t *testing.T) {
	s := New(briefing.NewIndex(&briefing.Briefing{}))
	for _, part := range append(briefing.PartNames(), string(Everywhere), "unknown") {
		if r := s.Find("a", briefing.Part(part)); r.Len() != 0 || r.Items() != 0 {
			t.Errorf("%s: %d hits in an empty briefing", part, r.Len())
		}
	}
	s.Holding(fold.NewQuery("a"), func(int) { t.Error("an empty briefing holds something") })
}

// TestHitsOfOneItem asks for the hits of items with very many, which are made from
// runs of them, in several orders.
func TestHitsOfOneItem(t *testing.T) {
	const n = 3*runHits + 7
	b := &briefing.Briefing{
		Actors: []briefing.Actor{
			{ID: "a", Name: "Sought", Kind: briefing.ActorPerson},
			{ID: "b", Name: "Sought as well", Kind: briefing.ActorPerson},
		},
		Sources: []briefing.Source{{ID: "s", Title: "Sought"}},
	}
	want, text := []string{"Sought"}, ""
	for i := range n {
		name := fmt.Sprint("other ", i)
		if i%3 > 0 {
			name += " sought"
			want = append(want, name)
		}
		b.Actors[0].Aka = append(b.Actors[0].Aka, name)
	}
	want = append(want, "Sought as well", "Sought")
	for i := range n {
		sentence := fmt.Sprintf("It was sought %d times.", i)
		want, text = append(want, sentence), text+sentence+" It was not found. "
	}
	b.Sources[0].Text = text
	r := New(briefing.NewIndex(b)).Find("sought", Everywhere)
	if r.Len() != len(want) {
		t.Fatalf("%d hits, want %d", r.Len(), len(want))
	}
	check := func(i int) {
		t.Helper()
		if got := r.At(i).Text; got != want[i] {
			t.Fatalf("hit %d is %q, want %q", i, got, want[i])
		}
	}
	for i := range want {
		check(i)
	}
	for i := range want {
		check(len(want) - 1 - i)
	}
	for range 500 {
		check(rand.IntN(len(want)))
	}
}
