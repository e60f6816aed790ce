package export_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/diff"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

// redacted returns a file as it is shown to readers who may see GREEN.
func redacted(t *testing.T, data []byte) *file.Document {
	t.Helper()
	doc, err := file.Parse(data, "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	if doc, err = doc.Redact("GREEN"); err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestNothingWithheldIsWritten marks each item in turn, and writes the briefing
// in every format: all of it and each part, each item by itself, the changes,
// and the list of a folder. None of the item's words may be in any of them.
func TestNothingWithheldIsWritten(t *testing.T) {
	k := sample.NewEveryKey(t, file.WriteSchema)
	before := redacted(t, k.File())
	written := 0
	for _, item := range k.Items {
		doc := redacted(t, k.File(item))
		held := func(what, text string) {
			written++
			for _, word := range item.Words {
				if strings.Contains(text, word) {
					t.Fatalf("%s %s is withheld, and %s says %s of it:\n%s", item.Noun, item.ID, what, word, text)
				}
			}
		}
		held("the count", doc.Withheld.String())
		for _, f := range export.Formats {
			for _, only := range append([]briefing.PartInfo{{}}, briefing.Parts...) {
				text := inFormat(t, f, doc, only.Part)
				held(f.Name+" "+string(only.Part), text)
				if text != "" && !saysWithheld(text, item.Noun) {
					t.Errorf("%s does not say that 1 %s is withheld", f.Name, item.Noun)
				}
			}
		}
		x := doc.Index()
		for _, other := range k.Items {
			if ref, ok := x.Lookup(other.ID); ok {
				var out strings.Builder
				if err := export.WriteItems(&out, &export.Request{Index: x, Width: 80}, ref); err != nil {
					t.Fatal(err)
				}
				if err := export.MarkdownItem(&out, x, ref); err != nil {
					t.Fatal(err)
				}
				held("show "+other.ID, out.String())
			}
		}
		writeBoth(t, held, doc, before)
	}
	t.Logf("%d items, %d texts: no word of what is withheld", len(k.Items), written)
}

// inFormat returns the output of a part of a briefing in a format, or "" if the
// format does not have the part.
func inFormat(t *testing.T, f export.Format, doc *file.Document, only briefing.Part) string {
	t.Helper()
	r := &export.Request{Index: doc.Index(), Width: 80}
	if only != "" {
		r.Only = []briefing.Part{only}
	}
	var out strings.Builder
	losses, err := f.Write(&out, r)
	if errors.Is(err, export.ErrOnePart) {
		return ""
	}
	if err != nil {
		t.Fatal(f.Name, err)
	}
	return out.String() + losses.String()
}

// saysWithheld reports whether a text says that one or more items are withheld.
func saysWithheld(text, noun string) bool {
	text = strings.Join(strings.Fields(strings.NewReplacer("\r\n ", "", `\`, "").Replace(text)), " ")
	return regexp.MustCompile("withheld: ([^.]*, )?[1-9][0-9]* " + noun + "s?[ ,]").MatchString(text)
}

// writeBoth writes the changes between two versions in which the same is
// withheld, and the list of a folder.
func writeBoth(t *testing.T, held func(what, text string), doc, other *file.Document) {
	t.Helper()
	empty := &file.Document{Briefing: &briefing.Briefing{ID: other.Briefing.ID, TLP: "GREEN"}}
	for _, versions := range [][2]*file.Document{{empty, doc}, {doc, empty}, {doc, doc}} {
		report := diff.Compare(versions[0].Index(), versions[1].Index())
		for _, write := range []func(*strings.Builder) error{
			func(w *strings.Builder) error {
				return export.WriteChanges(w, export.Changes{Report: report, Old: "old", New: "new"}, &export.Request{Width: 80})
			},
			func(w *strings.Builder) error {
				return export.WriteChangesJSON(w, export.Changes{Report: report, Old: "old", New: "new"}, &export.Request{})
			},
		} {
			var out strings.Builder
			if err := write(&out); err != nil {
				t.Fatal(err)
			}
			held("diff", out.String())
		}
	}
	x := doc.Index()
	var out strings.Builder
	list := []file.FolderEntry{file.NewFolderEntry("x.yaml", doc, x, check.Faults(doc, x))}
	if err := export.WriteFolder(&out, &export.Request{Width: 80}, "folder", list, []int{1}); err != nil {
		t.Fatal(err)
	}
	held("the list of a folder", out.String())
	for _, p := range check.Document(doc) {
		held("a problem", p.String()+p.Hint)
	}
}

// TestMarkingsAreWritten tests that the marking of each item is in every format
// that has the item, and that the banner has the highest of them.
func TestMarkingsAreWritten(t *testing.T) {
	k := sample.NewEveryKey(t, file.WriteSchema)
	for _, item := range k.Items {
		doc, err := file.Parse(k.File(item), "x", nil)
		if err != nil {
			t.Fatal(err)
		}
		x := doc.Index()
		if x.Banner() != "RED" {
			t.Errorf("%s %s: the banner is %s", item.Noun, item.ID, x.Banner())
		}
		for _, name := range []string{"text", "markdown", "html"} {
			f, err := export.Find(name)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			if _, err := f.Write(&out, &export.Request{Index: x, Width: 80}); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(strings.ReplaceAll(out.String(), `\`, ""), "(TLP:RED)") {
				t.Errorf("%s %s: %s does not mark it", item.Noun, item.ID, name)
			}
		}
	}
}
