package file

import (
	"errors"
	"strings"
)

// The YAML library keeps a whole document as nodes, which often take many times
// the memory of the text: 199,000 events in 64 MiB take 650 MB when read as a
// whole and 400 MB in parts, and 20,000 items with 27 MB of text take 320 MB and
// 140 MB. So a briefing is read in parts: the keys of the top level, and groups
// of items in the lists there. All that this assumes about YAML is that in a
// block mapping at column 1 a line that begins there begins a key, and that in a
// block list a line with a hyphen at the column of the list begins an item. A
// part that is cut in the wrong place (inside a quoted text with such a line) is
// not valid YAML, and then the document is read as a whole.

// usualPart is how many bytes of text are read at once, unless one item has more.
// With this many, the cost of calling the library is negligible.
const usualPart = 64 << 10

// maxWhole is the maximum size, in bytes, of a text that is read as a whole if it
// cannot be read in parts. For a larger text the first error in a part is
// returned.
const maxWhole = 4 << 20

// errNoParts means that a text cannot be read in parts.
var errNoParts = errors.New("cannot be read in parts")

// readYAML passes the members of the one mapping in text to d.
func readYAML(text string, d *decoder) error {
	text = withoutOtherBreaks(text)
	d.isYAML = true
	if err := checkYAMLText(text, d); err != nil {
		return err
	}
	r := &yamlReader{d: d, partSize: usualPart, arena: arena{texts: d.texts}}
	err := r.parts(text)
	if err == nil || !errors.Is(err, errNoParts) && (len(text) > maxWhole || isFinal(err)) {
		return err
	}
	texts := d.texts
	*d = *newDecoder(d.name, d.open)
	d.isYAML, d.texts = true, texts
	return (&yamlReader{d: d, arena: arena{texts: texts}}).whole(text)
}

func (r *yamlReader) whole(text string) error {
	root, err := r.parse(text, 0)
	if err != nil {
		return err
	}
	return r.document(root)
}

// isFinal reports whether an error in a part would also be one in the whole.
func isFinal(err error) bool {
	var refused *LoadError
	if !errors.As(err, &refused) {
		return false
	}
	switch refused.Problem.Code {
	case CodeTooManyValues, CodeTooDeep, CodeWrongFormat:
		return true
	}
	return false
}

// lineScanner iterates over the lines of a text.
type lineScanner struct {
	text  string
	begin int // of the line
	end   int // of the line, after its line feed
	line  int // lines before it
}

func (l *lineScanner) next() bool {
	if l.end == len(l.text) {
		return false
	}
	if l.end > 0 {
		l.line++
	}
	l.begin = l.end
	if n := strings.IndexByte(l.text[l.begin:], '\n'); n >= 0 {
		l.end = l.begin + n + 1
	} else {
		l.end = len(l.text)
	}
	return true
}

// indent returns how many spaces the line begins with. ok is false if the line is
// blank or a comment.
func (l *lineScanner) indent() (n int, ok bool) {
	s := strings.TrimRight(l.text[l.begin:l.end], "\r\n")
	rest := strings.TrimLeft(s, " ")
	return len(s) - len(rest), rest != "" && rest[0] != '#'
}

// isItem reports whether a hyphen begins a list item at column n.
func (l *lineScanner) isItem(n int) bool {
	s := l.text[l.begin+n : l.end]
	return s[0] == '-' && (len(s) == 1 || s[1] == ' ' || s[1] == '\n' || s[1] == '\r')
}

// parts reads text in groups of keys, and each list of items separately.
func (r *yamlReader) parts(text string) error {
	l := &lineScanner{text: text}
	begin, line := -1, 0
	for {
		found, err := l.nextKey(begin < 0)
		if err != nil {
			return err
		}
		if !found {
			break
		}
		isList := r.d.opens(l.listKey())
		if begin >= 0 && (isList || r.inList || l.begin-begin >= r.partSize) {
			if err := r.part(text[begin:l.begin], line); err != nil {
				return err
			}
			begin = -1
		}
		if begin < 0 {
			begin, line, r.inList = l.begin, l.line, isList
		}
	}
	if begin < 0 {
		return errNoParts
	}
	return r.part(text[begin:], line)
}

// nextKey moves to the next line that begins a key of the top level. first means
// that no key has been found yet.
func (l *lineScanner) nextKey(first bool) (found bool, err error) {
	for l.next() {
		n, ok := l.indent()
		switch {
		case !ok || !first && (n > 0 || l.isItem(0)):
		case first && strings.TrimSpace(l.text[l.begin:l.end]) == "---":
		case n > 0 || !beginsKey(l.text[l.begin]):
			return false, errNoParts
		default:
			return true, nil
		}
	}
	return false, nil
}

// listKey returns the key in a line that has only a key, else "".
func (l *lineScanner) listKey() string {
	key, rest, _ := strings.Cut(l.text[l.begin:l.end], ":")
	if rest = strings.TrimSpace(rest); rest == "" || rest[0] == '#' {
		return key
	}
	return ""
}

// beginsKey reports whether b can only begin a key at the start of a line.
func beginsKey(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '"' || b == '\''
}

// part reads some keys of the top level and their values, or the one key of a
// list of items.
func (r *yamlReader) part(text string, line int) error {
	l := &lineScanner{text: text}
	l.next()
	if key := l.listKey(); r.inList {
		for l.next() {
			if n, ok := l.indent(); ok {
				if l.isItem(n) {
					return r.items(l, n, line, r.d.section(key))
				}
				break
			}
		}
	}
	root, err := r.parse(text, line)
	if err != nil {
		return err
	}
	if !isBlockMapping(root) {
		return errNoParts
	}
	return r.document(root)
}

// items reads the items of a list, whose hyphens are indented by n spaces, in
// groups. l is at the line of the first item.
func (r *yamlReader) items(l *lineScanner, n, line int, s section) error {
	begin, first := l.begin, l.line
	read := func(end int) error {
		root, err := r.parse(l.text[begin:end], line+first)
		if err != nil {
			return err
		}
		ok, err := r.section(s, root, n+1)
		if err != nil {
			return err
		}
		if !ok {
			return errNoParts
		}
		begin, first = l.begin, l.line
		return nil
	}
	for l.next() {
		indent, ok := l.indent()
		if !ok || indent > n {
			continue
		}
		if indent < n || !l.isItem(n) {
			return errNoParts
		}
		if l.begin-begin >= r.partSize {
			if err := read(l.begin); err != nil {
				return err
			}
		}
	}
	return read(len(l.text))
}
