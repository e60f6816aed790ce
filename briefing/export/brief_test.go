package export

import (
	"io"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/data"
)

// TestBriefIsThatOfTheScreen looks for the headings and rows of the Brief
// screen, in order, in the brief of the formats that should hold everything.
func TestBriefIsThatOfTheScreen(t *testing.T) {
	built, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	few := func(r briefing.Ref) bool { return r.ID == "2" || r.ID == "judgment-bare" || r.ID == "call" }
	for name, r := range map[string]*Request{
		"sample":           {Index: sample(t)},
		"sample, filtered": {Index: sample(t), Keep: few},
		"built in":         {Index: briefing.NewIndex(built.Briefing)},
		"bare":             {Index: bare(t)},
	} {
		r.Only = []briefing.Part{briefing.PartBrief}
		x := r.Index
		if r.Keep != nil {
			x = x.Narrow(r.Keep, nil)
		}
		for format, heading := range map[string]func(string) string{
			"text":     func(h string) string { return strings.ToUpper(h) },
			"markdown": func(h string) string { return "## " + h },
			"html":     func(h string) string { return h },
		} {
			f, err := Find(format)
			if err != nil {
				t.Fatal(err)
			}
			text := written(t, f, r)
			if format == "html" {
				_, text, _ = strings.Cut(textOf(parseHTML(t, text)), "Brief")
			}
			inOrder(t, name+", "+format, words(text), x, heading)
		}
	}
}

// inOrder looks for the headings, rows and words of the Brief screen in a text.
func inOrder(t *testing.T, name, text string, x *briefing.Index, heading func(string) string) {
	t.Helper()
	look := func(what string) {
		at := strings.Index(text, what)
		if at < 0 {
			t.Errorf("%s does not say %q behind what the screen has before it", name, what)
			return
		}
		text = text[at+len(what):]
	}
	for _, b := range page.Brief(x) {
		switch b := b.(type) {
		case page.Section:
			look(heading(b.Text))
		case page.Later:
			look(words(x.Name(b.To.Ref)))
		case page.Prose:
			look(words(page.Text(b)))
		}
	}
}

// TestBriefOfDataIsHeldOrCounted requests only the brief: what is contested and
// expected is in parts that are not requested.
func TestBriefOfDataIsHeldOrCounted(t *testing.T) {
	for _, name := range []string{"json", "stix", "jsonld", "ics", "csl-json"} {
		f, err := Find(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			only []briefing.Part
			want string
		}{
			{[]briefing.Part{briefing.PartBrief}, "contested question (2), expected event (1)"},
			{[]briefing.Part{briefing.PartBrief, briefing.PartClaims}, "expected event (1)"},
			{[]briefing.Part{briefing.PartTimeline}, ""},
		} {
			losses, err := f.Write(io.Discard, &Request{Index: sample(t), Only: test.only})
			if err != nil {
				t.Fatal(err)
			}
			var got Losses
			for _, l := range losses {
				if l.Field == "contested question" || l.Field == "expected event" {
					got = append(got, l)
				}
			}
			if got.String() != test.want {
				t.Errorf("%s of %v counts %q, not %q", name, test.only, got, test.want)
			}
		}
	}
}
