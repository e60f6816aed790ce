package file

// schema is a JSON Schema: its keywords in order.
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

// described is implemented by tables.
type described interface {
	describe(s *schemas) schema
}

// define adds the schema of a part, once, and returns a reference to it.
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
	// In YAML a year alone is a number.
	dateSchema = schema{{"type", []string{"string", "integer"}}, {"pattern", `^[-0-9XYETSZ?~%/.,:+{}\[\] ]+$`}}
)

// filled returns s with the condition that the value is not empty.
func filled(s schema) schema {
	switch {
	case s[0] == keyword{"type", "string"} && (len(s) == 1 || s[1].name == "maxLength"):
		return append(append(schema{}, s...), keyword{"pattern", `\S`})
	case s[0] == keyword{"type", "array"}:
		return append(append(schema{}, s...), keyword{"minItems", 1})
	}
	return s
}
