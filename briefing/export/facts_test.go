package export

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/briefing/edtf"
)

// TestEveryFactIsWritten looks for every text and date of the sample in the
// formats that should hold everything.
func TestEveryFactIsWritten(t *testing.T) {
	b := sampleBriefing(t)
	x := indexOf(b)
	page := htmlOf(t, &Request{Index: indexOf(b)})
	numbers := regexp.MustCompile(`\[\d+\] ?`) // of passages, between the words
	full := map[string]string{
		"text":     numbers.ReplaceAllString(words(written(t, Formats[0], &Request{Index: indexOf(b)})), ""),
		"markdown": numbers.ReplaceAllString(rendered(t, markdownOf(t, &Request{Index: indexOf(b)})), ""),
		"html":     words(textOf(parseHTML(t, page))) + attributes(parseHTML(t, page)),
	}
	var facts []string
	collect(reflect.ValueOf(b).Elem(), &facts)
	for _, fact := range facts {
		for name, text := range full {
			if !strings.Contains(text, words(x.PlainText(fact))) {
				t.Errorf("%s does not say %q", name, fact)
			}
		}
	}
}

// attributes returns text that HTML has in attributes: the ids of elements, the
// names in the head and the languages.
func attributes(root *html.Node) string {
	var out strings.Builder
	for d := range root.Descendants() {
		for _, a := range d.Attr {
			if a.Key == "id" || a.Key == "content" || a.Key == "lang" {
				out.WriteString(" " + a.Val)
			}
		}
	}
	return out.String()
}

// collect gathers the texts and dates below v, paragraph by paragraph. It skips
// terms of scales, whose labels are written instead.
func collect(v reflect.Value, out *[]string) {
	switch {
	case v.Type() == reflect.TypeFor[edtf.Date]():
		if d, ok := v.Interface().(edtf.Date); ok && !d.IsZero() {
			*out = append(*out, d.Words())
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			collect(v.Field(i), out)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), out)
		}
	case v.Type() == reflect.TypeFor[string]():
		*out = append(*out, v.String())
	}
}
