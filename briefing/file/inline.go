package file

import (
	"errors"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v4"

	"sitrep/briefing"
)

var errInline = briefing.NewHintError("the texts in files cannot be put into the briefing", "write each text_file in one line, or its text as text")

// Inline returns the text of the file that doc was read from with the texts of its
// sources in it: each text_file becomes a text. Everything else stays as it is. doc
// must have no errors.
func Inline(text string, doc *Document) (string, error) {
	if len(doc.TextFiles) == 0 {
		return text, nil
	}
	root, err := spans(text)
	if err != nil {
		return "", err
	}
	texts := map[string]string{}
	for i := range doc.Briefing.Sources {
		texts[doc.Briefing.Sources[i].ID] = doc.Briefing.Sources[i].Text
	}
	var b strings.Builder
	at := 0
	for _, source := range root.part("sources").all() {
		if part := source.part("text_file"); part != nil {
			b.WriteString(text[at:part.begin])
			b.WriteString(inlined(text, texts[source.part("id").value()]))
			at = endOfName(text, part, source.block)
		}
	}
	b.WriteString(text[at:])
	return b.String(), checkInlined(b.String(), doc)
}

// inlined returns a text with its key. JSON and YAML read it the same, because a text
// that was read has no signs that only one of them allows.
func inlined(whole, text string) string {
	key := "text"
	if isJSON(whole) {
		key = `"text"`
	}
	quoted, _ := jsontext.AppendQuote(nil, text) // an error would be about invalid UTF-8, which is replaced
	return key + ": " + string(quoted)
}

// endOfName returns where the name in a text_file ends, which is in one line.
func endOfName(text string, part *span, block bool) int {
	if !block {
		return part.to
	}
	places := yamlPlaces{text: text}
	switch text[part.from] {
	case '"':
		return places.leafEnd(&yaml.Node{Kind: yaml.ScalarNode, Style: yaml.DoubleQuotedStyle}, part.from)
	case '\'':
		return places.leafEnd(&yaml.Node{Kind: yaml.ScalarNode, Style: yaml.SingleQuotedStyle}, part.from)
	}
	line := text[part.from:]
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	if comment := strings.Index(line, " #"); comment >= 0 {
		line = line[:comment]
	}
	return part.from + len(strings.TrimRight(line, " \t"))
}

// checkInlined returns an error unless text reads as doc does.
func checkInlined(text string, doc *Document) error {
	again, err := parse(text, doc.Name, nil)
	if err != nil {
		return errors.Join(errInline, err)
	}
	if len(again.Problems) > len(doc.Problems) || len(again.Briefing.Sources) != len(doc.Briefing.Sources) {
		return errInline
	}
	for i := range again.Briefing.Sources {
		if is, was := &again.Briefing.Sources[i], &doc.Briefing.Sources[i]; is.ID != was.ID || is.Text != was.Text {
			return errInline
		}
	}
	return nil
}

// part returns the value of a key of a mapping, or nil.
func (s *span) part(key string) *span {
	for _, part := range s.all() {
		if part.key == key {
			return part
		}
	}
	return nil
}

// all returns the parts of a list or mapping.
func (s *span) all() []*span {
	if s == nil {
		return nil
	}
	return s.parts
}

func (s *span) value() string {
	if s == nil {
		return ""
	}
	return s.text
}
