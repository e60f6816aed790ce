package importer

import (
	"fmt"
	"strings"
	"testing"
)

func FuzzMail(f *testing.F) { fuzzFormat(f, "mail") }

func importMail(t testing.TB, mail string) (*Result, error) {
	t.Helper()
	o := options()
	o.Format = "mail"
	r, err := Import([]Input{{"mail.eml", []byte(mail)}}, o)
	if err == nil {
		checkResult(t, r)
	}
	return r, err
}

// multipart returns a part that consists of several parts, each with its
// header.
func multipart(kind, boundary string, parts ...string) string {
	return "Content-Type: multipart/" + kind + "; boundary=" + boundary + "\n\n--" + boundary + "\n" + strings.Join(parts, "\n--"+boundary+"\n") + "\n--" + boundary + "--\n"
}

// TestMailText tests which parts of a mail are its text.
func TestMailText(t *testing.T) {
	const plain, html = "Content-Type: text/plain\n\nplain", "Content-Type: text/html\n\n<p>one</p><p>two</p>"
	const picture = "Content-Type: image/png\n\nx"
	for _, tt := range []struct{ name, body, want string }{
		{"plain", plain, "plain"},
		{"no header", "\nplain", "plain"},
		{"html", html, "one\n\ntwo"},
		{"alternative", multipart("alternative", "b", plain, html), "plain"},
		{"alternative the other way round", multipart("alternative", "b", html, plain), "plain"},
		{"alternative without text", multipart("alternative", "b", "Content-Type: text/plain\n\n \n", html), "one\n\ntwo"},
		{"related in alternative", multipart("alternative", "b", plain, multipart("related", "c", html, picture)), "plain"},
		{"alternative in mixed", multipart("mixed", "b", multipart("alternative", "c", plain, html), "Content-Type: text/plain\n\nfooter"), "plain\n\nfooter"},
		{"html and footer", multipart("mixed", "b", html, "Content-Type: text/plain\n\nfooter"), "one\n\ntwo\n\nfooter"},
		{"attached text", multipart("mixed", "b", plain, "Content-Type: text/plain\nContent-Disposition: attachment\n\nother"), "plain"},
		{"base64", "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\nzc/T1A==", "мост"},
		{"quoted-printable", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=\n=C3=9Fe", "Grüße"},
		{"unknown encoding", "Content-Type: text/plain; charset=x-none\nContent-Transfer-Encoding: x-none\n\nGr\xfc\xdfe", "Grüße"},
		{"not ended", strings.TrimSuffix(multipart("mixed", "b", plain), "--b--\n"), "plain"},
	} {
		r, err := importMail(t, "From: a@b.example\nSubject: S\n"+tt.body)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := strings.TrimSpace(r.Document.Briefing.Sources[0].Text); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.name, got, tt.want)
		}
	}
}

func TestMailHeader(t *testing.T) {
	r, err := importMail(t, "From: =?utf-8?q?J=C3=BCrg_M?= <j@b.example>, \"B, C\" <c@b.example>, d@b.example\nSubject: =?windows-1251?B?zO7x8g==?=\n =?x-none?q?x?= rest\nDate: Tue, 11 Jun 2024 10:00 +0200\nMessage-ID: <1@b>\n\ntext")
	if err != nil {
		t.Fatal(err)
	}
	s := r.Document.Briefing.Sources[0]
	if got := strings.Join(s.Publication.Authors, "; "); got != "Jürg M; B, C; d@b.example" {
		t.Errorf("the authors are %s", got)
	}
	if s.Title != "Мостx rest" {
		t.Errorf("the title is %s", s.Title)
	}
	if s.Publication.Published.String() != "2024-06-11T10:00:00+02:00" || fmt.Sprint(s.ExternalIDs) != "[message-id:1@b]" {
		t.Errorf("published %s, ids %v", s.Publication.Published, s.ExternalIDs)
	}
}

// TestSavedPages has pages that browsers saved in one file.
func TestSavedPages(t *testing.T) {
	for _, header := range []string{"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/b", "From: \"Saved by Windows Internet Explorer 11\"", "From: <Saved by Mozilla 5.0 (X11)>"} {
		r, err := importMail(t, header+"\nSubject: S\nDate: Fri, 14 Jun 2024 10:00:00 +0000\n"+
			multipart("related", "b", "Content-Type: text/html; charset=windows-1251\nContent-Location: https://a.example/b\n\n<title>\xcc\xee\xf1\xf2</title>"+prose, "Content-Type: text/css\n\np {}"))
		if err != nil {
			t.Fatal(err)
		}
		s := r.Document.Briefing.Sources[0]
		if s.Title != "Мост" || s.Kind != "webpage" || s.Publication.URL != "https://a.example/b" || s.Publication.Accessed.String() != "2024-06-14T10:00:00Z" || !strings.HasPrefix(s.Text, "The bridge") {
			t.Errorf("%s: %+v", header, s)
		}
	}
}

func TestMailBombs(t *testing.T) {
	nested := "Content-Type: text/plain\n\nx"
	for i := range 30 {
		nested = multipart("mixed", fmt.Sprint("b", i), nested)
	}
	chain := "Content-Type: text/plain\n\nx"
	for range 30 {
		chain = "Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: S\n" + chain
	}
	for name, tt := range map[string]struct{ mail, want string }{
		"many parts":   {multipart("mixed", "b", strings.Repeat("Content-Type: text/plain\n\nx\n--b\n", 100_000)), "parts in a mail"},
		"nested parts": {nested, "nested"},
		"nested mails": {chain, "nested"},
		"large header": {"X-A: " + strings.Repeat("x", 2<<20) + "\n\nx", "header"},
		"no header":    {"no colon\n\nx", "cannot be read"},
	} {
		if _, err := importMail(t, "From: a@b.example\nSubject: S\n"+tt.mail); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestMailbox(t *testing.T) {
	const sep = "From a@b.example Tue Jun 11 08:01:10 2024\n"
	for in, want := range map[string]string{
		sep + "A: 1\n\nx\n":                            "A: 1\n\nx\n",
		sep + "A: 1\n\nx\n\n" + sep + "A: 2\n\ny":      "A: 1\n\nx\n\n|A: 2\n\ny",
		sep + "A: 1\n\nFrom here on\n\nFrom 8:15 on\n": "A: 1\n\nFrom here on\n\nFrom 8:15 on\n",
		sep + "A: 1\n\nx\n" + sep:                      "A: 1\n\nx\n" + sep,
		sep + "A: 1\n\n>From x\n>>From y\n> From z\n":  "A: 1\n\nFrom x\n>From y\n> From z\n",
	} {
		var got []string
		for mail := range mailbox([]byte(in)) {
			got = append(got, string(mail))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q gives %q, not %q", in, s, want)
		}
	}
}

func TestIsMail(t *testing.T) {
	for text, want := range map[string]bool{
		"From: a\nSubject: b\n\n":             true,
		"Received: x\n\tfolded: y\nDate: z\n": true,
		"From a@b Tue Jun 11 08:01:10 2024\n": true,
		"From here to 8 it rained: a report.": false,
		"Title: x\nAuthor: y\n\nText":         false,
		"Note to: self, from: me":             false,
		"{\"from\": 1,\n\"to\": 2}":           false,
		"subject: only this\n\nand text":      false,
	} {
		if got := isMail(newHead(Input{"x", []byte(text)})); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
