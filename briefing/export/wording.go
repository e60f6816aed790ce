package export

import (
	"slices"
	"strings"

	"sitrep/briefing/clean"
	"sitrep/briefing/page"
)

// linkOf is where a value leads that is one of the addresses of a source, encoded;
// empty where it is none, or must not be a link.
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

// asideOf is an aside in brackets: the words of a span that a page sets off
// with two spaces.
func asideOf(s page.Span) (string, bool) {
	aside, ok := strings.CutPrefix(s.Text, "  ")
	if aside = strings.TrimSpace(aside); !ok || aside == "" || s.Role != page.Muted && s.Role != page.Caution {
		return "", false
	}
	return "(" + aside + ")", true
}
