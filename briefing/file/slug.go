package file

// slugPattern is the shape of an id, as a regular expression.
const slugPattern = `^[a-z0-9][a-z0-9-]*$`

// maxID is the longest that an id can be, in bytes.
const maxID = 100

// isSlug reports whether s has the shape and the length of an id.
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
