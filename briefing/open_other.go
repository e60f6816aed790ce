//go:build !unix

package briefing

// nonBlocking is for named pipes, which have no path in these systems.
const nonBlocking = 0
