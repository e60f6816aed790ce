package file

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"sitrep/briefing/clean"
)

// malformed is a file that may be no briefing. One that is wrong for sure has
// to be refused, or to have a problem told of it.
type malformed struct {
	name  string
	text  string
	wrong bool
}

// TestMalformed reads thousands of files that are broken in every way that can
// be thought of, the same ones each time. Each is refused, or read with what is
// wrong told: none brings the reader down, none that is wrong passes for right,
// nothing that is said is unclean, and none costs more memory than its size
// allows.
func TestMalformed(t *testing.T) {
	yaml, json := string(Template()), string(templateJSON(t))
	total := tally{}
	for _, set := range []struct {
		name  string
		files iter.Seq[malformed]
	}{
		{"broken bytes of YAML", brokenBytes(yaml, 17, false)},
		{"broken bytes of JSON", brokenBytes(json, 3, true)},
		{"broken values", brokenValues(t, json)},
		{"no JSON", wrongJSON(json)},
		{"no YAML", wrongYAML()},
		{"other files", otherFiles(yaml)},
		{"shuffled YAML", shuffled(yaml, 1000)},
		{"shuffled JSON", shuffled(json, 1500)},
		{"heavy files", heavyFiles()},
	} {
		t.Run(set.name, func(t *testing.T) {
			part := tally{}
			for file := range set.files {
				part.read(t, file)
			}
			t.Log(part)
			const fewest = 20
			if part.files < fewest {
				t.Errorf("only %d files were read", part.files)
			}
			total.add(part)
		})
	}
	t.Log(total)
	const leastLines = 0.95
	if share := float64(total.lines) / float64(total.refused); share < leastLines {
		t.Errorf("%.1f %% of the refusals name a line", 100*share)
	}
}

// tally is what became of some files.
type tally struct {
	files, wrong    int
	refused, lines  int // not read at all, and of those the ones that name a line
	problems, fine  int // read, with and without problems
	dearest         float64
	dearestFileName string
}

// String returns the tally in a line.
func (n tally) String() string {
	return fmt.Sprintf("%d files, %d of them wrong for sure: %d refused (%d with a line), %d with problems, %d without; at most %.0f bytes of memory for a byte (%s)",
		n.files, n.wrong, n.refused, n.lines, n.problems, n.fine, n.dearest, n.dearestFileName)
}

func (n *tally) add(m tally) {
	n.files, n.wrong, n.refused, n.lines = n.files+m.files, n.wrong+m.wrong, n.refused+m.refused, n.lines+m.lines
	n.problems, n.fine = n.problems+m.problems, n.fine+m.fine
	if m.dearest > n.dearest {
		n.dearest, n.dearestFileName = m.dearest, m.dearestFileName
	}
}

// What reading a file may allocate in all: so much, and so much for a byte.
// That is a bound on the work that does not depend on the machine.
const (
	workForAFile = 1 << 20
	workForAByte = 2000
)

// read reads a file and checks what became of it.
func (n *tally) read(t *testing.T, file malformed) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Fatalf("%s: panic: %v\n%.2000q", file.name, r, file.text)
		}
	}()
	data := []byte(file.text)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	doc, err := Parse(data, "x", nil)
	runtime.ReadMemStats(&after)
	n.files++
	if strings.HasPrefix(strings.TrimLeft(file.text, " \t\r\n"), "{") && !json.Valid(data) {
		file.wrong = true
	}
	if file.wrong {
		n.wrong++
	}
	work := float64(after.TotalAlloc-before.TotalAlloc) - workForAFile
	if dear := work / float64(len(data)+1); dear > n.dearest {
		n.dearest, n.dearestFileName = dear, file.name
	}
	if work > workForAByte*float64(len(data)) {
		t.Errorf("%s: %.0f MB for %d bytes", file.name, work/(1<<20), len(data))
	}
	switch {
	case err != nil:
		n.refusal(t, file, err)
	case len(doc.Problems) > 0:
		n.problems++
		checkClean(t, doc)
	case file.wrong:
		t.Errorf("%s: nothing is said of it\n%.2000q", file.name, file.text)
	default:
		n.fine++
		checkClean(t, doc)
	}
}

func (n *tally) refusal(t *testing.T, file malformed, err error) {
	t.Helper()
	n.refused++
	var refused *LoadError
	if !errors.As(err, &refused) {
		t.Fatalf("%s: refused with %T: %v", file.name, err, err)
	}
	p := refused.Problem
	for _, said := range []string{err.Error(), p.Hint} {
		if said != clean.Line(said) || said == "" {
			t.Errorf("%s: it is said %+q", file.name, said)
		}
	}
	if FindCode(LoadCodes, p.Code).Code == "" {
		t.Errorf("%s: the code %q is not explained", file.name, p.Code)
	}
	if p.Pos.Line > 0 && int(p.Pos.Line) <= strings.Count(file.text, "\n")+1 {
		n.lines++
	}
}

// templateJSON returns the template of a briefing, which has every key, as JSON.
func templateJSON(tb testing.TB) []byte {
	tb.Helper()
	doc, err := Parse(Template(), "template", nil)
	if err != nil || len(doc.Problems) > 0 {
		tb.Fatal(doc, err)
	}
	return jsonOf(tb, doc.Briefing)
}

// neverAllowed are characters and bytes that no text may hold, wherever they
// stand.
var neverAllowed = map[string]string{
	"NUL": "\x00", "escape": "\x1b", "bell": "\x07", "byte ff": "\xff", "overlong": "\xc0\x80", "surrogate": "\xed\xa0\x80",
	"half a character": "\xe2\x82", "beyond Unicode": "\xf4\x90\x80\x80", "8-bit CSI": "\x9b",
}

// inserted may be wrong where they are put, or not.
var inserted = []string{
	"\u009b", "\x7f", "\u0085", "\u2028", "\ufeff", "\u202e", "\r", "\n", "\t", " ", `"`, "'", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", " #",
	"&a ", "*a", "!a ", "<<: ", "|", ">", "%", "@", "`", "? ", "---\n", "\n---\n", "...\n", "\\", "/", "0", "e", "\U0001f468\u200d",
}

// brokenBytes cuts a text off at every byte, turns every byte, and puts what
// does not belong into every place; every so many bytes, where that is many.
func brokenBytes(text string, every int, isJSON bool) iter.Seq[malformed] {
	return func(yield func(malformed) bool) {
		for i := range len(text) {
			if isJSON || i%every == 0 {
				rest := strings.TrimSpace(text[i:])
				if !yield(malformed{fmt.Sprintf("cut off at %d", i), text[:i], isJSON && rest != ""}) {
					return
				}
			}
			if i%every != 0 {
				continue
			}
			turned := []byte(text)
			turned[i] |= 0x80
			if !yield(malformed{fmt.Sprintf("byte %d turned", i), string(turned), text[i] < 0x80}) {
				return
			}
			if !insertions(text, i, i/every, yield) {
				return
			}
		}
	}
}

// insertions puts one of what is never allowed, and one of what may be wrong,
// into a text.
func insertions(text string, at, turn int, yield func(malformed) bool) bool {
	names := sortedNames(neverAllowed)
	name := names[turn%len(names)]
	if !yield(malformed{fmt.Sprintf("%s at %d", name, at), text[:at] + neverAllowed[name] + text[at:], true}) {
		return false
	}
	put := inserted[turn%len(inserted)]
	return yield(malformed{fmt.Sprintf("%q at %d", put, at), text[:at] + put + text[at:], false})
}

// shuffled makes so many texts out of one: parts are taken out, doubled, moved
// and overwritten.
func shuffled(text string, count uint64) iter.Seq[malformed] {
	const most = 400 // bytes of a part
	return func(yield func(malformed) bool) {
		for n := range count {
			r := rand.New(rand.NewPCG(6, n))
			out := text
			for range 1 + r.IntN(4) {
				from := r.IntN(len(out))
				to := min(from+r.IntN(most), len(out))
				at := r.IntN(len(out))
				switch r.IntN(4) {
				case 0:
					out = out[:from] + out[to:] + " "
				case 1:
					out = out[:at] + out[from:to] + out[at:]
				case 2:
					out = out[:to] + strings.Repeat(out[from:to], 3) + out[to:]
				default:
					out = out[:at] + inserted[r.IntN(len(inserted))] + out[at:]
				}
			}
			if !yield(malformed{fmt.Sprintf("shuffle %d", n), out, false}) {
				return
			}
		}
	}
}

// brokenValues puts values of other kinds under every key, renames the key,
// doubles it and takes it away.
func brokenValues(t *testing.T, text string) iter.Seq[malformed] {
	var tree any
	if err := json.Unmarshal([]byte(text), &tree); err != nil {
		t.Fatal(err)
	}
	return func(yield func(malformed) bool) {
		written := func(name string, wrong bool) bool {
			data, err := json.Marshal(tree)
			if err != nil {
				t.Fatal(err)
			}
			return yield(malformed{name, string(data), wrong})
		}
		breakValue(tree, "", func(any) {}, written)
	}
}

// others are values to put in the place of others; those that are wrong in any
// place are marked.
var others = []struct {
	value any
	wrong bool
}{
	{nil, false}, {true, false}, {7, false}, {-1e300, false}, {"", false}, {"x", false}, {"[[x]] \x1b[31m\u202e", false}, {[]any{}, false},
	{[]any{[]any{"x"}}, true}, {map[string]any{"Z z": 1}, true}, {[]any{map[string]any{"zz": []any{}}}, true}, {strings.Repeat("x", 5000), false},
}

// breakValue breaks a value and all below it, one thing at a time; set puts
// another value in its place.
func breakValue(v any, path string, set func(any), written func(name string, wrong bool) bool) bool {
	if path != "" {
		for i, other := range others {
			set(other.value)
			if !written(fmt.Sprintf("%s: other value %d", path, i), other.wrong) {
				return false
			}
		}
		set(v)
	}
	switch v := v.(type) {
	case map[string]any:
		for _, key := range sortedKeys(v) {
			kid := v[key]
			put := func(other any) { v[key] = other }
			if !breakKey(v, key, path, written) || !breakValue(kid, path+"/"+key, put, written) {
				return false
			}
		}
	case []any:
		for i, kid := range v {
			put := func(other any) { v[i] = other }
			if !breakValue(kid, fmt.Sprintf("%s/%d", path, i), put, written) {
				return false
			}
		}
	}
	return true
}

// breakKey takes a key away, and puts its value under others like it.
func breakKey(in map[string]any, key, path string, written func(name string, wrong bool) bool) bool {
	value := in[key]
	delete(in, key)
	if !written(path+"/"+key+": taken away", false) {
		return false
	}
	for _, other := range []string{strings.ToUpper(key), key + "s_", key + " ", "\ufeff" + key, key + "\x00", "<<", ""} {
		in[other] = value
		wrong := clean.Line(other) != key // white space around a key is not part of it
		if !written(fmt.Sprintf("%s/%s: called %q", path, key, other), wrong) {
			return false
		}
		delete(in, other)
	}
	in[key] = value
	return true
}
