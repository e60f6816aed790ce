package clean

import (
	"strings"
	"unicode"
)

// BeginsFormula reports whether a spreadsheet may run what is in a cell: whether its
// first character, after what cannot be seen, is one that starts a formula or that
// is read as one (OWASP, CSV injection), in its full-width form too.
func BeginsFormula(cell string) bool {
	for _, r := range cell {
		switch {
		case r == '\t' || r == '\r' || r == '\n':
			return true
		case unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc):
		default:
			return strings.ContainsRune("=+-@|＝＋－＠｜", r)
		}
	}
	return false
}
