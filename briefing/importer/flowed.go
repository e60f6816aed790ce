package importer

import "strings"

// unflowed returns a text of a mail in which a space at the end of a line says that
// the paragraph goes on (RFC 3676), with each paragraph in one line. With dropSpace,
// that space is not part of the text.
func unflowed(text string, dropSpace bool) string {
	var out strings.Builder
	open, depth := false, 0 // the paragraph that goes on, and how deep it is quoted
	for i, line := range strings.Split(text, "\n") {
		content := strings.TrimLeft(line, ">")
		quoted := len(line) - len(content)
		content = strings.TrimPrefix(content, " ")
		isSignature := content == "-- "
		if !open || quoted != depth || isSignature {
			if i > 0 {
				out.WriteByte('\n')
			}
			if quoted > 0 {
				out.WriteString(strings.Repeat(">", quoted) + " ")
			}
		}
		open, depth = strings.HasSuffix(content, " ") && !isSignature, quoted
		if open && dropSpace {
			content = strings.TrimSuffix(content, " ")
		}
		out.WriteString(content)
	}
	return out.String()
}
