package briefing

import (
	"net/url"
	"strconv"
	"strings"
	"testing"
)

func TestCheckURL(t *testing.T) {
	long := "https://example.org/" + strings.Repeat("x", maxAddress-len("https://example.org/"))
	for _, address := range []string{
		"https://example.org", "http://example.org/", "https://example.org:8443/a?b=c&d=$(id)#e", "https://127.0.0.1/", "http://[::1]:80/", "HTTPS://EXAMPLE.ORG/%20", long,
		"https://example.org/;id", "https://example.org/'x", "https://xn--mnchen-3ya.de/",
	} {
		if err := CheckURL(address); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{
		"", " ", "example.org", "//example.org", "/etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "mailto:a@example.org", "vbscript:x", "ssh://-oProxyCommand=id/",
		"-x", "--new-window", "-https://example.org", " https://example.org", "https:", "https://", "https:///", "https:///path", "https:example.org", "https:/example.org", "https://?x", "https://#x", "http://:80/",
		"https://user@example.org/", "https://user:pass@example.org/", "https://@example.org/", "https://bank.example@evil.example/", "https://example.org:0/", "https://example.org:65536/", "https://example.org:/", "https://example.org:x/", "https://example.org:-1/", "https://example.org:80:80/",
		"https://-example.org/", "https://ex ample.org/", "https://example.org/a b", "https://example.org/\n", "https://example.org/\x1b]8;;", "https://example.org/\x7f", "https://example.org/\u009b", "https://example.org/é", "https://exаmple.org/", "https://example。org/", "https://example.org/\u202e",
		"https://%65xample.org/", "https://exa%00mple.org/", "https://[::1", "https://[::1%25eth0]/", "https://example.org/<x>", "https://example.org/\"x", "https://example.org/`id`", "https://example.org/\\x", "https://example.org\\@evil.example/", "https://xn--pple-43d.com/", long + "x",
	} {
		if CheckURL(address) == nil {
			t.Errorf("%q may be opened", address)
		}
	}
}

// FuzzCheckURL looks at what may be opened with the rules of package net/url.
func FuzzCheckURL(f *testing.F) {
	for _, address := range []string{"https://example.org/a?b#c", "http://[::1]:80/", "https://a@b/", "https:///x", "https://xn--pple-43d.com/", "-x", "https://a:0/", "https://a%2fb/", "http://a\\b/"} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		if CheckURL(address) != nil {
			return
		}
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Opaque != "" || u.Hostname() == "" || strings.HasPrefix(u.Host, "-") {
			t.Fatalf("%q may be opened: %+v, %v", address, u, err)
		}
		if !strings.HasPrefix(strings.ToLower(address), "http") || len(address) > maxAddress || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
			t.Fatalf("%q may be opened", address)
		}
		checkAuthority(t, u)
	})
}

// checkAuthority looks at the port and the names of a host that may be opened.
func checkAuthority(t *testing.T, u *url.URL) {
	t.Helper()
	if n, err := strconv.Atoi(u.Port()); u.Port() != "" && (err != nil || n < 1 || n > 65535) {
		t.Fatalf("%q may be opened", u)
	}
	for label := range strings.SplitSeq(u.Hostname(), ".") {
		decoded, ok := decodePunycode(strings.TrimPrefix(strings.ToLower(label), punycodePrefix))
		if IsForeign(label) && (!ok || mixesScripts(decoded)) {
			t.Fatalf("%q may be opened: its host is %q", u, string(decoded))
		}
	}
}
