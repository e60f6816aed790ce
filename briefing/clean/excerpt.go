package clean

// Quoted is a text of the file as a message shows it.
func Quoted(s string) string { return `"` + Short(Line(s)) + `"` }

// MaxShown and maxReason are how many characters a message shows of a text and
// of an error.
const (
	MaxShown  = 60
	MaxReason = 160
)

func Short(s string) string { return Shorten(MaxShown, s) }

func Shorten(limit int, s string) string {
	count := 0
	for i := range s {
		if count == limit {
			return s[:i] + "…"
		}
		count++
	}
	return s
}
