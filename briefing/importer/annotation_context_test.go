package importer

import (
	"fmt"
	"strings"
	"testing"
)

// TestContextsOfAnnotations has annotations whose context is what a program for
// annotations takes from the page.
func TestContextsOfAnnotations(t *testing.T) {
	const page = "<html><head><title>T</title><link rel=canonical href='https://a.example/1'></head><body><article>" +
		"<p>The bridge stays closed for a week, the harbour office said on Monday, until all bolts are replaced, one by one.</p>" +
		"<p>Nobody was hurt. The bridge stays closed for cars, it said, and the ferry sails twice as often as usual, from six on.</p></article></body></html>"
	for _, tt := range []struct{ exact, prefix, suffix, want string }{
		{"Nobody was hurt", "by one.", ". The bridge", "by one.|. The bridge"},                                // no space between the paragraphs
		{"The bridge stays", "Advertisement\n ", "closed for a week, the", "|closed for a week, the"},         // words that are not in the article
		{"stays closed for", "hurt. The bridge", "cars, it saidRead more", "hurt. The bridge|cars, it said"},  // more of it
		{"stays closed for", "obody was hurt. The bridge", "cars, it", "obody was hurt. The bridge|cars, it"}, // it begins within a word
		{"from six on", "usual, ", ".Comments (3)", "usual,|."},                                               // the end of the article
		{"words of another page", "before", "after", "before|after"},                                          // nothing to go by
		{"The bridge stays", "Nobody was hurt.", "closed for a week", "|"},                                    // two places: neither is guessed
	} {
		annotation := fmt.Sprintf(`{"rows":[{"id":"1","uri":"https://a.example/1","target":[{"selector":[{"type":"TextQuoteSelector","exact":%q,"prefix":%q,"suffix":%q}]}]}]}`,
			tt.exact, tt.prefix, tt.suffix)
		article := Input{"page.html", []byte(page)}
		for _, files := range [][]Input{{article, {"a.json", []byte(annotation)}}, {{"a.json", []byte(annotation)}, article}} {
			r, err := Import(files, options())
			if err != nil {
				t.Fatal(err)
			}
			e := r.Document.Briefing.Questions[0].Claims[0].Positions[0].Evidence[0]
			if got := e.Prefix + "|" + e.Suffix; got != tt.want {
				t.Errorf("%q, %q, %q: %q, not %q", tt.exact, tt.prefix, tt.suffix, got, tt.want)
			}
			if changed := strings.Contains(fmt.Sprint(r.Lost), "words before or after"); changed != (strings.TrimSpace(tt.prefix)+"|"+tt.suffix != tt.want) {
				t.Errorf("%q: lost is %v", tt.exact, r.Lost)
			}
		}
	}
}

// TestOneSourceOfTwoFiles has a source that one file only names, and another
// has completely.
func TestOneSourceOfTwoFiles(t *testing.T) {
	page := Input{"page.html", []byte(`<html lang=en><head><title>T</title><link rel=canonical href='https://a.example/1'><meta property="og:site_name" content="Paper"><meta name=author content="A. Writer">` +
		`<meta property="article:published_time" content="2024-06-11"><meta name=keywords content="a, b"></head><body><article>` + prose + `</article></body></html>`)}
	for name, other := range map[string]string{
		"annotations": `{"rows":[{"id":"1","uri":"https://a.example/1","document":{"title":["T"]},"target":[],"text":"note"}]}`,
		"reference":   `[{"id":"a","type":"webpage","title":"T","URL":"https://a.example/1","abstract":"In short."}]`,
	} {
		for _, files := range [][]Input{{page, {"o.json", []byte(other)}}, {{"o.json", []byte(other)}, page}} {
			r, err := Import(files, options())
			if err != nil || len(r.Document.Briefing.Sources) != 1 {
				t.Fatal(err, r)
			}
			s := r.Document.Briefing.Sources[0]
			p := &s.Publication
			got := fmt.Sprintf("%s %v %s %s %v %s", p.Publisher, p.Authors, p.Published, p.Language, s.Tags, s.TextKind)
			if want := "Paper [A. Writer] 2024-06-11 en [a b] original"; got != want || !strings.HasPrefix(s.Text, "The bridge") {
				t.Errorf("%s: %s, not %s, with %q", name, got, want, s.Text)
			}
		}
	}
}
