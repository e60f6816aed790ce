package file

// slugPattern is a regular expression for ids.
const slugPattern = `^[a-z0-9][a-z0-9-]*$`

// maxID is the maximum length of an id in bytes.
const maxID = 100

// isSlug reports whether s is a valid id.
func isSlug(s string) bool {
	if s == "" || s[0] == '-' || len(s) > maxID {
		return false
	}
	for _, b := range []byte(s) {
		if (b < 'a' || b > 'z') && (b < '0' || b > '9') && b != '-' {
			return false
		}
	}
	return true
}
