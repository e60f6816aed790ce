package draft

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/briefing/quote"
)

// FuzzRules holds every proposal for any text to be right in form: each quote is exact
// in its source, each id is new, and the briefing with the proposals is read without
// errors.
func FuzzRules(f *testing.F) {
	f.Add("“The bridge is safe,” Anna Weber said on Monday. She did not confirm that it was hit last June.", "en", true)
	f.Add("A [...] said that b [...] c d. “A, B said that “c d e f” “g. '' '' ‘x,’ said D", "", true)
	f.Add("According to X, [[id|y]] z z z. Since May 2024 it went on. By Friday it ends. 29 February 2023, 31 June.", "en-GB", false)
	f.Add("(((((A (B (C) said that d e f g, according to Mr. X, citing Y,, citing", "en", true)
	f.Add("A said that b c d.\nA said that b c d.\n- A said that b c d.\n\n\xff said that \xff\xff b c", "en", true)
	f.Fuzz(func(t *testing.T, text, language string, dated bool) {
		text = strings.TrimSpace(clean.Text(text))
		if !dated || len(text) > 1<<14 {
			text = text[:min(len(text), 1<<10)]
			text = strings.TrimSpace(clean.Text(text))
		}
		b := briefingOf(text)
		b.Sources[0].Publication.Language = ""
		if !dated {
			b.Sources[0].Publication.Published = edtf.Date{}
		}
		added := Rules(b)
		if language != "" {
			lexiconOf(language)
		}
		whole := *b
		whole.Actors, whole.Events, whole.Questions = added.Actors, added.Events, added.Questions
		checkExact(t, &whole)
		var out bytes.Buffer
		if err := file.WriteYAML(&out, &whole); err != nil {
			t.Fatal(err)
		}
		doc, err := file.Parse(out.Bytes(), "b.yaml", nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, out.Bytes())
		}
		for _, p := range check.Document(doc) {
			if p.Severity == file.Error {
				t.Fatalf("%v\n%s", p, out.Bytes())
			}
		}
	})
}

// vocabulary is what texts are made of that have the forms which the rules know.
var vocabulary = strings.Split("Anna|Weber|Karl|Mr.|the|The|President|ministry|officials|said|denied|called|told|did|not|confirm|declined|to|comment|"+
	"that|according|According|,|.|:|“|”|\"|''|‘|’|?|(|)|;|—|bridge|is|safe|he|She|It|and|who|on|Monday|last|June|2024|5|yesterday|within|"+
	"days|since|by|reporters|citing|of|for|\n\n|\n- |[...]|[[a|b]]|’s|expects|brushed|aside|a|A", "|")

// FuzzForms is FuzzRules with texts made of words that the rules look for.
func FuzzForms(f *testing.F) {
	f.Add([]byte{0, 1, 9, 18, 4, 35, 36, 37, 23, 38, 9, 43, 23})
	f.Add([]byte{25, 4, 35, 36, 37, 22, 26, 0, 1, 9, 42, 43, 23, 25, 35, 23, 26})
	f.Fuzz(func(t *testing.T, words []byte) {
		var text strings.Builder
		for _, w := range words[:min(len(words), 400)] {
			word := vocabulary[int(w)%len(vocabulary)]
			if !strings.ContainsAny(word, ",.?)”’:;") {
				text.WriteByte(' ')
			}
			text.WriteString(word)
		}
		b := briefingOf(strings.TrimSpace(clean.Text(text.String())))
		added := Rules(b)
		b.Actors, b.Events, b.Questions = added.Actors, added.Events, added.Questions
		checkExact(t, b)
	})
}

// checkExact fails unless all evidence of a briefing is exact and all ids differ.
func checkExact(t *testing.T, b *briefing.Briefing) {
	t.Helper()
	q := (&quote.Texts{}).Of("", b.Sources[0].Text)
	ids := map[string]bool{b.Sources[0].ID: true}
	see := func(id string, draft bool, evidence []briefing.Evidence) {
		if id != "" && ids[id] || !draft {
			t.Errorf("%q is there twice, or no draft", id)
		}
		ids[id] = true
		if len(evidence) == 0 {
			t.Errorf("%q has no evidence", id)
		}
		for i := range evidence {
			if state := q.Anchor(evidence[i].Words()).State; state != quote.Exact {
				t.Errorf("%q is %v in %q", evidence[i].Quote, state, b.Sources[0].Text)
			}
		}
	}
	for _, a := range b.Actors {
		see(a.ID, a.Draft, a.Evidence)
	}
	for _, e := range b.Events {
		see(e.ID, e.Draft, e.Evidence)
	}
	for _, question := range b.Questions {
		for _, c := range question.Claims {
			for _, p := range c.Positions {
				see(c.ID, c.Draft && p.Draft && question.Draft, p.Evidence)
				if !ids[p.Holder] {
					t.Errorf("the holder %q is nobody", p.Holder)
				}
			}
		}
	}
}

// largeTexts are texts of 4 MiB on which slow rules would be slow.
func largeTexts() map[string]string {
	const size = 4 << 20
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	var news strings.Builder
	for i := 0; news.Len() < size; i++ {
		n := strings.Repeat("x", i%7+1) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26))
		news.WriteString("“The bridge of " + n + " is safe, and nobody closes it,” Anna Weber said on Monday. It rained in " + n +
			" for several hours, and the river rose. Two ships left the port of " + n + " last week.\n\n")
	}
	var bodies strings.Builder
	for i := 0; bodies.Len() < size; i++ {
		bodies.WriteString(fmt.Sprintf("The A%dx Ministry said that b c d. The ministry said that b c d. ", i))
	}
	return map[string]string{"bodies": bodies.String(),
		"news": news.String(), "said": repeat("A said that b c d. "), "commas": repeat("A, "), "quotes": repeat("“"), "dots": repeat("a. "),
		"capitals": repeat("A "), "cues": repeat("said "), "one": repeat("x"), "days": repeat("Monday "), "lines": repeat("\n"),
		"brackets": repeat("A ("), "according": repeat("according to A, "), "singles": repeat("‘a "), "doubles": repeat("''"),
		"nots": repeat("did not "), "will": repeat("will May "), "of": repeat("Aa of "), "names": repeat("Aa Bb. "),
	}
}

func BenchmarkRules(b *testing.B) {
	for name, text := range largeTexts() {
		b.Run(name, func(b *testing.B) {
			in := briefingOf(text)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Rules(in)
			}
		})
	}
}
