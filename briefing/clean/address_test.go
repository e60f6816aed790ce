package clean

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/idna"
)

func TestCheckURL(t *testing.T) {
	long := "https://example.org/" + strings.Repeat("x", MaxAddress-len("https://example.org/"))
	for _, address := range []string{
		"https://example.org", "http://example.org/", "https://example.org:8443/a?b=c&d=$(id)#e", "https://127.0.0.1/", "http://[::1]:80/", "HTTPS://EXAMPLE.ORG/%20", long,
		"https://example.org/;id", "https://example.org/'x", "https://xn--mnchen-3ya.de/", "https://example.org/é",
	} {
		if err := CheckURL(address); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{
		"", " ", "example.org", "//example.org", "/etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "mailto:a@example.org", "vbscript:x", "ssh://-oProxyCommand=id/",
		"-x", "--new-window", "-https://example.org", " https://example.org", "https:", "https://", "https:///", "https:///path", "https:example.org", "https:/example.org", "https://?x", "https://#x", "http://:80/",
		"https://user@example.org/", "https://user:pass@example.org/", "https://@example.org/", "https://bank.example@evil.example/", "https://example.org:0/", "https://example.org:65536/", "https://example.org:/", "https://example.org:x/", "https://example.org:-1/", "https://example.org:80:80/",
		"https://-example.org/", "https://ex ample.org/", "https://example.org/a b", "https://example.org/\n", "https://example.org/\x1b]8;;", "https://example.org/\x7f", "https://example.org/\u009b", "https://exаmple.org/", "https://example。org/", "https://example.org/\u202e",
		"https://%65xample.org/", "https://exa%00mple.org/", "https://[::1", "https://[::1%25eth0]/", "https://example.org/<x>", "https://example.org/\"x", "https://example.org/`id`", "https://example.org/\\x", "https://example.org\\@evil.example/", "https://xn--pple-43d.com/", long + "x",
	} {
		if CheckURL(address) == nil {
			t.Errorf("%q may be opened", address)
		}
	}
}

// TestEncodeURL has addresses as browsers show them, and as they are sent.
func TestEncodeURL(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a%20b?c=%C3%BC#d":                  "https://example.org/a%20b?c=%C3%BC#d",
		"https://uk.wikipedia.org/wiki/Київ":                    "https://uk.wikipedia.org/wiki/%D0%9A%D0%B8%D1%97%D0%B2",
		"https://en.wikipedia.org/wiki/Poland–Lithuania_(1569)": "https://en.wikipedia.org/wiki/Poland%E2%80%93Lithuania_(1569)",
		"https://example.org/Öl?preis=5€&x=%25#über":            "https://example.org/%C3%96l?preis=5%E2%82%AC&x=%25#%C3%BCber",
		"http://München.example:8080/":                          "http://xn--mnchen-3ya.example:8080/",
		"https://www.straße.example":                            "https://www.xn--strae-oqa.example",
		"https://例え.jp?q=木":                                     "https://xn--r8jz45g.jp?q=%E6%9C%A8",
		"https://fa.wikipedia.org/wiki/می\u200cخواهم":           "https://fa.wikipedia.org/wiki/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85",
	} {
		if got, err := EncodeURL(address); got != want || err != nil {
			t.Errorf("%s is sent as %s, not %s: %v", address, got, want, err)
		}
	}
	for _, address := range []string{
		"https://example.org/ü\u00a0x", "https://example.org/ü\u3000x", "https://example.org/ü\u200fx", "https://example.org/ü\ufffdx", "https://ü@example.org/", "https://example.org:ü/",
		"https://ü:1:2/", "https://ü.example:0/", "https://ü.example:/", "https://-ü.example/", "ftp://ü.example/", "javascript:ü", "https:ü", "https:ü//x", "//ü.example/", "https://[::1%25ü]/",
		"https://ü.example\\x", "https://ü.example/\\x", "https://ü%2f.example/", "https://" + strings.Repeat("ü", 64) + ".example/", "https://example.org/" + strings.Repeat("ü", 700),
	} {
		if got, err := EncodeURL(address); err == nil {
			t.Errorf("%q is sent as %q", address, got)
		}
	}
}

// FuzzCheckURL looks at what may be opened with the rules of package net/url.
func FuzzCheckURL(f *testing.F) {
	for _, address := range []string{"https://example.org/a?b#c", "http://[::1]:80/", "https://a@b/", "https:///x", "https://xn--pple-43d.com/", "-x", "https://a:0/", "https://a%2fb/", "http://a\\b/", "https://bücher.example:80/straße?q=ü#ß", "https://аррӏе.рф", "https://a。b/＠"} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		address, ok := sent(t, address)
		if !ok {
			return
		}
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Opaque != "" || u.Hostname() == "" || strings.HasPrefix(u.Host, "-") {
			t.Fatalf("%q may be opened: %+v, %v", address, u, err)
		}
		if !strings.HasPrefix(strings.ToLower(address), "http") || len(address) > MaxAddress || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
			t.Fatalf("%q may be opened", address)
		}
		checkAuthority(t, u)
	})
}

// sent returns an address as it is sent, which is sent as it is.
func sent(t *testing.T, address string) (encoded string, ok bool) {
	t.Helper()
	encoded, err := EncodeURL(address)
	if err != nil {
		return "", false
	}
	if again, err := EncodeURL(encoded); again != encoded || err != nil {
		t.Fatalf("%q is sent as %q, and that as %q: %v", address, encoded, again, err)
	}
	if IsASCII(address) && encoded != address {
		t.Fatalf("%q is sent as %q", address, encoded)
	}
	return encoded, true
}

// checkAuthority looks at the port and the names of a host that may be opened.
func checkAuthority(t *testing.T, u *url.URL) {
	t.Helper()
	if n, err := strconv.Atoi(u.Port()); u.Port() != "" && (err != nil || n < 1 || n > 65535) {
		t.Fatalf("%q may be opened", u)
	}
	for label := range strings.SplitSeq(u.Hostname(), ".") {
		decoded, err := idna.Lookup.ToUnicode(label)
		if IsForeign(label) && (err != nil || mixesScripts(decoded)) {
			t.Fatalf("%q may be opened: its host is %q", u, decoded)
		}
	}
}
