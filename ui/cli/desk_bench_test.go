//go:build unix

package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep/data/desk"
)

// BenchmarkPublishToScreen measures the time from the start of a publish until the
// version is on the screen of a reader that follows the desk, in milliseconds.
func BenchmarkPublishToScreen(b *testing.B) {
	n, err := newNATS(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer n.stop()
	work := b.TempDir()
	config := filepath.Join(work, "config.yaml")
	if err := os.WriteFile(config, fmt.Appendf(nil, "desks: {ops: {servers: %q}}", n.ClientURL()), 0o600); err != nil {
		b.Fatal(err)
	}
	b.Setenv("SITREP_CONFIG", config)
	b.Setenv("XDG_DATA_HOME", work)
	b.Setenv("XDG_CACHE_HOME", work)
	l := startLive(b, buildProgram(b, "sitrep"), "desk:ops")
	defer l.kill()
	l.until("desk: connected")
	d, err := desk.Dial(b.Context(), desk.Config{Name: "ops", Servers: []string{n.ClientURL()}})
	l.must(err)
	defer d.Close()
	var times, published []float64
	for version := 1; b.Loop(); version++ {
		title := strings.Repeat(string(rune('A'+version%26)), 12) // no letter as before: what stays is not written again
		text := strings.Replace(small, "The harbour bridge", title, 1)
		text = strings.Replace(text, "id: ", fmt.Sprintf("version: %d\ntlp: GREEN\nid: ", version), 1)
		path := filepath.Join(work, "b.yaml")
		l.must(os.WriteFile(path, []byte(text), 0o600))
		l.settle(afterKey)
		l.out = nil
		start := time.Now()
		_, err := d.Publish(b.Context(), path)
		published = append(published, milliseconds(time.Since(start)))
		l.must(err)
		times = append(times, milliseconds(l.until(title).Sub(start)))
	}
	const most = 95
	b.ReportMetric(median(published), "ms-publish")
	b.ReportMetric(median(times), "ms")
	b.ReportMetric(percentile(times, most), "ms-p95")
}
