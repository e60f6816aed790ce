package briefing

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Load reads the briefing in the file at path, YAML or JSON, and the texts of
// sources that it keeps in files beside it. An error, always a [*LoadError],
// says that there is no briefing in it; everything else that is wrong is in the
// document's Problems, and its Briefing holds what is valid.
func Load(path string) (*Document, error) {
	name := CleanLine(path)
	text, err := readFile(os.Stat, os.OpenFile, path, maxFile)
	if err != nil {
		return nil, unreadable(name, err)
	}
	beside := folder{path: filepath.Dir(path)}
	defer beside.close()
	doc, err := parse(text, name, beside.read)
	if err != nil {
		return nil, err
	}
	doc.Path, doc.TextFiles = path, beside.asked
	return doc, nil
}

// Read reads a briefing from r, which people know by name. A text_file in it is
// refused: there is no folder to find it in.
func Read(r io.Reader, name string) (*Document, error) {
	name = CleanLine(name)
	text, err := readAll(r, 0, maxFile)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return parse(text, name, nil)
}

// Parse reads a briefing from data. open reads the texts that it keeps in files
// of their own; if it is nil, they are refused.
func Parse[Text []byte | string](data Text, name string, open TextOpener) (*Document, error) {
	name = CleanLine(name)
	if len(data) > maxFile {
		return nil, unreadable(name, errTooLarge)
	}
	return parse(string(data), name, open)
}

func parse(text, name string, open TextOpener) (*Document, error) {
	d := newDecoder(name, open)
	if err := d.checkForm(text); err != nil {
		return nil, err
	}
	text = trimBOM(text)
	if trimBOM(text) != text {
		return nil, d.refusal(Pos{Line: 1, Col: 1}, CodeSyntax, "two byte order marks", "take out both")
	}
	if err := d.checkUTF8(text); err != nil {
		return nil, err
	}
	read := readYAML
	if strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "{") {
		read = readJSON
	}
	if err := read(text, d); err != nil {
		return nil, err
	}
	return d.finish()
}

// checkUTF8 refuses a text that is not UTF-8.
func (d *decoder) checkUTF8(text string) error {
	if utf8.ValidString(text) {
		return nil
	}
	pos, message := notUTF8(text)
	return d.refusal(pos, CodeNotUTF8, message, "save the file as UTF-8")
}

// trimBOM is s without the byte order mark that some editors begin a file with.
func trimBOM(s string) string { return strings.TrimPrefix(s, "\ufeff") }

// invalidAt is the first byte in s that is not UTF-8, and its place.
func invalidAt(s string) (Pos, byte) {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				at := start()
				return at.moveTo(s, i), s[i]
			}
		}
	}
	return Pos{}, 0
}

// The reasons not to read a file.
var (
	errTooLarge      = errors.New("larger than 64 MiB")
	errNotRegular    = errors.New("no regular file")
	errDirectory     = errors.New("a directory and no file")
	errNoFolder      = errors.New("only a briefing in a file can have texts in files")
	errTextTooLarge  = errors.New("larger than 4 MiB")
	errTextsTooLarge = errors.New("the texts in files are larger than 64 MiB in all")
)

// unreadable is the error for a file that the operating system, or its size,
// keeps from being read.
func unreadable(name string, err error) *LoadError {
	p := Problem{File: name, Severity: Error, Code: CodeUnreadable, Message: reason(err), Hint: "check the path and the permissions"}
	switch {
	case errors.Is(err, errTooLarge):
		p.Code, p.Hint = CodeTooLarge, "split the briefing"
	case errors.Is(err, errNotRegular):
		p.Hint = "to read a pipe, give - as the file"
	case errors.Is(err, errDirectory):
		p.Hint = "name a file in it"
	}
	return &LoadError{Problem: p, cause: err}
}

// reason is what err says, without the path that the reader knows already.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return CleanLine(err.Error())
}

// readFile is the content of a regular file of at most limit bytes. It is
// looked at before it is opened, because to open can have an effect already,
// and again after, because it can have changed.
func readFile(
	stat func(string) (fs.FileInfo, error), open func(string, int, fs.FileMode) (*os.File, error), name string, limit int,
) (text string, err error) {
	info, err := stat(name)
	if err != nil {
		return "", err
	}
	if err := checkFile(info, limit); err != nil {
		return "", err
	}
	file, err := open(name, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if info, err = file.Stat(); err != nil {
		return "", err
	}
	if err := checkFile(info, limit); err != nil {
		return "", err
	}
	return readAll(file, int(info.Size()), limit)
}

func checkFile(info fs.FileInfo, limit int) error {
	if info.IsDir() {
		return errDirectory
	}
	if !info.Mode().IsRegular() {
		return errNotRegular
	}
	if info.Size() > int64(limit) {
		return tooLarge(limit)
	}
	return nil
}

func tooLarge(limit int) error {
	if limit == maxFile {
		return errTooLarge
	}
	return errTextTooLarge
}

// readAll is what r holds, about size bytes and at most limit.
func readAll(r io.Reader, size, limit int) (string, error) {
	var b strings.Builder
	b.Grow(size)
	if _, err := io.Copy(&b, io.LimitReader(r, int64(limit)+1)); err != nil {
		return "", err
	}
	if b.Len() > limit {
		return "", tooLarge(limit)
	}
	return b.String(), nil
}

// folder reads files below a path and never outside it.
type folder struct {
	path  string
	root  *os.Root
	asked []string // paths of the files in it that were to be read
}

func (f *folder) read(name string) ([]byte, error) {
	if name := filepath.FromSlash(name); filepath.IsLocal(name) {
		f.asked = append(f.asked, filepath.Join(f.path, name))
	}
	if f.root == nil {
		root, err := os.OpenRoot(f.path)
		if err != nil {
			return nil, errors.New(reason(err))
		}
		f.root = root
	}
	text, err := readFile(f.root.Stat, f.root.OpenFile, filepath.FromSlash(name), maxScalar)
	if err != nil {
		return nil, errors.New(reason(err))
	}
	return []byte(text), nil
}

func (f *folder) close() {
	if f.root != nil {
		_ = f.root.Close() // nothing was written
	}
}
