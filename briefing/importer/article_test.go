package importer

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
)

func FuzzArticle(f *testing.F) { fuzzFormat(f, "article") }

// prose is enough text for an article.
const prose = "<p>The bridge stays closed for a week, the harbour office said on Monday, until all bolts are replaced.</p>" +
	"<p>Nobody was hurt, it said, and the ferry sails twice as often as usual, from six in the morning on.</p>"

func importPage(t *testing.T, pages ...string) *Result {
	t.Helper()
	var files []Input
	for _, page := range pages {
		files = append(files, Input{"page.html", []byte(page)})
	}
	o := options()
	o.Format = "article"
	r, err := Import(files, o)
	if err != nil {
		t.Fatal(err)
	}
	checkResult(t, r)
	return r
}

// Fields of a source that a test compares.
var (
	titleOf     = func(s *briefing.Source) string { return s.Title }
	publisherOf = func(s *briefing.Source) string { return s.Publication.Publisher }
	authorsOf   = func(s *briefing.Source) string { return strings.Join(s.Publication.Authors, "; ") }
	publishedOf = func(s *briefing.Source) string { return s.Publication.Published.String() }
	languageOf  = func(s *briefing.Source) string { return s.Publication.Language }
	addressOf   = func(s *briefing.Source) string { return s.Publication.URL }
	kindOf      = func(s *briefing.Source) string { return string(s.Kind) }
	tagsOf      = func(s *briefing.Source) string { return strings.Join(s.Tags, "; ") }
)

// TestArticleMetadata tests the origin of each fact of a source.
func TestArticleMetadata(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for _, tt := range []struct {
		head, want string
		get        func(*briefing.Source) string
	}{
		{ld(`{"@type":"NewsArticle","headline":"A &amp; B"}`) + `<meta property="og:title" content="C">`, "A & B", titleOf},
		{ld(`[{"@type":"WebSite","name":"X"},{"@type":["Thing","ReportageNewsArticle"],"headline":"A"}]`), "A", titleOf},
		{ld(`{"@graph":[{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other"}]},{"@type":"https://schema.org/Article","headline":"A"}]}`), "A", titleOf},
		{ld("<!--\n" + `{"@type":"NewsArticle","headline":"A"}` + "\n-->"), "A", titleOf},
		{`<meta property="og:title" content="C"><title>D</title>`, "C", titleOf},
		{`<meta property="og:site_name" content="The Paper"><title>D | The Paper</title>`, "D", titleOf},
		{`<title>D - E</title>`, "D - E", titleOf},
		{`<title>D - E</title><h1>D</h1>`, "D", titleOf},
		{`<title>D - E</title><h1>A department</h1>`, "D - E", titleOf},
		{`<title>D - E</title><h1>D</h1><h1>E</h1>`, "D - E", titleOf},
		{ld(`{"@type":"Article","headline":"a bird","name":"Heron"}`) + `<title>Heron - Birds</title>`, "Heron", titleOf},
		{ld(`{"@type":"Article","publisher":{"@type":"Organization","name":"P"}}`) + `<meta property="og:site_name" content="Q">`, "P", publisherOf},
		{ld(`{"@graph":[{"@type":"Article","publisher":{"@id":"#o"}},{"@id":"#o","@type":"Organization","name":"P"}]}`), "P", publisherOf},
		{`<meta property="og:site_name" content="Q">`, "Q", publisherOf},
		{ld(`{"@id":"#p","@type":"Article","publisher":{"@id":"#p","name":{"@id":"#p"}}}`), "", publisherOf},
		{ld(`{"@type":["WebPage","FAQPage"],"name":"N","publisher":{"name":"P"}}`), "P", publisherOf},
		{ld(`{"@type":"WebPage","name":"N"}`) + "<title>D</title>", "D", titleOf},
		{`<meta itemprop="headline" content="C"><title>D</title>`, "C", titleOf},
		{ld(`{"@type":"Article","author":["One",{"name":"Two"},{"name":"One"}]}`), "One; Two", authorsOf},
		{ld(`{"@type":"Article","author":{"name":["One","Two"]}}`), "One; Two", authorsOf},
		{`<meta property="article:author" content="https://social.example/one"><meta name="author" content="By  Two">`, "Two", authorsOf},
		{`<span itemprop="author"><span itemprop="name">Three</span> is a reporter</span>`, "Three", authorsOf},
		{ld(`{"@type":"Article","datePublished":"2024-06-11T10:00:00.000Z"}`) + `<meta property="article:published_time" content="2024-06-12">`, "2024-06-11T10:00:00.000Z", publishedOf},
		{`<meta property="article:published_time" content="2024-06-12T10:00:00+0200">`, "2024-06-12T10:00:00+02:00", publishedOf},
		{`<time datetime="2024-06-13">13 June</time>`, "2024-06-13", publishedOf},
		{`<time datetime="2024-06-13">a</time><time datetime="2024-06-14">b</time>`, "", publishedOf},
		{`<time datetime="2024-06-13">a</time><time datetime="2024-06-14" itemprop="datePublished">b</time>`, "2024-06-14", publishedOf},
		{`<meta property="og:locale" content="de_CH">`, "de-CH", languageOf},
		{`<meta http-equiv="content-language" content="german, please">`, "", languageOf},
		{`<link rel="canonical" href="https://a.example/1"><meta property="og:url" content="https://a.example/2">`, "https://a.example/1", addressOf},
		{`<link rel="canonical" href="/1"><meta property="og:url" content="https://a.example/2">`, "https://a.example/1", addressOf},
		{`<link rel="canonical" href="/1">`, "", addressOf},
		{ld(`{"@type":"Article","mainEntityOfPage":{"@type":"WebPage","@id":"https://a.example/3"}}`), "https://a.example/3", addressOf},
		{`<link rel="canonical" href="javascript:alert(1)">`, "", addressOf},
		{ld(`{"@type":"BlogPosting"}`), "post", kindOf},
		{ld(`{"@type":"Report"}`), "report", kindOf},
		{`<meta property="og:type" content="article">`, "article", kindOf},
		{"", "webpage", kindOf},
		{ld(`{"@type":"Article","keywords":"a, b,a"}`), "a; b", tagsOf},
		{ld(`{"@type":"Article","keywords":["a, b","c"]}`), "a, b; c", tagsOf},
		{`<meta property="article:tag" content="x"><meta property="article:tag" content="y"><meta name="keywords" content="z">`, "x; y", tagsOf},
		{`<meta name="news_keywords" content="x,y">`, "x; y", tagsOf},
	} {
		s := &importPage(t, "<html><head>"+tt.head+"</head><body>"+prose).Document.Briefing.Sources[0]
		if got := tt.get(s); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.head, got, tt.want)
		}
	}
}

func TestSavedFrom(t *testing.T) {
	for _, comment := range []string{
		"<!-- saved from url=(0024)https://a.example/b -->", "<!--\n Page saved with SingleFile \n url: https://a.example/b \n saved date: Tue Jun 11 2024\n-->",
	} {
		for _, page := range []string{comment + "<html>", "<!doctype html><html>" + comment} {
			if s := importPage(t, page+prose).Document.Briefing.Sources[0]; s.Publication.URL != "https://a.example/b" {
				t.Errorf("%s: the address is %q", page, s.Publication.URL)
			}
		}
	}
}

// TestBrokenJSONLD counts what cannot be read.
func TestBrokenJSONLD(t *testing.T) {
	r := importPage(t, `<script type="application/ld+json">{"@type":</script><title>T</title>`+prose)
	if len(r.Lost) != 1 || r.Lost[0].What != "JSON-LD that cannot be read" {
		t.Errorf("lost is %v", r.Lost)
	}
}

func TestPagesOfOneArticle(t *testing.T) {
	page := func(n, text string) string {
		return `<link rel=canonical href="https://a.example/x"><title>T ` + n + `</title>` + strings.Repeat("<p>"+n+text+", said the office on Monday, and nobody was hurt in the harbour.</p>", 3)
	}
	one, two := page("1", "first"), page("2", "second")
	sources := importPage(t, one, two, one).Document.Briefing.Sources
	if len(sources) != 1 {
		t.Fatalf("there are %d sources", len(sources))
	}
	text := sources[0].Text
	if first, second := strings.Index(text, "1first"), strings.Index(text, "2second"); first < 0 || second < first || strings.Count(text, "\n\n") != 5 {
		t.Errorf("the text is %q", text)
	}
}

func TestNoArticle(t *testing.T) {
	for name, page := range map[string]string{
		"empty":   "<html><body></body></html>",
		"links":   "<html><body><ul>" + strings.Repeat("<li><a href=x>A headline of another page, which is quite long</a></li>", 50) + "</ul></body></html>",
		"buttons": "<html><body><div>Log in</div><div>Sign up, it is free</div></body></html>",
		"script":  "<html><body><div id=app></div><script>var text = 'long, long, long, long, long, long, long, long';</script></body></html>",
	} {
		o := options()
		o.Format = "article"
		if _, err := Import([]Input{{name, []byte(page)}}, o); err == nil || !strings.Contains(err.Error(), "no article") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

// TestTextOnlyInJSONLD has a page that would be filled by a script.
func TestTextOnlyInJSONLD(t *testing.T) {
	r := importPage(t, `<div id=app>Loading</div><script type="application/ld+json">{"@type":"NewsArticle","headline":"H","articleBody":"The whole text.\n\nIn two parts."}</script>`)
	if text := r.Document.Briefing.Sources[0].Text; text != "The whole text.\n\nIn two parts." {
		t.Errorf("the text is %q", text)
	}
}

func TestStanceOf(t *testing.T) {
	for words, want := range map[string]briefing.Stance{
		"False": briefing.Denies, "FALSE.": briefing.Denies, "Pants on Fire!": briefing.Denies, "True": briefing.Affirms, "Mostly true": briefing.Questions,
		"Mostly False": briefing.Questions, "Misleading": briefing.Questions, "": briefing.Reports, "Three Pinocchios": briefing.Reports, "Not false": briefing.Reports,
	} {
		if got := stanceOf(words); got != want {
			t.Errorf("%q: %s, not %s", words, got, want)
		}
	}
}

// TestPagesAsTheyAreSaved has what programs write into the pages that they
// save.
func TestPagesAsTheyAreSaved(t *testing.T) {
	const comment = "<!--\n Page saved with SingleFile \n url: https://a.example/1 \n saved date: Wed Nov 25 2026 09:12:33 GMT+0100 (Central European Standard Time)\n-->"
	for _, page := range []string{"<!DOCTYPE html> <html>" + comment, comment + "<html>"} {
		r, err := Import([]Input{{"page.html", []byte(page + "<head><meta property='article:tag' content='Ferries,Strikes'></head><body><article>" + prose + "</article></body></html>")}}, options())
		if err != nil {
			t.Fatal(err)
		}
		s := r.Document.Briefing.Sources[0]
		if got, want := fmt.Sprint(s.Publication.URL, " ", s.Publication.Accessed, s.Tags), "https://a.example/1 2026-11-25T09:12:33+01:00 [Ferries Strikes]"; got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}
