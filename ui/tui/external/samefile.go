package external

import "os"

// SameFile reports whether two paths lead to one file, also through links. It
// returns false if a path does not lead to a file.
func SameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}
