package export

import (
	"bufio"
	"encoding/json"
	"io"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/file"
	generated "sitrep/briefing/sample"
)

// BenchmarkOverPlain reads a briefing of JSON and writes it as text, in turn with two
// programs that read the same bytes and print every string on a line of its own: one
// with package file, so with all its checks, and one with encoding/json alone.
// x-plain and x-json are the medians of the time that the export takes over those of
// the two. Package cli compares whole processes.
func BenchmarkOverPlain(b *testing.B) {
	data := generated.JSON(generated.Full)
	var plain, bare []float64
	for b.Loop() {
		text := elapsed(b, func() error {
			doc, err := file.Parse(data, "generated", nil)
			if err != nil {
				return err
			}
			_, err = Formats[0].Write(io.Discard, &Request{Index: briefing.NewIndex(doc.Briefing), Width: 80})
			return err
		})
		plain = append(plain, text/elapsed(b, func() error {
			doc, err := file.Parse(data, "generated", nil)
			if err != nil {
				return err
			}
			return printStrings(doc.Briefing)
		}))
		bare = append(bare, text/elapsed(b, func() error {
			var made generated.Briefing
			if err := json.Unmarshal(data, &made); err != nil {
				return err
			}
			return printStrings(made)
		}))
	}
	slices.Sort(plain)
	slices.Sort(bare)
	b.ReportMetric(plain[len(plain)/2], "x-plain")
	b.ReportMetric(bare[len(bare)/2], "x-json")
	b.ReportMetric(0, "ns/op")
}

// elapsed returns how long work takes, without collecting earlier garbage.
func elapsed(b *testing.B, work func() error) float64 {
	b.Helper()
	runtime.GC()
	start := time.Now()
	if err := work(); err != nil {
		b.Fatal(err)
	}
	return float64(time.Since(start))
}

// printStrings prints every string of a value on a line of its own, in the order in
// which the value has them.
func printStrings(v any) error {
	w := bufio.NewWriterSize(io.Discard, streamBuffer)
	var each func(v reflect.Value)
	each = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			_, _ = w.WriteString(v.String())
			_ = w.WriteByte('\n')
		case reflect.Struct:
			for i := range v.NumField() {
				each(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				each(v.Index(i))
			}
		case reflect.Pointer:
			if !v.IsNil() {
				each(v.Elem())
			}
		}
	}
	each(reflect.ValueOf(v))
	return w.Flush()
}
