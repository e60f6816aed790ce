package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// roff builds a manual page in the man macros of troff. It writes only ASCII,
// which all formatters read alike.
type roff struct{ strings.Builder }

// escapeRoff escapes what troff would read as a request or an escape.
func escapeRoff(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`) // a hyphen that can be copied as one
		case r == '\'' && i > 0:
			b.WriteString(`\(aq`)
		case r >= utf8.RuneSelf:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		case i == 0 && (r == '.' || r == '\''):
			b.WriteString(`\&` + string(r)) // not a request at the start of a line
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (r *roff) request(name string, arguments ...string) {
	r.WriteString("." + name)
	for _, a := range arguments {
		r.WriteString(` "` + strings.ReplaceAll(escapeRoff(a), `"`, `\(dq`) + `"`)
	}
	r.WriteByte('\n')
}

func (r *roff) section(name string) { r.request("SH", strings.ToUpper(name)) }

// text writes paragraphs, which are separated by blank lines in s. Indented lines
// stay as they are.
func (r *roff) text(s string) {
	verbatim, gap := false, false
	for line := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
		indented := strings.HasPrefix(line, "  ")
		switch {
		case strings.TrimSpace(line) == "":
			gap = true
			continue
		case indented != verbatim && indented:
			r.WriteString(".PP\n.nf\n")
		case indented != verbatim:
			r.WriteString(".fi\n.PP\n")
		case gap:
			r.WriteString(".PP\n")
		}
		verbatim, gap = indented, false
		r.WriteString(escapeRoff(line) + "\n")
	}
	if verbatim {
		r.WriteString(".fi\n")
	}
}

// example writes lines as they are.
func (r *roff) example(s string) {
	r.WriteString(".PP\n.nf\n.RS\n")
	for line := range strings.SplitSeq(s, "\n") {
		r.WriteString(escapeRoff(strings.TrimPrefix(line, "  ")) + "\n")
	}
	r.WriteString(".RE\n.fi\n")
}

// entry writes a term in bold with its meaning after or below it.
func (r *roff) entry(term, meaning string) {
	r.WriteString(".TP\n")
	r.request("B", term)
	r.WriteString(escapeRoff(meaning) + "\n")
}
