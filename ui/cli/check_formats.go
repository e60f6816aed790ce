package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// checkFormat is a format for the output of check.
type checkFormat struct {
	name string
	open func(w io.Writer) checkWriter
}

// checkWriter writes the problems of one file after the other, and what follows them.
type checkWriter interface {
	file(one checked) error
	end(files int, total file.Tally) error
}

// checkFormats lists the formats. The first is the default.
var checkFormats = []checkFormat{
	{"text", func(w io.Writer) checkWriter { return checkLines{w, checkText} }},
	{"json", func(w io.Writer) checkWriter { return &checkJSON{to: w} }},
	{"github", func(w io.Writer) checkWriter { return checkLines{w, checkGitHub} }},
}

// checkLines writes lines for each file, and nothing else.
type checkLines struct {
	to    io.Writer
	lines func(one checked) string
}

func (c checkLines) file(one checked) error {
	_, err := io.WriteString(c.to, c.lines(one))
	return err
}

func (checkLines) end(int, file.Tally) error { return nil }

func checkFormatNames() string {
	return strings.Join(briefing.Map(checkFormats, func(f checkFormat) string { return f.name }), ", ")
}

func findCheckFormat(name string) (checkFormat, error) {
	for _, f := range checkFormats {
		if f.name == name {
			return f, nil
		}
	}
	return checkFormat{}, usage(fmt.Errorf("no format %q; there are %s", name, checkFormatNames()), "for example: sitrep check -f json briefing.yaml")
}

// maxListed is how many problems of one file are listed as text.
const maxListed = 100

// checkText returns a line for each problem of a file, with its hint below.
func checkText(one checked) string {
	var b strings.Builder
	list, rest := mostSevere(one.problems)
	for _, p := range list {
		p.Message = p.Text()
		if p.Severity == file.Warning {
			p.Message = "warning: " + p.Message
		}
		b.WriteString(p.String() + "\n")
		if p.Hint != "" {
			b.WriteString("  hint: " + p.Hint + "\n")
		}
	}
	if n := rest.Errors + rest.Warnings; n > 0 {
		fmt.Fprintf(&b, "%s: %d more are not listed (%s); -f json lists all\n", one.name, n, rest)
	}
	return b.String()
}

// mostSevere returns the problems to list, in the order of the file, and how many
// are left out. If there are too many, errors take precedence over warnings.
func mostSevere(problems []file.Problem) (list []file.Problem, rest file.Tally) {
	var all file.Tally
	for _, p := range problems {
		all.Add(p)
	}
	room := file.Tally{Errors: min(all.Errors, maxListed)}
	room.Warnings = min(all.Warnings, maxListed-room.Errors)
	for _, p := range problems {
		left := &room.Warnings
		if p.Severity == file.Error {
			left = &room.Errors
		}
		if *left == 0 {
			rest.Add(p)
			continue
		}
		*left--
		list = append(list, p)
	}
	return list, rest
}

// problemJSON is a problem as it is written in JSON. Line and column are left out if it
// has no position.
type problemJSON struct {
	File     string `json:"file"`
	Line     int32  `json:"line,omitempty"`
	Column   int32  `json:"column,omitempty"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Item     string `json:"item,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// checkJSON writes an object with the list of problems and then their number, so that
// it need not hold them all.
type checkJSON struct {
	to    io.Writer
	begun bool
}

func (c *checkJSON) file(one checked) error {
	for _, p := range one.problems {
		before := ",\n    "
		if !c.begun {
			before = "{\n  \"problems\": [\n    "
			c.begun = true
		}
		var b strings.Builder
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("    ", "  ")
		err := enc.Encode(problemJSON{p.File, p.Pos.Line, p.Pos.Col, p.Severity.String(), p.Code, p.Item, p.Message, p.Hint})
		if err == nil {
			_, err = io.WriteString(c.to, before+strings.TrimSuffix(b.String(), "\n"))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *checkJSON) end(files int, total file.Tally) error {
	after := "\n  ]"
	if !c.begun {
		after = "{\n  \"problems\": []"
	}
	_, err := fmt.Fprintf(c.to, "%s,\n  \"files\": %d,\n  \"errors\": %d,\n  \"warnings\": %d\n}\n", after, files, total.Errors, total.Warnings)
	return err
}

// checkGitHub returns workflow commands, which GitHub shows as annotations at the lines
// of the file.
func checkGitHub(one checked) string {
	var b strings.Builder
	for _, p := range one.problems {
		properties := []string{"file=" + githubProperty.Replace(p.File)}
		if p.Pos.Line > 0 {
			properties = append(properties, "line="+strconv.Itoa(int(p.Pos.Line)), "col="+strconv.Itoa(int(p.Pos.Col)))
		}
		properties = append(properties, "title="+githubProperty.Replace(p.Code))
		message := p.Text()
		if p.Hint != "" {
			message += "\n" + p.Hint
		}
		fmt.Fprintf(&b, "::%s %s::%s\n", p.Severity, strings.Join(properties, ","), githubMessage.Replace(message))
	}
	return b.String()
}

// The escapes of workflow commands, as GitHub's own toolkit writes them
// (@actions/core, command.ts).
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
