package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quotation marks as they are typed, and as word processors change them.
const (
	straightQuote = '"'
	openingQuotes = "“„«"
	closingQuotes = "”“»"
)

func opensQuote(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && (r == straightQuote || strings.ContainsRune(openingQuotes, r))
}

// quoteValue puts a value in quotes if it would be parsed as something else
// without them.
func quoteValue(s string) string {
	if s == "" || opensQuote(s) || strings.ContainsAny(s, ",<>=") || strings.ContainsFunc(s, unicode.IsSpace) {
		return quoted(s)
	}
	return s
}

var escaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func quoted(s string) string { return `"` + escaper.Replace(s) + `"` }
