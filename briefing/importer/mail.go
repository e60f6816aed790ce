package importer

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"mime"
	"net/mail"
	"strings"

	"github.com/emersion/go-message"

	"sitrep/briefing"
)

// Limits of a mail. Real ones have a dozen parts, three or four levels deep.
const (
	maxParts     = 1000
	maxMailDepth = 20
	maxMail      = 2 * MaxFile // bytes of all parts together
)

// isMail reports whether a file is a mail or a mailbox of them.
func isMail(h *head) bool {
	if isMailboxLine(h.begin) {
		return true
	}
	known := 0
	for line := range bytes.Lines(h.begin) {
		switch line = bytes.TrimRight(line, "\r\n"); {
		case len(line) == 0:
			return known > 1
		case line[0] == ' ' || line[0] == '\t':
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t\"{<") {
			return false
		}
		switch strings.ToLower(string(name)) {
		case "from", "to", "date", "subject", "message-id", "received", "mime-version", "return-path", "delivered-to", "content-type":
			known++
		}
	}
	return known > 1
}

// readMail adds every mail of a file as a source.
func readMail(b *builder, in Input) error {
	data := bytes.TrimLeft(bytes.TrimPrefix(in.Data, []byte("\ufeff")), " \t\r\n")
	if !isMailboxLine(data) {
		return b.mail(data)
	}
	read := false
	var failed error
	for one := range mailbox(data) {
		if b.overfull {
			break
		}
		if err := b.mail(one); err != nil {
			failed = cmp.Or(failed, err)
			b.lost.add("mail that cannot be read")
			continue
		}
		read = true
	}
	if !read {
		return failed
	}
	return nil
}

// mail adds a mail, and those attached to it.
func (b *builder) mail(data []byte) error {
	m := mailReader{b: b}
	e, err := message.Read(bytes.NewReader(data))
	if e == nil {
		return unfit("", "the mail cannot be read: %v", err)
	}
	return m.message(e, 0)
}

// mailReader reads one mail with all of its parts.
type mailReader struct {
	b         *builder
	parts     int      // so far
	size      int      // bytes read so far
	wanted    bool     // whether the current mail is wanted
	forwarded [][]byte // mails attached to it
}

func (m *mailReader) message(e *message.Entity, depth int) error {
	if e.Header.Has("Snapshot-Content-Location") || strings.HasPrefix(strings.TrimLeft(e.Header.Get("From"), `<"`), "Saved by ") {
		return m.savedPage(e)
	}
	s := briefing.Source{Kind: "mail", Title: headerText(e, "Subject")}
	s.Publication.Authors = senders(e)
	s.Publication.Published, _ = parseDate(e.Header.Get("Date"))
	if id := strings.Trim(e.Header.Get("Message-Id"), "<> \t"); id != "" {
		s.ExternalIDs = []briefing.ExternalID{{System: "message-id", ID: id}}
	}
	m.wanted = m.b.entry(s.Title, s.Publication.Published)
	m.forwarded = nil
	text, _, err := m.part(e, depth)
	if err != nil {
		return err
	}
	if m.wanted {
		s.Text = text
		s.Publication.Published = m.b.date(e.Header.Get("Date")) // counts an invalid date
		s.Publication.Language = m.b.language(e.Header.Get("Content-Language"))
		if s.Title == "" {
			s.Title, _, _ = strings.Cut(text, "\n")
		}
		s.TLP = m.b.markingIn(s.Title, text)
		if e.Header.Has("To") || e.Header.Has("Cc") {
			m.b.lost.add("recipients of a mail")
		}
		m.b.source(s)
	}
	for _, data := range m.forwarded {
		inner, _ := message.Read(bytes.NewReader(data))
		if inner == nil {
			m.b.lost.add("forwarded mail that cannot be read")
			continue
		}
		if err := m.message(inner, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// part returns the text of a part, and whether it was HTML.
func (m *mailReader) part(e *message.Entity, depth int) (text string, isHTML bool, err error) {
	if m.parts++; m.parts > maxParts {
		return "", false, unfit("", "more than %d parts in a mail", maxParts)
	}
	if depth > maxMailDepth {
		return "", false, unfit("", "more than %d nested parts of a mail", maxMailDepth)
	}
	kind, params, err := e.Header.ContentType()
	if err != nil || kind == "" {
		kind = "text/plain"
	}
	if parts := e.MultipartReader(); parts != nil {
		return m.multipart(parts, kind, depth)
	}
	switch {
	case kind == "message/rfc822" || kind == "message/global":
		data, err := m.read(e)
		m.forwarded = append(m.forwarded, data)
		return "", false, err
	case isAttachment(e, kind, params) && m.wanted:
		m.b.lost.add("attachment " + strings.ToLower(kind))
		return "", false, nil
	case !m.wanted:
		return "", false, nil
	}
	data, err := m.read(e)
	if err != nil {
		return "", false, err
	}
	text = decodeText(data, params["charset"])
	if kind == "text/html" {
		text, err = textOfHTML(text)
		return text, true, err
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if strings.EqualFold(params["format"], "flowed") {
		text = unflowed(text, strings.EqualFold(params["delsp"], "yes"))
	}
	return strings.TrimSpace(text), false, nil
}

// isAttachment reports whether a part is not text to read. Some programs do not
// mark attachments, but give only them a name.
func isAttachment(e *message.Entity, kind string, params map[string]string) bool {
	disposition, _, _ := e.Header.ContentDisposition()
	if kind != "text/plain" && kind != "text/html" || disposition == "attachment" {
		return true
	}
	return params["name"] != "" && disposition == ""
}

// multipart returns the text of several parts. Of alternatives it returns the
// plain text, or else the HTML. Other parts follow each other.
func (m *mailReader) multipart(parts message.MultipartReader, kind string, depth int) (string, bool, error) {
	var texts []string
	isHTML := true
	for {
		e, err := parts.NextPart()
		if atEnd(err) {
			break
		}
		if e == nil {
			return "", false, unreadable(err)
		}
		text, inHTML, err := m.part(e, depth+1)
		switch {
		case err != nil:
			return "", false, err
		case text == "":
			continue
		case kind != "multipart/alternative" || len(texts) == 0 || isHTML && !inHTML:
			if kind == "multipart/alternative" {
				texts = nil
			}
			texts = append(texts, text)
			isHTML = isHTML && inHTML
		}
	}
	return strings.Join(texts, "\n\n"), isHTML, nil
}

// savedPage adds the article in a page that a browser has saved as one file
// (MHTML).
func (m *mailReader) savedPage(e *message.Entity) error {
	page, address, err := m.findPage(e, 0)
	if err != nil {
		return err
	}
	if page == "" {
		return unfit("", "there is no page in it")
	}
	return m.b.page(page, cmp.Or(e.Header.Get("Snapshot-Content-Location"), address), m.b.date(e.Header.Get("Date")))
}

// findPage returns the first part in HTML, and its address if it has one.
func (m *mailReader) findPage(e *message.Entity, depth int) (page, address string, err error) {
	if m.parts++; m.parts > maxParts || depth > maxMailDepth {
		return "", "", unfit("", "more than %d parts in a page", maxParts)
	}
	kind, params, _ := e.Header.ContentType()
	parts := e.MultipartReader()
	if parts == nil {
		if kind != "text/html" {
			return "", "", nil
		}
		if address = e.Header.Get("Content-Location"); !isAddress(address) {
			address = ""
		}
		data, err := m.read(e)
		return decodeText(data, params["charset"]), address, err
	}
	for {
		inner, err := parts.NextPart()
		if atEnd(err) {
			return "", "", nil
		}
		if inner == nil {
			return "", "", unreadable(err)
		}
		if page, address, err := m.findPage(inner, depth+1); page != "" || err != nil {
			return page, address, err
		}
	}
}

// read returns the content of a part. A nested mail is in several parts, so
// that together they may be larger than the file.
func (m *mailReader) read(e *message.Entity) ([]byte, error) {
	data, err := io.ReadAll(e.Body)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		m.b.lost.add("end of a mail that is cut off")
		err = nil
	}
	if m.size += len(data); m.size > maxMail {
		return nil, unfit("", "more than %d MB of nested mails", maxMail>>20)
	}
	return data, unreadable(err)
}

// atEnd reports whether there are no more parts. If the closing boundary is
// missing, the library returns an error that does not wrap io.EOF.
func atEnd(err error) bool { return err != nil && strings.HasSuffix(err.Error(), io.EOF.Error()) }

// unreadable returns the error for a part that cannot be read, or nil if err is
// nil.
func unreadable(err error) error {
	if err == nil {
		return nil
	}
	return unfit("save the mail again", "a part of the mail cannot be read: %v", err)
}

// wordDecoder decodes words of headers in all encodings known to browsers.
var wordDecoder = mime.WordDecoder{CharsetReader: func(label string, in io.Reader) (io.Reader, error) {
	data, err := io.ReadAll(in)
	return strings.NewReader(decodeText(data, label)), err
}}

// headerText returns the value of a header, decoded.
func headerText(e *message.Entity, name string) string {
	raw := decodeText([]byte(e.Header.Get(name)), "")
	text, err := wordDecoder.DecodeHeader(raw)
	if err != nil {
		return oneLine(raw)
	}
	return oneLine(text)
}

// senders returns the names of a mail's authors, or their addresses.
func senders(e *message.Entity) []string {
	raw := decodeText([]byte(e.Header.Get("From")), "")
	parser := mail.AddressParser{WordDecoder: &wordDecoder}
	list, err := parser.ParseList(raw)
	if err != nil {
		if raw = headerText(e, "From"); raw == "" {
			return nil
		}
		return []string{raw}
	}
	return briefing.Map(list, func(a *mail.Address) string { return oneLine(cmp.Or(a.Name, a.Address)) })
}
