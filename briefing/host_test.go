package briefing

import (
	"strings"
	"testing"
)

// TestPunycode has samples of RFC 3492, section 7.1, and names in use.
func TestPunycode(t *testing.T) {
	for encoded, want := range map[string]string{
		"egbpdaj6bu4bxfgehfvwxn":       "ليهمابتكلموشعربي؟",
		"ihqwcrb4cv8a8dqg056pqjye":     "他们为什么不说中文",
		"4dbcagdahymbxekheh6e0a7fei0b": "למההםפשוטלאמדבריםעברית",
		"3b-ww4c5e180e575a65lsy2b":     "3年b組金八先生",
		"de-jg4avhby1noc0d":            "パフィーdeルンバ",
		"mnchen-3ya":                   "münchen",
		"80ak6aa92e":                   "аррӏе",
		"fiqs8s":                       "中国",
		"e1afmkfd":                     "пример",
		"hxajbheg2az3al":               "παράδειγμα",
		"n3h":                          "☃",
	} {
		if got, ok := decodePunycode(encoded); !ok || string(got) != want {
			t.Errorf("%s is %q, %v; want %q", encoded, string(got), ok, want)
		}
	}
	for _, encoded := range []string{"", "9", "999999999", "-", "a_b", "ü", strings.Repeat("9", 64), "abc-"} {
		if got, ok := decodePunycode(encoded); ok {
			t.Errorf("%q is read as %q", encoded, string(got))
		}
	}
}

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
		{"https://exаmple.org/", false}, // not ASCII at all
	} {
		if err := CheckURL(c.url); (err == nil) != c.fine {
			t.Errorf("%s: %v", c.url, err)
		}
	}
	if IsForeign("example.org") || !IsForeign("www.XN--FIQS8S.example") {
		t.Error("a host in another script is not told from others")
	}
}

// FuzzPunycode decodes any label: no panic, and never more letters than the
// label has bytes.
func FuzzPunycode(f *testing.F) {
	for _, seed := range []string{"mnchen-3ya", "80ak6aa92e", "-", "zzzzzz", "a-b-9999999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, label string) {
		text, ok := decodePunycode(label)
		if ok && len(text) > len(label) {
			t.Errorf("%q has become %d letters", label, len(text))
		}
		_ = mixesScripts(text)
	})
}
