//go:build !unix

package file

// withoutWaiting is for named pipes, which have no paths on these systems.
const withoutWaiting = 0
