package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/clean"
	"sitrep/briefing/diff"
	"sitrep/briefing/export"
	"sitrep/briefing/file"
	"sitrep/data/desk"
)

const publishLong = `publish puts briefings on a desk, a library that a team shares: each becomes
the newest version there, and those before it stay. Everybody who follows the
desk and may read what is marked so has it at once. The texts that are in files
beside a briefing go with it.

It checks first, as sitrep check does. An error in one of the files, a briefing
without a marking, or one that is marked higher than the desk may have, and
nothing is published; there is no option to do it all the same. If the desk has
another version with the same version: or a higher one, publish writes what has
changed from that to the file, as diff does, and leaves both as they are: take
over what others have changed, set version: to one more, and publish again. A
file that the desk has already is not published a second time.

DESK is desk:NAME, a name under desks: in the settings. It exits with 1 if
something was not published.`

func newPublish(s Streams) *cobra.Command {
	o := publishOptions{}
	c := &cobra.Command{
		Use:   "publish FILE… DESK",
		Short: "Put briefings on a desk, for a team",
		Long:  publishLong,
		Example: `  sitrep publish harbour.yaml desk:ops
  sitrep publish *.yaml desk:ops
  sitrep diff desk:ops/harbour harbour.yaml    what is new compared to the desk`,
		ValidArgsFunction: completeBriefings(s, 0),
		Args: func(_ *cobra.Command, args []string) error {
			const hint = "for example: sitrep publish harbour.yaml desk:ops"
			if err := lastIsDesk("publish", "a file", args, hint); err != nil {
				return err
			}
			for _, arg := range args[:len(args)-1] {
				switch {
				case arg == standardInput:
					return usage(errors.New("publish takes files, and standard input is none"), "save it first")
				case isFolder(arg):
					return usage(fmt.Errorf("%s is a folder", arg), "name the files: sitrep publish "+arg+"/*.yaml "+args[len(args)-1])
				case isDesk(arg):
					return usage(fmt.Errorf("%s is on a desk, and publish takes files", arg), hint)
				}
			}
			return checkWidth(o.width)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return publish(s, args[:len(args)-1], args[len(args)-1], o)
		},
	}
	widthFlag(c, &o.width)
	asciiWriteFlag(c, &o.ascii)
	return c
}

// publishOptions say how a conflict is written.
type publishOptions struct {
	width int
	ascii bool
}

// lastIsDesk returns an error unless the last argument names a desk, and there is another.
func lastIsDesk(command, other string, args []string, hint string) error {
	switch {
	case len(args) == 0 || !isDesk(args[len(args)-1]):
		return usage(fmt.Errorf("%s takes a desk as its last argument", command), hint)
	case !isFolder(args[len(args)-1]):
		return usage(fmt.Errorf("%s is a briefing on a desk; %s takes the desk", args[len(args)-1], command), hint)
	case len(args) == 1:
		return usage(fmt.Errorf("%s takes %s, and after it a desk", command, other), hint)
	}
	return nil
}

// publish puts files on a desk.
func publish(s Streams, names []string, deskName string, o publishOptions) error {
	name, _ := splitDesk(deskName)
	c, err := findDesk(s, name)
	if err != nil {
		return err
	}
	docs, err := toPublish(s, names, &c)
	if err != nil {
		return err
	}
	return onDesk(s, c, docs, func(d *desk.Desk, doc *file.Document) error {
		if err := publishOne(s, d, &c, doc, o); err != nil {
			return fmt.Errorf("%s: %w", doc.Name, err)
		}
		return nil
	})
}

// onDesk connects to a desk and calls do with each item of a list. It goes on after an
// error, which it reports on standard error.
func onDesk[T any](s Streams, c desk.Config, list []T, do func(*desk.Desk, T) error) error {
	d, err := dial(s, c)
	if err != nil {
		return err
	}
	defer d.Close()
	failed := false
	for _, item := range list {
		if err := do(d, item); err != nil {
			failed = true
			report(s.Err, err)
		}
	}
	if failed {
		return quietError{exitFailed}
	}
	return nil
}

// toPublish reads and checks files. It returns an error if one of them cannot be
// published, with what is wrong written to standard error.
func toPublish(s Streams, names []string, c *desk.Config) ([]*file.Document, error) {
	var docs []*file.Document
	refused := 0
	for _, name := range names {
		doc, err := load(nil, located{path: name, name: name}, s)
		if err != nil {
			return nil, explain(name, err)
		}
		problems := slices.DeleteFunc(check.Document(doc), func(p file.Problem) bool { return p.Severity != file.Error })
		if len(problems) > 0 {
			refused++
			_, _ = fmt.Fprint(s.Err, checkText(checked{name: doc.Name, problems: problems}))
			continue
		}
		if err := mayPublish(doc, c); err != nil {
			refused++
			report(s.Err, err)
		}
		docs = append(docs, doc)
	}
	if refused > 0 {
		return nil, withHint(fmt.Errorf("nothing was published: %s cannot be", briefing.Counted(refused, "file", "files")), "mend what is wrong, and publish again")
	}
	return docs, nil
}

// mayPublish returns an error for a briefing whose marking keeps it from a desk.
func mayPublish(doc *file.Document, c *desk.Config) error {
	highest := doc.Index().Banner()
	switch {
	case doc.Briefing.TLP == "":
		return withHint(fmt.Errorf("%s is not marked, and its marking says who may read it", doc.Name), "for example tlp: GREEN")
	case c.Max != "" && !highest.Within(c.Max):
		return withHint(fmt.Errorf("%s is %s, and %s%s takes nothing above %s", doc.Name, highest, deskPrefix, c.Name, c.Max), "max-tlp in the settings of the desk says so")
	}
	return nil
}

// dial connects to a desk.
func dial(s Streams, c desk.Config) (*desk.Desk, error) {
	defer s.progress(func() string { return "connecting to " + deskPrefix + c.Name })()
	ctx, stop := context.WithTimeout(context.Background(), networkPatience)
	defer stop()
	d, err := desk.Dial(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("%s%s: %w", deskPrefix, c.Name, err)
	}
	return d, nil
}

// publishOne puts a briefing on a desk, and says what has become of it.
func publishOne(s Streams, d *desk.Desk, c *desk.Config, doc *file.Document, o publishOptions) error {
	end := s.progress(func() string { return "publishing " + doc.Name })
	ctx, stop := context.WithTimeout(context.Background(), networkPatience)
	defer stop()
	done, err := d.Publish(ctx, doc.Path)
	end()
	if conflict, ok := errors.AsType[*desk.Conflict](err); ok {
		return writeConflict(s, conflict, c, doc, o)
	}
	if err != nil {
		return err
	}
	on := deskPrefix + c.Name
	if done.Already {
		_, err = fmt.Fprintf(s.Out, "%s: already on %s as revision %d, %s\n", doc.Name, on, done.Revision, done.TLP)
		return err
	}
	_, err = fmt.Fprintf(s.Out, "%s: published on %s as revision %d of %s, %s\n", doc.Name, on, done.Revision, done.ID, done.TLP)
	for _, lower := range done.Lower {
		_, _ = fmt.Fprintf(s.Err, "sitrep: %s: those who may read no more than %s have an earlier version as the newest\nhint: sitrep withdraw --tlp %s %s %s takes that back\n",
			done.ID, lower, string(lower.Counted()), done.ID, on)
	}
	return err
}

// writeConflict writes what has changed from the version on the desk to the file, and
// returns the conflict with what to do.
func writeConflict(s Streams, conflict *desk.Conflict, c *desk.Config, doc *file.Document, o publishOptions) error {
	newest := conflict.Newest
	name := fmt.Sprintf("%s%s/%s@%d", deskPrefix, c.Name, conflict.ID, newest.Revision)
	changes := export.Changes{Report: diff.Compare(newest.Document.Index(), doc.Index()), Old: name, New: doc.Name}
	if err := export.WriteChanges(s.Out, changes, &export.Request{Width: o.width, ASCII: o.ascii}); err != nil {
		return fmt.Errorf("writing what has changed: %w", err)
	}
	by := ""
	if newest.Author != "" {
		by = ", by " + clean.Short(newest.Author)
	}
	return withHint(fmt.Errorf("%w (revision %d%s, %s)", conflict, newest.Revision, by, newest.At.Format("2 January 2006, 15:04")),
		fmt.Sprintf("take over what has changed there, set version: %d, and publish again", newest.Document.Briefing.Version+1))
}
