//go:build !unix

package external

import "os/exec"

// terminalPath is the console of a process, whatever its streams are.
const terminalPath = "CONIN$"

// detach does nothing: a program without streams does not use the console.
func detach(*exec.Cmd) {}

// kill kills a program. It may have ended already.
func kill(cmd *exec.Cmd) { _ = cmd.Process.Kill() }
