// Command sitrep reads structured news briefings in the terminal.
package main

import (
	"os"

	"sitrep/ui/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.System()))
}
