//go:build unix

package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/briefing/sample"
	"sitrep/data/library"
)

// archived returns a folder with 10,000 briefings whose index is up to date.
// SITREP_TEST_ARCHIVE names one that stays, as for the benchmark of package library.
func archived(b *testing.B) (folder string, newest library.Entry) {
	b.Helper()
	const files = 10_000
	if folder = os.Getenv("SITREP_TEST_ARCHIVE"); folder == "" {
		folder = b.TempDir()
		mustDo(b, sample.WriteArchive(files, func(name string, data []byte) error {
			return os.WriteFile(filepath.Join(folder, name), data, 0o600)
		}))
	}
	b.Setenv("XDG_CACHE_HOME", folder+".index")
	l, err := library.Open(folder, library.Options{})
	mustDo(b, err)
	_, err = l.Update(context.Background(), func(library.Progress) {})
	mustDo(b, err)
	entries, err := l.Entries(context.Background(), 1)
	mustDo(b, err)
	mustDo(b, l.Close())
	return folder, entries[0]
}

func mustDo(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFirstRows starts the reader with a folder and with the built-in briefing in
// turn, until the newest briefing of the folder, or the first frame, is on the
// screen. "x-briefing" is the median of the one time over the other, pair by pair.
func BenchmarkFirstRows(b *testing.B) {
	reader := buildProgram(b, "sitrep")
	folder, newest := archived(b)
	title, _, _ := strings.Cut(newest.Title, ",")
	var times, others, ratios []float64
	for b.Loop() {
		one, other := firstFrame(b, reader, "Bottom line")
		l := startLive(b, reader, folder)
		took := milliseconds(l.until(title).Sub(l.started))
		times, others, ratios = append(times, took), append(others, other), append(ratios, took/other)
		one.quit()
		l.quit()
	}
	b.ReportMetric(median(times), "ms")
	b.ReportMetric(median(others), "ms-briefing")
	b.ReportMetric(median(ratios), "x-briefing")
	b.ReportMetric(1.5, "x-briefing-bar")
}

// BenchmarkFindOverRipgrep finds a word that most of the briefings have with sitrep
// find and with ripgrep, in turn, from the start of the program to its end.
func BenchmarkFindOverRipgrep(b *testing.B) {
	rg, err := exec.LookPath("rg")
	if err != nil {
		b.Skip("there is no ripgrep")
	}
	sitrep := buildProgram(b, "sitrep")
	folder, _ := archived(b)
	for _, word := range []string{"harvest", "ceasefire", "the"} {
		b.Run(word, func(b *testing.B) {
			var times, others []float64
			for b.Loop() {
				times = append(times, wholeRun(b, sitrep, "find", word, folder))
				others = append(others, wholeRun(b, rg, "--no-config", "-i", "-w", "-F", word, folder))
			}
			b.ReportMetric(median(times), "ms")
			b.ReportMetric(median(others), "ms-rg")
		})
	}
}
