package export

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"sitrep/briefing"
)

//go:embed html.css
var htmlStyle string

func writeHTML(w io.Writer, r *Request) (Losses, error) {
	r = r.withRemarks()
	h := &htmlWriter{newStream(w), r, r.Index, make([]bool, len(r.Index.Passages)+1), make([]bool, len(r.Index.Passages)+1)}
	h.openAs(h.x.Briefing.Title)
	h.marking()
	h.head()
	h.navigation()
	h.raw("<main>\n")
	r.writeParts(h)
	h.otherQuotes()
	h.gone()
	h.raw("</main>\n")
	h.legend()
	h.marking()
	h.raw("</body>\n</html>\n")
	return nil, h.finish()
}

// openAs begins the page, under a title.
func (h *htmlWriter) openAs(title string) {
	b := h.x.Briefing
	language := "en"
	if languageTag().MatchString(b.Language) {
		language = b.Language
	}
	style := htmlStyle + htmlPrinted(h.x.Banner())
	hash := sha256.Sum256([]byte(style))
	h.raw("<!DOCTYPE html>\n<html lang=\"")
	h.text(language)
	h.raw("\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
	h.raw(markup(base64.StdEncoding.EncodeToString(hash[:])))
	h.raw("'; base-uri 'none'; form-action 'none'\">\n" +
		"<meta name=\"referrer\" content=\"no-referrer\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"dcterms.identifier\" content=\"")
	h.text(b.ID)
	h.between("\">\n<title>", title, "</title>\n<style>")
	h.raw(markup(style))
	h.raw("</style>\n</head>\n<body class=\"" + h.length() + "\">\n")
}

// htmlPrinted returns the style that prints the marking at the top and bottom
// of every page (TLP 2.0).
func htmlPrinted(t briefing.TLP) string {
	label := t.Counted().String() // no words of the file may get into a style
	return fmt.Sprintf("@page{@top-right{content:%q}@bottom-right{content:%q}}\n", label, label)
}

// marking writes the TLP label in the colours of the protocol.
func (h *htmlWriter) marking() {
	t := h.x.Banner()
	h.raw("<p class=\"tlp tlp-")
	color, _, _ := strings.Cut(strings.ToLower(string(t.Counted())), "+")
	h.text(color)
	h.between("\"><span>", t.String(), "</span></p>\n")
}

func (h *htmlWriter) head() {
	b := h.x.Briefing
	h.between("<header>\n<h1 dir=\"auto\">", b.Title, "</h1>\n<p class=\"edition\">")
	h.text(joinFacts("; ", editionInWords(h.x.Briefing), otherHead(h.x), h.request.partial(), h.request.noted()))
	h.raw("</p>\n")
	if contents := h.request.contents(); contents != "" {
		h.between("<p class=\"edition\">", contents, "</p>\n")
	}
	h.raw("</header>\n")
}

// navigation writes the links to the parts of the page.
func (h *htmlWriter) navigation() {
	h.raw("<nav aria-label=\"Parts\"><ul>")
	for _, p := range briefing.Parts {
		if h.request.Wants(p.Part) {
			count, _ := h.request.count(p.Part)
			h.way(string(p.Part), markup(p.Title), count)
		}
	}
	h.way(htmlLegend, "Legend", 0)
	h.raw("</ul></nav>\n")
}

func (h *htmlWriter) way(anchor string, name markup, count int) {
	h.between("<li><a href=\"#", h.own(anchor), "\">"+name+"</a>")
	if count > 0 {
		h.raw(" <span class=\"count\">")
		h.number(count)
		h.raw("</span>")
	}
	h.raw("</li>")
}
