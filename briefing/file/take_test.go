package file

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing"
)

const reviewHead = "format: briefing/1\nid: b\ntitle: T\nas_of: 2024-06\n"

func itemOf(t testing.TB, text, id string) briefing.Ref {
	t.Helper()
	doc, err := Parse(text, "t", anyText)
	if err != nil {
		t.Fatal(err)
	}
	ref, ok := doc.Index().Lookup(id)
	if !ok {
		t.Fatalf("nothing has the id %s: %v", id, doc.Problems)
	}
	return ref
}

func TestTakeAndDropInPlace(t *testing.T) {
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	same := func(s string) string { return s }
	for _, c := range reviewed {
		for end, lines := range map[string]func(string) string{"LF": same, "CRLF": crlf} {
			t.Run(c.name+" "+end, func(t *testing.T) {
				text := lines(reviewHead + c.text)
				item := itemOf(t, text, c.item)
				got, err := Take(text, nil, item)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(lines(reviewHead+c.taken), got); diff != "" {
					t.Error("taken:", diff)
				}
				got, err = Drop(text, nil, item)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(lines(reviewHead+c.dropped), got); diff != "" {
					t.Error("dropped:", diff)
				}
			})
		}
	}
}

func TestTakeAndDropInJSON(t *testing.T) {
	const head = `{"format": "briefing/1", "id": "b", "title": "T", "as_of": "2024",`
	for _, c := range []struct{ text, taken, dropped string }{
		{
			` "actors": [{"id": "a", "name": "A \"}], \\", "kind": "person", "draft": true}]}`,
			` "actors": [{"id": "a", "name": "A \"}], \\", "kind": "person"}]}`,
			` "actors": []}`,
		},
		{
			"\n  \"actors\": [\n    {\n      \"draft\": true,\n      \"id\": \"a\",\n      \"name\": \"\\ud83d\\ude00\",\n      \"kind\": \"person\"\n    },\n    {\"id\": \"b\", \"name\": \"B\", \"kind\": \"group\"}\n  ]\n}\n",
			"\n  \"actors\": [\n    {\n      \"id\": \"a\",\n      \"name\": \"\\ud83d\\ude00\",\n      \"kind\": \"person\"\n    },\n    {\"id\": \"b\", \"name\": \"B\", \"kind\": \"group\"}\n  ]\n}\n",
			"\n  \"actors\": [\n    {\"id\": \"b\", \"name\": \"B\", \"kind\": \"group\"}\n  ]\n}\n",
		},
		{
			"\n  \"actors\": [\n    {\"id\": \"b\", \"name\": \"B\", \"kind\": \"group\", \"part_of\": \"a\"},\n    {\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\",\n      \"draft\": true}\n  ]\n}\n",
			"\n  \"actors\": [\n    {\"id\": \"b\", \"name\": \"B\", \"kind\": \"group\", \"part_of\": \"a\"},\n    {\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\"}\n  ]\n}\n",
			"\n  \"actors\": [\n    {\"id\": \"b\", \"name\": \"B\", \"kind\": \"group\"}\n  ]\n}\n",
		},
	} {
		item := itemOf(t, head+c.text, "a")
		if got, err := Take(head+c.text, nil, item); err != nil || got != head+c.taken {
			t.Error(err, cmp.Diff(head+c.taken, got))
		}
		if got, err := Drop(head+c.text, nil, item); err != nil || got != head+c.dropped {
			t.Error(err, cmp.Diff(head+c.dropped, got))
		}
	}
}

// checkReview takes and drops each item of a text, at most so many, and expects that
// bytes are only taken out. It returns how many of them could be dropped.
func checkReview(t testing.TB, text string, most int) (dropped, of int) {
	doc, err := Parse(text, "t", anyText)
	if err != nil {
		return 0, 0
	}
	x := doc.Index()
	for _, part := range briefing.Parts {
		for _, r := range part.Items(x) {
			if x.Common(r) == nil || of == most {
				continue
			}
			of++
			if got, err := Take(text, nil, r); err == nil {
				checkTakenOut(t, text, got)
				if again := itemDraft(t, got, r); again {
					t.Fatalf("%v is still a draft in\n%s", r, got)
				}
			}
			fall := x.Falls(r)
			got, err := Drop(text, nil, append(fall.All(), r)...)
			if err != nil {
				continue
			}
			dropped++
			checkTakenOut(t, text, got)
			if doc, err := Parse(got, "t", anyText); err != nil {
				t.Fatal(err)
			} else if _, there := doc.Index().Lookup(r.ID); there && r.Kind != briefing.KindPosition && !x.Common(r).MadeID {
				t.Fatalf("%v is still in\n%s", r, got)
			}
		}
	}
	return dropped, of
}

func itemDraft(t testing.TB, text string, r briefing.Ref) bool {
	doc, err := Parse(text, "t", anyText)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Index().Draft(r)
}

// checkTakenOut fails unless got is text without some bytes, but for empty lists.
func checkTakenOut(t testing.TB, text, got string) {
	t.Helper()
	filled := strings.NewReplacer(" []", "", " {}", "")
	text, rest := filled.Replace(text), filled.Replace(got)
	for i := range len(text) {
		if rest != "" && rest[0] == text[i] {
			rest = rest[1:]
		}
	}
	if rest != "" {
		t.Fatalf("more than taken out at %q of\n%s\nwhich was\n%s", rest, got, text)
	}
}

func TestTakeAndDropEverything(t *testing.T) {
	texts := map[string]string{}
	for name, text := range ugly {
		texts[name] = text
	}
	for _, c := range reviewed {
		texts[c.name] = reviewHead + c.text
	}
	for _, path := range []string{"../../data/briefing.yaml", "../../data/briefing.json", "template.yaml"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts[path] = string(text)
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			for _, text := range []string{text, strings.ReplaceAll(text, "\n", "\r\n")} {
				if dropped, of := checkReview(t, text, 8); dropped < of {
					t.Errorf("%d of %d could be dropped", dropped, of)
				}
			}
		})
	}
}

func FuzzTakeAndDrop(f *testing.F) {
	for _, text := range ugly {
		f.Add(text)
	}
	for _, c := range reviewed {
		f.Add(reviewHead + c.text)
		f.Add(strings.ReplaceAll(reviewHead+c.text, "\n", "\r\n"))
	}
	f.Add(`{"format": "briefing/1", "actors": [{"id": "a", "name": "A", "draft": true, "kind": "person"}]}`)
	f.Fuzz(func(t *testing.T, text string) { checkReview(t, text, 4) })
}

func TestTakeMany(t *testing.T) {
	var b strings.Builder
	b.WriteString(reviewHead + "actors:\n")
	var items []briefing.Ref
	for i := range 300 {
		fmt.Fprintf(&b, "  - id: a%d\n    name: A\n    draft: true\n    kind: person\n", i)
		items = append(items, briefing.Ref{Kind: briefing.KindActor, ID: fmt.Sprintf("a%d", i)})
	}
	got, err := Take(b.String(), nil, items...)
	if want := strings.ReplaceAll(b.String(), "    draft: true\n", ""); err != nil || got != want {
		t.Error(err, "not all are taken")
	}
	if got, err = Drop(b.String(), nil, items...); err != nil || got != reviewHead+"actors: []\n" {
		t.Error(err, got)
	}
	if got, err = Drop(b.String(), nil, items[1:]...); err != nil || strings.Count(got, "id: a") != 1 {
		t.Error(err, got)
	}
}

// TestTakeInALargeFile takes and drops in YAML that is too large to be read as a whole.
func TestTakeInALargeFile(t *testing.T) {
	long := strings.Repeat("long ", maxWhole/10)
	text := reviewHead + "sources:\n  - {id: s, title: S, kind: post, text: " + long + "}\n  - id: l\n    title: L\n    kind: post\n    text: |\n      " +
		long + "\n# The end of sources.\nactors:\n  # About A.\n  - id: a\n    name: A\n    kind: person\n    draft: true\n"
	if len(text) <= maxWhole {
		t.Fatal(len(text))
	}
	a := briefing.Ref{Kind: briefing.KindActor, ID: "a"}
	if got, err := Take(text, nil, a); err != nil || got != strings.Replace(text, "    draft: true\n", "", 1) {
		t.Error(err, len(got))
	}
	head, _, _ := strings.Cut(text, "actors:")
	if got, err := Drop(text, nil, a); err != nil || got != head+"actors: []\n" {
		t.Error(err, len(got))
	}
}
