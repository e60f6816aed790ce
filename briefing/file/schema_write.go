package file

import (
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
)

// describe returns the schema of a mapping with the keys of the table.
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

// schemaID identifies the schema. It is not an address, so nothing is fetched.
const schemaID = "urn:sitrep:" + briefing.Format

// WriteSchema writes the JSON Schema (2020-12) of the format, made from the same
// tables that reading follows.
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
