//go:build unix

package external

import (
	"os/exec"
	"syscall"
)

// terminalPath is the terminal of a process, whatever its streams are.
const terminalPath = "/dev/tty"

// detach keeps a program from opening the terminal by itself: it gets a session
// of its own, which has none.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// kill kills a detached program and its children. If it has ended, kill does
// nothing, since its number may belong to another program.
func kill(cmd *exec.Cmd) {
	if cmd.Process.Kill() == nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // its group, which may be gone
	}
}
