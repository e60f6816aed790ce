// Package external passes things to other programs: a web address to the
// browser, a file to the editor, a briefing to a new file. A program is always
// started directly, never through a shell, and an existing file is never
// written to. The reader decides which address or file to pass, and whether.
package external

import (
	"os"
	"os/exec"
	"runtime"
)

// System is the environment in which programs are looked up.
type System struct {
	OS     string // like [runtime.GOOS]
	Getenv func(name string) string
	// Find returns the path of a program, like [exec.LookPath].
	Find func(name string) (string, error)
}

// Here returns the system that the process runs on.
func Here() System {
	return System{OS: runtime.GOOS, Getenv: os.Getenv, Find: exec.LookPath}
}

const windows = "windows"

// has reports whether there is a program with the given name.
func (s System) has(name string) bool {
	_, err := s.Find(name)
	return err == nil
}
