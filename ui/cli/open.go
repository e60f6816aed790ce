package cli

import (
	"errors"
	"io/fs"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
)

// The file name that means standard input for reading and standard output for
// writing.
const (
	standardInput  = "-"
	standardOutput = "-"
)

// open returns the part that may be shown of the briefing that the arguments
// name. Without arguments that is the built-in briefing, and a dash means
// standard input.
func open(args []string, s Streams, most marking) (*file.Document, error) {
	return openWith(nil, args, s, most)
}

// openWith does what open does, and keeps the texts of a file in texts.
func openWith(texts *file.Texts, args []string, s Streams, most marking) (*file.Document, error) {
	if len(args) == 0 {
		return most.redact(builtIn(), nil)
	}
	if isFolder(args[0]) {
		return nil, notOneFile(args[0])
	}
	at, err := locate(s, args[0])
	if err != nil {
		return nil, err
	}
	doc, err := load(texts, at, s)
	doc, err = at.redact(most, doc, err)
	return doc, explain(args[0], err)
}

func builtIn() *file.Document {
	doc, err := file.Parse(data.JSON, data.Name, nil)
	if err != nil {
		panic(err) // a test makes sure that it can be read
	}
	return doc
}

func load(texts *file.Texts, from located, s Streams) (*file.Document, error) {
	if from.path == standardInput {
		return readInput(texts, s)
	}
	defer s.progress(reading(from.name))()
	return texts.Load(from.path)
}

func readInput(texts *file.Texts, s Streams) (*file.Document, error) {
	const name = "standard input"
	if s.Typed { // the user types where the progress line is
		return texts.Read(s.In, name)
	}
	in := &byteCounter{from: s.In}
	defer s.progress(func() string { return "reading " + name + soFar(&in.bytes) })()
	return texts.Read(in, name)
}

// explain adds a hint to an error of opening a file.
func explain(name string, err error) error {
	var withheld *briefing.WithheldError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &withheld):
		return withHint(err, "nothing of it is shown; "+withheld.Hint())
	case errors.Is(err, fs.ErrNotExist):
		return withHint(fileError{name + ": no such file", err}, absentHint(name))
	case errors.Is(err, fs.ErrPermission):
		return withHint(fileError{name + ": not allowed to read it", err}, "see its permissions with ls -l")
	}
	var refused *file.LoadError
	if !errors.As(err, &refused) {
		return err
	}
	hint := refused.Problem.Hint
	if hint == "" {
		hint = "sitrep new writes a briefing to start from"
	}
	return withHint(err, hint)
}

// absentHint returns what to do about a file that does not exist.
func absentHint(name string) string {
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		return "sitrep fetches nothing: curl -s ADDRESS | sitrep import -"
	}
	return "see the names with ls"
}

// fileError is an error that says in plain words why a file cannot be read.
type fileError struct {
	text  string
	cause error
}

func (e fileError) Error() string { return e.text }
func (e fileError) Unwrap() error { return e.cause }
