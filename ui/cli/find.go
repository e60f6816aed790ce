package cli

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/briefing/query"
	"sitrep/data/library"
	"sitrep/ui/settings"
)

// findOptions are the flags of find.
type findOptions struct {
	format string
	limit  int
	maxTLP marking
	ascii  bool
	theme  settings.Theme
	views  query.Views
}

const findLong = `find searches all briefings of a library, and prints a line for each item that
fits: path:id: text. The path and the id are those for sitrep show, the text is
the sentence with the words; what has no id has its kind in brackets. Those of
the newest briefing come first. What versions of a briefing repeat is printed
once, of the newest that has it and was not withdrawn; history has all of them.
PLACE is a folder, whose index it brings up to
date, a desk (desk:NAME) or a file; without any it is the folder in which one
is. Arguments at the end that exist as files or folders, or begin with desk:,
are places, all others are the expression. It exits with 1 when it finds
nothing.

In a library a word is a whole word, and dron* the beginning of one. Words in
quotes follow each other. Accents fold, and so does case, unless there is a
capital. In scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer,
Burmese) each letter is a word, and letters that are typed together follow each
other, so that they are found inside a sentence. An item is found if all terms
fit the item itself, or of a position its claim or question.`

func newFind(s Streams) *cobra.Command {
	o := findOptions{}
	c := &cobra.Command{
		Use:   "find EXPRESSION [PLACE…]",
		Short: "Search all briefings of a folder",
		Long:  findLong + "\n\n" + expressionHelp(),
		Example: `  sitrep find ceasefire
  sitrep find '"black sea" dron*' reports
  sitrep find actor:nato stance:denies since:2024-04 reports
  sitrep find kursk desk:ops
  sitrep find -f csv 'tag:sanctions' reports > sanctions.csv`,
		ValidArgsFunction: completeFind(s, &o.maxTLP),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New("find takes an expression"), `for example: sitrep find "black sea" reports`)
			}
			if o.limit < 0 {
				return usage(fmt.Errorf("no limit of %d", o.limit), "leave --limit out to have all")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			chosen, err := readSettings(c, s)
			if err != nil {
				return err
			}
			o.theme, o.ascii, o.views = chosen.Theme.Value, chosen.ASCII.Value, views(chosen)
			return find(s, args, o)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.format, "format", "f", listFormats[0], "print it in this `FORMAT`: "+strings.Join(listFormats, ", "))
	f.IntVar(&o.limit, "limit", 0, "print at most this `NUMBER` of items; 0 prints all")
	f.Bool(asciiFlag, false, "write the program's own signs in ASCII; the briefing's words stay as they are")
	maxTLPFlag(c, &o.maxTLP)
	completeValues(c, "format", listFormats)
	return c
}

// find prints what an expression finds in places.
func find(s Streams, args []string, o findOptions) error {
	if err := checkListFormat(o.format); err != nil {
		return err
	}
	words, list := splitPlaces(args)
	if err := mistypedPlace(args); err != nil {
		return err
	}
	q, err := parseFind(strings.Join(words, " "), o.views)
	if err != nil {
		return err
	}
	wanted, err := placesOf(s, list)
	if err != nil {
		return err
	}
	libraries, end, err := openLibraries(s, wanted, o.maxTLP)
	if err != nil {
		return err
	}
	defer end()
	n, err := writeHits(s, hits(libraries, q), o)
	if err == nil {
		err = tellUnread(s, libraries)
	}
	if err != nil {
		return err
	}
	if n == 0 {
		return quietError{exitFailed}
	}
	return nil
}

// splitPlaces divides arguments into an expression and the places after it. The first
// argument is never a place.
func splitPlaces(args []string) (words, places []string) {
	at := len(args)
	for at > 1 {
		if _, err := os.Stat(args[at-1]); err != nil && args[at-1] != standardInput && !isDesk(args[at-1]) {
			break
		}
		at--
	}
	return args[:at], args[at:]
}

// mistypedPlace returns an error if the last argument looks like a path, and is none.
func mistypedPlace(args []string) error {
	last := args[len(args)-1]
	if len(args) == 1 || !file.IsCalledBriefing(last) && !strings.ContainsRune(last, filepath.Separator) {
		return nil
	}
	if _, err := os.Stat(last); err == nil || strings.ContainsAny(last, `: "`) {
		return nil // a place, or a term
	}
	return withHint(fmt.Errorf("%s: no such file or folder", last), `words with such signs go in quotes: '"`+last+`"'`)
}

// parseFind parses an expression for a library.
func parseFind(expression string, views query.Views) (*library.Query, error) {
	expanded, err := views.Expand(expression)
	var q *library.Query
	if err == nil {
		expression = expanded
		q, err = library.Parse(expression, false)
	}
	if wrong, ok := errors.AsType[*query.Error](err); ok {
		at := utf8.RuneCountInString(expression[:wrong.Offset]) + 1
		return nil, usage(fmt.Errorf("%w, at character %d of the expression", err, at), wrong.Hint)
	}
	if err == nil && q.Empty() {
		return nil, usage(errors.New("there is nothing to look for"), "give a word, or a phrase in quotes")
	}
	return q, err
}

// hits returns the hits in libraries, those of the newest briefing first.
func hits(libraries []*library.Library, q *library.Query) iter.Seq2[found, error] {
	return func(yield func(found, error) bool) {
		heads := make([]head, len(libraries))
		for i, l := range libraries {
			var stop func()
			heads[i].next, stop = iter.Pull2(hitsIn(l, q))
			defer stop()
			heads[i].advance()
		}
		for {
			newest := -1
			for i := range heads {
				if h := &heads[i]; h.more && (newest < 0 || h.day.After(heads[newest].day)) {
					newest = i
				}
			}
			if newest < 0 || !yield(heads[newest].found, heads[newest].err) {
				return
			}
			heads[newest].advance()
		}
	}
}

// found is a hit with the path of its file.
type found struct {
	path string
	*library.Hit
}

func hitsIn(l *library.Library, q *library.Query) iter.Seq2[found, error] {
	return func(yield func(found, error) bool) {
		more := true
		err := l.Search(context.Background(), q, func(h *library.Hit) bool {
			more = yield(found{filepath.Join(l.Path(), h.File), h}, nil)
			return more
		})
		if err != nil && more {
			yield(found{}, err)
		}
	}
}

// head is the first hit of a library that has not been taken.
type head struct {
	found
	day  time.Time // the first day of the briefing's as-of date
	err  error
	more bool
	next func() (found, error, bool)
}

func (h *head) advance() {
	file := h.path
	h.found, h.err, h.more = h.next()
	if h.more && h.err == nil && h.path != file {
		date, _ := edtf.Parse(h.AsOf) // it was parsed before, or is empty
		h.day, _, _, _ = date.Bounds()
	}
}

// kindName returns the name of a hit's kind.
func kindName(h *library.Hit) string {
	if h.Ref.Kind == briefing.KindNone {
		return "briefing"
	}
	return h.Ref.Kind.String()
}

// idOf returns what find prints as the id of a hit. What has none has its kind in
// brackets instead, which is no id, so that all lines have the same parts.
func idOf(h *library.Hit) string {
	if slices.Contains(itemKinds, h.Ref.Kind) {
		return h.Ref.ID
	}
	return "(" + strings.TrimSpace(kindName(h)+" "+h.Ref.ID) + ")"
}
