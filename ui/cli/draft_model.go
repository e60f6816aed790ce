package cli

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/draft"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/ui/settings"
	"sitrep/ui/tui/external"
)

// drafterNames returns the names of the commands that draft can ask.
func drafterNames(found *settings.Settings) []string {
	return briefing.Map(found.Drafters, func(c settings.Choice[settings.Drafter]) string { return c.Value.Name })
}

// completeDrafters completes the names after --with.
func completeDrafters(c *cobra.Command, s Streams) {
	// It fails only if the command does not have the option.
	_ = c.RegisterFlagCompletionFunc("with", func(c *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		found, err := readSettings(c, s)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return briefing.Map(drafterNames(found), clean.Line), cobra.ShellCompDirectiveNoFileComp
	})
}

// findDrafter returns the command that the settings have under a name.
func findDrafter(c *cobra.Command, s Streams, name string) (settings.Drafter, error) {
	found, err := readSettings(c, s)
	if err != nil {
		return settings.Drafter{}, err
	}
	d, ok := found.Drafter(name)
	if ok {
		return d, nil
	}
	names := drafterNames(found)
	hint := "there are " + strings.Join(names, ", ")
	if near, ok := fold.Nearest(name, names); ok {
		hint = fmt.Sprintf("did you mean %q?", near)
	} else if len(names) == 0 {
		hint = "in " + found.File + ", write for example draft: {" + name + ": [llm, -m, MODEL]}; sitrep config shows what is in force"
	}
	return settings.Drafter{}, usage(fmt.Errorf("the settings have no command under draft: %s", name), hint)
}

// ask asks a command for proposals, and reports what is wrong with its answers.
func ask(s Streams, with settings.Drafter, request *draft.Request) (*draft.Result, error) {
	round := 0
	run := func(prompt string) (string, error) {
		round++
		end := s.progress(func() string {
			return fmt.Sprintf("asking %s, round %d of %d", clean.Line(with.Name), round, with.Rounds)
		})
		defer end()
		said := &commandLog{to: s.Err, name: clean.Line(with.Name), first: end}
		defer said.end()
		answer, err := external.Filter(with.Command, []byte(prompt), external.Limits{Time: with.Time, Output: with.Size, Said: said, Watch: killAtSignal})
		if err == nil && len(bytes.TrimSpace(answer)) == 0 {
			err = fmt.Errorf("%s answered nothing", with.Command[0])
		}
		if err != nil {
			return "", withHint(err, fmt.Sprintf("draft: %s: in the settings names it, and lets it take %s and write %s", with.Name, with.Time, size(int64(with.Size))))
		}
		return string(answer), nil
	}
	return request.Rounds(with.Rounds, run, func(problems []file.Problem) {
		tellRefused(s.Err, with, round, problems)
	})
}

// tellRefused reports what is wrong with an answer.
func tellRefused(w io.Writer, with settings.Drafter, round int, problems []file.Problem) {
	const most = 50 // problems listed
	if len(problems) == 0 {
		return
	}
	then := "goes back to it"
	if round == with.Rounds {
		then = "is left out"
	}
	_, _ = fmt.Fprintf(w, "sitrep: %s, round %d of %d: this %s:\n", clean.Line(with.Name), round, with.Rounds, then)
	for i, p := range problems {
		if i == most {
			_, _ = fmt.Fprintf(w, "and %d more\n", len(problems)-most)
			return
		}
		_, _ = fmt.Fprintln(w, p)
	}
}

// killAtSignal arranges that kill is called before a signal ends the program, until
// unwatch is called. If there is a signal, unwatch does not return.
func killAtSignal(kill func()) (unwatch func()) {
	var ending sync.Mutex
	stop := beforeSignal(func() {
		ending.Lock() // never unlocked
		kill()
	}, endBy)
	return func() {
		ending.Lock()
		defer ending.Unlock()
		stop()
	}
}

// commandLog passes on what a command writes to standard error, line by line, cleaned
// and after its name, up to a limit.
type commandLog struct {
	to    io.Writer
	name  string
	first func() // called before the first line
	line  []byte
	lines int
}

// The limits of what is passed on of a command's messages.
const (
	maxLogLines = 200
	maxLogLine  = 1000 // bytes
)

// Write never returns an error, which would end the command.
func (l *commandLog) Write(p []byte) (int, error) {
	rest := p
	for len(rest) > 0 && l.lines <= maxLogLines {
		at := bytes.IndexAny(rest, "\r\n")
		if at < 0 {
			l.line = append(l.line, rest[:min(len(rest), maxLogLine-min(len(l.line), maxLogLine))]...)
			break
		}
		l.line = append(l.line, rest[:min(at, maxLogLine-min(len(l.line), maxLogLine))]...)
		rest = rest[at+1:]
		l.end()
	}
	return len(p), nil
}

// end writes the line that has no end yet.
func (l *commandLog) end() {
	text := clean.Line(string(l.line))
	l.line = l.line[:0]
	if text == "" {
		return
	}
	l.first()
	switch l.lines++; {
	case l.lines < maxLogLines:
		_, _ = fmt.Fprintf(l.to, "%s: %s\n", l.name, text)
	case l.lines == maxLogLines:
		_, _ = fmt.Fprintf(l.to, "%s: … and more that is not shown\n", l.name)
	}
}
