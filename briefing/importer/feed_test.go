package importer

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
)

func FuzzFeed(f *testing.F) { fuzzFormat(f, "feed") }

func importFeed(t testing.TB, feed string) (*Result, error) {
	t.Helper()
	o := options()
	o.Format = "feed"
	r, err := Import([]Input{{"feed.xml", []byte(feed)}}, o)
	if err == nil {
		checkResult(t, r)
	}
	return r, err
}

// TestFeedMappings tests what each part of an entry becomes.
func TestFeedMappings(t *testing.T) {
	text := func(s *briefing.Source) string { return s.Text }
	ids := func(s *briefing.Source) string { return fmt.Sprint(s.ExternalIDs) }
	for _, tt := range []struct {
		entry, want string
		get         func(*briefing.Source) string
	}{
		{"<title>A &amp;amp; B</title>", "A & B", titleOf},
		{"<media:title>x</media:title><title><![CDATA[A <i> B]]></title>", "A <i> B", titleOf},
		{"<description>No title.</description>", "No title.", titleOf},
		{"<title>T</title><description>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</description>", "a\n\nb", text},
		{"<title>T</title><description>a\n\nb</description>", "a\n\nb", text},
		{"<title>T</title><description><p>a</p><p>b <b>c</b></p></description>", "a\n\nb c", text},
		{"<title>T</title><description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>", "long", text},
		{"<title>T</title><link> https://a.example/1 </link><guid>https://a.example/2</guid>", "https://a.example/1", addressOf},
		{"<title>T</title><guid>https://a.example/2</guid>", "https://a.example/2", addressOf},
		{"<title>T</title><guid isPermaLink='false'>x:1</guid>", "[guid:x:1]", ids},
		{"<title>T</title><author>one@a.example (One Two)</author>", "One Two", authorsOf},
		{"<title>T</title><dc:creator>One</dc:creator><dc:creator>Two</dc:creator><dc:creator>One</dc:creator>", "One; Two", authorsOf},
		{"<title>T</title><itunes:author>One</itunes:author>", "", authorsOf},
		{"<title>T</title>", "F", publisherOf},
		{"<title>T</title><source url='https://b.example/rss'>Other</source>", "Other", publisherOf},
		{"<title>T</title><pubDate>Tue, 11 Jun 2024 10:00:00 GMT</pubDate>", "2024-06-11T10:00:00Z", publishedOf},
		{"<title>T</title><pubDate>11 Jun 2024</pubDate>", "2024-06-11", publishedOf},
		{"<title>T</title><dc:date>2024-06</dc:date>", "2024-06", publishedOf},
		{"<title>T</title><pubDate>6/7/2024</pubDate>", "", publishedOf},
		{"<title>T</title><category>a</category><category domain='x'>b</category><category>a</category>", "a; b", tagsOf},
	} {
		r, err := importFeed(t, `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>F</title><item>`+tt.entry+`</item></channel></rss>`)
		if err != nil {
			t.Errorf("%s: %v", tt.entry, err)
		} else if got := tt.get(&r.Document.Briefing.Sources[0]); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.entry, got, tt.want)
		}
	}
}

// TestRelativeAddresses has links that are relative to the feed.
func TestRelativeAddresses(t *testing.T) {
	entry := "<entry><title>T</title><link href='/p/1'/></entry></feed>"
	for feed, want := range map[string]string{
		"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/x/'>" + entry:                                                      "https://a.example/p/1",
		"<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://a.example/f.xml'/>" + entry:                                     "https://a.example/p/1",
		"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'>" + strings.Replace(entry, "<entry", "<entry xml:base='/b/'", 1): "https://a.example/p/1",
		"<rss><channel><link>https://a.example</link><item><title>T</title><link>p/1</link></item></channel></rss>":                               "https://a.example/p/1",
		"<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='https://hub.example/'/>" + entry:                                         "",
	} {
		r, err := importFeed(t, feed)
		if err != nil {
			t.Fatal(err)
		}
		if got := addressOf(&r.Document.Briefing.Sources[0]); got != want {
			t.Errorf("%s: %q, not %q", feed, got, want)
		}
	}
}

// TestLossesAreToldOnce tests that losses are counted, with one example.
func TestLossesAreToldOnce(t *testing.T) {
	r, err := importFeed(t, "<rss><channel><item><title>A</title><link>/1</link><pubDate>x</pubDate></item><item><title>B</title><link>/2</link></item></channel></rss>")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(r.Lost), `[1 × invalid date: "x" 2 × address that is not a web address, such as "/1"]`; got != want {
		t.Errorf("lost is %s, not %s", got, want)
	}
}

func TestFeedsThatAreNone(t *testing.T) {
	for feed, want := range map[string]string{
		"<rss><channel><title>F</title></channel></rss>":                   "no entries",
		"<rss><channel><item><title>F":                                     "unexpected EOF",
		"<rss><channel><item>" + strings.Repeat("<a>", 1_000_000):          "nested",
		`{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"`:   "cannot be read",
		`{"version":"https://jsonfeed.org/version/1","items":[]}`:          "no entries",
		"<rss><channel><item><description>" + strings.Repeat("<b>", 1_000): "nested",
	} {
		_, err := importFeed(t, feed)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.50s: the error is %v", feed, err)
		}
	}
}

// TestFeedEntriesAreKnown has an entry twice, once with another address.
func TestFeedEntriesAreKnown(t *testing.T) {
	r, err := importFeed(t, `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>a</id><title>One</title></entry><entry><id>a</id><title>One, again</title><link href="https://a.example/"/></entry></feed>`)
	if err != nil || len(r.Document.Briefing.Sources) != 1 || len(r.Entries) != 2 {
		t.Errorf("%v, %v", r, err)
	}
}

// TestLossesOfEntriesThatAreNotPicked tests that these losses are not counted.
func TestLossesOfEntriesThatAreNotPicked(t *testing.T) {
	o := options()
	o.Pick = func(n int) bool { return n == 1 }
	r, err := Import([]Input{{"f.xml", []byte("<rss><channel><item><title>A</title></item><item><title>B</title><pubDate>x</pubDate><enclosure/></item></channel></rss>")}}, o)
	if err != nil || len(r.Lost) != 0 {
		t.Errorf("lost is %v: %v", r.Lost, err)
	}
}

func TestPickFromFeed(t *testing.T) {
	o := options()
	o.Pick = func(n int) bool { return n == 2 || n == 50 }
	r, err := Import([]Input{input(t, "testdata/feed/wordpress-50.xml")}, o)
	if err != nil {
		t.Fatal(err)
	}
	if s := r.Document.Briefing.Sources; len(r.Entries) != 50 || len(s) != 2 || !strings.HasSuffix(s[0].Title, "part 2") || !strings.HasSuffix(s[1].Title, "part 50") {
		t.Errorf("%d entries, of which %d are taken", len(r.Entries), len(s))
	}
}
