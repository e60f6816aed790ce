package cli

import (
	"math"
	"runtime/debug"
)

// softMemory is the memory in bytes above which a command that holds much at once
// collects garbage more often. Without it the heap grows to twice what is in use
// before it is collected. It is less than the 512 MB that a command may take, and
// it is not a hard limit.
const softMemory = 480 << 20

// saveMemory trades processor time for memory once much memory is in use. It does
// nothing if GOMEMLIMIT is set. The reader does not call it, because with what it
// keeps of a folder it would collect garbage at every key.
func saveMemory() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(softMemory)
	}
}
