//go:build !unix

package serve

import (
	"errors"
	"os"
)

type process struct {
	screen *os.File
	said   interface{ String() string }
	ended  chan struct{}
}

func start(string, []string, []string, size, uint64) (*process, error) {
	return nil, errors.New("not on this system")
}

func (p *process) resize(size) error { return nil }
func (p *process) end(bool)          {}
func (p *process) close()            {}
func (p *process) crashed() bool     { return false }
func (p *process) outOfMemory() bool { return false }
func (p *process) code() int         { return 1 }
