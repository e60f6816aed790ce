package export

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// hostileTexts imitate markup, formulae, properties, lines or commands.
var hostileTexts = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' autofocus onfocus='alert(1)`,
	`</title></style></mark></blockquote><h1>x`,
	`<!-- comment`, `]]>`, `<?php x ?>`, `&lt;b&gt; &#27; &amp;`, `&#x3C;script&#x3E;`,
	"# heading", "## heading ##", "- item", "* item", "+ item", "1. item", "1) item", "a. item", "(1) item", "#. item",
	"> quotation", "    code", "\tcode", "```\ncode", "~~~ code", "---", "***", "===", "| a | b |", ": term", "% title",
	"*strong* _em_ **b** __b__ ~~del~~ `code` ``code``", "[link](javascript:alert(1))", "![image](http://evil.example/x.png)",
	"[x][1]", "[1]: http://evil.example", "[^1]: other words", "[^1]", "[^note]", "^[inline]", "Hello!", "!", "[", "]",
	"<http://evil.example>", "http://evil.example/", "www.evil.example", "mail@evil.example", "<a@b.example>", "https://evil.example/[x](y)",
	"javascript:alert(1)", "data:text/html,x", "$x^2$ $$y$$ \\(z\\)", "{#id .class} {=html}", "@citation [@x]", ":smile: ==mark==",
	"back\\slash \\* \\", "trailing\\", "two  spaces  ", "[[nothing|label]]", "[[", "]]", "- [ ] task", "\\begin{x}",
	"=1+1", "+1", "-1", "@SUM(A1)", "|calc", "\t=1", "\r=1", " =1", "\u00a0=1", "\u200b=1", "\ufeff=1", "＝1", "＋1", "－1", "＠x", `a","=1`, `"`, `""`, "'=1",
	"a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a;b,c\\n:d", "ATTACH:http://evil.example", "x\nX-EVIL:1",
	"\x1b[31mred", "\x1b]52;c;eA==\x07", "\u009b31m", "\u202eevil\u202c", "\u2066x\u2069", "nul\x00", "bad \xff\xfe", "\u2028x\u0085y",
	"{{.}} {{template}} %s %d %!", "${IFS} $(id) `id`", "../../etc/passwd", "TLP:CLEAR", "العربية עברית", "👩‍👩‍👧 🇺🇦", strings.Repeat("long ", 40), strings.Repeat("é", 200),
}

// ids are the fields that hold an id, a code or an address: the loader rejects
// anything else. Addresses have their own tests.
var ids = []string{"ID", "URL", "ArchiveURL", "Source", "Origin", "Question", "PartOf", "Holder", "Via", "Citing", "Actor", "Events", "Language", "Country"}

// setTexts replaces every text below v, except ids and terms of a scale.
func setTexts(v reflect.Value, field string, replace func(field, old string) string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				setTexts(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, replace)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			setTexts(v.Index(i), field, replace)
		}
	case reflect.String:
		_, name, _ := strings.Cut(field, ".")
		if v.Type() == reflect.TypeFor[string]() && !slices.Contains(ids, name) && v.String() != "" {
			v.SetString(replace(field, v.String()))
		}
	}
}

// hostile returns the sample with one text in every field, cleaned like the
// loader does. The texts of sources contain that text too, so that their quotes
// are found.
func hostile(t testing.TB, text string) *briefing.Index {
	t.Helper()
	b := sampleBriefing(t)
	setTexts(reflect.ValueOf(b).Elem(), "Briefing", func(field, _ string) string {
		if field == "Source.Text" {
			return clean.Text(text)
		}
		return clean.Line(text)
	})
	return briefing.NewIndex(b)
}

// titled returns the sample with one text in every field except the texts of
// sources and quotes from them, so that the briefing keeps its structure.
func titled(t testing.TB, text string) *briefing.Index {
	t.Helper()
	b := sampleBriefing(t)
	setTexts(reflect.ValueOf(b).Elem(), "Briefing", func(field, old string) string {
		switch field {
		case "Source.Text", "Evidence.Quote", "Evidence.Prefix", "Evidence.Suffix":
			return old
		}
		return text
	})
	return briefing.NewIndex(b)
}

// steady reports whether a text keeps the structure of every format: it is not
// empty, and not a reference.
func steady(text string) bool {
	return strings.TrimSpace(inert(text)) != "" && !strings.Contains(text, "[[")
}

// words returns the words of a text, to find it in an output with other line
// breaks.
func words(text string) string { return strings.Join(strings.Fields(inert(text)), " ") }
