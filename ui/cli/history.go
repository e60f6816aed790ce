package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/fold"
	"sitrep/data/library"
)

// historyOptions are the flags of history.
type historyOptions struct {
	format string
	maxTLP marking
	width  int
	ascii  bool
}

const historyLong = `history writes what an actor has said, over all briefings of a library and in
the order in which it was said: the stance, the claim, the question, the file.
What versions of a briefing repeat is written once. A change of stance begins
with ! and says what it was before. What was withdrawn from a desk says so.
ACTOR is an id, a name or other name, or an id in another system, such as
wikidata:Q58217; if nobody is called so, a word of a name. PLACE is a folder,
whose index it brings up to date, a desk (desk:NAME), or a file; without any it
is the folder in which one is.

Actors of different briefings are the same where an id in another system says
so, or else where kind and name are equal; that is marked "by name". Others are
listed one after the other. It exits with 1 when nobody is found.`

func newHistory(s Streams) *cobra.Command {
	o := historyOptions{}
	c := &cobra.Command{
		Use:   "history ACTOR [PLACE…]",
		Short: "Write what an actor has said over time, across briefings",
		Long:  historyLong,
		Example: `  sitrep history lavrov
  sitrep history 'Sergey Lavrov' reports
  sitrep history wikidata:Q58217 -f csv reports > lavrov.csv`,
		ValidArgsFunction: completeHistory(s, &o.maxTLP),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 || strings.TrimSpace(args[0]) == "" {
				return usage(errors.New("history takes an actor"), "for example: sitrep history lavrov reports")
			}
			return checkWidth(o.width)
		},
		RunE: func(_ *cobra.Command, args []string) error { return history(s, args[0], args[1:], o) },
	}
	f := c.Flags()
	f.StringVarP(&o.format, "format", "f", listFormats[0], "write it in this `FORMAT`: "+strings.Join(listFormats, ", "))
	maxTLPFlag(c, &o.maxTLP)
	widthFlag(c, &o.width)
	asciiWriteFlag(c, &o.ascii)
	completeValues(c, "format", listFormats)
	return c
}

// history writes what an actor has said in places.
func history(s Streams, actor string, args []string, o historyOptions) error {
	if err := checkListFormat(o.format); err != nil {
		return err
	}
	wanted, err := placesOf(s, args)
	if errors.Is(err, fs.ErrNotExist) {
		return withHint(err, "a name of several words goes in quotes")
	} else if err != nil {
		return err
	}
	libraries, end, err := openLibraries(s, wanted, o.maxTLP)
	if err != nil {
		return err
	}
	defer end()
	var all []actorHistory
	for _, l := range libraries {
		list, err := historiesIn(l, actor)
		if err != nil {
			return err
		}
		all = append(all, list...)
	}
	if err := tellUnread(s, libraries); err != nil {
		return err
	}
	if len(all) == 0 {
		hint, err := suggestActor(libraries, actor)
		return errors.Join(withHint(fmt.Errorf("no actor %s", clean.Quoted(actor)), hint), err)
	}
	if err := writeHistory(s, actor, all, o); err != nil {
		return fmt.Errorf("writing the history: %w", err)
	}
	return nil
}

// actorHistory is what an actor has said in a library.
type actorHistory struct {
	library *library.Library
	library.Same
	statements []statement
}

// statement is a position, with what a reader is told about it.
type statement struct {
	library.Statement
	path     string // of its file
	lastPath string // of the newest version that repeats it, or ""
	last     int    // the number of that version; 0 if it has none
}

// historiesIn returns what the actors that a text names have said in a library.
func historiesIn(l *library.Library, actor string) ([]actorHistory, error) {
	ctx := context.Background() // a signal ends the program
	actors, err := l.Actors(ctx, actor)
	if err != nil {
		return nil, err
	}
	var out []actorHistory
	for _, same := range actors {
		h := actorHistory{library: l, Same: same}
		list, err := l.History(ctx, same)
		if err != nil {
			return nil, err
		}
		for _, one := range list {
			st := statement{Statement: one, path: filepath.Join(l.Path(), one.File)}
			if one.Versions > 1 {
				last, _, err := l.Entry(ctx, one.Last)
				if err != nil {
					return nil, err
				}
				st.last, st.lastPath = last.Version, filepath.Join(l.Path(), one.Last)
			}
			h.statements = append(h.statements, st)
		}
		out = append(out, h)
	}
	return out, nil
}

// suggestActor returns what to do about an actor that nobody is called.
func suggestActor(libraries []*library.Library, actor string) (hint string, err error) {
	for _, l := range libraries {
		names, err := l.ActorNames(context.Background())
		if err != nil {
			return "", err
		}
		folded := briefing.Map(names, fold.String)
		if near, ok := fold.Nearest(fold.String(actor), folded); ok {
			return "did you mean " + names[slices.Index(folded, near)] + "?", nil
		}
	}
	return "sitrep find kind:person lists the people, by id and name; so do other kinds", nil
}
