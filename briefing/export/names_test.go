package export

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// TestNamesWithCommasStayApart puts commas into every name and every list of
// texts of the sample. Values that follow each other must be separated by
// semicolons.
func TestNamesWithCommasStayApart(t *testing.T) {
	b := sampleBriefing(t)
	lists := 0
	eachTextList(reflect.ValueOf(b).Elem(), func(list []string) {
		lists++
		for i := range list {
			list[i] = "Comma, " + list[i]
		}
	})
	const listFields = 4 // authors of briefing and source, other names, tags
	if lists < listFields {
		t.Fatalf("%d lists of texts have more than one value in the sample, not %d", lists, listFields)
	}
	b.Events[0].Actors = append(b.Events[0].Actors, briefing.Participant{Actor: b.Actors[0].ID}, briefing.Participant{Actor: b.Actors[1].ID})
	p := &b.Questions[0].Claims[0].Positions[0]
	p.Citing = []string{b.Actors[1].ID, b.Sources[0].ID}
	for i := range b.Actors {
		b.Actors[i].Name = "Comma, " + b.Actors[i].Name
	}
	for i := range b.Sources {
		b.Sources[i].Title = "Comma, " + b.Sources[i].Title
	}
	x := briefing.NewIndex(b)
	texts := map[string]string{"html": words(textOf(parseHTML(t, htmlOf(t, &Request{Index: x}))))}
	for _, name := range []string{"text", "markdown", "timelinejs", "stix", "csl-json"} {
		f, err := Find(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = words(written(t, f, &Request{Index: x}))
	}
	var screens strings.Builder
	for _, ref := range itemsWithPages(x) {
		for block := range page.Each(page.Of(x, ref)) {
			screens.WriteString(page.Text(block) + "\n")
		}
	}
	texts["screens"] = screens.String()
	for name, text := range texts {
		if strings.Contains(text, ", Comma, ") {
			at := strings.Index(text, ", Comma, ")
			t.Errorf("%s runs names together: %q", name, text[max(at-60, 0):min(at+60, len(text))])
		}
	}
	tags, actors := strings.Join(b.Events[0].Tags, "; "), b.Actors[0].Name+"; "+b.Actors[1].Name
	for _, name := range []string{"text", "markdown", "html", "timelinejs", "screens"} {
		if !strings.Contains(texts[name], tags) || !strings.Contains(texts[name], actors) && name != "screens" {
			t.Errorf("%s does not say %q and %q", name, tags, actors)
		}
	}
}

// eachTextList calls f for every list of several texts below v, except lists of
// ids and of paragraphs.
func eachTextList(v reflect.Value, f func([]string)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Type().Field(i).IsExported() && !slices.Contains([]string{"Gaps", "Citing", "Events"}, name) || v.Field(i).Type() == reflect.TypeFor[[]briefing.Event]() {
				eachTextList(v.Field(i), f)
			}
		}
	case reflect.Slice:
		if list, ok := v.Interface().([]string); ok {
			if len(list) > 1 {
				f(list)
			}
			return
		}
		for i := range v.Len() {
			eachTextList(v.Index(i), f)
		}
	}
}
