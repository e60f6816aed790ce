//go:build unix

package serve

// Available reports whether there can be a server on this system.
const Available = true

const isUnix = true
