package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage(fmt.Errorf("%s takes no arguments", c.Name()), c.CommandPath()+" --help says more")
	}
	return nil
}

func atMostOne(c *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usage(errors.New("one briefing at a time"), "name one file; "+c.CommandPath()+" --help says more")
	}
	return nil
}
