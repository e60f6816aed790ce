package cli

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestInOrder takes results in the order of the paths, whichever is ready first, and
// runs only so far ahead.
func TestInOrder(t *testing.T) {
	paths := make([]string, 500)
	var got []int
	var begun atomic.Int64
	err := inOrder(paths, func(i int) int {
		begun.Add(1)
		if i%7 == 0 {
			time.Sleep(time.Millisecond)
		}
		return i * i
	}, func(i, result int) error {
		if result != i*i {
			t.Errorf("result %d is %d", i, result)
		}
		const most = maxAhead + 200 // the processors, one each
		if n := begun.Load(); n > int64(i+most) {
			t.Errorf("%d are begun when %d is taken", n, i)
		}
		got = append(got, i)
		return nil
	})
	if err != nil || len(got) != len(paths) {
		t.Errorf("%d results, %v", len(got), err)
	}
	for i, n := range got {
		if i != n {
			t.Fatalf("result %d comes as number %d", n, i)
		}
	}
}

// TestInOrderEnds ends with an error of take, and with a panic of work.
func TestInOrderEnds(t *testing.T) {
	failed := errors.New("failed")
	taken := 0
	err := inOrder(make([]string, 1000), func(i int) int { return i }, func(int, int) error {
		if taken++; taken == 3 {
			return failed
		}
		return nil
	})
	if !errors.Is(err, failed) || taken != 3 {
		t.Errorf("%v after %d", err, taken)
	}
	err = inOrder(make([]string, 100), func(i int) int {
		if i == 50 {
			panic("fifty")
		}
		return i
	}, func(int, int) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "fifty") {
		t.Errorf("a panic is %v", err)
	}
}
