package desk_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/data/desk"
	"sitrep/data/library"
)

// reader is a reader of a desk: it follows, and keeps an index up to date.
type reader struct {
	*following
	index *library.Library
}

func read(b *testing.B, c desk.Config) *reader {
	b.Helper()
	check(b, os.MkdirAll(c.Folder, 0o700))
	l, err := library.Open(c.Folder, library.Options{Cache: filepath.Join(b.TempDir(), "cache")})
	check(b, err)
	w := l.Watch()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			names, err := w.Next()
			if err != nil {
				return
			}
			if _, err := l.UpdateFiles(context.Background(), names, func(library.Progress) {}); err != nil {
				b.Error(err)
			}
		}
	}()
	b.Cleanup(func() {
		_ = w.Close()
		<-ended
		_ = l.Close()
	})
	return &reader{follow(b, c), l}
}

// BenchmarkArrival measures the time from publishing a version until another reader has
// it as a row. "ms-bar" is the goal for "ms-p95". No run fails because of a figure.
func BenchmarkArrival(b *testing.B) {
	s := useServers(b)
	writer := follow(b, s.config("red"))
	writer.until("ready", ready)
	d, err := desk.Dial(context.Background(), writer.config)
	check(b, err)
	defer d.Close()
	r := read(b, s.config("red2"))
	r.until("ready", ready)
	paths := make([]string, 20)
	for i := range paths {
		paths[i] = filepath.Join(b.TempDir(), "b.yaml")
	}
	const briefings, versions = 20, 10
	var all []float64
	for i := range briefings * versions {
		path := paths[i%briefings]
		check(b, os.WriteFile(path, []byte(text(fmt.Sprintf("b%d", i%briefings), 1+i/briefings, "GREEN", "A line.")), 0o600))
		start := time.Now()
		done, err := d.Publish(context.Background(), path)
		check(b, err)
		for {
			if _, ok, err := r.index.Entry(context.Background(), named(done)); err != nil {
				b.Fatal(err)
			} else if ok {
				break
			}
			time.Sleep(500 * time.Microsecond)
		}
		all = append(all, float64(time.Since(start))/float64(time.Millisecond))
	}
	slices.Sort(all)
	b.ReportMetric(all[len(all)/2], "ms-p50")
	b.ReportMetric(all[len(all)*95/100], "ms-p95")
	b.ReportMetric(50, "ms-bar")
}

// BenchmarkFromNothing follows 10,000 versions, or SITREP_TEST_FILES, and indexes them.
// "x-folder" is its speed as a part of that of indexing a folder with the same files,
// and has a goal; "x-folder-cpu" is that by the time of processors, with that of the
// three servers, which other programs disturb less. No run fails because of a figure.
func BenchmarkFromNothing(b *testing.B) {
	s := useServers(b)
	files := times("SITREP_TEST_FILES", 10_000)
	folder := filepath.Join(b.TempDir(), "folder")
	check(b, os.MkdirAll(folder, 0o700))
	names, bytes := s.fill(b, folder, files)
	var ratios, work, speeds []float64
	for b.Loop() {
		start, before := time.Now(), cpu()
		l, err := library.Open(folder, library.Options{Cache: filepath.Join(b.TempDir(), "cache")})
		check(b, err)
		_, err = l.Update(context.Background(), func(library.Progress) {})
		check(b, err)
		alone, aloneCPU := time.Since(start), cpu()-before
		want, err := l.Count(context.Background())
		check(b, err)
		check(b, l.Close())

		start, before = time.Now(), cpu()
		r := read(b, s.config("red2"))
		for {
			if n, err := r.index.Count(context.Background()); err != nil {
				b.Fatal(err)
			} else if n == want {
				break
			}
			time.Sleep(20 * time.Millisecond)
		}
		followed, followedCPU := time.Since(start), cpu()-before
		r.until("ready", ready)
		r.stop()
		ratios = append(ratios, alone.Seconds()/followed.Seconds())
		work = append(work, aloneCPU.Seconds()/followedCPU.Seconds())
		speeds = append(speeds, float64(bytes)/followed.Seconds()/1e6)
	}
	slices.Sort(ratios)
	slices.Sort(work)
	slices.Sort(speeds)
	b.ReportMetric(float64(len(names)), "files")
	b.ReportMetric(speeds[len(speeds)/2], "MB/s")
	b.ReportMetric(ratios[len(ratios)/2], "x-folder")
	b.ReportMetric(0.8, "x-folder-bar")
	b.ReportMetric(work[len(work)/2], "x-folder-cpu")
}

// fill publishes so many versions, and writes the same ones to files of a folder, whose
// names it returns, with the bytes of all.
func (s *servers) fill(b *testing.B, folder string, files int) (names []string, bytes int64) {
	b.Helper()
	nc := s.connect("red")
	js, err := jetstream.New(nc, jetstream.WithPublishAsyncMaxPending(256))
	check(b, err)
	check(b, sample.WriteArchive(files, func(name string, data []byte) error {
		doc, err := file.Parse(data, name, nil)
		if err != nil || doc.Briefing.TLP == "" || !briefing.TLPs.Has(doc.Briefing.Banner()) {
			return nil // it cannot be published
		}
		bytes += int64(len(data))
		m := nats.NewMsg(strings.Join([]string{"briefings", library.Token(doc.Briefing.Banner()), s.desk, doc.Briefing.ID}, "."))
		m.Data = data
		if strings.HasSuffix(name, ".json") {
			m.Header.Set("Sitrep-Format", "json")
		}
		if _, err := js.PublishMsgAsync(m); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(folder, name), data, 0o600)
	}))
	<-js.PublishAsyncComplete()
	names, err = library.Files(folder)
	check(b, err)
	if got := s.count(); got != len(names) {
		b.Fatalf("%d messages for %d files", got, len(names))
	}
	return names, bytes
}
