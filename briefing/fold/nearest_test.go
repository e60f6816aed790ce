package fold

import (
	"math/rand/v2"
	"testing"
)

func TestNearest(t *testing.T) {
	for _, tt := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"autors", []string{"actors", "authors", "sources"}, "authors"},
		{"soruces", []string{"actors", "authors", "sources"}, "sources"},
		{"titel", []string{"tile", "title"}, "title"},
		{"cat", []string{"car", "bat", "can"}, "can"},
		{"id", []string{"ids"}, ""},
		{"nothing", []string{"actors", "authors"}, ""},
	} {
		if got, ok := Nearest(tt.word, tt.candidates); got != tt.want || ok != (tt.want != "") {
			t.Errorf("the nearest to %q of %v is %q, %v; want %q", tt.word, tt.candidates, got, ok, tt.want)
		}
	}
}

// allSlips returns the distance that slips looks for, over the whole table.
func allSlips(a, b string) int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		for j := range table[i] {
			switch {
			case i == 0 || j == 0:
				table[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				table[i][j] = table[i-1][j-1]
			default:
				table[i][j] = table[i-1][j-1] + 1
			}
			table[i][j] = min(table[i][j], table[i-1][j]+1, table[i][j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				table[i][j] = min(table[i][j], table[i-2][j-2]+1)
			}
		}
	}
	return table[len(a)][len(b)]
}

// TestSlips has the part of the table that slips looks at hold what the whole
// table does, for words that are much alike.
func TestSlips(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		b := make([]byte, rnd.IntN(9))
		for i := range b {
			b[i] = "abc"[rnd.IntN(3)]
		}
		return string(b)
	}
	for range 100_000 {
		a, b := word(), word()
		for limit := 1; limit <= maxSlips; limit++ {
			if got, want := slips(a, b, limit), min(allSlips(a, b), limit+1); got != want {
				t.Fatalf("%q and %q are %d slips apart with limit %d, want %d", a, b, got, limit, want)
			}
		}
	}
}
