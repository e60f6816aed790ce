package cli

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// softMemory is the memory in bytes above which a command that holds much at once
// collects garbage more often. Without it the heap grows to twice what is in use
// before it is collected. It is less than the 512 MB that a command may take, and
// it is not a hard limit. diffMemory is that of diff, as long as it can do with it.
const (
	softMemory = 480 << 20
	diffMemory = 280 << 20
)

// saveMemory trades processor time for memory once more than limit is in use. It
// does nothing if GOMEMLIMIT is set. The reader does not call it, because with what
// it keeps of a folder it would collect garbage at every key.
func saveMemory(limit int64) {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	debug.SetMemoryLimit(limit)
	if limit < softMemory {
		afterCollection(func() { debug.SetMemoryLimit(memoryLimit(limit, inUse())) })
	}
}

// memoryLimit returns the limit where live bytes of the heap are in use: it leaves
// room for a quarter of them, so that garbage is not collected again and again.
func memoryLimit(least, live int64) int64 { return min(max(least, live+live/4), softMemory) }

// afterCollection calls f after every collection of garbage.
func afterCollection(f func()) {
	type watch struct{ _ *watch } // with a pointer, since what has none shares its memory
	runtime.SetFinalizer(new(watch), func(*watch) {
		f()
		afterCollection(f)
	})
}

// inUse returns the bytes of the heap that the last collection has kept.
func inUse() int64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return int64(live[0].Value.Uint64())
}
