//go:build !unix

package file

// withoutWaiting is for named pipes, which have no path in these systems.
const withoutWaiting = 0
