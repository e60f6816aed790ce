package clean

import "testing"

func TestHosts(t *testing.T) {
	for _, c := range []struct {
		url  string
		fine bool
	}{
		{"https://example.org/", true},
		{"https://xn--mnchen-3ya.de/", true},
		{"https://XN--MNCHEN-3YA.de/", true},
		{"https://www.xn--fiqs8s.example/", true},
		{"https://xn--de-jg4avhby1noc0d.jp/", true}, // Latin with kana
		{"https://xn--80ak6aa92e.com/", true},       // all Cyrillic, and shown in punycode
		{"https://xn--pple-43d.com/", false},        // one Cyrillic letter among Latin ones
		{"https://xn--ggle-0nda.com/", false},       // two
		{"https://xn--99999999999.com/", false},     // no punycode
		{"https://xn--.com/", false},                // nothing
		{"https://user@example.org/", false},
		{"https://exаmple.org/", false},           // one Cyrillic letter, written as such
		{"https://аррӏе.com/", false},             // all Cyrillic, and not to be told from Latin
		{"https://www.ехр.co.uk/", false},         // the same
		{"https://ехр.рф/", true},                 // where nobody expects Latin
		{"https://пример.com/", true},             // it can be told
		{"https://ɡoogle.com/", false},            // a phonetic g
		{"https://exa\u1e43ple.org/", true},       // what has a letter of its own
		{"https://examp\u0331le.org/", false},     // what has none
		{"https://example。org/", false},           // an ideographic full stop
		{"https://example.org／x.example/", false}, // a wide slash
		{"https://example.org∕x.example/", false}, // a division sign
		{"https://bank.example＠evil.example/", false},
		{"https://ｅxample.org/", false},
		{"https://bücher。example/", false},
		{"https://a\u200db.example/", false},
	} {
		if err := CheckURL(c.url); (err == nil) != c.fine {
			t.Errorf("%s: %v", c.url, err)
		}
	}
	if IsForeign("example.org") || !IsForeign("www.XN--FIQS8S.example") {
		t.Error("a host in another script is not told from others")
	}
}
