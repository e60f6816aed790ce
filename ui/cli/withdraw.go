package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"sitrep/briefing/clean"
	"sitrep/briefing/fold"
	"sitrep/data/desk"
)

// networkPatience is how long one request to a desk may take.
const networkPatience = 30 * time.Second

const withdrawLong = `withdraw takes briefings back from a desk, all versions of each: they are no
longer in lists, and nothing of them is found. The versions stay, and history
shows them as withdrawn. Who has read or saved a version still has it. To bring
a briefing back, publish a version of it again.

ID is the id of a briefing. DESK is desk:NAME, a name under desks: in the
settings.`

func newWithdraw(s Streams) *cobra.Command {
	var reason string
	var only marking
	c := &cobra.Command{
		Use:   "withdraw ID… DESK",
		Short: "Take briefings back from a desk",
		Long:  withdrawLong,
		Example: `  sitrep withdraw harbour desk:ops
  sitrep withdraw --reason 'the source retracted it' harbour desk:ops`,
		ValidArgsFunction: completeWithdraw(s),
		Args: func(_ *cobra.Command, args []string) error {
			return lastIsDesk("withdraw", "the id of a briefing", args, "for example: sitrep withdraw harbour desk:ops")
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return withdraw(s, args[:len(args)-1], args[len(args)-1], desk.Withdrawal{Reason: clean.Line(reason), TLP: only.label})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "say `WHY`, which the desk keeps")
	c.Flags().Var(&only, "tlp", "only the versions with this `LABEL`, after a later one was marked otherwise")
	return c
}

// withdraw takes briefings back from a desk.
func withdraw(s Streams, ids []string, deskName string, w desk.Withdrawal) error {
	name, _ := splitDesk(deskName)
	c, err := findDesk(s, name)
	if err != nil {
		return err
	}
	return onDesk(s, c, ids, func(d *desk.Desk, id string) error {
		w.ID = id
		ctx, stop := context.WithTimeout(context.Background(), networkPatience)
		defer stop()
		done, err := d.Withdraw(ctx, w)
		if err == nil && len(done) == 0 {
			err = withHint(fmt.Errorf("there is no briefing %s on %s to withdraw", clean.Quoted(id), deskName), nearestID(c.Folder, id, deskName))
		}
		for _, one := range done {
			if _, err := fmt.Fprintf(s.Out, "%s: withdrawn from %s by revision %d, %s\n", id, deskName, one.Revision, one.TLP); err != nil {
				return err
			}
		}
		return err
	})
}

// nearestID returns the hint for an id that is not on a desk.
func nearestID(folder, id, deskName string) string {
	if near, ok := fold.Nearest(id, deskIDs(folder)); ok {
		return "did you mean " + near + "?"
	}
	return "sitrep " + deskName + " lists what is there"
}
