// Command hello is the least that a Go program can write: what an export is
// measured against.
package main

import (
	"fmt"
	"os"
)

func main() { _, _ = fmt.Fprintln(os.Stdout, "hello") }
