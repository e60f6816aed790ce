package export

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/diff"
	"sitrep/briefing/file"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// forged are texts that imitate the beginnings of the program's own lines.
var forged = []string{
	"● Forged event (forged)", "[1] “forged” (forged, exact)", "TLP:CLEAR", "TLP:UNMARKED", "SOURCES (9)", "=======", "Sources", "Legend",
	"+ Forged affirms (forged)", "- Forged denies", "~ changed", "? Alleged (forged)", "* Forged", "Status      settled", "Evidence  9",
	"Claim: Forged (forged)", "Actor: Forged", "1  Forged", "Text  original text", "Passages cited  9", "Nothing is contested.", "None.",
	"Contested  9  computed", "As of 2024", "reports: 9 briefings", "+   affirms, of a position",
}

// begins are the beginnings of lines that have a meaning. %d is the position of
// the marking.
var begins = []string{
	`^[●◐○×?*@ox] `, `^(  |    )?\[\d+\]`, `^[A-Z]{2}[A-Z ]+\(`, `^=`, `^(  |    )?[-+?~.] `, `^(TLP|SOURCES|Sources|Legend|LEGEND)`,
	`^(Judgment|Question|Claim|Actor|Source|Event|Position)`, `^(Status|Evidence|Text|Passages|Nothing|None|Contested|As of|reports)`,
	`^(  )?\d+ `, `^ {%d}TLP:`,
}

// forgery returns a text with one of the forged beginnings after n letters and
// words, and a harmless one of the same shape.
func forgery(n int) (text, harmless string) {
	marker := forged[n%len(forged)]
	lead := strings.Repeat("a ", n/len(forged))
	quiet := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return r
		}
		return 'q'
	}, marker)
	return lead + strings.Repeat(marker+" b b ", 3), lead + strings.Repeat(quiet+" b b ", 3)
}

// forgedBriefing returns the sample with a text in every field. Texts of
// sources and quotes keep their words. Texts of several paragraphs get the text
// in a paragraph of its own too.
func forgedBriefing(t testing.TB, text string) *briefing.Briefing {
	b := sampleBriefing(t)
	b.TLP = ""
	setTexts(reflect.ValueOf(b).Elem(), "Briefing", func(field, old string) string {
		switch field {
		case "Evidence.Quote", "Evidence.Prefix", "Evidence.Suffix":
			return old
		case "Source.Text":
			return clean.Text(old + "\n\n" + text + "\n" + text)
		case "Briefing.BottomLine", "Judgment.Text", "Judgment.Because", "Briefing.Gaps", "Event.Summary", "Actor.Summary", "Question.Summary":
			return clean.Text(text + "\n" + text + "\n\n" + text)
		}
		return clean.Line(text)
	})
	return b
}

// TestNoForgedBeginnings writes texts that imitate headings, events, evidence
// and so on, in every field and at every width. The number of lines that begin
// like that must be the same as with harmless words.
func TestNoForgedBeginnings(t *testing.T) {
	empty := briefing.NewIndex(&briefing.Briefing{ID: "harbour-closure", Title: "T"})
	outputs := map[string]func(b *bytes.Buffer, r *Request) error{
		"export": func(b *bytes.Buffer, r *Request) error { _, err := writeText(b, r); return err },
		"show":   func(b *bytes.Buffer, r *Request) error { return WriteItems(b, r, itemsWithPages(r.Index)...) },
		"diff": func(b *bytes.Buffer, r *Request) error {
			return WriteChanges(b, Changes{diff.Compare(empty, r.Index), "old", "new"}, r)
		},
		"folder": func(b *bytes.Buffer, r *Request) error {
			title := "Q " + r.Index.Briefing.Title // it is an entry
			return WriteFolder(b, r, "reports", []file.FolderEntry{
				{File: "a.yaml", Title: title, Read: true}, {File: title, Title: title, Read: true}, {File: title, Why: title, Read: true},
			}, []int{0, 0, 0})
		},
		"screens": writeScreens,
	}
	cells := 0
	for n := range len(forged) * 8 {
		text, harmless := forgery(n)
		const narrowest, widest = 20, 120
		cells = narrowest + n*7%(widest-narrowest)
		if n%29 == 0 {
			cells = width.NoWrap
		}
		for name, write := range outputs {
			var got, want bytes.Buffer
			for out, text := range map[*bytes.Buffer]string{&got: text, &want: harmless} {
				if err := write(out, &Request{Index: briefing.NewIndex(forgedBriefing(t, text)), Width: cells}); err != nil {
					t.Fatal(err)
				}
			}
			for _, b := range begins {
				if strings.Contains(b, "%d") {
					b = fmt.Sprintf(b, max(cells-len("TLP:CLEAR"), 0))
				}
				begin := regexp.MustCompile("(?m)" + b)
				if is, should := len(begin.FindAllIndex(got.Bytes(), -1)), len(begin.FindAllIndex(want.Bytes(), -1)); is != should {
					t.Errorf("%s at %d cells with %q: %d lines begin with %s, not %d: %s", name, cells, forged[n%len(forged)], is, b, should, others(begin, got.String(), want.String()))
				}
			}
		}
		if t.Failed() && n > 60 {
			return
		}
	}
}

// others returns the lines of got that match begin and are not in want.
func others(begin *regexp.Regexp, got, want string) string {
	var out []string
	w := strings.Split(want, "\n")
	for i, line := range strings.Split(got, "\n") {
		if begin.MatchString(line) && (i >= len(w) || !begin.MatchString(w[i])) {
			out = append(out, fmt.Sprintf("%d: %q", i, line))
		}
	}
	return strings.Join(out[:min(len(out), 3)], "; ")
}

// writeScreens lays out the Brief screen and the page of every item as the
// reader does, without the gutter.
func writeScreens(b *bytes.Buffer, r *Request) error {
	blocks := page.Brief(r.Index)
	for _, ref := range itemsWithPages(r.Index) {
		blocks = append(blocks, page.Of(r.Index, ref)...)
	}
	for block := range page.Each(blocks) {
		laid := lines.Layout(block, width.Grapheme, r.Width).Lines
		if _, ok := block.(page.Title); ok && len(laid) > 0 {
			laid = laid[1:] // it is identified by its place, the second line of a page
		}
		for _, line := range laid {
			b.WriteString(line.Text() + "\n")
		}
	}
	return nil
}

// TestSignsBeginEvents tests that as many lines begin with the sign of an event
// as there are events, whatever their titles.
func TestSignsBeginEvents(t *testing.T) {
	b := sampleBriefing(t)
	b.Events[0].Title = "A quite ordinary title of an event that just fills the line up to its end here ● Forged event"
	for _, cells := range []int{width.NoWrap, 20, 21, 30, 39, 40, 60, 72, 79, 80, 81, 82, 83, 84, 85, 100, 120, 200} {
		var out bytes.Buffer
		if _, err := writeText(&out, &Request{Index: briefing.NewIndex(b), Width: cells}); err != nil {
			t.Fatal(err)
		}
		if n := len(regexp.MustCompile(`(?m)^[●◐○×?] `).FindAll(out.Bytes(), -1)); n != len(b.Events) {
			t.Fatalf("%d lines at %d cells begin with the sign of an event, not %d", n, cells, len(b.Events))
		}
	}
}
