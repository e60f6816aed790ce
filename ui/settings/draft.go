package settings

import (
	"fmt"
	"strconv"
	"time"

	"sitrep/briefing/file"
)

// Drafter is a command that sitrep draft asks for proposals.
type Drafter struct {
	Name    string
	Command []string // a program with its arguments
	Time    time.Duration
	Size    int // limit of an answer in bytes
	Rounds  int // limit of answers
}

// The limits of a drafter: the defaults, and the largest that can be set.
const (
	defaultTime, maxTime     = 10 * time.Minute, 24 * time.Hour
	defaultSize, maxSize     = 1_000_000, 64_000_000
	defaultRounds, maxRounds = 3, 10
)

const draftExample = "for example draft: {local: [llm, -m, NAME]}"

// drafters reads the commands that draft can ask.
func (f *settingsFile) drafters(t *file.Tree) {
	if t.Form != file.Mapping {
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected names with their commands", t.Form), draftExample)
		return
	}
	for kid := range f.each(t, "draft") {
		d := Drafter{Name: kid.Key, Time: defaultTime, Size: defaultSize, Rounds: defaultRounds}
		if f.drafter(kid, &d) {
			f.settings.Drafters = append(f.settings.Drafters, Choice[Drafter]{d, f.settings.inFile(kid.KeyPos)})
		}
	}
}

// drafter reads one drafter: its command, or a mapping with that and its limits. A
// limit that is wrong keeps its default.
func (f *settingsFile) drafter(t *file.Tree, d *Drafter) (ok bool) {
	if t.Form != file.Mapping {
		d.Command, ok = f.command(t, draftExample)
		return ok && len(d.Command) > 0
	}
	for kid := range f.each(t, t.Key) {
		switch kid.Key {
		case "command":
			d.Command, ok = f.command(kid, draftExample)
		case "time":
			f.duration(kid, &d.Time)
		case "size":
			f.number(kid, &d.Size, maxSize)
		case "rounds":
			f.number(kid, &d.Rounds, maxRounds)
		default:
			names := []string{"command", "time", "size", "rounds"}
			f.problem(kid.KeyPos, file.CodeUnknownKey, fmt.Sprintf("there is no setting %q under draft: %s", short(kid.Key), short(t.Key)), suggest(kid.Key, names, "there are command, time, size and rounds"))
		}
	}
	if len(d.Command) == 0 && !ok {
		f.problem(t.Pos, file.CodeMissingKey, fmt.Sprintf("%q has no command", short(t.Key)), draftExample)
	}
	return len(d.Command) > 0
}

func (f *settingsFile) duration(t *file.Tree, to *time.Duration) {
	if !f.isWord(t, "a time", "10m") {
		return
	}
	d, err := time.ParseDuration(t.Text)
	if err != nil || d <= 0 || d > maxTime {
		f.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("%q is no time up to %s", short(t.Text), maxTime), "for example time: 10m, or 90s")
		return
	}
	*to = d
}

func (f *settingsFile) number(t *file.Tree, to *int, most int) {
	if !f.isWord(t, "a number", strconv.Itoa(most)) {
		return
	}
	n, err := strconv.Atoi(t.Text)
	if err != nil || n < 1 || n > most {
		f.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("%q is no number from 1 to %d", short(t.Text), most), fmt.Sprintf("for example %s: %d", t.Key, *to))
		return
	}
	*to = n
}

// Drafter returns the drafter with a name.
func (s *Settings) Drafter(name string) (d Drafter, ok bool) {
	for _, c := range s.Drafters {
		if c.Value.Name == name {
			return c.Value, true
		}
	}
	return d, false
}
