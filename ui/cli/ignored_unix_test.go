//go:build unix

package cli

import (
	"os"
	"os/signal"
	"syscall"
)

// catchIgnored catches the signals that this process ignores, as it does under nohup and
// in the background of a script. What it starts would ignore them as well, and the tests
// of signals would wait for an end that does not come.
func catchIgnored() {
	for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		if signal.Ignored(s) {
			signal.Notify(make(chan os.Signal, 1), s)
		}
	}
}
