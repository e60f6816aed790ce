//go:build unix

package tui

import (
	"syscall"
	"time"
)

// processorTime returns the processor time that the process has used so far. On
// a busy machine it is steadier than the clock.
func processorTime() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		return 0
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
