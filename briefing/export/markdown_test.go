package export

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"sitrep/briefing"
)

// reader parses Markdown as GitHub does, with tables, strikethrough, autolinks,
// tasks and footnotes, and definition lists like pandoc.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

// skeleton returns the kinds of the nodes of a document in order, with their
// depth but without words.
func skeleton(source string) []string {
	doc := reader.Parser().Parse(text.NewReader([]byte(source)))
	var out []string
	depth := 0
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		depth++
		switch n.(type) {
		case *ast.Text, *ast.String:
		default:
			out = append(out, fmt.Sprint(depth, n.Kind()))
		}
		return ast.WalkContinue, nil
	})
	return out
}

// strange lists the nodes of a document that the format never writes.
func strange(source string) []string {
	doc := reader.Parser().Parse(text.NewReader([]byte(source)))
	var out []string
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Document, *ast.Heading, *ast.Paragraph, *ast.TextBlock, *ast.List, *ast.ListItem, *ast.Text, *ast.String,
			*ast.Blockquote, *ast.CodeSpan, *extast.FootnoteLink, *extast.FootnoteBacklink, *extast.Footnote, *extast.FootnoteList:
			return ast.WalkContinue, nil
		case *ast.Emphasis:
			if n.Level == 2 {
				return ast.WalkContinue, nil
			}
		case *ast.RawHTML:
			if tag := string(n.Segments.Value([]byte(source))); tag == "<mark>" || tag == "</mark>" {
				return ast.WalkContinue, nil
			}
		case *ast.AutoLink:
			if url := string(n.URL([]byte(source))); strings.HasPrefix(url, "https://") && strings.Contains(url, ".example/") {
				return ast.WalkContinue, nil
			}
		}
		out = append(out, n.Kind().String())
		return ast.WalkContinue, nil
	})
	return out
}

// rendered returns the words of a Markdown document as a reader sees them.
func rendered(t testing.TB, source string) string {
	t.Helper()
	var b bytes.Buffer
	if err := reader.Convert([]byte(source), &b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	return words(textOf(root))
}

func markdownOf(t testing.TB, r *Request) string {
	t.Helper()
	f, err := Find("markdown")
	if err != nil {
		t.Fatal(err)
	}
	return written(t, f, r)
}

func TestMarkdownFootnotes(t *testing.T) {
	for _, only := range [][]briefing.Part{nil, {briefing.PartBrief}, {briefing.PartTimeline}, {briefing.PartClaims}, {briefing.PartActors}, {briefing.PartSources}} {
		got := markdownOf(t, &Request{Index: sample(t), Only: only})
		mark := regexp.MustCompile(`\[\^(\d+)\]`)
		definition := regexp.MustCompile(`(?m)^\[\^(\d+)\]: `)
		defined := map[string]int{}
		for _, m := range definition.FindAllStringSubmatch(got, -1) {
			defined[m[1]]++
		}
		used := map[string]bool{}
		for _, m := range mark.FindAllStringSubmatch(definition.ReplaceAllString(got, ""), -1) {
			used[m[1]] = true
			if defined[m[1]] != 1 {
				t.Errorf("only %v: footnote %s is defined %d times", only, m[1], defined[m[1]])
			}
		}
		if only == nil && len(used) == 0 {
			t.Error("there are no footnotes")
		}
		if len(used) != len(defined) {
			t.Errorf("only %v: %d footnotes are used and %d defined", only, len(used), len(defined))
		}
	}
}

func TestMarkdownMarkings(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(markdownOf(t, &Request{Index: sample(t)})), "\n")
	for _, i := range []int{0, len(lines) - 1} {
		if lines[i] != "**TLP:RED**" { // the highest in it
			t.Errorf("line %d is %q", i+1, lines[i])
		}
	}
}

func TestMarkdownLinksOnlyToTheWeb(t *testing.T) {
	b := sampleBriefing(t)
	for _, url := range []string{"javascript:alert(1)", "https://user:pass@x.example/", "file:///etc/passwd", "https://x.example/> <script>", "//x.example"} {
		b.Sources[0].Publication.URL = url
		if got := markdownOf(t, &Request{Index: indexOf(b)}); strings.Contains(got, "<"+url) {
			t.Errorf("%q becomes a link", url)
		}
	}
}

func TestEscapeMarkdown(t *testing.T) {
	for _, c := range []struct {
		in    string
		start bool
		want  string
	}{
		{"plain words, and more.", false, "plain words, and more."},
		{"1. one", true, `1\. one`},
		{"1. one", false, `1. one`},
		{"a) one", true, `a\) one`},
		{"- x - y", true, `\- x - y`},
		{"10:30, at 3.5", true, "10:30, at 3.5"},
		{":-1: :_x: :+1: :tada: at 9:00 :9: x", false, `\:-1: \:\_x: \:+1: \:tada: at 9:00 :9: x`},
		{"x:", false, `x\:`},
		{"a\nb \n c", false, "a b c"},
		{"http://x", false, `http\://x`},
		{"www.x", false, `www\.x`},
		{"a  b\tc", false, "a b\tc"},
		{"R&D <b>", false, `R&amp;D \<b\>`},
		{"Ha!", false, `Ha\!`},
		{"Ha! [x]", false, `Ha! \[x\]`},
		{"  x", true, "x"},
	} {
		if got := escapeMarkdown(c.in, c.start); got != c.want {
			t.Errorf("%q at the start %v: %q, not %q", c.in, c.start, got, c.want)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	want := skeleton(markdownOf(f, &Request{Index: titled(f, "word")}))
	f.Fuzz(func(t *testing.T, content string) {
		if s := strange(markdownOf(t, &Request{Index: hostile(t, content)})); len(s) > 0 {
			t.Errorf("%q becomes %v", content, s)
		}
		if !steady(content) {
			return
		}
		got := markdownOf(t, &Request{Index: titled(t, content)})
		if !slices.Equal(skeleton(got), want) {
			t.Errorf("%q changes the structure of the document", content)
		}
		if !strings.Contains(rendered(t, got), words(content)) {
			t.Errorf("%q does not read as it was", content)
		}
	})
}
