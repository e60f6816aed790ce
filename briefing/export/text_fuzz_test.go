package export

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// marker is a word that is nowhere else in an export.
const marker = "zqxword"

// FuzzText writes a briefing with one text in every field as plain text: no
// line is forged or too long, the output is only text, and the field's text is
// unchanged.
func FuzzText(f *testing.F) {
	for i, s := range hostileTexts {
		f.Add(s, i*7)
	}
	lines := func(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }
	want := lines(textOfBriefing(f, &Request{Index: titled(f, marker)}))
	f.Fuzz(func(t *testing.T, content string, cells int) {
		const narrowest, widest = 40, 200
		cells = narrowest + abs(cells)%(widest-narrowest)
		for _, line := range lines(textOfBriefing(t, &Request{Index: hostile(t, content), Width: cells})) {
			if n := textMethod.Of(line); n > cells {
				t.Errorf("%d cells of %d: %q", n, cells, line)
			}
		}
		content = clean.Line(content)
		if !steady(content) {
			return
		}
		got := lines(textOfBriefing(t, &Request{Index: titled(t, content)}))
		if len(got) != len(want) {
			t.Fatalf("%q makes %d lines of %d", content, len(got), len(want))
		}
		for i, line := range got {
			if n, was := strings.Count(line, content), strings.Count(want[i], marker); n < was {
				t.Errorf("line %d has %q %d times, not %d: %q", i+1, content, n, was, line)
			}
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

func textOfBriefing(t testing.TB, r *Request) string {
	t.Helper()
	f, err := Find(textFormat)
	if err != nil {
		t.Fatal(err)
	}
	out := written(t, f, r)
	for _, s := range []string{out, itemsOf(t, r)} {
		if at := strings.IndexFunc(s, actsOnTerminals); at >= 0 {
			t.Errorf("holds %q", s[max(at-20, 0):min(at+20, len(s))])
		}
	}
	return out
}

// itemsOf returns every item of a briefing as sitrep show writes it.
func itemsOf(t testing.TB, r *Request) string {
	t.Helper()
	var refs []briefing.Ref
	for _, e := range r.Index.Briefing.Events {
		refs = append(refs, briefing.Ref{Kind: briefing.KindEvent, ID: e.ID})
	}
	for _, q := range r.Index.Briefing.Questions {
		refs = append(refs, briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})
	}
	var b bytes.Buffer
	if err := WriteItems(&b, r, refs...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// actsOnTerminals reports whether a character may affect a terminal.
func actsOnTerminals(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029 ||
		r == 0xfeff || r >= 0xfff9 && r <= 0xfffb
}

// FuzzBriefingJSON writes a briefing with one text in every field as JSON and
// reads the same briefing back.
func FuzzBriefingJSON(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	format, err := Find("json")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content string) {
		first := reread(t, written(t, format, &Request{Index: hostile(t, content)}))
		if content = clean.Line(content); steady(content) && first.Title != content {
			t.Errorf("the title %q comes back as %q", content, first.Title)
		}
		second := written(t, format, &Request{Index: briefing.NewIndex(first)})
		if third := written(t, format, &Request{Index: briefing.NewIndex(reread(t, second))}); third != second {
			t.Errorf("%q: written again it is different", content)
		}
	})
}

// reread parses the briefing in a JSON text.
func reread(t *testing.T, text string) *briefing.Briefing {
	t.Helper()
	doc, err := file.Parse([]byte(text), "written", nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Briefing
}
