package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// Withdrawal says what to withdraw.
type Withdrawal struct {
	ID     string
	Reason string
	TLP    briefing.TLP // only versions with this marking; empty for all
}

// Withdrawn is a marking at which a briefing was withdrawn, by the message of a
// revision.
type Withdrawn struct {
	TLP      briefing.TLP
	Revision uint64
}

// Withdraw takes all versions of a briefing back that this user may read. They
// disappear from lists and searches, and stay in the history. It returns nothing if
// there are none, or if they have been withdrawn.
func (d *Desk) Withdraw(ctx context.Context, w Withdrawal) (all []Withdrawn, err error) {
	if !file.IsID(w.ID) {
		return nil, &Error{message: "no briefing can have the id " + clean.Quoted(w.ID), hint: "ids have lower-case letters, digits and hyphens"}
	}
	err = d.retry(ctx, func() error {
		more, err := d.tryWithdraw(ctx, w)
		all = append(all, more...)
		return err
	})
	if errors.Is(err, errRefused) {
		err = &Error{message: fmt.Sprintf("the server does not let you withdraw %s", w.ID), hint: "ask who runs it", cause: err}
	}
	return all, explain(err)
}

func (d *Desk) tryWithdraw(ctx context.Context, w Withdrawal) (done []Withdrawn, err error) {
	lasts, err := d.link.lasts(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	for _, label := range d.link.config.labels() {
		last := lasts[label]
		if last == nil || last.withdraws() || w.TLP != "" && w.TLP != label {
			continue
		}
		m := d.link.message(label, w.ID, d.link.config.subject(label, w.ID), last.sequence)
		m.Header.Set(headerWithdrawn, cmp.Or(clean.Line(w.Reason), "no reason given"))
		revision, err := d.link.send(ctx, m)
		if err != nil {
			return done, err
		}
		done = append(done, Withdrawn{label, revision})
	}
	return done, nil
}
