package cli

import (
	"fmt"
	"os"
)

// isFolder reports whether an argument names a folder, or a desk, which is one.
func isFolder(name string) bool {
	if isDesk(name) {
		_, version := splitDesk(name)
		return version == ""
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// notOneFile returns the error for a folder given where one briefing is expected.
func notOneFile(name string) error {
	return usage(fmt.Errorf("%s is a folder", name), "sitrep "+name+" lists the briefings in it; name one of them")
}
