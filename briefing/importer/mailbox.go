package importer

import (
	"bytes"
	"iter"
)

// isMailboxLine reports whether a text begins with the line before each mail of
// a mailbox: From, an address and a time.
func isMailboxLine(text []byte) bool {
	line, ok := bytes.CutPrefix(text, []byte("From "))
	if !ok {
		return false
	}
	line = line[:min(len(line), maxMailboxLine)]
	line, _, _ = bytes.Cut(line, []byte("\n"))
	for i := 2; i+2 < len(line); i++ { // 15:04
		if line[i] == ':' && isDigit(line[i-1]) && isDigit(line[i+1]) && isDigit(line[i+2]) {
			return true
		}
	}
	return false
}

const maxMailboxLine = 500

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// mailbox returns the mails of a mailbox without the lines before them. It
// undoes the quoting of lines that look like them.
func mailbox(data []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		begin := -1
		for at, blank := 0, true; at < len(data); {
			line := data[at:]
			if end := bytes.IndexByte(line, '\n'); end >= 0 {
				line = line[:end+1]
			}
			if blank && isMailboxLine(line) {
				if begin >= 0 && !yield(unescaped(data[begin:at])) {
					return
				}
				begin = at + len(line)
			}
			blank = len(bytes.TrimRight(line, "\r\n")) == 0
			at += len(line)
		}
		if begin >= 0 {
			yield(unescaped(data[begin:]))
		}
	}
}

// unescaped removes one ">" from lines such as ">From " and ">>From ".
func unescaped(mail []byte) []byte {
	if !bytes.Contains(mail, []byte(">From ")) {
		return mail
	}
	var out bytes.Buffer
	for line := range bytes.Lines(mail) {
		if bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) {
			line = bytes.TrimPrefix(line, []byte(">"))
		}
		out.Write(line)
	}
	return out.Bytes()
}
