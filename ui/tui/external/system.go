// Package external hands things over to other programs: a web address to the
// browser, a file to the editor, a briefing to a new file. A program is always
// started by its own arguments and never through a shell, and no file that is
// there is ever written to. It decides nothing: which address or file, and
// whether, is for the reader to say.
package external

import (
	"os"
	"os/exec"
	"runtime"
)

// System is what programs are looked for in.
type System struct {
	OS     string // as [runtime.GOOS] has it
	Getenv func(name string) string
	// Find is where the program of a name is, as [exec.LookPath] says it.
	Find func(name string) (string, error)
}

// Here is the system that the process runs in.
func Here() System {
	return System{OS: runtime.GOOS, Getenv: os.Getenv, Find: exec.LookPath}
}

const windows = "windows"

// has reports whether there is a program of that name.
func (s System) has(name string) bool {
	_, err := s.Find(name)
	return err == nil
}
