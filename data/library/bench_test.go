package library_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/sample"
	"sitrep/data/library"
)

// shown is how many hits of a search are listed while one types.
const shown = 100

// BenchmarkArchive measures a library of 10,000 files, or of SITREP_TEST_FILES. Each figure that has a goal
// is beside it, as "ms-bar" is beside "ms", and beside that of ripgrep, "ms-rg",
// if there is one. No run fails because of a figure.
//
// SITREP_TEST_ARCHIVE names a folder for the files, with their index beside it, which
// stay for the next run. It may hold another archive.
func BenchmarkArchive(b *testing.B) {
	a := newArchive(b)
	b.Run("build", a.build)
	a.warm(b)
	b.Run("open", a.open)
	b.Run("typed", a.typed)
	b.Run("find", a.find)
	b.Run("phrase", a.phrase)
	b.Run("stance", a.stance)
	b.Run("history", a.history)
	b.Run("changed", a.changed)
}

// archive is a folder with many briefings and its index.
type archive struct {
	folder, cache string
	bytes         int64
	library       *library.Library
	sample        briefing.Briefing // one of the middle
}

func newArchive(b *testing.B) *archive {
	b.Helper()
	files := 10_000
	if n, err := strconv.Atoi(os.Getenv("SITREP_TEST_FILES")); err == nil {
		files = n
	}
	folder := os.Getenv("SITREP_TEST_ARCHIVE")
	if folder == "" {
		folder = filepath.Join(b.TempDir(), "archive")
	}
	if _, err := os.Stat(folder); err != nil {
		must(b, os.MkdirAll(folder, 0o755))
		must(b, sample.WriteArchive(files, func(name string, data []byte) error {
			return os.WriteFile(filepath.Join(folder, name), data, 0o644)
		}))
	}
	a := &archive{folder: folder, cache: filepath.Join(folder+".index", "sitrep", "library")}
	a.bytes = size(b, a.folder)
	return a
}

func must(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// size returns how many bytes the files of a folder have.
func size(b *testing.B, folder string) (sum int64) {
	b.Helper()
	must(b, filepath.WalkDir(folder, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		sum += info.Size()
		return err
	}))
	return sum
}

// report reports a figure beside its goal.
func report(b *testing.B, figure, bar float64, unit string) {
	b.Helper()
	b.ReportMetric(figure, unit)
	b.ReportMetric(bar, unit+"-bar")
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// percentile returns the value that so many of a hundred are not above.
func percentile(list []float64, p int) float64 {
	const all = 100
	slices.Sort(list)
	return list[(len(list)-1)*p/all]
}

func (a *archive) opened(b *testing.B, cache string) *library.Library {
	b.Helper()
	l, err := library.Open(a.folder, library.Options{Cache: cache})
	must(b, err)
	return l
}

func update(b *testing.B, l *library.Library) {
	b.Helper()
	_, err := l.Update(context.Background(), func(library.Progress) {})
	must(b, err)
}

// warm brings the index up to date, and opens it.
func (a *archive) warm(b *testing.B) {
	b.Helper()
	a.library = a.opened(b, a.cache)
	update(b, a.library)
	b.Cleanup(func() { _ = a.library.Close() })
	entries, err := a.library.Entries(context.Background(), 0)
	must(b, err)
	doc, err := a.library.Load(entries[len(entries)/2].File)
	must(b, err)
	a.sample = *doc.Briefing
}

// build builds the index where there is none. It is the one of the other benchmarks if
// that is not there.
func (a *archive) build(b *testing.B) {
	var speeds []float64
	var stored int64
	for b.Loop() {
		cache := a.cache
		_, err := os.Stat(cache)
		built := err == nil
		if built {
			cache = b.TempDir()
		}
		resetPeak()
		start := time.Now()
		l := a.opened(b, cache)
		update(b, l)
		must(b, l.Close())
		speeds = append(speeds, float64(a.bytes)/time.Since(start).Seconds()/1e6)
		stored = size(b, cache)
		if built {
			must(b, os.RemoveAll(cache))
		}
	}
	report(b, percentile(speeds, 50), 10, "MB/s")
	report(b, float64(stored)/float64(a.bytes), 1.5, "x-texts")
	if peak := peakMB(); peak > 0 {
		b.ReportMetric(peak, "MB-peak")
	}
}

// resetPeak makes the highest memory use of this process that of now.
func resetPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // there is no figure where this fails
}

// peakMB returns the highest memory use of this process, or 0 where it is not known.
func peakMB() (n float64) {
	text, _ := os.ReadFile("/proc/self/status") // empty where there is none
	if _, line, ok := strings.Cut(string(text), "VmHWM:"); ok {
		_, _ = fmt.Sscan(line, &n)
	}
	return n / 1000
}

// open opens the library with an index that is up to date: "ms-rows" is the time
// until a screen can be filled, "ms" until all files are known to be as the index says.
func (a *archive) open(b *testing.B) {
	const screen = 100
	var rows, known []float64
	files := 0
	for b.Loop() {
		start := time.Now()
		l := a.opened(b, a.cache)
		_, err := l.Entries(context.Background(), screen)
		must(b, err)
		rows = append(rows, milliseconds(time.Since(start)))
		entries, err := l.Entries(context.Background(), 0)
		must(b, err)
		update(b, l)
		known = append(known, milliseconds(time.Since(start)))
		files = len(entries)
		must(b, l.Close())
	}
	report(b, percentile(known, 50), 300, "ms")
	b.ReportMetric(percentile(rows, 50), "ms-rows")
	b.ReportMetric(float64(files), "files")
}

// search returns how long a search takes for so many hits, or for all if most is
// 0, and how many there are. typing says that the last word is not whole.
func (a *archive) search(b *testing.B, expr string, typing bool, most int) (ms float64, hits int) {
	b.Helper()
	start := time.Now()
	q, err := library.Parse(expr, typing)
	must(b, err)
	must(b, a.library.Search(context.Background(), q, func(*library.Hit) bool {
		hits++
		return hits != most
	}))
	return milliseconds(time.Since(start)), hits
}

// typed searches after each letter of some queries.
func (a *archive) typed(b *testing.B) {
	holder := a.sample.Actors[0].Name
	var times []float64
	slowest, worst := "", 0.0
	for b.Loop() {
		for _, expr := range []string{
			"ceasefire", "drone border", strings.ToLower(holder), "the troops", "stance:denies drone", "tag:kursk artillery",
			`"peace talks" embassy`, "zelen said", "statement since:2001", a.rareWord(),
		} {
			for i := range expr {
				if _, err := library.Parse(expr[:i+1], true); err != nil {
					continue // such as a name without a value
				}
				ms, _ := a.search(b, expr[:i+1], true, shown)
				if times = append(times, ms); ms > worst {
					slowest, worst = expr[:i+1], ms
				}
			}
		}
	}
	report(b, percentile(times, 95), 30, "ms-p95")
	b.ReportMetric(percentile(times, 50), "ms-p50")
	b.ReportMetric(percentile(times, 100), "ms-most")
	b.Logf("the slowest was %q", slowest)
}

// rareWord returns the longest word of a source: the longer, the rarer they are.
func (a *archive) rareWord() string {
	words := strings.FieldsFunc(strings.ToLower(a.sample.Sources[1].Text), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.MaxFunc(words, func(v, w string) int { return len(v) - len(w) })
}

// find finds words in all files, and looks for them with ripgrep.
func (a *archive) find(b *testing.B) {
	for _, word := range []struct{ name, word string }{{"rare", a.rareWord()}, {"middling", "ceasefire"}, {"common", "the"}} {
		b.Run(word.name, func(b *testing.B) {
			var first, all, rg []float64
			hits := 0
			for b.Loop() {
				ms, _ := a.search(b, word.word, false, shown)
				first = append(first, ms)
				ms, hits = a.search(b, word.word, false, 0)
				all = append(all, ms)
				rg = append(rg, a.ripgrep(b, word.word))
			}
			b.ReportMetric(percentile(all, 50), "ms")
			b.ReportMetric(percentile(rg, 50), "ms-rg")
			b.ReportMetric(percentile(first, 50), "ms-first-100")
			b.ReportMetric(float64(hits), "hits")
		})
	}
}

// ripgrep returns how long ripgrep takes to print the lines with words, and 0
// where it is not installed.
func (a *archive) ripgrep(b *testing.B, words string) float64 {
	b.Helper()
	rg, err := exec.LookPath("rg")
	if err != nil {
		return 0
	}
	start := time.Now()
	cmd := exec.Command(rg, "--no-config", "-i", "-w", "-n", "-F", words, a.folder)
	cmd.Stdout = io.Discard // through a pipe
	must(b, cmd.Run())
	return milliseconds(time.Since(start))
}

// phrase finds words that follow each other.
func (a *archive) phrase(b *testing.B) {
	for _, phrase := range []struct{ name, words string }{{"rare", "ceasefire agreement"}, {"middling", "troops during"}, {"common", "of the"}} {
		b.Run(phrase.name, func(b *testing.B) {
			var first, all, rg []float64
			hits := 0
			for b.Loop() {
				ms, _ := a.search(b, `"`+phrase.words+`"`, false, shown)
				first = append(first, ms)
				ms, hits = a.search(b, `"`+phrase.words+`"`, false, 0)
				all = append(all, ms)
				rg = append(rg, a.ripgrep(b, phrase.words))
			}
			report(b, percentile(first, 50), 50, "ms-first-100")
			b.ReportMetric(percentile(all, 50), "ms")
			b.ReportMetric(percentile(rg, 50), "ms-rg")
			b.ReportMetric(float64(hits), "hits")
		})
	}
}

// stance finds what actors have denied with words.
func (a *archive) stance(b *testing.B) {
	var times []float64
	deniers := a.deniers()
	hits := 0
	for b.Loop() {
		hits = 0
		for _, word := range []string{"the", "drone", "ceasefire"} {
			for _, name := range deniers {
				ms, n := a.search(b, fmt.Sprintf("%s actor:%q stance:denies", word, name), false, 0)
				times, hits = append(times, ms), hits+n
			}
		}
	}
	report(b, percentile(times, 95), 50, "ms-p95")
	b.ReportMetric(percentile(times, 50), "ms-p50")
	b.ReportMetric(float64(hits)/float64(3*len(deniers)), "hits/query")
}

// deniers returns the names of the actors who deny something in the sample.
func (a *archive) deniers() (names []string) {
	x := briefing.NewIndex(&a.sample)
	for _, q := range a.sample.Questions {
		for _, c := range q.Claims {
			for _, p := range c.Positions {
				if name := x.Actor(p.Holder).Name; p.Stance == briefing.Denies && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// history returns what the actors of a briefing have said in all others.
func (a *archive) history(b *testing.B) {
	var times []float64
	statements := 0
	for b.Loop() {
		statements = 0
		for _, actor := range a.sample.Actors {
			start := time.Now()
			found, err := a.library.Actors(context.Background(), actor.Name)
			must(b, err)
			for _, same := range found {
				list, err := a.library.History(context.Background(), same)
				must(b, err)
				statements += len(list)
			}
			times = append(times, milliseconds(time.Since(start)))
		}
	}
	b.ReportMetric(percentile(times, 50), "ms-p50")
	b.ReportMetric(percentile(times, 95), "ms-p95")
	b.ReportMetric(float64(statements), "statements")
}

// changed writes a file of the folder again and again while it is watched, and
// measures from when it is written until a search finds what is new in it.
func (a *archive) changed(b *testing.B) {
	entries, err := a.library.Entries(context.Background(), 0)
	must(b, err)
	at := slices.IndexFunc(entries, func(e library.Entry) bool { return filepath.Ext(e.File) == ".json" && e.Why == "" })
	path := filepath.Join(a.folder, entries[at].File)
	before, err := os.ReadFile(path)
	must(b, err)
	watch := a.library.Watch()
	var times []float64
	for n := 0; b.Loop(); n++ {
		word := fmt.Sprintf("zqchanged%dx", n)
		must(b, os.WriteFile(path, bytes.Replace(before, []byte(`"gaps":["`), []byte(`"gaps":["`+word+" "), 1), 0o644))
		start := time.Now()
		for hits := 0; hits == 0; _, hits = a.search(b, word, false, 0) {
			names, err := watch.Next()
			must(b, err)
			_, err = a.library.UpdateFiles(context.Background(), names, func(library.Progress) {})
			must(b, err)
		}
		times = append(times, milliseconds(time.Since(start)))
	}
	must(b, watch.Close())
	must(b, os.WriteFile(path, before, 0o644))
	report(b, percentile(times, 50), 100, "ms")
	b.ReportMetric(percentile(times, 95), "ms-p95")
}
