package file

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	var text bytes.Buffer
	if err := WriteSchema(&text); err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(&text)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(schemaID, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(schemaID) // checks it against the meta-schema as well
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asEditorsSee returns a file as an editor with a schema sees it: its values with
// the types of YAML, as JSON.
func asEditorsSee(t *testing.T, text []byte) (any, error) {
	t.Helper()
	var tree any
	if err := yaml.Load(text, &tree); err != nil {
		return nil, err
	}
	data, err := json.Marshal(tree)
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(data))
}

func TestSchemaAcceptsWhatIsRight(t *testing.T) {
	schema := compiledSchema(t)
	builtIn, err := os.ReadFile("../../data/briefing.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{
		"template": Template(), "built-in": builtIn, "generated": jsonOf(t, generate(t, 100)),
		"year": []byte(head + "events: [{id: a, title: A, when: 2024}]\n"),
	} {
		v, err := asEditorsSee(t, text)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaRefusesWhatIsWrong takes the cases of wrong files that are wrong in
// structure. What only the loader can know (dates, references, ids that are
// there twice) is not the schema's.
func TestSchemaRefusesWhatIsWrong(t *testing.T) {
	schema := compiledSchema(t)
	for _, code := range []string{
		CodeUnknownKey, CodeMissingKey, CodeWrongKind, CodeBadID, CodeBadValue, CodeEmptyList, CodeWrongFormat, CodeBadURL, CodeBadCountry, CodeBadLanguage,
	} {
		archive, err := txtar.ParseFile(filepath.Join("testdata/problems", code+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".want") {
				continue
			}
			text := string(file.Data)
			if !strings.Contains(text, "format") && filepath.Ext(file.Name) == ".yaml" {
				text = head + text
			}
			v, err := asEditorsSee(t, []byte(text))
			if err != nil {
				continue // no values, no structure
			}
			if schema.Validate(v) == nil {
				t.Errorf("%s, %s: the schema finds nothing wrong", code, file.Name)
			}
		}
	}
}

func TestSchemaOfPlaces(t *testing.T) {
	schema := compiledSchema(t)
	tests := []struct {
		name, text string
		wrong      bool
	}{
		{"empty required text", "events: [{id: a, title: '', when: 2024}]", true},
		{"short and long evidence", "actors: [{id: a, name: A, kind: state, evidence: [{ap: x}, {source: ap, quote: x}]}]", false},
		{"short evidence with more", "actors: [{id: a, name: A, kind: state, evidence: [{ap: x, note: y}]}]", true},
		{"evidence of nothing", "actors: [{id: a, name: A, kind: state, evidence: [{note: x}]}]", true},
		{"number for a text", "actors: [{id: a, name: A, kind: state, evidence: [{ap: 5}]}]", true},
		{"empty list of claims", "questions: [{id: a, text: A, claims: []}]", true},
		{"empty list of sources", "sources: []", false},
		{"tlp", "tlp: AMBER+STRICT", false},
		{"tlp in small letters", "tlp: amber", true},
	}
	for _, tt := range tests {
		v, err := asEditorsSee(t, []byte(head+tt.text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); (err != nil) != tt.wrong {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}
