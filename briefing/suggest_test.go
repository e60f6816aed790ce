package briefing_test

import (
	"testing"

	"sitrep/briefing"
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
		if got, ok := briefing.Nearest(tt.word, tt.candidates); got != tt.want || ok != (tt.want != "") {
			t.Errorf("the nearest to %q of %v is %q, %v; want %q", tt.word, tt.candidates, got, ok, tt.want)
		}
	}
}
