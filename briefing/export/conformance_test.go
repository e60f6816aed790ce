package export

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

var update = flag.Bool("update", false, "write the files in testdata anew")

// output is a format with a request: all of the briefing, or one part if the
// format holds one part at a time.
type output struct {
	name string
	Format
	only []briefing.Part
}

// outputs returns all formats with all requests that they need.
func outputs(t testing.TB) []output {
	t.Helper()
	var out []output
	for _, f := range Formats {
		_, err := f.Write(io.Discard, &Request{Index: sample(t)})
		if !errors.Is(err, ErrOnePart) {
			out = append(out, output{f.Name, f, nil})
			continue
		}
		for _, p := range briefing.Parts {
			if _, err := f.Write(io.Discard, &Request{Index: sample(t), Only: []briefing.Part{p.Part}}); !errors.Is(err, ErrOnePart) {
				out = append(out, output{f.Name + "-" + string(p.Part), f, []briefing.Part{p.Part}})
			}
		}
	}
	return out
}

var loadSample = sync.OnceValues(func() (*file.Document, error) {
	return file.Load(filepath.Join("testdata", "sample.yaml"))
})

// sampleBriefing returns the briefing of testdata/sample.yaml, a copy for each
// call.
func sampleBriefing(t testing.TB) *briefing.Briefing {
	t.Helper()
	doc, err := loadSample()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Problems {
		if p.Severity == file.Error {
			t.Fatal(p)
		}
	}
	b := *doc.Briefing
	unshare(reflect.ValueOf(&b).Elem())
	return &b
}

// unshare copies every list below v.
func unshare(v reflect.Value) {
	switch {
	case v.Type() == reflect.TypeFor[edtf.Date]():
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			unshare(v.Field(i))
		}
	case v.Kind() == reflect.Slice && v.Len() > 0:
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(list, v)
		v.Set(list)
		for i := range v.Len() {
			unshare(v.Index(i))
		}
	}
}

func sample(t testing.TB) *briefing.Index {
	t.Helper()
	return briefing.NewIndex(sampleBriefing(t))
}

// written returns the output of a format for a request.
func written(t testing.TB, f Format, r *Request) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := f.Write(&b, r); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.String()
}

// checkGolden compares a text with that in a file, which it writes with -update.
func checkGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what is written %s; if that is meant, run the test with -update", path, firstDifference(got, string(want)))
	}
}

func TestGolden(t *testing.T) {
	for _, o := range outputs(t) {
		t.Run(o.name, func(t *testing.T) {
			got := written(t, o.Format, &Request{Index: sample(t), Only: o.only, Width: 80})
			checkGolden(t, filepath.Join("testdata", "sample-"+o.name+o.Extension), got)
		})
	}
}

// firstDifference shows where two texts differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "in the line\n" + g[i] + "\nnot\n" + w[i]
		}
	}
	return "in its length"
}

// TestSampleHasEverything fails when a field is added that the sample does not
// use.
func TestSampleHasEverything(t *testing.T) {
	set := map[string]bool{}
	fieldsOf(reflect.ValueOf(sampleBriefing(t)).Elem(), "Briefing", set)
	for field, isSet := range set {
		if !isSet && !strings.Contains(field, "Pos.") && !strings.HasSuffix(field, ".MadeID") && field != "Position.Number" {
			t.Errorf("no %s in the sample", field)
		}
	}
}

// fieldsOf records for every field below v whether it has a value anywhere.
func fieldsOf(v reflect.Value, path string, set map[string]bool) {
	switch {
	case v.Type() == reflect.TypeFor[edtf.Date]():
		set[path] = set[path] || !v.IsZero()
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fieldsOf(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, set)
		}
	case v.Kind() == reflect.Slice:
		set[path] = set[path] || v.Len() > 0
		for i := range v.Len() {
			fieldsOf(v.Index(i), path, set)
		}
	default:
		set[path] = set[path] || !v.IsZero()
	}
}

func TestFormatsAreClean(t *testing.T) {
	briefings := map[string]*briefing.Index{"the sample": sample(t), "a bare briefing": bare(t)}
	for _, text := range append(hostileTexts, strings.Join(hostileTexts, " ")) {
		briefings["hostile "+strconv.Quote(text)] = hostile(t, text)
	}
	for _, o := range outputs(t) {
		for name, x := range briefings {
			got := written(t, o.Format, &Request{Index: x, Only: o.only})
			if !utf8.ValidString(got) {
				t.Errorf("%s of %s is not UTF-8", o.name, name)
			}
			if !strings.HasSuffix(got, "\n") {
				t.Errorf("%s of %s has no line feed at its end", o.name, name)
			}
			if i := strings.IndexFunc(strings.ReplaceAll(got, "\r\n", "\n"), forbidden); i >= 0 {
				t.Errorf("%s of %s has a control character at %d", o.name, name, i)
			}
		}
	}
}

// forbidden reports whether r is a control or bidirectional character.
func forbidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// bare returns a briefing with only the required fields.
func bare(t testing.TB) *briefing.Index {
	t.Helper()
	asOf, err := edtf.Parse("2031")
	if err != nil {
		t.Fatal(err)
	}
	return briefing.NewIndex(&briefing.Briefing{ID: "bare", Title: "Bare", AsOf: asOf, Language: "en"})
}

func TestSameBytesTwice(t *testing.T) {
	for _, o := range outputs(t) {
		x := sample(t)
		first := written(t, o.Format, &Request{Index: x, Only: o.only})
		if again := written(t, o.Format, &Request{Index: x, Only: o.only}); again != first {
			t.Errorf("%s: the same index gives other bytes %s", o.name, firstDifference(again, first))
		}
		if again := written(t, o.Format, &Request{Index: sample(t), Only: o.only}); again != first {
			t.Errorf("%s: the same briefing gives other bytes %s", o.name, firstDifference(again, first))
		}
	}
}

var errFull = errors.New("no space left")

// fullWriter accepts room bytes and then fails.
type fullWriter struct{ room int }

func (w *fullWriter) Write(p []byte) (int, error) {
	if len(p) > w.room {
		n := w.room
		w.room = 0
		return n, errFull
	}
	w.room -= len(p)
	return len(p), nil
}

func TestWriteErrorsAreReturned(t *testing.T) {
	for _, o := range outputs(t) {
		whole := len(written(t, o.Format, &Request{Index: sample(t), Only: o.only}))
		for _, room := range []int{0, 1, whole / 2, whole - 1} {
			_, err := o.Write(&fullWriter{room}, &Request{Index: sample(t), Only: o.only})
			if !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d of %d bytes: %v", o.name, room, whole, err)
			}
		}
	}
}

func TestLossesAreCounted(t *testing.T) {
	for _, o := range outputs(t) {
		losses, err := o.Write(io.Discard, &Request{Index: sample(t), Only: o.only})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, l := range losses {
			if l.Count < 1 || l.Field == "" || seen[l.Field] {
				t.Errorf("%s: bad loss %+v", o.name, l)
			}
			seen[l.Field] = true
		}
		none, err := o.Write(io.Discard, &Request{Index: bare(t), Only: o.only})
		if err != nil || len(none) > 0 {
			t.Errorf("%s: an empty briefing loses %v (%v)", o.name, none, err)
		}
	}
}

// TestKeepIsHonoured tests that only the requested event is written.
func TestKeepIsHonoured(t *testing.T) {
	for _, o := range outputs(t) {
		if o.only == nil || o.only[0] == briefing.PartTimeline {
			got := written(t, o.Format, &Request{Index: sample(t), Only: []briefing.Part{briefing.PartTimeline}, Keep: func(r briefing.Ref) bool {
				return r == briefing.Ref{Kind: briefing.KindEvent, ID: "regatta"}
			}})
			if strings.Contains(got, "The minister calls") {
				t.Errorf("%s holds an event that is not kept", o.name)
			}
			if strings.Contains(got, "Aldis is a port") {
				t.Errorf("%s holds a claim where only the timeline was asked for", o.name)
			}
		}
		second := briefing.Ref{Kind: briefing.KindGap, ID: "2"}
		r := &Request{Index: sample(t), Only: o.only, Keep: func(r briefing.Ref) bool { return r == second }}
		got := written(t, o.Format, r)
		if strings.Contains(got, "Who gave the order") {
			t.Errorf("%s holds a gap that is not kept", o.name)
		}
		losses, err := o.Write(io.Discard, r)
		if err != nil {
			t.Fatal(err)
		}
		lost := slices.Contains(losses, Loss{"gap", 1})
		if holds := strings.Contains(got, "Whether the insurers"); holds == lost && o.only == nil {
			t.Errorf("%s holds the gap that is kept: %v; it says that one is lost: %v", o.name, holds, lost)
		}
	}
}

// TestKeepIsHonouredForGaps requests the second of two gaps. The first must be
// neither written nor counted as lost.
func TestKeepIsHonouredForGaps(t *testing.T) {
	x := sample(t)
	first := briefing.PlainText(x.Briefing.Gaps[0])
	for _, o := range outputs(t) {
		var b bytes.Buffer
		losses, err := o.Write(&b, &Request{Index: x, Only: o.only, Keep: func(r briefing.Ref) bool {
			return r == briefing.Ref{Kind: briefing.KindGap, ID: "2"}
		}})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), first) {
			t.Errorf("%s holds a gap that is not kept", o.name)
		}
		if list := losses.String(); strings.Contains(list, "gap (") && !strings.Contains(list, "gap (1)") {
			t.Errorf("%s loses %s", o.name, list)
		}
	}
}

// TestPartsSayThatTheyAreParts tests that a part of a briefing says so, or is
// counted as lost, and that a whole briefing does not.
func TestPartsSayThatTheyAreParts(t *testing.T) {
	x := sample(t)
	some := func(r briefing.Ref) bool { return len(r.ID)%2 == 0 }
	for _, o := range outputs(t) {
		for _, test := range []struct {
			request Request
			want    []string
		}{
			{Request{}, nil},
			{Request{Only: []briefing.Part{briefing.PartBrief, briefing.PartTimeline, briefing.PartActors, briefing.PartClaims, briefing.PartSources}}, nil},
			{Request{Keep: some, Where: "boat"}, []string{"filtered by boat"}},
			{Request{Keep: some}, []string{"filtered"}},
			{Request{Only: []briefing.Part{briefing.PartClaims, briefing.PartTimeline}}, []string{"only timeline, claims"}},
			{Request{Only: []briefing.Part{briefing.PartClaims, briefing.PartTimeline}, Keep: some, Where: "boat"}, []string{"only timeline, claims", "filtered by boat"}},
		} {
			r := test.request
			r.Index = x
			if o.only != nil && r.Only != nil {
				continue // its form says that it is one part
			}
			if o.only != nil {
				r.Only = o.only
			}
			var b bytes.Buffer
			losses, err := o.Write(&b, &r)
			if err != nil {
				t.Fatal(err)
			}
			said := strings.ReplaceAll(b.String(), "\r\n ", "") + losses.String()
			said = strings.Join(strings.Fields(strings.ReplaceAll(said, `\,`, ",")), " ")
			for _, want := range test.want {
				if !strings.Contains(said, want) {
					t.Errorf("%s does not say that it is %s", o.name, want)
				}
			}
			if test.want == nil && (strings.Contains(said, "only timeline") || strings.Contains(said, "filtered")) {
				t.Errorf("%s says that it is a part, and is none", o.name)
			}
		}
	}
}
