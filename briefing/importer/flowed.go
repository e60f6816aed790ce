package importer

import "strings"

// unflowed returns a mail's text with each paragraph on one line. In it a space
// at the end of a line says that the paragraph continues (RFC 3676). If
// dropSpace is set, that space is not part of the text.
func unflowed(text string, dropSpace bool) string {
	var out strings.Builder
	open, depth := false, 0 // the paragraph that continues, and its depth of quoting
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
