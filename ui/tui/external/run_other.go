//go:build !unix

package external

import "os/exec"

// terminalPath is the console of a process, whatever its streams are.
const terminalPath = "CONIN$"

// detach does nothing: a program without streams has no part in the console.
func detach(*exec.Cmd) {}

// kill ends a program. It may have ended by itself.
func kill(cmd *exec.Cmd) { _ = cmd.Process.Kill() }
