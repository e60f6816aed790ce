package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Published says what [Desk.Publish] has done.
type Published struct {
	ID       string
	TLP      briefing.TLP
	Revision uint64
	Already  bool // the desk had these very bytes as its newest version
	// Lower has the markings below TLP at which readers go on seeing an earlier
	// version as the newest.
	Lower []briefing.TLP
}

// Newest is the newest version of a briefing on a desk.
type Newest struct {
	Document *file.Document
	Text     []byte // of its file
	Revision uint64
	TLP      briefing.TLP
	Author   string // empty if it is not known
	At       time.Time
}

// Conflict says that the desk has a version that is as new as what was to be
// published, or newer, and differs from it.
type Conflict struct {
	ID     string
	Newest Newest
}

// Error returns the conflict in one line.
func (c *Conflict) Error() string {
	return fmt.Sprintf("the desk has version %d of %s already, with other content", c.Newest.Document.Briefing.Version, c.ID)
}

// Publish puts the briefing in the file at path on the desk, with the texts of its
// sources in it. It does not judge the briefing; that is for its caller. If the desk
// has a version that is not older and differs, the error is a [*Conflict] and nothing
// is published. The same bytes are not published twice in a row.
func (d *Desk) Publish(ctx context.Context, path string) (Published, error) {
	return Published{}, errors.New("not yet")
}

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

// Withdraw takes all versions of a briefing back. They disappear from lists and
// searches, and stay in the history. It returns nothing if there are none.
func (d *Desk) Withdraw(ctx context.Context, w Withdrawal) ([]Withdrawn, error) {
	return nil, errors.New("not yet")
}
