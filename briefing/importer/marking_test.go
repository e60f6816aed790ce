package importer

import (
	"testing"

	"sitrep/briefing"
)

// TestMarkingIn tests how a document marks itself.
func TestMarkingIn(t *testing.T) {
	for _, tt := range []struct {
		subject, text string
		want          briefing.TLP
	}{
		{"[TLP:AMBER] The bridge", "", "AMBER"},
		{"Re: tlp: amber+strict, the bridge", "", "AMBER+STRICT"},
		{"TLP-RED", "TLP:GREEN\n\nText", "RED"},
		{"The bridge", "\n** TLP:WHITE **\n\nText", "CLEAR"},
		{"The bridge", "Text\n\nTLP: AMBER STRICT\n", "AMBER+STRICT"},
		{"The bridge", "TLP:PURPLE\n\nText", "RED"}, // unreadable
		{"What is TLP?", "TLP:RED means that nobody may pass it on.\n\nText", ""},
		{"", "one\nTLP:RED\ntwo", ""},
		{"", "", ""},
	} {
		b := newBuilder(options())
		if got := b.markingIn(tt.subject, tt.text); got.Counted() != tt.want.Counted() {
			t.Errorf("%q, %q: %q, not %q", tt.subject, tt.text, got, tt.want)
		}
	}
}

// TestMarkedDocuments has documents that are marked in words.
func TestMarkedDocuments(t *testing.T) {
	o := options()
	o.PDF = func([]byte) ([]byte, error) { return []byte("TLP:AMBER\n\nOne\fTwo"), nil }
	o.Pick = func(n int) bool { return n != 4 }
	for name, data := range map[string]string{
		"mail": "From: a@b.example\nSubject: TLP:AMBER the bridge\nDate: x\n\nText\n",
		"text": "TLP:AMBER\n\nText\n",
		"head": "---\ntitle: T\ntlp: amber\n---\n\nTLP:GREEN\n\nText\n",
		"page": "<html><body><article><p>TLP:AMBER</p>" + prose + "</article></body></html>",
		"pdf":  "%PDF-1.7",
	} {
		r, err := Import([]Input{{name, []byte(data)}}, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Document.Briefing.Sources[0].TLP; got != "AMBER" {
			t.Errorf("%s: %q", name, got)
		}
	}
}
