package importer

import (
	"strings"
	"testing"
)

// TestMainText has an article in pages of different structure, each with things
// around it that are not part of the text.
func TestMainText(t *testing.T) {
	const paragraphs = "The bridge stays closed for a week, the harbour office said on Monday, until all bolts are replaced.\n\n" +
		"Nobody was hurt, it said, and the ferry sails twice as often as usual, from six in the morning on."
	links := strings.Repeat("<li><a href=x>Another page with a long headline</a></li>", 20)
	for name, page := range map[string]string{
		"menu":           "<div class=menu><ul>" + links + "</ul></div><div>" + prose + "</div>",
		"list of links":  "<div>" + prose + "<ul>" + links + "</ul></div>",
		"comments":       "<div id=story>" + prose + "</div><div id=comments>" + strings.Repeat("<p>I never liked this bridge, to be honest, and I said so, more than once, here and elsewhere.</p>", 5) + "</div>",
		"cookie banner":  "<div class=cookie-banner><p>We and our partners store cookies, on your device, to measure content, and to sell things, to you.</p></div><article>" + prose + "</article>",
		"footer":         "<article>" + prose + "</article><footer><p>The Paper, Quay 3, Saltby, phone 12345, all rights reserved, since 1871, as ever.</p></footer>",
		"aside":          "<article>" + strings.Replace(prose, "<p>Nobody", "<aside><p>Read on, in our app, which is free, and which many readers like, they say.</p></aside><p>Nobody", 1) + "</article>",
		"title repeated": "<div><h1>The  title</h1>" + prose + "</div>",
		"share buttons":  "<div>" + strings.Replace(prose, "<p>Nobody", "<div class='post-share'>Share this page with all your friends</div><p>Nobody", 1) + "</div>",
		"advertisement":  "<div>" + strings.Replace(prose, "<p>Nobody", "<div>Advertisement</div><p>Nobody", 1) + "</div>",
		"divs":           strings.NewReplacer("<p>", "<div>", "</p>", "</div>").Replace("<main>" + prose + "</main>"),
		"line breaks":    strings.NewReplacer("<p>", "", "</p>", "<br><br>").Replace("<table><tr><td>" + links + "</td><td>" + prose + "</td></tr></table>"),
		"form":           "<div>" + prose + "<form>Your mail <input><input><input> and more</form></div>",
		"two parts":      "<div><div class=part>" + prose[:strings.Index(prose, "<p>Nobody")] + "</div><img><div class=part>" + prose[strings.Index(prose, "<p>Nobody"):] + "</div></div>",
	} {
		doc, err := parseHTML("<html><body>" + page + "</body></html>")
		if err != nil {
			t.Fatal(err)
		}
		if got := mainText(doc, "The title"); got != paragraphs {
			t.Errorf("%s: %q", name, got)
		}
	}
}
