package export_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/export"
)

// The types and properties of schema.org that this program writes. Any other is
// a mistake.
var (
	schemaTypes = names(`AnalysisNewsArticle Answer AudioObject Book Claim Country CreativeWork Dataset EmailMessage Event GeoCoordinates
		ImageObject NewsArticle Organization Person Place PostalAddress PropertyValue QuantitativeValue Question Quotation Report Role SocialMediaPosting Statement Thing VideoObject WebPage`)
	schemaProperties = names(`about abstract address addressCountry alternateName appearance archivedAt author citation conditionsOfAccess
		creativeWorkStatus creator creditText dateCreated datePublished description endDate eventStatus genre geo hasPart headline
		identifier inLanguage isBasedOn isPartOf jobTitle keywords latitude location locationCreated longitude maxValue memberOf mentions
		minValue name parentOrganization position propertyID publisher roleName startDate subjectOf suggestedAnswer text unitText url
		value version`)
	ownTerm = regexp.MustCompile(`^sitrep:[A-Za-z]+$`)
	isoDate = regexp.MustCompile(`^-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:\d{2})?)?)?)?)?$`)
)

// linkedData walks a JSON-LD document.
type linkedData struct {
	strict
	base           string
	defined, named map[string]bool
}

// leftOut ends the problem of a reference to an item that is missing in the
// document.
const leftOut = " is referred to and not there"

// checkJSONLD checks a document against JSON-LD 1.1 and the terms of
// schema.org: it contains its context, every name is known, every date is ISO
// 8601, and every reference leads to an item in it.
func checkJSONLD(document any) []string {
	l := &linkedData{defined: map[string]bool{}, named: map[string]bool{}}
	root, ok := document.(map[string]any)
	if !ok {
		return []string{"the document is no object"}
	}
	context := l.object("@context", root["@context"], nil, names("@vocab sitrep"))
	l.oneOf("@vocab", context["@vocab"], "https://schema.org/")
	l.matches("prefix", context["sitrep"], regexp.MustCompile(`^urn:uuid:[0-9a-f-]{36}#$`))
	l.base = l.matches("@id", root["@id"], regexp.MustCompile(`^urn:uuid:[0-9a-f-]{36}$`))
	delete(root, "@context")
	l.node("document", root)
	for id := range l.named {
		if !l.defined[id] {
			l.failf("%s%s", id, leftOut)
		}
	}
	return l.problems
}

func (l *linkedData) value(at string, v any) {
	switch v := v.(type) {
	case map[string]any:
		l.node(at, v)
	case []any:
		for i, item := range v {
			l.value(fmt.Sprintf("%s[%d]", at, i), item)
		}
	case nil:
		l.failf("%s is null", at)
	case string:
		l.text(at, v)
	}
}

func (l *linkedData) node(at string, node map[string]any) {
	id, hasID := node["@id"].(string)
	if hasID && id != l.base && !strings.HasPrefix(id, l.base+"#") {
		l.failf("%s has the address %q", at, id)
	}
	if node["@type"] == nil {
		l.named[id] = true
		if !hasID || len(node) > 2 {
			l.failf("%s has no type", at)
		}
	} else {
		if hasID && l.defined[id] {
			l.failf("%s is there twice", id)
		}
		l.defined[id] = true
		l.types(at, node["@type"])
	}
	for name, v := range node {
		switch {
		case name == "@id" || name == "@type":
			continue
		case !slices.Contains(schemaProperties, name) && !ownTerm.MatchString(name):
			l.failf("%s has %q", at, name)
		case slices.Contains(names("startDate endDate datePublished dateCreated"), name):
			l.matches(at+" "+name, v, isoDate)
		}
		l.value(at+" "+name, v)
	}
}

func (l *linkedData) types(at string, v any) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, v := range list {
		if name := l.text(at+" @type", v); !slices.Contains(schemaTypes, name) && !ownTerm.MatchString(name) {
			l.failf("%s is a %q", at, name)
		}
	}
}

func TestJSONLDDates(t *testing.T) {
	for _, c := range []struct{ when, start, end string }{
		{"2024", "2024", ""},
		{"2024-10-28", "2024-10-28", ""},
		{"2024-10-28?", "2024-10-28", ""},
		{"2024-~10-28", "2024-10-28", ""},
		{"2024-10-28T06:05+02:00", "2024-10-28T06:05+02:00", ""},
		{"2024-06-11/2024-06-13", "2024-06-11", "2024-06-13"},
		{"2022~/..", "2022", ""},
		{"../2024-06", "", "2024-06"},
		{"2024-06-XX", "2024-06", ""},
		{"2024-XX", "2024", ""},
		{"2024-1X", "2024", ""},
		{"2024-24", "2024", ""},
		{"202X", "", ""},
		{"[..2024-10-28]", "", ""},
		{"{2023,2024}", "", ""},
		{"-0043-03", "-0043-03", ""},
	} {
		b := &briefing.Briefing{ID: "b", Title: "B", AsOf: edtfDate(t, "2024"), Events: []briefing.Event{
			{ID: "e", Title: "E", When: briefing.When{Date: edtfDate(t, c.when)}},
		}}
		out, _ := writeFormat(t, "jsonld", &export.Request{Index: briefing.NewIndex(b)})
		document := decoded(t, out)
		event := document.(map[string]any)["about"].([]any)[0].(map[string]any)
		if text(event["startDate"]) != c.start || text(event["endDate"]) != c.end || event["sitrep:date"] != c.when {
			t.Errorf("%s: %v", c.when, event)
		}
		mustPass(t, "jsonld", document)
	}
}

// The content must not end a script element that contains the document.
func TestJSONLDCannotLeaveAScriptElement(t *testing.T) {
	b := everyField(t)
	b.Title = "</script><script>alert(1)</script><!--"
	for _, name := range []string{"jsonld", "timelinejs"} {
		out, _ := writeFormat(t, name, &export.Request{Index: briefing.NewIndex(b)})
		if strings.ContainsAny(string(out), "<>&") {
			t.Errorf("%s has HTML in it", name)
		}
	}
}

func TestJSONLDSaysWhoHoldsWhat(t *testing.T) {
	out, _ := writeFormat(t, "jsonld", everyRequest(t))
	document := decoded(t, out).(map[string]any)
	for _, part := range document["hasPart"].([]any) {
		question := part.(map[string]any)
		if question["@type"] != "Question" || question["name"] != "Why was it closed?" {
			continue
		}
		claim := question["suggestedAnswer"].([]any)[0].(map[string]any)
		var got []string
		for _, v := range claim["sitrep:position"].([]any) {
			p := v.(map[string]any)
			got = append(got, text(p["creator"].(map[string]any)["name"])+" "+text(p["sitrep:stance"]))
		}
		want := []string{"Eva Ek affirms", "Ship crews denies", "Ship crews questions", "Ship crews reports", "Ship crews no-comment"}
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
		return
	}
	t.Error("the question is not there")
}
