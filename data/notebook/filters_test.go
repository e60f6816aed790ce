package notebook

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestFilters keeps more filters than there is room for, some of them again.
func TestFilters(t *testing.T) {
	f := Folder{Versions: t.TempDir(), Write: writeFile}
	if got := f.Filters(); got != nil {
		t.Errorf("without a file: %q", got)
	}
	var want []string
	for i := range maxFilters + 10 {
		want = append(want, "word"+strconv.Itoa(i))
	}
	for _, filter := range append(want, "", strings.Repeat("x", maxFiltersFile), "word20") {
		if err := f.KeepFilter(filter); err != nil {
			t.Fatal(err)
		}
	}
	want = append(slices.Delete(want[10:], 10, 11), "word20")
	if got := f.Filters(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := os.WriteFile(f.filters(), []byte("\n a\x1b[31m \r\n\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := f.Filters(); len(got) != 1 || strings.ContainsAny(got[0], "\x1b\r") {
		t.Errorf("a file with a control reads as %q", got)
	}
	if err := (Folder{}).KeepFilter("a"); err != nil {
		t.Error(err)
	}
}
