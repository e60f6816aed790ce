package search

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/facts"
	"sitrep/briefing/file"
)

// Field is the name of a field that has a hit, for the reader: its key with spaces, if it
// has none of its own below.
type Field string

// The fields with names of their own.
const (
	FieldID      Field = "id"
	FieldTitle   Field = "title"
	FieldName    Field = "name"
	FieldDate    Field = "date"
	FieldActor   Field = "actor"
	FieldTag     Field = "tag"
	FieldVia     Field = "according to"
	FieldNote    Field = "note"
	FieldContext Field = "words around the quote"
	FieldAuthor  Field = "author"
	FieldLink    Field = "link"
)

// ItemField is a text of an item, as [Searcher.EachField] visits it.
type ItemField struct {
	Name    Field
	Text    string
	Passage int  // the number of the passage whose evidence the field belongs to, or 0
	Body    bool // whether it is the text of a source
}

// EachField calls yield with the fields of an item, by its number in Items, that are
// not empty. They are what the searcher looks for words in, always in the same order.
// It does not fold the text.
func (s *Searcher) EachField(item int, yield func(ItemField)) {
	s.eachField(item, func(f field) { yield(ItemField{f.name, f.text, f.passage(s.x), f.sentences}) })
}

func (s *Searcher) eachField(item int, yield func(field)) {
	v, ok := s.visitors.Get().(*visitor)
	if !ok {
		v = newVisitor(s.x)
	}
	defer s.visitors.Put(v)
	v.visit(s.Items()[item], yield)
}

// field is a text of an item.
type field struct {
	name      Field
	text      string
	evidence  *briefing.Evidence // that the text belongs to, or nil
	sentences bool               // whether each sentence is a hit of its own
}

// passage returns the number of the passage whose evidence the field belongs to, or 0.
func (f *field) passage(x *briefing.Index) int {
	if f.evidence == nil {
		return 0
	}
	return x.PassageOf(f.evidence).Number
}

// fieldOf returns the field for a key, or "" for codes and for references to
// items that are found by their own names.
func fieldOf(key string) Field {
	switch key {
	case "country", "language", "events", "origin", "part_of", "question", "source":
		return ""
	case "aka":
		return FieldName
	case "said", "published", "accessed":
		return FieldDate
	case "actors":
		return FieldActor
	case "tags":
		return FieldTag
	case "via":
		return FieldVia
	case "reliability_note":
		return FieldNote
	case "prefix", "suffix":
		return FieldContext
	case "authors":
		return FieldAuthor
	case "url", "archive_url":
		return FieldLink
	}
	return Field(strings.ReplaceAll(key, "_", " "))
}

// visitor reads the texts of items. It reuses its memory from one item to the
// next.
type visitor struct {
	x        *briefing.Index
	items    facts.Reader
	evidence file.Facts
}

func newVisitor(x *briefing.Index) *visitor {
	v := &visitor{x: x}
	v.items.Stated, v.evidence.Stated = true, true
	return v
}

// visit calls add with the fields of an item that are not empty, always in the
// same order. The id is the last one, but comes before the text of a source.
func (v *visitor) visit(r briefing.Ref, add func(field)) {
	id := field{name: FieldID}
	stated := v.items.Of(v.x, r)
	for i := range stated {
		switch f := &stated[i]; f.Kind {
		case file.FactID:
			id.text = r.ID
		case file.FactBody:
			add(id)
			id.text = ""
			for _, value := range f.Values {
				add(field{name: fieldOf(f.Key), text: value.Text, sentences: true})
			}
		default:
			v.fact(f, nil, add)
		}
	}
	if id.text != "" {
		add(id)
	}
}

// fact calls add with the texts of a fact of an item or of evidence.
func (v *visitor) fact(f *file.Fact, e *briefing.Evidence, add func(field)) {
	if len(f.Values) == 0 || f.Kind == file.FactTerm {
		return
	}
	out := field{name: fieldOf(f.Key), evidence: e}
	if out.name == "" {
		return
	}
	plain := func(text string) {
		if text != "" {
			out.text = text
			add(out)
		}
	}
	if f.Kind == file.FactDate {
		out.name = FieldDate
	}
	for i := range f.Values {
		value := &f.Values[i]
		switch f.Kind {
		case file.FactEvidence:
			parts := v.evidence.Of(value.Evidence)
			for i := range parts {
				v.fact(&parts[i], value.Evidence, add)
			}
		case file.FactReference:
			plain(v.name(value.Text))
		case file.FactDate:
			words := value.Words()
			if plain(words); value.Text != words {
				plain(value.Text)
			}
		case file.FactProse:
			plain(v.x.PlainText(value.Text))
		default:
			plain(value.Text)
		}
		for i := range value.Under {
			v.fact(&value.Under[i], e, add)
		}
	}
}

// name returns the name of an item, or "" if there is none. Since nearly all
// are actors, it tries those first.
func (v *visitor) name(id string) string {
	if a := v.x.Actor(id); a != nil {
		return a.Name
	}
	if ref, ok := v.x.Lookup(id); ok {
		return v.x.Name(ref)
	}
	return ""
}
