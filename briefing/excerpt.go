package briefing

// inQuotes is a text of the file as a message shows it.
func inQuotes(s string) string { return `"` + shorten(CleanLine(s)) + `"` }

// maxShown and maxReason are how many characters a message shows of a text and
// of an error.
const (
	maxShown  = 60
	maxReason = 160
)

func shorten(s string) string { return shortenTo(maxShown, s) }

func shortenTo(limit int, s string) string {
	count := 0
	for i := range s {
		if count == limit {
			return s[:i] + "…"
		}
		count++
	}
	return s
}
