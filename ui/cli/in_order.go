package cli

import (
	"context"
	"os"
	"runtime"
	"sync"

	"golang.org/x/sync/semaphore"

	"sitrep/ui/tui/terminal"
)

const (
	// maxInWork is the limit of bytes of files that are in work at once. A larger file
	// is in work alone.
	maxInWork = 32 << 20
	// maxAhead is how many results can wait for an earlier one.
	maxAhead = 64
)

// inOrder calls work for each path, in as many goroutines as there are processors, and
// then take with the results, in the order of the paths and one after the other. An
// error of take, or a panic of work, ends it.
func inOrder[T any](paths []string, work func(i int) T, take func(i int, result T) error) error {
	ctx, stop := context.WithCancel(context.Background())
	var all sync.WaitGroup
	defer all.Wait()
	defer stop()
	type outcome struct {
		result T
		err    error
	}
	type job struct {
		number int
		bytes  int64
		done   chan outcome
	}
	jobs, ahead := make(chan job), make(chan job, maxAhead)
	room := semaphore.NewWeighted(maxInWork)
	all.Go(func() {
		defer close(ahead)
		defer close(jobs)
		for i, path := range paths {
			j := job{i, bytesOf(path), make(chan outcome, 1)}
			if room.Acquire(ctx, j.bytes) != nil {
				return
			}
			select {
			case ahead <- j:
			case <-ctx.Done():
				return
			}
			jobs <- j
		}
	})
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for j := range jobs {
				result, err := caught(func() T { return work(j.number) })
				room.Release(j.bytes)
				j.done <- outcome{result, err}
			}
		})
	}
	for j := range ahead {
		done := <-j.done
		err := done.err
		if err == nil {
			err = take(j.number, done.result)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// caught returns what work returns, or its panic as an error.
func caught[T any](work func() T) (result T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = terminal.NewCrash(r)
		}
	}()
	return work(), nil
}

// bytesOf returns the size of a file, as far as it counts for maxInWork.
func bytesOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return min(info.Size(), maxInWork)
}
