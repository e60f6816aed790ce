package file

import (
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
)

// schema is a JSON Schema, its keywords in order.
type schema []keyword

// keyword is a keyword of a schema. Its value is a string, an int, a bool, a
// []string, a schema or a []schema.
type keyword struct {
	name  string
	value any
}

// schemas collects the definitions that a schema refers to.
type schemas struct {
	defined map[string]bool
	list    schema
}

// described is a table that can describe its part.
type described interface {
	describe(s *schemas) schema
}

// define adds the schema of a part, once, and is a reference to it.
func (s *schemas) define(noun string, part described) schema {
	if !s.defined[noun] {
		s.defined[noun] = true
		s.list = append(s.list, keyword{noun, part.describe(s)})
	}
	return schema{{"$ref", "#/$defs/" + noun}}
}

// The schemas of values that several fields share.
var (
	slugSchema = schema{{"type", "string"}, {"pattern", slugPattern}, {"maxLength", maxID}}
	// A year alone is a number in YAML.
	dateSchema = schema{{"type", []string{"string", "integer"}}, {"pattern", `^[-0-9XYETSZ?~%/.,:+{}\[\] ]+$`}}
)

// describe is the schema of a mapping by the table.
func (tb *table[T]) describe(s *schemas) schema {
	var properties schema
	var required []string
	for _, f := range tb.fields {
		property := f.value.schema(s)
		if f.required {
			required = append(required, f.key)
			property = filled(property)
		}
		properties = append(properties, keyword{f.key, append(schema{{"description", f.doc}}, property...)})
	}
	out := schema{
		{"title", strings.ToUpper(tb.noun[:1]) + tb.noun[1:]},
		{"description", tb.doc},
		{"type", "object"},
		{"additionalProperties", false},
	}
	if len(required) > 0 {
		out = append(out, keyword{"required", required})
	}
	return append(out, keyword{"properties", properties})
}

// filled is s for a value that must not be empty.
func filled(s schema) schema {
	switch {
	case s[0] == keyword{"type", "string"} && (len(s) == 1 || s[1].name == "maxLength"):
		return append(append(schema{}, s...), keyword{"pattern", `\S`})
	case s[0] == keyword{"type", "array"}:
		return append(append(schema{}, s...), keyword{"minItems", 1})
	}
	return s
}

// schemaID names the schema. It is a name and no address: nothing is fetched.
const schemaID = "urn:sitrep:" + briefing.Format

// WriteSchema writes the JSON Schema (2020-12) of the format, made from the
// tables that the loader goes by.
func WriteSchema(w io.Writer) error {
	s := &schemas{defined: map[string]bool{}}
	top := append(schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", schemaID}}, briefingTable.describe(s)...)
	out := newWriter(w)
	out.value(append(top, keyword{"$defs", s.list}))
	if err := out.finish(); err != nil {
		return fmt.Errorf("writing the schema: %w", err)
	}
	return nil
}

// value writes a value of a schema.
func (w *writer) value(v any) {
	switch v := v.(type) {
	case string:
		w.text(v)
	case int:
		w.number(v)
	case bool:
		w.flag(v)
	case []string:
		writeList(w, v)
	case []schema:
		writeList(w, v)
	case schema:
		w.begin()
		for _, k := range v {
			w.text(k.name)
			w.value(k.value)
		}
		w.end()
	}
}

func writeList[T any](w *writer, list []T) {
	w.beginList()
	for _, v := range list {
		w.value(v)
	}
	w.endList()
}
