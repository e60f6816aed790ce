//go:build !unix

package serve

// Available reports whether there can be a server on this system. Where there are no
// pseudo-terminals as on Unix, there cannot.
const Available = false

const isUnix = false
