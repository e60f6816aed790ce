package export_test

import (
	"bytes"
	"html"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/export"
)

// idFields hold ids. They are all changed alike, so that references stay valid.
var idFields = names("ID PartOf Origin Question Holder Via Citing Source Actor Events")

// poison adds content to every text of a value and to the end of every id. It
// leaves the values of scales unchanged.
func poison(v reflect.Value, name, content string) {
	switch v.Kind() {
	case reflect.Pointer:
		poison(v.Elem(), name, content)
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), name, content)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[edtf.Date]() {
			return
		}
		for i := range v.NumField() {
			poison(v.Field(i), v.Type().Field(i).Name, content)
		}
	case reflect.String:
		switch {
		case v.Type() != reflect.TypeFor[string]() || v.Len() == 0:
		case slices.Contains(idFields, name):
			v.SetString(v.String() + content)
		default:
			v.SetString("t" + content)
		}
	}
}

// title finds the briefing's or the first source's title in a document.
var title = map[string]func(document any) any{
	"timelinejs": func(d any) any {
		return html.UnescapeString(text(mapOf(mapOf(mapOf(d)["title"])["text"])["headline"]))
	},
	"csl-json": func(d any) any { return mapOf(d.([]any)[0])["title"] },
	"stix": func(d any) any {
		objects := mapOf(d)["objects"].([]any)
		return mapOf(objects[len(objects)-1])["name"]
	},
	"jsonld": func(d any) any { return mapOf(d)["headline"] },
}

func fuzzFormat(f *testing.F, name string) {
	for _, content := range []string{
		"", "plain", `"\`, "\x00\x1b[31m\x7f", "\u009b31m\u0085", "\u2028\u2029", "</script><!--<script>", "&lt;img src=x onerror=alert(1)&gt;",
		"\xff\xfe\xed\xa0\x80", "\u2001\xff", "\u202eabc\u2066", "[[closing|x]] [[", "\U0001f469\u200d\U0001f469", "\r\n\t", "a\n\nb", "://", "{}[],:", "%s%d",
	} {
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content string) {
		b := everyField(t)
		poison(reflect.ValueOf(b), "", content)
		out, _ := writeFormat(t, name, &export.Request{Index: briefing.NewIndex(b), Keep: everything, Where: content})
		document := decoded(t, out)
		if got, want := title[name](document), "t"+string([]rune(content)); got != want {
			t.Errorf("title %q comes back as %q", want, got)
		}
		mustPass(t, name, document)
		if i := bytes.IndexFunc(out, isRaw); i >= 0 {
			t.Errorf("holds %q", out[max(0, i-10):min(len(out), i+10)])
		}
	})
}

func everything(briefing.Ref) bool { return true }

// isRaw reports whether a character must be escaped: controls other than the
// document's line ends, line separators, and bidirectional marks.
func isRaw(r rune) bool {
	return r < ' ' && r != '\n' || r >= 0x7f && r <= 0x9f || strings.ContainsRune("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", r)
}

func FuzzTimelineJS(f *testing.F) { fuzzFormat(f, "timelinejs") }
func FuzzCSL(f *testing.F)        { fuzzFormat(f, "csl-json") }
func FuzzSTIX(f *testing.F)       { fuzzFormat(f, "stix") }
func FuzzJSONLD(f *testing.F)     { fuzzFormat(f, "jsonld") }

// FuzzJSONDates sets any date on an event and on a source, and checks the
// output of the formats with dates of their own.
func FuzzJSONDates(f *testing.F) {
	for _, date := range []string{"2024-06-20T18:30Z/2024-08", "2024-06-20/2024", "201X", "198X-24", "-0001-24", "[..2024-06]", "{2023,2024-05}", "9999-24", "-9999"} {
		f.Add(date)
	}
	f.Fuzz(func(t *testing.T, date string) {
		d, err := edtf.Parse(date)
		if err != nil {
			return
		}
		b := &briefing.Briefing{
			ID: "b", Title: "B", AsOf: edtfDate(t, "2024"),
			Events:  []briefing.Event{{ID: "e", Title: "E", When: briefing.When{Date: d}}},
			Sources: []briefing.Source{{ID: "s", Title: "S", Kind: "report", Publication: briefing.Publication{Published: d}}},
		}
		for _, format := range []string{"timelinejs", "csl-json"} {
			out, _ := writeFormat(t, format, &export.Request{Index: briefing.NewIndex(b)})
			mustPass(t, format, decoded(t, out))
		}
	})
}
