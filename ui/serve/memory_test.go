//go:build unix

package serve_test

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// memory returns what a process takes in kB, its share of what it shares with others
// included. It is 0 where the system does not say.
func memory(t testing.TB, pid int) (kb int) {
	t.Helper()
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/smaps_rollup")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "Pss:"); ok {
			kb, err = strconv.Atoi(strings.Fields(rest)[0])
			must(t, err)
		}
	}
	return kb
}
