package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/draft"
	"sitrep/briefing/file"
	"sitrep/ui/settings"
)

// draftOptions are the flags of draft.
type draftOptions struct {
	with        string
	out         string
	printPrompt bool
	most        marking // of what the command is sent
}

const draftLong = `draft proposes items for a briefing from the texts of its sources: who takes
which position, and what happened when. FILE is a briefing, or anything that
sitrep import reads; - is standard input, and several files make one briefing.
What it writes is the briefing with the proposals at the end of its lists. Each
is marked (draft: true) until a person takes it, in sitrep review, and rests on
words that are cut out of a source: no quote can be invented. A briefing keeps
every byte; it is written as a whole or not at all.

By itself it goes by rules, for texts in English, and nothing leaves the
machine. With --with NAME it runs the command that the settings have under
draft: NAME, without a shell: it gets the prompt with the texts on its standard
input and answers with JSON on its standard output. What the answer says that is
not in the texts is refused, as answer:line:col: code: message, and goes back in
another round, as often as the settings say. What is refused in the last round
is left out; the exit code is then 1. --print-prompt shows what would be sent.`

func newDraft(s Streams) *cobra.Command {
	o := draftOptions{}
	c := &cobra.Command{
		Use:   "draft FILE…",
		Short: "Propose items from the texts of the sources",
		Long:  draftLong,
		Example: `  sitrep draft briefing.yaml -o draft.yaml
  sitrep import page.html | sitrep draft - -o draft.yaml
  sitrep draft --with local page.html -o draft.yaml
  sitrep draft --print-prompt page.html | less`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(errors.New("draft takes at least one file"), "for example: sitrep draft page.html -o draft.yaml; - is standard input")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if o.most.label != "" && o.with == "" && !o.printPrompt {
				return usage(errors.New("--max-tlp says what a command is sent, and by rules none is"), "leave it out, or name a command: --with NAME")
			}
			return draftFiles(c, s, args, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.with, "with", "", "ask the command that the settings have under draft: `NAME`")
	f.StringVarP(&o.out, "out", "o", "", "write to `OUT` instead of standard output, which - is")
	f.BoolVar(&o.printPrompt, "print-prompt", false, "write what the command would be asked, and run nothing")
	maxTLPFlag(c, &o.most)
	completeDrafters(c, s)
	return c
}

// draftFiles writes the briefing that files make, with proposals.
func draftFiles(c *cobra.Command, s Streams, names []string, o draftOptions) error {
	var with settings.Drafter
	if o.with != "" {
		var err error
		if with, err = findDrafter(c, s, o.with); err != nil {
			return err
		}
	}
	base, err := readBase(c, s, names)
	if err != nil {
		return err
	}
	if o.printPrompt {
		request, err := o.request(s, base.doc)
		if err != nil {
			return err
		}
		return o.write(s, request.Prompt())
	}
	if err := base.mayReplace(o.out); err != nil {
		return err
	}
	if o.with == "" {
		return o.finish(s, base, draft.Rules(base.doc.Briefing), 0)
	}
	return o.askFor(s, base, with)
}

// askFor writes a briefing with what a command proposes.
func (o draftOptions) askFor(s Streams, base *draftBase, with settings.Drafter) error {
	request, err := o.request(s, base.doc)
	if err != nil {
		return err
	}
	result, failed := ask(s, with, request)
	if failed != nil && isNothing(result.Added) {
		return failed
	}
	if n := len(result.Problems); n > 0 && isNothing(result.Added) {
		return withHint(fmt.Errorf("nothing that %s answered can be taken", with.Name), "the lines above say why; --print-prompt shows what it was asked")
	}
	if err := o.finish(s, base, result.Added, len(result.Problems)); err != nil {
		return err
	}
	if failed == nil && len(result.Problems) > 0 {
		return quietError{exitFailed}
	}
	return failed
}

// request returns the request for a command. It has nothing that is marked higher
// than the option allows.
func (o draftOptions) request(s Streams, doc *file.Document) (*draft.Request, error) {
	shown, err := o.most.redact(doc, nil)
	if err != nil {
		return nil, explain(doc.Name, err)
	}
	tellWithheld(s.Err, shown)
	request, err := draft.NewRequest(doc.Briefing, shown.Briefing)
	return request, importError(err)
}

// isNothing reports whether there is no proposal.
func isNothing(added *briefing.Briefing) bool {
	return len(added.Actors)+len(added.Events)+len(added.Questions) == 0
}

// finish writes the briefing with what is new, and says how much that is.
func (o draftOptions) finish(s Streams, base *draftBase, added *briefing.Briefing, refused int) error {
	text, err := file.Append(base.text, nil, added)
	if err != nil {
		return importError(fmt.Errorf("%s: %w", base.name, err))
	}
	if err := base.mayReplace(o.out); err != nil {
		return err
	}
	if err := o.write(s, text); err != nil {
		return err
	}
	_, _ = fmt.Fprintf(s.Err, "sitrep: proposals: %s; refused: %d\n", countProposals(added), refused)
	if refused > 0 {
		_, _ = fmt.Fprintln(s.Err, "hint: what is refused is left out; the lines above say why")
	}
	if o.out != "" && o.out != standardOutput {
		_, _ = fmt.Fprintf(s.Err, "next: sitrep review %s\n", o.out)
	}
	return nil
}

func (o draftOptions) write(s Streams, text string) error {
	write := func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
	if o.out == "" || o.out == standardOutput {
		return write(s.Out)
	}
	return save(o.out, write)
}

// countProposals returns the number of proposals, and of those of each kind.
func countProposals(added *briefing.Briefing) string {
	claims, positions := 0, 0
	for i := range added.Questions {
		claims += len(added.Questions[i].Claims)
		for k := range added.Questions[i].Claims {
			positions += len(added.Questions[i].Claims[k].Positions)
		}
	}
	total := len(added.Actors) + len(added.Events) + len(added.Questions) + claims + positions
	if total == 0 {
		return "none"
	}
	parts := []string{countItems(added)}
	if claims > 0 {
		parts = append(parts, file.Count(claims, "claim"), file.Count(positions, "position"))
	}
	return fmt.Sprintf("%d (%s)", total, strings.Join(parts, ", "))
}
