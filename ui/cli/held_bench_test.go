//go:build unix

package cli

import (
	"strings"
	"testing"
	"time"
)

// BenchmarkHeld holds a key in each section, as a keyboard repeats it: down for a
// while, and up again. It counts the bytes of a key.
func BenchmarkHeld(b *testing.B) {
	const keys, every = 20, time.Second / 30
	eachSize(b, func(b *testing.B, start func(b *testing.B) pair) {
		for _, place := range places {
			if !strings.Contains("brief timeline actors claims sources", place.name) {
				continue
			}
			b.Run(place.name, func(b *testing.B) {
				p := start(b)
				p.press(place.keys)
				var written, otherWritten, n float64
				for b.Loop() {
					for _, key := range []string{place.there, place.back} {
						n += keys
						otherWritten += p.other.hold(key, keys, every)
						written += p.reader.hold(key, keys, every)
					}
				}
				b.ReportMetric(written/n, "bytes")
				b.ReportMetric(otherWritten/n, "bytes-"+p.name)
				b.ReportMetric(written/otherWritten, "bytes-x-"+p.name)
			})
		}
	})
}

// hold sends a key some times, and returns the number of bytes that came of it.
func (l *live) hold(key string, times int, every time.Duration) float64 {
	l.b.Helper()
	l.out = nil
	for range times {
		next := time.Now().Add(every)
		_, err := l.terminal.WriteString(key)
		l.must(err)
		for l.read(next) {
		}
	}
	const untilLetGo = 100 * time.Millisecond
	l.settle(untilLetGo)
	return float64(len(l.out))
}
