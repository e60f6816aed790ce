package export

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// TestEveryFactIsWritten looks for every text and date of the sample in the
// formats that are meant to hold everything.
func TestEveryFactIsWritten(t *testing.T) {
	b := sampleBriefing(t)
	numbers := regexp.MustCompile(`\[\d+\] ?`) // of passages, which stand among the words
	full := map[string]string{
		"text":     numbers.ReplaceAllString(words(written(t, Formats[0], &Request{Index: indexOf(b)})), ""),
		"markdown": numbers.ReplaceAllString(rendered(t, markdownOf(t, &Request{Index: indexOf(b)})), ""),
		"html":     words(textOf(parseHTML(t, htmlOf(t, &Request{Index: indexOf(b)})))),
	}
	var facts []string
	collect(reflect.ValueOf(b).Elem(), &facts)
	for _, fact := range facts {
		for name, text := range full {
			if !strings.Contains(text, words(briefing.PlainText(fact))) {
				t.Errorf("%s does not say %q", name, fact)
			}
		}
	}
}

// collect gathers the texts and dates below v, paragraph by paragraph. Terms of
// scales are left out: their labels are.
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
