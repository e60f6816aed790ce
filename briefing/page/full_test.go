package page

import (
	"fmt"
	"strings"
	"testing"
)

// TestThousandsOfIDs asks that of more ids than stand in one block each is
// there once, and that they read as one list.
func TestThousandsOfIDs(t *testing.T) {
	for _, n := range []int{0, 1, idsTogether, idsTogether + 1, 3*idsTogether - 1} {
		ids := make([]string, n)
		for i := range ids {
			ids[i] = fmt.Sprintf("e%d", i+1)
		}
		var words []string
		putIDs(func(b Block) {
			words = append(words, strings.Fields(Text(b))...)
		}, "Events", ids...)
		want := ""
		if n > 0 {
			want = "Events " + strings.Join(ids, ", ")
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%d ids: %q", n, got)
		}
	}
}
