package cli

import (
	"math"
	"runtime/debug"
)

// softMemory is the memory, in bytes, from which on a command that holds much at
// once collects garbage more often. Without it the heap grows to twice what is in
// use before the first collection. It is less than the 512 MB that a command may
// take, and it is no limit: what is in use is never given up.
const softMemory = 480 << 20

// saveMemory trades processor time for memory once much of it is in use. It
// changes nothing where GOMEMLIMIT is set. The reader does not call it: what it
// keeps of a folder would have it collect garbage at every key.
func saveMemory() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(softMemory)
	}
}
