//go:build unix

package file

import "syscall"

// withoutWaiting keeps the opening of a named pipe from waiting for a writer, and
// a terminal from becoming that of the process.
const withoutWaiting = syscall.O_NONBLOCK | syscall.O_NOCTTY
