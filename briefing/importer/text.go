package importer

import (
	"bytes"
	"iter"
	"path/filepath"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

func isText(h *head) bool { return len(h.begin) > 0 && h.isUTF8() && !h.isData() }

// readText adds plain text or Markdown as a source. A heading in the first line
// is its title, unless the head of a Markdown file gives another.
func readText(b *builder, in Input) error {
	text := strings.ReplaceAll(strings.TrimPrefix(string(in.Data), "\ufeff"), "\r\n", "\n")
	if strings.TrimSpace(text) == "" {
		return unfit("", "there is no text in it")
	}
	s := briefing.Source{Title: strings.TrimSuffix(filepath.Base(in.Name), filepath.Ext(in.Name))}
	head, text := frontMatter(text)
	s.Text = strings.TrimSpace(text)
	if first, _, _ := strings.Cut(s.Text, "\n"); strings.HasPrefix(first, "# ") {
		s.Title = strings.TrimPrefix(first, "# ")
	}
	s.TLP = b.markingIn("", s.Text)
	for _, line := range head {
		b.headLine(&s, line)
	}
	if b.entry(s.Title, s.Publication.Published) {
		b.source(s)
	}
	return nil
}

// textLines returns the lines of a text without their ends: LF, CR LF or CR.
func textLines(data []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := bytes.TrimPrefix(data, []byte("\ufeff")); len(rest) > 0; {
			line, after := rest, []byte(nil)
			if end := bytes.IndexAny(rest, "\r\n"); end >= 0 {
				line, after = rest[:end], rest[end+1:]
				if rest[end] == '\r' {
					after = bytes.TrimPrefix(after, []byte("\n"))
				}
			}
			if rest = after; !yield(string(line)) {
				return
			}
		}
	}
}

// frontMatter returns the lines of the head of a Markdown file, between two
// lines of hyphens, and the text below it.
func frontMatter(text string) (head []string, rest string) {
	const border, most = "---\n", 100 // lines
	begin, ok := strings.CutPrefix(text, border)
	if !ok {
		return nil, text
	}
	inside, rest, ok := strings.Cut(begin, "\n"+border)
	lines := strings.Split(inside, "\n")
	if !ok || len(lines) > most || !strings.Contains(lines[0], ":") {
		return nil, text
	}
	return lines, rest
}

// headLine reads a line of the head: a key with a word, or with a list in
// brackets. Other YAML is lost.
func (b *builder) headLine(s *briefing.Source, line string) {
	key, value, _ := strings.Cut(line, ":")
	key, value = clean.Line(key), headValue(value)
	if key == "" || strings.HasPrefix(key, "#") {
		return
	}
	if value == "" || strings.HasPrefix(line, " ") || strings.HasPrefix(line, "-") {
		b.lost.add("line of the head of a Markdown file")
		return
	}
	p := &s.Publication
	switch strings.ToLower(key) {
	case "title":
		s.Title = value
	case "date":
		p.Published = b.date(value)
	case "author", "authors":
		p.Authors = headList(value)
	case "tags", "keywords":
		s.Tags = headList(value)
	case "lang", "language":
		p.Language = value
	case "url", "link", "canonical":
		p.URL = value
	case "publisher":
		p.Publisher = value
	case "tlp", "marking":
		s.TLP = briefing.HigherTLP(s.TLP, b.marking(value))
	default:
		b.lost.add("head of a Markdown file: " + clean.Short(key))
	}
}

// headList returns the values of a list in brackets, or the single value.
func headList(value string) (out []string) {
	inside, isList := strings.CutPrefix(value, "[")
	if !isList {
		return []string{value}
	}
	for part := range strings.SplitSeq(strings.TrimSuffix(inside, "]"), ",") {
		if part = headValue(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// headValue returns a value without white space and quotes around it.
func headValue(s string) string {
	s = clean.Line(s)
	for _, quote := range []string{`"`, `'`} {
		if inside, ok := strings.CutPrefix(s, quote); ok && len(s) > 1 && strings.HasSuffix(inside, quote) {
			return strings.TrimSuffix(inside, quote)
		}
	}
	return s
}
