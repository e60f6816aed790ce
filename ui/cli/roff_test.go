package cli

import "testing"

func TestEscapeRoff(t *testing.T) {
	tests := map[string]string{
		"":                "",
		"plain words":     "plain words",
		".SH at the head": `\&.SH at the head`,
		"'tis":            `\&'tis`,
		"don't":           `don\(aqt`,
		`a\b`:             `a\eb`,
		"--out":           `\-\-out`,
		"file… ↑":         `file\[u2026] \[u2191]`,
	}
	for text, want := range tests {
		if got := escapeRoff(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}

func TestRoffText(t *testing.T) {
	var r roff
	r.text("One.\nTwo.\n\n  as it\n  is\n\n.Three")
	const want = "One.\nTwo.\n.PP\n.nf\n  as it\n  is\n.fi\n.PP\n\\&.Three\n"
	if got := r.String(); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}
