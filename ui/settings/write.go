package settings

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// Write writes the values in force as a settings file, which reads back as the
// same values. Comments say where each comes from.
func (s *Settings) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	_, _ = out.WriteString(s.head())
	var lines [][2]string
	add := func(line, from string) { lines = append(lines, [2]string{line, from}) }
	add("theme: "+string(s.Theme.Value), s.Theme.From.String())
	add("ascii: "+strconv.FormatBool(s.ASCII.Value), s.ASCII.From.String())
	add("mouse: "+strconv.FormatBool(s.Mouse.Value), s.Mouse.From.String())
	add("notebook: "+strconv.FormatBool(s.Notebook.Value), s.Notebook.From.String())
	add("layout: "+s.Layout.Value, s.Layout.From.String())
	add("linear: "+strconv.FormatBool(s.Linear.On.Value), s.Linear.On.From.String())
	add("speak: "+inList(s.Linear.Speak.Value, plainWord()), s.Linear.Speak.From.String())
	add("import:", "")
	add("  pdf: "+inList(s.PDF.Value, plainWord()), s.PDF.From.String())
	s.writeDrafters(add)
	s.writeDesks(add)
	if len(s.Views) > 0 {
		add("views:", "")
	}
	for _, v := range s.Views {
		add("  "+strconv.Quote(v.Name)+": "+strconv.Quote(v.Expression), v.From.String())
	}
	add("keys:", "")
	for _, b := range s.Keys {
		line := b.Action + ": " + inList(b.Keys, plainKey())
		if b.Fixed {
			add("  # "+line, "always")
			continue
		}
		add("  "+line, b.from())
	}
	longest := 0
	for _, l := range lines {
		longest = max(longest, len(l[0]))
	}
	for _, l := range lines {
		if l[1] == "" {
			_, _ = fmt.Fprintln(out, l[0])
			continue
		}
		_, _ = fmt.Fprintf(out, "%-*s  # %s\n", longest, l[0], l[1])
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the settings: %w", err)
	}
	return nil
}

// writeDrafters writes the drafters.
func (s *Settings) writeDrafters(add func(line, from string)) {
	if len(s.Drafters) == 0 {
		add("draft: {}", byDefault.String())
		return
	}
	add("draft:", "")
	for _, c := range s.Drafters {
		d := c.Value
		add("  "+quoted(d.Name, plainWord())+":", c.From.String())
		add("    command: "+inList(d.Command, plainWord()), "")
		add("    time: "+d.Time.String(), "")
		add("    size: "+strconv.Itoa(d.Size), "")
		add("    rounds: "+strconv.Itoa(d.Rounds), "")
	}
}

// writeDesks writes the desks. They have no secrets, only the paths of files with some.
func (s *Settings) writeDesks(add func(line, from string)) {
	if len(s.Desks) == 0 {
		add("desks: {}", byDefault.String())
		return
	}
	add("desks:", "")
	for _, c := range s.Desks {
		d := c.Value
		add("  "+quoted(d.Name, plainWord())+":", c.From.String())
		add("    servers: "+inList(d.Servers, plainWord()), "")
		for _, row := range [][2]string{{"credentials", d.Credentials}, {"ca", d.CA}, {"certificate", d.Certificate}, {"key", d.Key}, {"stream", d.Stream}, {"max-tlp", string(d.Max)}} {
			if row[1] != "" {
				add("    "+row[0]+": "+quoted(row[1], plainWord()), "")
			}
		}
	}
}

// inList returns words as a list in YAML, with quotes around those that are not plain.
func inList(words []string, plain *regexp.Regexp) string {
	return "[" + strings.Join(briefing.Map(words, func(w string) string { return quoted(w, plain) }), ", ") + "]"
}

func quoted(word string, plain *regexp.Regexp) string {
	if plain.MatchString(word) {
		return word
	}
	return strconv.Quote(word)
}

// plainWord matches a word that needs no quotes in YAML and is not a number or
// truth value there.
var plainWord = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z/-][A-Za-z0-9_./-]+$`) })

// head returns the first line, which names the settings file.
func (s *Settings) head() string {
	path := clean.Line(s.File)
	switch {
	case path == "":
		return "# There is no settings file.\n"
	case s.Found:
		return "# The settings file is " + path + "\n"
	}
	return "# The settings file would be " + path + "\n"
}

func (b Bound) from() string {
	from := b.From.String()
	for _, l := range b.Lost {
		from += "; " + strconv.Quote(l.Key) + " is for " + l.To
	}
	return from
}

// plainKey matches a key that needs no quotes in YAML.
var plainKey = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z][a-z0-9]*(\+[a-z0-9]+)*$`)
})
