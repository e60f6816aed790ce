package export

import (
	"slices"
	"strings"

	"sitrep/briefing/clean"
	"sitrep/briefing/page"
)

// linkOf returns the encoded address if value is one of addresses, or "" if it
// is none or must not be a link.
func linkOf(value []page.Span, addresses []string) string {
	if len(value) != 1 || !slices.Contains(addresses, value[0].Text) {
		return ""
	}
	encoded, err := clean.EncodeURL(value[0].Text)
	if err != nil {
		return ""
	}
	return encoded
}

// asideOf returns an aside in brackets: the words of a span that a page
// separates with two spaces.
func asideOf(s page.Span) (string, bool) {
	aside, ok := strings.CutPrefix(s.Text, "  ")
	if aside = strings.TrimSpace(aside); !ok || aside == "" || s.Role != page.Muted && s.Role != page.Caution {
		return "", false
	}
	return "(" + aside + ")", true
}
