package clean

// Quoted returns a text of a file, quoted and shortened for a message.
func Quoted(s string) string { return `"` + Short(Line(s)) + `"` }

// MaxShown and MaxReason are how many characters of a text and of an error a
// message shows.
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
