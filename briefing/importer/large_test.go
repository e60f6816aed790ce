package importer

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing/file"
)

// large are large and hostile files from the web, by name, with their contents.
// None of them may take more work than in proportion to its size.
var large = map[string]func() (format, data string){
	"feed of 30 MB": func() (string, string) {
		entry := "<item><title>Entry %d</title><guid>g%d</guid><link>https://a.example/%d</link><pubDate>Tue, 11 Jun 2024 10:00:00 GMT</pubDate><description>" +
			strings.Repeat("&lt;p&gt;The bridge stays closed, it was said, for a week.&lt;/p&gt;", 40) + "</description></item>"
		var b strings.Builder
		b.WriteString("<rss><channel><title>F</title>")
		for i := 0; b.Len() < 30<<20; i++ {
			fmt.Fprintf(&b, entry, i, i, i)
		}
		return "feed", b.String() + "</channel></rss>"
	},
	"page of 5 MB": func() (string, string) {
		return "article", "<html><body><div><ul><li><a href=x>Menu</a></ul></div><article>" + repeat("<p>The <b>bridge</b> stays <a href=x>closed</a>, it was <i class=x>said</i>, for a week.</p>", 5<<20) + "</article></body></html>"
	},
	"links of 2 MB":  func() (string, string) { return "article", prose + repeat("<a href=x>y</a>", 2<<20) },
	"tables of 2 MB": func() (string, string) { return "article", "<table>" + prose + repeat("<tr><td>a, b<td>c", 2<<20) },
	"depth of 2 MB": func() (string, string) {
		return "article", repeat(strings.Repeat("<div class='x comment article'>", 200)+strings.Repeat("<h2>", 100)+prose+strings.Repeat("</div>", 200), 2<<20)
	},
	"authors of 2 MB": func() (string, string) {
		return "article", prose + repeat(strings.Repeat("<i itemprop=author>", 100)+"a"+strings.Repeat("</i>", 100), 2<<20)
	},
	"names of 2 MB": func() (string, string) { return "article", "<p class='" + repeat("x ", 2<<20) + "'>" + prose },
	"tags of 2 MB": func() (string, string) {
		var b strings.Builder
		for i := 0; b.Len() < 2<<20; i++ {
			fmt.Fprintf(&b, "<category>%d</category>", i)
		}
		return "feed", "<rss><channel><item><title>T</title>" + b.String() + "</item></channel></rss>"
	},
	"namespaces of 2 MB": func() (string, string) {
		var b strings.Builder
		for i := 0; b.Len() < 2<<20; i++ {
			fmt.Fprintf(&b, " xmlns:a%d='b'", i)
		}
		return "feed", "<rss" + b.String() + "><channel>" + strings.Repeat("<item><title xmlns:x='y'>T</title></item>", 1000) + "</channel></rss>"
	},
	"mail of 30 MB": func() (string, string) {
		return "mail", "From: a@b.example\nSubject: S\n" + multipart("mixed", "b", "Content-Type: text/plain\n\nshort", "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"+repeat("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n", 30<<20))
	},
	"nested mails of 2 MB": func() (string, string) {
		return "mail", strings.Repeat("From: a@b.example\nSubject: S\nContent-Type: message/rfc822\n\n", 15) + "From: a@b.example\nSubject: S\n\n" + repeat("The bridge stays closed.\n", 2<<20)
	},
	"mailbox of 2 MB": func() (string, string) {
		return "mail", repeat("From a@b.example Tue Jun 11 08:01:10 2024\nFrom: a@b.example\nSubject: S\n\n>From x\n\n", 2<<20)
	},
}

func repeat(s string, size int) string { return strings.Repeat(s, size/len(s)) }

func TestLarge(t *testing.T) {
	for name, file := range large {
		t.Run(name, func(t *testing.T) {
			format, data := file()
			o := options()
			o.Format = format
			r, err := Import([]Input{{name, []byte(data)}}, o)
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Document.Briefing.Sources) == 0 || strings.Contains(fmt.Sprint(r.Lost), "not valid") {
				t.Errorf("%d sources; lost is %v", len(r.Document.Briefing.Sources), r.Lost)
			}
		})
	}
}

// TestTooLarge tests that input too large for a briefing is refused before all
// of it is read.
func TestTooLarge(t *testing.T) {
	texts := make([]Input, 1+file.MaxFile/maxText)
	for i := range texts {
		texts[i] = Input{"text", []byte(strings.Repeat("ab c\n", maxText/5))}
	}
	for want, in := range map[string][]Input{
		"64 MiB":        texts,
		"50000 entries": {{"actors.csv", []byte("name,kind\n" + strings.Repeat("A,person\n", maxEntries+1))}},
	} {
		if _, err := Import(in, options()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not name the limit of %s: %v", want, err)
		}
	}
}
