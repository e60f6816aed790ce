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

// kill ends a program that was detached, and its children. If it has ended by itself,
// nothing is done: its number may be that of another one.
func kill(cmd *exec.Cmd) {
	if cmd.Process.Kill() == nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // its group, which may be gone
	}
}
