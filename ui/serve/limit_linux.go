package serve

import "golang.org/x/sys/unix"

// unused is how many bytes a reader maps for writing beyond those that it uses: room for
// the heap comes in pieces of 64 MB, and the stack of each thread has 8.
const unused = 256 << 20

// limitMemory has the system refuse a process more memory than a number of bytes, and
// what Go only maps.
func limitMemory(pid int, bytes uint64) error {
	most := bytes + unused
	return unix.Prlimit(pid, unix.RLIMIT_DATA, &unix.Rlimit{Cur: most, Max: most}, nil)
}
