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
	name  string
	write func(w io.Writer, files []checked) error
}

// checkFormats lists the formats. The first is the default.
var checkFormats = []checkFormat{
	{"text", writeCheckText},
	{"json", writeCheckJSON},
	{"github", writeCheckGitHub},
}

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

// writeCheckText writes a line for each problem, with its hint below.
func writeCheckText(w io.Writer, files []checked) error {
	var b strings.Builder
	for _, one := range files {
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
	}
	_, err := io.WriteString(w, b.String())
	return err
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

// A problem and a report as they are written in JSON. Line and column are left
// out if a problem has no position.
type (
	problemJSON struct {
		File     string `json:"file"`
		Line     int32  `json:"line,omitempty"`
		Column   int32  `json:"column,omitempty"`
		Severity string `json:"severity"`
		Code     string `json:"code"`
		Item     string `json:"item,omitempty"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
	}
	reportJSON struct {
		Files    int           `json:"files"`
		Errors   int           `json:"errors"`
		Warnings int           `json:"warnings"`
		Problems []problemJSON `json:"problems"`
	}
)

func writeCheckJSON(w io.Writer, files []checked) error {
	out := reportJSON{Files: len(files), Problems: []problemJSON{}}
	var total file.Tally
	for _, file := range files {
		for _, p := range file.problems {
			total.Add(p)
			out.Problems = append(out.Problems, problemJSON{p.File, p.Pos.Line, p.Pos.Col, p.Severity.String(), p.Code, p.Item, p.Message, p.Hint})
		}
	}
	out.Errors, out.Warnings = total.Errors, total.Warnings
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

// writeCheckGitHub writes workflow commands, which GitHub shows as annotations at
// the lines of the file.
func writeCheckGitHub(w io.Writer, files []checked) error {
	var b strings.Builder
	for _, file := range files {
		for _, p := range file.problems {
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
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// The escapes of workflow commands, as GitHub's own toolkit writes them
// (@actions/core, command.ts).
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
