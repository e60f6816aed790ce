//go:build unix

package sample

import (
	"syscall"
	"time"
)

// CPU is the processor time that the process has taken so far. On a machine
// with other work to do it says more than the clock.
func CPU() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		return 0
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
