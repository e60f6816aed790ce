//go:build unix

package external

import (
	"os/exec"
	"syscall"
)

// terminalPath is the terminal of a process, whatever its streams are.
const terminalPath = "/dev/tty"

// detach keeps a program from finding the terminal by itself: it gets a
// session of its own, which has none.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
