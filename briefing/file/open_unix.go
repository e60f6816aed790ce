//go:build unix

package file

import "syscall"

// withoutWaiting keeps open from waiting for a writer of a named pipe, and from
// making a terminal the controlling one of the process.
const withoutWaiting = syscall.O_NONBLOCK | syscall.O_NOCTTY
