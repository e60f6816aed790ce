package notebook

import (
	"slices"
	"strconv"
	"strings"
)

// heading begins every file.
const heading = "# A notebook beside a briefing, written by sitrep. You can edit it; comments are not kept.\n"

// writer writes the file line by line. An entry is always one line.
type writer struct {
	strings.Builder
	at key // the last entry
}

// text returns the file with the contents.
func (c *contents) text(id string) string {
	all := make([]key, 0, len(c.values))
	for k := range c.values {
		all = append(all, k)
	}
	slices.SortFunc(all, compareInFile)
	w := &writer{}
	w.WriteString(heading)
	w.line(0, formatName, format)
	w.line(0, briefingName, scalar(id))
	for i, k := range all {
		w.headings(k, i == 0)
		w.entry(k, c.values[k])
		w.at = k
	}
	return w.String()
}

// compareInFile compares keys in the order of the file, which has the hypotheses and
// codes of a question together.
func compareInFile(a, b key) int {
	isACH := func(k key) bool { return k.part == hypothesisPart || k.part == codePart }
	if isACH(a) && isACH(b) && a.item != b.item {
		return strings.Compare(a.item, b.item)
	}
	return a.compare(b)
}

// name returns the name of the part in the file.
func (p part) name() string {
	return [...]string{placeName, marksName, judgmentsName, notesName, achName, achName, readName}[p]
}

// headings writes the lines that come before the first entry of a part, of a
// question, and of a hypothesis.
func (w *writer) headings(k key, first bool) {
	at := w.at
	part := first || k.part.name() != at.part.name()
	if part && k.part != placePart {
		w.line(0, k.part.name(), "")
	}
	if k.part != hypothesisPart && k.part != codePart {
		return
	}
	question := part || k.item != at.item
	if question {
		w.line(1, scalar(k.item), "")
	}
	kind := question || k.part != at.part
	switch {
	case kind && k.part == hypothesisPart:
		w.line(2, hypothesesName, "")
	case kind:
		w.line(2, codesName, "")
	}
	if k.part == codePart && (kind || k.under != at.under) {
		w.line(3, scalar(k.under), "")
	}
}

func (w *writer) entry(k key, v value) {
	const hypothesisDepth, codeDepth = 3, 4
	switch k.part {
	case placePart:
		w.line(0, placeName, "["+strings.Join(scalars(placeWords(v)), ", ")+"]")
	case markPart:
		w.WriteString("  - " + scalar(k.item) + "\n")
	case judgmentPart:
		w.line(1, scalar(k.item), flow(likelihoodName, string(v.likelihood), confidenceName, string(v.confidence)))
	case notePart:
		w.WriteString("  - " + flow(onName, scalar(k.item), writtenName, k.under,
			quoteName, quoted(v.quote), prefixName, quoted(v.prefix), suffixName, quoted(v.suffix), textName, quoted(v.text)) + "\n")
	case hypothesisPart:
		w.line(hypothesisDepth, scalar(k.under), quoted(v.text))
	case codePart:
		w.line(codeDepth, scalar(k.of), scalar(v.text))
	case readPart:
		w.line(1, scalar(k.item), scalar(v.text))
	}
}

// line writes a key with its value, or without one if that follows on other lines.
func (w *writer) line(depth int, key, value string) {
	for range depth {
		w.WriteString("  ")
	}
	w.WriteString(key + ":")
	if value != "" {
		w.WriteString(" " + value)
	}
	w.WriteString("\n")
}

// flow returns a mapping in one line. Empty values are left out.
func flow(pairs ...string) string {
	var members []string
	for pair := range slices.Chunk(pairs, 2) {
		if pair[1] != "" {
			members = append(members, pair[0]+": "+pair[1])
		}
	}
	return "{" + strings.Join(members, ", ") + "}"
}

func scalars(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = scalar(s)
	}
	return out
}

// quoted returns a text in double quotes, or "" for an empty one. The escapes of Go
// are those of YAML.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(s)
}

// notText are words that YAML, or an earlier version of it, takes for something else than text.
var notText = []string{"true", "false", "null", "yes", "no", "on", "off"}

// scalar returns a word, in quotes unless it is plainly a text.
func scalar(s string) string {
	if s == "" || s[0] < 'A' || s[0] > 'z' || s[0] > 'Z' && s[0] < 'a' || strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/ ") != "" ||
		strings.HasSuffix(s, " ") || slices.Contains(notText, strings.ToLower(s)) {
		return strconv.Quote(s)
	}
	return s
}
