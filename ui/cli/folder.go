package cli

import (
	"fmt"
	"os"
)

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// notOneFile returns the error for a folder given where one briefing is expected.
func notOneFile(name string) error {
	return usage(fmt.Errorf("%s is a folder", name), "sitrep "+name+" lists the briefings in it; name one of them")
}
