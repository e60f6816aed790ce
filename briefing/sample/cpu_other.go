//go:build !unix

package sample

import "time"

// CPU is not known here.
func CPU() time.Duration { return 0 }
