package cli

import (
	"runtime"
	"testing"
)

func TestMemoryLimit(t *testing.T) {
	for _, c := range []struct{ least, live, want int64 }{
		{diffMemory, 0, diffMemory}, {diffMemory, diffMemory / 2, diffMemory},
		{diffMemory, diffMemory, diffMemory + diffMemory/4}, {diffMemory, softMemory, softMemory}, {softMemory, 2 * softMemory, softMemory},
	} {
		if got := memoryLimit(c.least, c.live); got != c.want {
			t.Errorf("with %d bytes in use, the limit is %d, want %d", c.live, got, c.want)
		}
	}
}

// TestAfterCollection waits for calls after several collections.
func TestAfterCollection(t *testing.T) {
	calls := make(chan int64, 1)
	afterCollection(func() {
		select {
		case calls <- inUse():
		default:
		}
	})
	for range 3 {
		runtime.GC()
		if live := <-calls; live <= 0 {
			t.Errorf("%d bytes are in use", live)
		}
	}
}
