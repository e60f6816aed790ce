//go:build unix && !linux

package serve

// limitMemory does nothing: systems other than Linux count no memory that is mapped.
// The reader collects garbage more often when it comes near the limit.
func limitMemory(int, uint64) error { return nil }
