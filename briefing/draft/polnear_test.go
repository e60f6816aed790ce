package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// corpusVariable names the folder of PolNeAR, whose folder data/PART has the texts
// and attributions: https://github.com/networkdynamics/PolNeAR.
const polnearVariable, polnearPart = "SITREP_POLNEAR", "SITREP_POLNEAR_PART"

// goldAttribution is an attribution as annotators marked it.
type goldAttribution struct{ source, cue, content []span }

func TestPolNeAR(t *testing.T) {
	root := os.Getenv(polnearVariable)
	if root == "" {
		t.Skip("no folder in " + polnearVariable)
	}
	part := os.Getenv(polnearPart)
	if part == "" {
		part = "dev"
	}
	files, err := filepath.Glob(filepath.Join(root, "data", part, "text", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in %s: %v", root, err)
	}
	var sum polnearSum
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sum.add(t, file, string(text), goldAttributions(t, string(text), file))
	}
	t.Logf("%d texts, %d annotated attributions\n%s", len(files), sum.all, sum.table())
}

// goldAttributions reads the annotations beside a text. They count characters.
func goldAttributions(t *testing.T, text, file string) (out []goldAttribution) {
	t.Helper()
	pattern := filepath.Join(filepath.Dir(file), "..", "attributions", strings.TrimSuffix(filepath.Base(file), ".txt")+"_*.ann")
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) == 0 {
		t.Fatalf("no annotations for %s: %v", file, err)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	var bytes []int // by character
	for i := range text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(text))
	spans := map[string][]span{}
	for line := range strings.Lines(string(data)) {
		id, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		switch {
		case strings.HasPrefix(id, "T"):
			spans[id] = placesOf(rest, bytes)
		case strings.HasPrefix(id, "E"):
			out = append(out, attributionOf(rest, spans))
		}
	}
	return out
}

// placesOf reads "Content 209 236;91 186".
func placesOf(text string, bytes []int) (out []span) {
	text, _, _ = strings.Cut(text, "\t")
	_, places, _ := strings.Cut(text, " ")
	for place := range strings.SplitSeq(places, ";") {
		from, to, _ := strings.Cut(place, " ")
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 == nil && err2 == nil && b < len(bytes) {
			out = append(out, span{bytes[a], bytes[b]})
		}
	}
	return out
}

// attributionOf reads "Attribution:T4 Content:T3 Cue:T2 Source:T1".
func attributionOf(text string, spans map[string][]span) (g goldAttribution) {
	for role := range strings.FieldsSeq(text) {
		name, of, _ := strings.Cut(role, ":")
		switch strings.TrimRight(name, "0123456789") {
		case "Source":
			g.source = append(g.source, spans[of]...)
		case "Cue":
			g.cue = append(g.cue, spans[of]...)
		case "Content":
			g.content = append(g.content, spans[of]...)
		}
	}
	return g
}

// polnearSum counts by pattern.
type polnearSum struct {
	given, right, loose, holder [patterns]int
	all                         int
}

func overlap(a span, list []span) (n int) {
	for _, b := range list {
		n += max(0, min(a.end, b.end)-max(a.start, b.start))
	}
	return n
}

func size(list []span) (n int) {
	for _, s := range list {
		n += s.end - s.start
	}
	return n
}

// match returns the annotation that says the same as an attribution: their cues
// overlap, and of what is said at least half of each is in the other. loose is set where
// only one is, because the annotators cut it shorter or longer.
func match(a *attribution, gold []goldAttribution) (same *goldAttribution, loose bool) {
	content := append([]span{a.content}, a.more...)
	for i := range gold {
		g := &gold[i]
		common := 0
		for _, part := range content {
			common += overlap(part, g.content)
		}
		if overlap(a.cue, g.cue) > 0 && (common*2 >= size(content) || common*2 >= size(g.content)) && common > 0 {
			return g, common*2 < size(content) || common*2 < size(g.content)
		}
	}
	return nil, false
}

func (s *polnearSum) add(t *testing.T, file, text string, gold []goldAttribution) {
	verbose := os.Getenv("SITREP_VERBOSE") != ""
	s.all += len(gold)
	for _, a := range newArticle(text, "en", lexiconOf("en")).attributions() {
		s.given[a.pattern]++
		g, loose := match(&a, gold)
		if g == nil {
			if verbose {
				t.Logf("WRONG %d [%s] {%s} <%s> in %s\n   %s", a.pattern, text[a.holder.start:a.holder.end], text[a.cue.start:a.cue.end], text[a.content.start:a.content.end], filepath.Base(file), text[a.start:a.end])
			}
			continue
		}
		s.right[a.pattern]++
		if loose {
			s.loose[a.pattern]++
			if verbose {
				t.Logf("LOOSE %d %q gold %q", a.pattern, text[a.start:a.end], texts(text, g.content))
			}
		}
		if overlap(a.holder, g.source) > 0 {
			s.holder[a.pattern]++
		} else if verbose {
			t.Logf("HOLDER %d [%s] gold %q: %s", a.pattern, text[a.holder.start:a.holder.end], texts(text, g.source), text[a.start:a.end])
		}
	}
}

func texts(text string, list []span) (out []string) {
	for _, s := range list {
		out = append(out, text[s.start:s.end])
	}
	return out
}

func (s *polnearSum) table() string {
	var b strings.Builder
	var given, right, loose, holder int
	for p := range patterns {
		s.row(&b, p.String(), s.given[p], s.right[p], s.loose[p], s.holder[p])
		given, right, loose, holder = given+s.given[p], right+s.right[p], loose+s.loose[p], holder+s.holder[p]
	}
	s.row(&b, "all", given, right, loose, holder)
	return b.String()
}

func (s *polnearSum) row(b *strings.Builder, name string, given, right, loose, holder int) {
	fmt.Fprintf(b, "| %-20s | %4d | %5.1f %% | %5.1f %% | %5.1f %% | %5.1f %% |\n", name, given, percent(right, given),
		percent(right-loose, given), percent(holder, right), percent(right, s.all))
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
