package file

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/sample"
)

// checkRoundTrip writes a briefing, reads it back, and expects an equal one.
func checkRoundTrip(t *testing.T, b *briefing.Briefing) {
	t.Helper()
	data := jsonOf(t, b)
	doc, err := Parse(data, "written", nil)
	if err != nil {
		t.Fatalf("what was written is refused: %v\n%s", err, data)
	}
	if diff := cmp.Diff(b, doc.Briefing, sameBriefing); diff != "" {
		t.Errorf("read back is different:\n%s\n%s", diff, data)
	}
	if again := jsonOf(t, doc.Briefing); !bytes.Equal(data, again) {
		t.Errorf("written twice is different:\n%s\n%s", data, again)
	}
	var yaml bytes.Buffer
	if err := WriteYAML(&yaml, b); err != nil {
		t.Fatal(err)
	}
	doc, err = Parse(yaml.Bytes(), "written", nil)
	if err != nil {
		t.Fatalf("the YAML that was written is refused: %v\n%s", err, yaml.Bytes())
	}
	if diff := cmp.Diff(b, doc.Briefing, sameBriefing); diff != "" {
		t.Errorf("the YAML that was written reads as something else:\n%s\n%s", diff, yaml.Bytes())
	}
}

func TestRoundTrip(t *testing.T) {
	doc, err := Parse(Template(), "template", nil)
	if err != nil {
		t.Fatal(err)
	}
	checkRoundTrip(t, doc.Briefing)
	checkRoundTrip(t, generate(t, 100))
}

// TestRoundTripOfWrongFiles damages a briefing at random. What can be read of it
// must be the same when it is written and read again.
func TestRoundTripOfWrongFiles(t *testing.T) {
	const rounds = 300
	doc, err := Parse(Template(), "template", nil)
	if err != nil {
		t.Fatal(err)
	}
	whole := jsonOf(t, doc.Briefing)
	var untouched any
	if err := json.Unmarshal(whole, &untouched); err != nil {
		t.Fatal(err)
	}
	values, problems := collect(untouched, nil), 0
	for round := range uint64(rounds) {
		var tree any
		if err := json.Unmarshal(whole, &tree); err != nil {
			t.Fatal(err)
		}
		d := damager{rand.New(rand.NewPCG(2, round)), values}
		d.damage(tree)
		data, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Parse(data, "damaged", nil)
		if err != nil {
			continue // the format was hit
		}
		problems += len(doc.Problems)
		checkClean(t, doc)
		checkRoundTrip(t, doc.Briefing)
	}
	if problems < rounds {
		t.Errorf("only %d problems in %d damaged files", problems, rounds)
	}
}

// damager breaks a tree of JSON values.
type damager struct {
	rand   *rand.Rand
	values []any // that stand somewhere in the tree
}

func (d damager) damage(v any) {
	const chance = 0.03
	hit := func() bool { return d.rand.Float64() < chance }
	other := func() any { return d.values[d.rand.IntN(len(d.values))] }
	switch v := v.(type) {
	case map[string]any:
		for _, key := range sortedKeys(v) {
			switch {
			case hit():
				delete(v, key)
			case hit():
				v[key] = other()
			case hit():
				v[key+"x"] = v[key]
			default:
				d.damage(v[key])
			}
		}
	case []any:
		for i := range v {
			if hit() {
				v[i] = other()
			} else {
				d.damage(v[i])
			}
		}
	}
}

func collect(v any, all []any) []any {
	all = append(all, v)
	switch v := v.(type) {
	case map[string]any:
		for _, key := range sortedKeys(v) {
			all = collect(v[key], all)
		}
	case []any:
		for _, each := range v {
			all = collect(each, all)
		}
	}
	return all
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func FuzzJSON(f *testing.F) {
	doc, err := Parse(Template(), "template", nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(jsonOf(f, doc.Briefing)))
	f.Add(`{"format":"briefing/1","gaps":["\u001b[31m \ud83d\ude00",1e9,null,{},[]],"actors":[{"id":"a","name":"\u202e","kind":"state"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		text = "{" + text
		checkAnyFile(t, text)
		if _, err := Parse([]byte(text), "fuzz", nil); err == nil && !json.Valid([]byte(text)) {
			t.Errorf("read, and it is no JSON: %q", text)
		}
	})
}

func FuzzYAML(f *testing.F) {
	f.Add(string(Template()))
	f.Add(head + "gaps:\n- \"\\e[31m\"\n- &a x\n- *a\nactors: [{id: a, name: ! b, kind: state}]\n")
	f.Add(head + "events:\n  - id: a\n    title: |\n      - b\n    when: 2024\n  # c\n\n  - {id: b}\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		checkAnyFile(t, text)
		if utf8.ValidString(text) {
			checkParts(t, text)
		}
	})
}

// checkAnyFile is what holds for every file: it is refused with a reason, or
// there is a clean briefing that can be written and read back.
func checkAnyFile(t *testing.T, text string) {
	t.Helper()
	doc, err := Parse([]byte(text), "fuzz", nil)
	if err != nil {
		if message := err.Error(); message != clean.Line(message) {
			t.Errorf("not clean: %+q", message)
		}
		return
	}
	checkClean(t, doc)
	checkRoundTrip(t, doc.Briefing)
}

// checkParts compares a YAML text that was read in parts, as small as they go,
// with the same text read as a whole.
func checkParts(t *testing.T, text string) {
	t.Helper()
	parts, whole := newDecoder("x", nil), newDecoder("x", nil)
	if checkYAMLText(text, parts) != nil || (&yamlReader{d: parts}).parts(text) != nil {
		return
	}
	if err := (&yamlReader{d: whole}).whole(text); err != nil {
		t.Fatalf("read in parts, and not as a whole: %v\n%q", err, text)
	}
	got, _ := parts.finish()
	want, _ := whole.finish()
	if diff := cmp.Diff(want, got, sameBriefing); diff != "" {
		t.Errorf("in parts is different from as a whole:\n%s\n%q", diff, text)
	}
}

func TestParts(t *testing.T) {
	texts := []string{
		string(Template()),
		string(sample.FromJSON(jsonOf(t, generate(t, 400)))),
		head + "gaps:\n- a\n- b\nactors:\n- id: a\n  name: b\n  kind: state\n",
		"---\n" + head,
		head + "sources:\n  - id: a\n    title: |\n      x\n\n      - y\n    kind: post\n# c\n  # d\n\n  - id: b\n    title: c\n    kind: post\n",
		head + "actors: # none yet\n",
	}
	for _, text := range texts {
		d := newDecoder("x", nil)
		if err := (&yamlReader{d: d}).parts(text); err != nil {
			t.Errorf("not read in parts: %v\n%.200s", err, text)
		}
		checkParts(t, text)
	}
	odd := []string{
		"  format: briefing/1\n", // the mapping begins further in
		head + "gaps: [a,\nb]\n",
		head + "bottom_line: \"a\nb: c\"\n",
		head + "actors:\n  - id: a\n    name: \"x\n  - y\"\n    kind: state\n",
		head + "...\n",
		"%YAML 1.2\n---\n" + head,
		"{format: briefing/1}",
		head + "? bottom_line\n: Closed.\n",
	}
	for _, text := range odd {
		d := newDecoder("x", nil)
		if err := (&yamlReader{d: d}).parts(text); err == nil {
			t.Errorf("read in parts:\n%s", text)
		}
	}
}
