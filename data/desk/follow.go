package desk

import (
	"context"
	"errors"
	"time"
)

// State is how far following a desk has come.
type State struct {
	Connected bool
	Since     time.Time // of Connected
	Elsewhere bool      // another process follows into the folder
	Ready     bool      // all that the desk had when it was connected has been received
	ToCome    int       // versions that are known to be missing
	Received  int       // since the start
	Refused   int       // what came and is not what it should be
	Err       error     // why it is not connected or cannot write, or nil
}

// Follow receives what the desk has, and what is published from then on, into the
// folder of the configuration, until ctx is done, whose error it returns. It goes on
// where it ended before. A lost connection is tried again for ever. If another process
// follows into the folder, it waits until that ends.
//
// report is called with each change of the state, at most some times in a second, by
// one goroutine at a time. received is called with the names of files that are
// new or gone, and may be nil.
func Follow(ctx context.Context, c Config, report func(State), received func(names []string)) error {
	return errors.New("not yet")
}
