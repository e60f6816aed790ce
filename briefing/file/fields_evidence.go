package file

import "sitrep/briefing"

func evidenceOf[T any](list func(t *T) *[]briefing.Evidence) field[T] {
	return at("evidence", "The words in sources that support it.", list, evidenceList)
}

var evidenceList = listOf(evidenceValue)

// evidenceTable defines the long form of evidence.
var evidenceTable = &table[briefing.Evidence]{
	noun: evidenceNoun, nameKey: "source",
	doc: "Words in a source. Its short form is one key, the id of the source, with the exact words.",
	pos: func(e *briefing.Evidence) *briefing.Pos { return &e.Pos },
	fields: []field[briefing.Evidence]{
		at("source", "The id of the source.", func(e *briefing.Evidence) *string { return &e.Source }, idOf(itemSource)).require(),
		at("quote", "The exact words; \" [...] \" stands between two stretches.", func(e *briefing.Evidence) *string { return &e.Quote }, exact),
		at("prefix", "The words right before the quote, where it stands in two places.", func(e *briefing.Evidence) *string { return &e.Prefix }, exact).called("after"),
		at("suffix", "The words right after the quote, where it stands in two places.", func(e *briefing.Evidence) *string { return &e.Suffix }, exact).called("before"),
		at("locator", "Where in the source it is, as the field writes it: \"p. 12\", \"00:14:05\".", func(e *briefing.Evidence) *string { return &e.Locator }, label),
		at("note", "What a reader should know about it, in one line.", func(e *briefing.Evidence) *string { return &e.Note }, line),
	},
}

// evidenceValue is evidence in its long or short form. A source whose id is also
// a key of evidence needs the long form.
var evidenceValue = func() value[briefing.Evidence] {
	v := evidenceForm.value()
	v.kind = FactEvidence
	v.facts = func(c *Facts, e *briefing.Evidence) {
		c.values = append(c.values, FactValue{Text: e.Quote, Evidence: e})
	}
	return v
}()

var evidenceForm = shortForm[briefing.Evidence]{
	table: evidenceTable,
	is: func(n *node) bool {
		if n.kind != kindMapping || n.count != 1 {
			return false
		}
		_, isKey := evidenceTable.row(n.first.key)
		return !isKey && (n.first.kind != kindRefused || n.first.text == CodeTag && n.first.key != "")
	},
	read: func(d *decoder, n *node, e *briefing.Evidence) bool {
		e.Pos = n.pos
		kid := n.first
		d.frames = append(d.frames, frame{noun: evidenceNoun, node: n})
		d.part("source", evidenceTable.fields[0].doc, true)
		ok := d.refersTo(kid.keyPos, itemSource, kid.key)
		e.Source = kid.key
		d.part("quote", evidenceTable.fields[1].doc, true)
		ok = exact.read(d, kid, &e.Quote) && ok
		d.frames = d.frames[:len(d.frames)-1]
		return ok
	},
	write: func(*writer, *briefing.Evidence) bool { return false },
	empty: func(e *briefing.Evidence) bool { return e.Source == "" },
	schema: func(*schemas) schema {
		return schema{
			{"type", "object"}, {"minProperties", 1}, {"maxProperties", 1},
			{"propertyNames", schema{{"pattern", slugPattern}, {"not", schema{{"enum", evidenceTable.keys()}}}}},
			{"additionalProperties", schema{{"type", "string"}}},
		}
	},
}
