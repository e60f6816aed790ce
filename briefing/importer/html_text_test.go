package importer

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing/clean"
	"sitrep/briefing/quote"
)

func TestTextOfHTML(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"paragraphs", "<p>One.</p>\n\n<p>Two.</p>", "One.\n\nTwo."},
		{"white space", " a\n b\t<b> c </b> d ", "a b c d"},
		{"words in two", "un<b>believ</b>able, w<a href=x>or</a>d", "unbelievable, word"},
		{"line break", "a<br>b<br/>c", "a\nb\nc"},
		{"two line breaks", "a<br><br>b<br> <br>\n<br>c", "a\n\nb\n\nc"},
		{"list", "x<ul><li>one<li>two <p>in a paragraph</p></ul>y", "x\n\none\ntwo\n\nin a paragraph\n\ny"},
		{"table", "<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a\tb\n1\t2"},
		{"table for layout", "<table><tr><td><p>a</p><p>b</p></td><td>c<br>d</td></tr></table>", "a\n\nb\n\nc\nd"},
		{"entities", "&ldquo;a&rdquo; &amp;lt; &#8212; &eacute;&nbsp;x &nonsense;", "“a” &lt; — é\u00a0x &nonsense;"},
		{"soft hyphen", "Norr&shy;holm<wbr>s", "Norr\u00adholms"},
		{"not shown", "a<script>b</script><style>c</style><noscript>d</noscript><template>e</template><nav>f</nav><select><option>g</select><button>h</button><!-- i -->j", "aj"},
		{"hidden", `a<p hidden>b</p><p style="Display : NONE">c</p><span style="visibility:hidden !important">d</span><i aria-hidden=true>e</i><b class="x sr-only">f</b>g`, "ag"},
		{"shown", `<p style="display:block;color:none">a</p><p hidden=until-found>b</p>`, "a\n\nb"},
		{"preformatted", "<pre>a  b\nc\n\nd</pre>", "a b\nc\n\nd"},
		{"ruby", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", "漢字"},
		{"nothing", "<p> </p><br>", ""},
	} {
		if got, err := textOfHTML(tt.in); err != nil || got != tt.want {
			t.Errorf("%s: %q, not %q: %v", tt.name, got, tt.want, err)
		}
	}
}

func TestTooDeep(t *testing.T) {
	if _, err := textOfHTML(strings.Repeat("<div>", 100_000)); err == nil {
		t.Error("100,000 nested elements are read")
	}
}

func TestTooMuchMarkup(t *testing.T) {
	attributes := func(between string) string { // each with another name
		var b strings.Builder
		for i := range maxAttributes + 1 {
			if i%100_000 == 0 {
				b.WriteString("><p")
			}
			fmt.Fprintf(&b, "%sa%x", between, i)
		}
		return b.String() + ">"
	}
	for name, page := range map[string]string{
		"tags": strings.Repeat("<b>", maxTags+1), "attributes": attributes(" "), "slashes": attributes("/"),
		"in svg": "<svg><style" + attributes(" "), "after a script": "<script>a<b='</script" + attributes(" "),
		"large tag": "<p " + strings.Repeat("a ", maxTag) + ">", "ends of paragraphs": strings.Repeat("</p>", maxTags+1), "comments": strings.Repeat("<!---->", maxTags+1),
		"depth": strings.Repeat("<div>", 600),
	} {
		if _, err := parseHTML(page); err == nil || !strings.Contains(err.Error(), "in the HTML") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	drawing := "<svg><path d='M" + strings.Repeat(" 1 2", maxAttributes) + "'/></svg>"
	if _, err := parseHTML(drawing); err != nil {
		t.Errorf("a large drawing: %v", err)
	}
}

// TestMarkupDoesNotGrow parses pages for which a browser makes far more
// elements than they have tags.
func TestMarkupDoesNotGrow(t *testing.T) {
	const n = 2000
	var formats strings.Builder
	formats.WriteString("<p>")
	for i := range 400 {
		fmt.Fprintf(&formats, "<b a=%d>", i)
	}
	for name, page := range map[string]string{
		"formatting":              formats.String() + strings.Repeat("<p>x", n),
		"several kinds of it":     strings.Repeat("<p><b><i><u><font>x", n),
		"in a style of a drawing": "<svg><style>" + formats.String() + "</style></svg>" + strings.Repeat("<p>x", n),
		"in CDATA of a drawing":   "<svg><![CDATA[><style>]]>" + formats.String() + strings.Repeat("<p>x", n),
		"around a drawing":        strings.ReplaceAll(formats.String(), "<b", "<<svg></svg>b") + ">" + strings.Repeat("<p>x", n),
		"links":                   "<a href=x>" + strings.Repeat("<div><a href=y>x", 200),
	} {
		doc, err := parseHTML(page)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		nodes := 0
		for range doc.Descendants() {
			nodes++
		}
		if most := 3*strings.Count(page, "<") + 10; nodes > most {
			t.Errorf("%s: %d nodes, more than %d", name, nodes, most)
		}
	}
}

// TestDrawings tests that the contents of a drawing are left out, and nothing
// after it.
func TestDrawings(t *testing.T) {
	for _, page := range []string{
		"<p>one</p><svg><title/><path d='x'/><g><text>no</text></g></svg><p>two</p>", "<p>one</p><svg/><p>two</p>",
		"<p>one</p><SVG><style>a{}</style><svg><title>no</title></svg><use/></SVG><p>two</p>",
		"<p>one</p><math><mi>x</mi><annotation-xml><svg>no</svg></annotation-xml></math><p>two</p>",
		"<p><B class=x>one</B></p></svg><p>t<strong>w</strong><code>o</code></p>",
	} {
		if text, err := textOfHTML(page); err != nil || text != "one\n\ntwo" {
			t.Errorf("%s: %q, %v", page, text, err)
		}
	}
}

// TestQuotesFromTheScreen looks up words as they are copied from a browser.
func TestQuotesFromTheScreen(t *testing.T) {
	for _, tt := range []struct{ markup, words string }{
		{"<p>She put it at 40&nbsp;000&#160;crowns.</p>", "at 40 000 crowns"},
		{"<p>She put it at 40 000 crowns.</p>", "at 40\u00a0000\u00a0crowns"},
		{"<p>Donau&shy;dampf&shy;schiff</p>", "Donaudampfschiff"},
		{"<p>Donaudampfschiff</p>", "Donau\u00addampfschiff"},
		{"<p>a differ<i>ent</i> wor<span>d</span></p>", "a different word"},
		{"<p>it wrote<br>\n in a statement</p>", "it wrote in a statement"},
		{"<p>it wrote<br>in a statement</p>", "it wrote\nin a statement"},
		{"<p>we can&rsquo;t &mdash; and won&#x2019;t &#8211; wait&hellip;</p>", "we can’t — and won’t – wait…"},
		{"<p>The of<span>fi</span>ce was</p>", "The office was"},
		{"<p>Mu&#776;ller said</p>", "Müller said"},
		{"<p>one\n   and\ttwo</p>", "one and two"},
		{"<ul>\n <li>by launch</li>\n <li>by car</li></ul>", "by launch\nby car"},
		{"<p>first</p><p>second</p>", "first\n\nsecond"},
		{"<table><tr><td>a b</td><td>c</td></tr></table>", "a b\tc"},
		{"<p>zero&#8203;width&zwj;signs&#xfeff;</p>", "zerowidthsigns"},
	} {
		text, err := textOfHTML(tt.markup)
		if err != nil {
			t.Fatal(err)
		}
		if a := new(quote.Texts).Of("s", clean.Text(text)).Anchor(quote.Quote{Words: clean.Text(tt.words)}); a.State != quote.Exact {
			t.Errorf("%q is not found in %q", tt.words, text)
		}
	}
}
