//go:build !unix

package cli

import "os"

// foreground reports whether this program is the one that a terminal shows.
func foreground(*os.File) bool { return true }
