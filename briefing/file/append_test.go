package file

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing"
)

const appendHead = "format: briefing/1\nid: b\ntitle: T\nas_of: 2024-06\n"

// someItems is one of each kind that is added.
func someItems(t testing.TB) *briefing.Briefing {
	t.Helper()
	doc, err := Parse(appendHead+`
judgments: [{id: new-judgment, text: "It [[new-source|is]]."}]
gaps: ["What: # it is?", more]
sources:
  - {id: new-source, title: "New: \"source\"", kind: article, text: "One.\n\n# Two.\n\n  three\n"}
  - {id: new-other, kind: post, title: "'"}
actors: [{id: new-actor, name: "Yes", kind: person, aka: ["- a", "{b}"], evidence: [{new-source: One.}]}]
events: [{id: new-event, title: Event, when: 2024-05, actors: [new-actor]}]
questions:
  - {id: new-question, text: Q?, claims: [{id: new-claim, text: C, positions: [{holder: new-actor, stance: denies}]}]}
`, "new", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	return doc.Briefing
}

// checkOutline checks that the places of a large file, of which only the ends of
// lists are read, are those of a small one, or that there are none.
func checkOutline(t testing.TB, text string) {
	t.Helper()
	text = trimBOM(text)
	r := &yamlReader{d: newDecoder("briefing", nil)}
	whole, err := r.parse(withoutOtherBreaks(text), 0)
	if err != nil || !isBlockMapping(whole) {
		return
	}
	outline, err := r.outline(withoutOtherBreaks(text), 0)
	if err != nil {
		return
	}
	y := &yamlPlaces{text: text, lines: lineStarts(text)}
	if want, got := y.inBlock(whole), y.inBlock(outline); !reflect.DeepEqual(got, want) {
		t.Errorf("the outline has other places:\n%s", text)
	}
}

// checkAppend adds items to a text and expects that every byte of it stays.
func checkAppend(t testing.TB, text string, added *briefing.Briefing) (out string, ok bool) {
	t.Helper()
	checkOutline(t, text)
	got, err := Append(text, nil, added)
	if err != nil {
		return err.Error(), false
	}
	rest := string(got)
	body := trimBOM(text)
	find := findInYAML
	if isJSON(body) {
		find = findInJSON
	}
	lists, err := listsOf(added)
	if err != nil {
		t.Fatal(err)
	}
	root, err := find(body)
	if err != nil {
		t.Fatal(err)
	}
	e := &extension{text: body, eol: lineEnd(body)}
	if err := e.addLists(root, lists); err != nil {
		t.Fatal(err)
	}
	e.apply()
	rest = strings.TrimPrefix(rest, text[:len(text)-len(body)])
	from := 0
	for _, i := range e.inserts {
		for _, part := range []string{body[from:i.at], i.text} {
			var has bool
			if rest, has = strings.CutPrefix(rest, part); !has {
				t.Fatalf("a byte was changed before %q:\n%s", part, got)
			}
		}
		from = i.at
	}
	if rest != body[from:] {
		t.Fatalf("the end was changed:\n%s", got)
	}
	return string(got), true
}

// ugly are files as people and programs write them.
var ugly = map[string]string{
	"no lists":                appendHead,
	"no newline at the end":   strings.TrimSuffix(appendHead, "\n"),
	"null":                    appendHead + "sources:\nactors: # none yet\n\n# Events.\nevents:\n",
	"null at the end":         appendHead + "sources:",
	"null with a comment":     appendHead + "sources:\n  # put them here\n# Actors.\nactors:\n",
	"empty lists":             appendHead + "sources: []\nactors: [ ]\nevents: [\n]\nquestions: [ # none\n  ]\ngaps: []",
	"block":                   appendHead + "sources:\n  - id: a\n    kind: post\n    title: A\n  - id: c\n    kind: post\n    title: C\nactors:\n  - id: d\n    name: D\n    kind: state\n",
	"block without indent":    appendHead + "sources:\n- id: a\n  kind: post\n  title: A\n# Actors.\nactors:\n- id: d\n  name: D\n  kind: state\n",
	"far":                     appendHead + "sources:\n      -   id: a\n          kind: post\n          title: A\n      -\n          id: c\n          kind: post\n          title: C\n\n\nactors:\n -  id: d\n    name: D\n    kind: state\n\n",
	"apart":                   appendHead + "sources:\n\n  - id: a\n    kind: post\n    title: A\n\n  - id: c\n    kind: post\n    title: C\n\nactors:\n\n  - id: d\n    name: D\n    kind: state\n",
	"comments":                appendHead + "sources: # all\n  # first\n  - id: a # a\n    kind: post\n    title: A # A\n    # about a\n  # - id: c\n\n# ---- Actors ----\nactors:\n  - id: d\n    name: D\n    kind: state\n# The end.\n",
	"comment at the end":      appendHead + "sources:\n  - id: a\n    kind: post\n    title: A\n# The end.",
	"documents":               "---\n" + appendHead + "sources:\n  - id: a\n    kind: post\n    title: A\n...\n",
	"document ends":           appendHead + "# more\n... # the end\n# of the file\n",
	"literal":                 appendHead + "sources:\n  - id: a\n    kind: post\n    title: A\n    text: |\n      One.\n\n      # no comment\n\nactors:\n  - id: d\n    name: D\n    kind: state\n    summary: >-\n      A\n      B\n\n\nevents:\n",
	"literal that keeps":      appendHead + "sources:\n  - id: a\n    kind: post\n    title: A\n    text: |+\n      One.\n\n\nactors:\n  - id: d\n    name: D\n    kind: state\n    summary: |+\n\n\nevents:\n",
	"literal with spaces":     appendHead + "sources:\n  - id: a\n    kind: post\n    title: A\n    text: |\n      One.\n          \n      \n\nactors:\n",
	"quoted over lines":       appendHead + "sources:\n  - id: a\n    kind: post\n    title: \"A\n    # no comment\n\n    B\"\nactors:\n  - id: d\n    name: 'D\n\n      E'\n    kind: state\n",
	"plain over lines":        appendHead + "sources:\n  - id: a\n    kind: post\n    title: A\n      B\n      C\nactors:\n",
	"flow in a line":          appendHead + "sources: [{id: a, kind: post, title: A}]\nactors: [ {id: d, name: \"]}\", kind: state}, ]\ngaps: [it's, 'it''s']\n",
	"flow over lines":         appendHead + "sources: [\n    {id: a, kind: post, title: A}, # a\n    {id: c, kind: post,\n     title: C} # c ]\n  ]\nactors: [\n\t{id: d,\tname: D, kind: state, aka: [a, \"b\\\"]\"]},\n\t]\n",
	"flow in odd lines":       appendHead + "sources:\n  [{id: a, kind: post, title: A},\n   {id: c, kind: post, title: C}]\nactors: [{id: d, name: D, kind: state\n  }\n  , {id: e, name: E, kind: state}\n  ]\n",
	"flow with empty ends":    appendHead + "sources: [{id: a, kind: post, title: A, tags: []}]\nactors: [{id: d, name: D, kind: state, evidence: [ ] }]\nevents: [{id: e, title: E, when: 2024, place: }]\n",
	"flow with plain ends":    appendHead + "sources: [{id: a, kind: post, title: A B#c }]\ngaps: [what is\n  it # now?\n  ]\nactors: [{kind: state, name: a:b , id: d}]\n",
	"all in flow":             "# c\n{format: briefing/1, id: b, title: T, as_of: 2024-06, sources: [{id: a, kind: post, title: A}], actors: []}\n",
	"all in flow over lines":  "---\n{\n  format: briefing/1, id: b, title: T, as_of: 2024-06,\n  sources: [\n    {id: a, kind: post, title: A}\n  ],\n}\n",
	"indented":                strings.ReplaceAll("\n"+appendHead+"sources:\n- id: a\n  kind: post\n  title: A", "\n", "\n  "),
	"quoted keys":             "\"format\": briefing/1\n'id': b\n\"title\": T\nas_of: 2024-06\n\"sources\":\n  - \"id\": a\n    kind: post\n    title: A\n'actors': []\n",
	"accents":                 appendHead + "sources: [{kind: post, title: \"é\u2028\U0001f600 \", id: a}] # é\nactors: [ {name: \"\u0085éé\", kind: state, id: d}]\n",
	"questions":               appendHead + "questions:\n  - id: q\n    text: Q\n    claims:\n      - id: c\n        text: C\n",
	"JSON":                    "{\n  \"format\": \"briefing/1\",\n  \"id\": \"b\",\n  \"title\": \"T\",\n  \"as_of\": \"2024-06\",\n  \"sources\": [\n    {\n      \"id\": \"a\",\n      \"kind\": \"post\",\n      \"title\": \"A]\"\n    }\n  ],\n  \"actors\": []\n}\n",
	"JSON with tabs":          "{\n\t\"format\": \"briefing/1\",\n\t\"id\": \"b\",\n\t\"title\": \"T\",\n\t\"as_of\": \"2024-06\",\n\t\"events\": [\n\t],\n\t\"gaps\": [\"a\",\n\t\t\"b\"]}",
	"JSON in a line":          `{"format":"briefing/1","id":"b","title":"T","as_of":"2024-06","sources":[{"id":"a","kind":"post","title":"A"}],"actors":[]}`,
	"JSON with lists in line": "{\"format\": \"briefing/1\", \"id\": \"b\", \"title\": \"T\", \"as_of\": \"2024-06\",\n \"sources\": [{\"id\": \"a\", \"kind\": \"post\", \"title\": \"A\"} ], \"actors\": [ ] }",
}

func TestAppend(t *testing.T) {
	added := someItems(t)
	for name, text := range ugly {
		forms := map[string]string{"": text, " with CRLF": strings.ReplaceAll(text, "\n", "\r\n"), " with BOM": "\ufeff" + text}
		if !strings.Contains(text, "\u2028") {
			forms[" with CR"] = strings.ReplaceAll(text, "\n", "\r")
		}
		for form, text := range forms {
			t.Run(name+form, func(t *testing.T) {
				before, err := Parse(text, "before", nil)
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range before.Problems {
					if p.Code != CodeTextChanged && !strings.Contains(p.Message, "there is no value") {
						t.Fatal(p)
					}
				}
				out, ok := checkAppend(t, text, added)
				if !ok {
					t.Fatal(out)
				}
				if strings.Contains(text, "\r\n") && strings.Count(out, "\n") != strings.Count(out, "\r\n") {
					t.Errorf("not all lines end in CRLF:\n%q", out)
				}
				if strings.HasSuffix(text, "\n") != strings.HasSuffix(out, "\n") {
					t.Errorf("the end of the last line has changed:\n%s", out)
				}
				doc, err := Parse(out, "again", nil)
				if err != nil {
					t.Fatal(err)
				}
				if again, ok := checkAppend(t, out, itemsAgain(t, added)); !ok {
					t.Errorf("nothing can be added a second time to %s:\n%s", doc.Briefing.ID, again)
				}
			})
		}
	}
}

// itemsAgain are the same items with other ids.
func itemsAgain(t testing.TB, b *briefing.Briefing) *briefing.Briefing {
	t.Helper()
	var text bytes.Buffer
	if err := WriteJSON(&text, b); err != nil {
		t.Fatal(err)
	}
	doc, err := Parse(strings.ReplaceAll(text.String(), "new-", "again-"), "again", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	return doc.Briefing
}

// TestAppendInPlace says what files look like afterwards.
func TestAppendInPlace(t *testing.T) {
	gap := &briefing.Briefing{Gaps: []string{"new"}}
	source := &briefing.Briefing{Sources: []briefing.Source{{ID: "new", Title: "New", Kind: "document"}}}
	for _, c := range []struct {
		text, want string
		added      *briefing.Briefing
	}{
		{"", "gaps:\n  - new\n", gap},
		{"gaps:\n  - old\n\n# The end.\n", "gaps:\n  - old\n  - new\n\n# The end.\n", gap},
		{"gaps:\n- old # a\n  # b\n# c\n", "gaps:\n- old # a\n  # b\n- new\n# c\n", gap},
		{"gaps:\n\n  - old\n\n  - older\n\nactors: []\n", "gaps:\n\n  - old\n\n  - older\n\n  - new\n\nactors: []\n", gap},
		{"gaps: [old]\n", "gaps: [old, \"new\"]\n", gap},
		{"gaps: []\n", "gaps: [\n  \"new\"\n  ]\n", gap},
		{"gaps: [\n    old, # a\n    older # b\n  ]\n", "gaps: [\n    old, # a\n    older, # b\n    \"new\"\n  ]\n", gap},
		{"gaps:", "gaps:\n  - new", gap},
		{"gaps: # none\n\n# Actors.\nactors: []\n", "gaps: # none\n  - new\n\n# Actors.\nactors: []\n", gap},
		{"sources:\n  - id: a\n    kind: post\n    title: A\n", "sources:\n  - id: a\n    kind: post\n    title: A\n  - id: new\n    title: New\n    kind: document\n", source},
		{"sources: [\n    {id: a, kind: post, title: A}\n]\n", "sources: [\n    {id: a, kind: post, title: A},\n    {\n      \"id\": \"new\",\n      \"title\": \"New\",\n      \"kind\": \"document\"\n    }\n]\n", source},
	} {
		got, err := Append(appendHead+c.text, nil, c.added)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if diff := cmp.Diff(appendHead+c.want, string(got)); diff != "" {
			t.Errorf("%q becomes\n%s", c.text, diff)
		}
	}
}

// TestAppendRefuses has files to which nothing can be added by insertion alone.
func TestAppendRefuses(t *testing.T) {
	added := someItems(t)
	for text, want := range map[string]string{
		appendHead + "sources: null\n":                                          `"sources" in line 5 is no list`,
		appendHead + "sources: ~\n":                                             `"sources" in line 5 is no list`,
		appendHead + "actors: {a: b}\n":                                         `"actors" in line 5 is no list`,
		appendHead + "actors: !!seq []\n":                                       `"actors" in line 5 has an anchor or a tag`,
		"{\"format\": \"briefing/1\", \"sources\": null}":                       `"sources" is no list`,
		appendHead + "sources:\n  - {id: new-source, kind: post, title: Old}\n": "would not say",
		"format: [":  "syntax",
		"":           "the file is empty",
		"format: no": "briefing/1",
	} {
		got, err := Append(text, nil, added)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: the error is %v, not %q", text, err, want)
		}
		if len(got) > 0 {
			t.Errorf("%q becomes %q in spite of the error", text, got)
		}
	}
	if got, err := Append(appendHead, nil, &briefing.Briefing{}); err != nil || string(got) != appendHead {
		t.Errorf("adding nothing gives %q, %v", got, err)
	}
}

func FuzzAppend(f *testing.F) {
	added := someItems(f)
	for _, text := range ugly {
		f.Add(text)
		f.Add(strings.ReplaceAll(text, "\n", "\r\n"))
	}
	f.Fuzz(func(t *testing.T, text string) { checkAppend(t, text, added) })
}

// TestAppendToMany adds to a large briefing, with more commas in it than YAML can
// have values to be read as a whole.
func TestAppendToMany(t *testing.T) {
	var b strings.Builder
	b.WriteString(appendHead + "sources:\n")
	const many = 25_000
	for i := range many {
		fmt.Fprintf(&b, "  - id: s%d\n    title: %q\n", i, strings.Repeat("word, ", 25))
	}
	if out, ok := checkAppend(t, b.String(), someItems(t)); !ok {
		t.Fatal(out)
	}
}
