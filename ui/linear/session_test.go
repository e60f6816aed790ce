package linear

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/data"
)

// parse reads a briefing.
func parse(t testing.TB, text []byte) *file.Document {
	t.Helper()
	doc, err := file.Parse(text, "b", nil)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// talk reads a briefing with the given commands, and returns all that is written.
func talk(t testing.TB, doc *file.Document, commands ...string) string {
	t.Helper()
	var out bytes.Buffer
	s := NewSession(&Options{In: strings.NewReader(strings.Join(commands, "\n")), Out: &out, Echo: true, Confined: true})
	s.Read(doc, Source{})
	if err := s.Run(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// sweep are commands that go through everything, and open much of it.
var sweep = func() []string {
	out := []string{"all", "?", "? signs", "? keys", "! ", "all", "b"}
	for _, part := range []string{"1", "2", "3", "4", "5"} {
		out = append(out, part, "all")
		for range 2 {
			out = append(out, "j", "open", "all", "links", "all", "b", ".", "all", "b", "y", "y t", "y m", "y q", "y u", "j", "open", "all", "j", "j", "open", "y", "b", "b", "b", "b")
		}
	}
	return append(out, "2", "v", "all", "4", "v matrix", "all", "v ACH", "all", "j", "j", "j", "I", "X", "s", "all", "v list",
		"// a", "all", "b", "/ a", "n", "N", "F word", "all", "F", "5", "x", "X", "all", "b", "x all", "3", "j", "x", "X", "all", "x all", "5", "open", "j", "V the … a", "y", "V a", "y plain", "complete ", "D", "all", "'")
}()

// isLines reports whether a text is lines of text: no control character but line ends.
func isLines(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029
	})
}

// hostile are texts of somebody who wants the terminal, and texts that are hard to write.
var hostile = []string{
	"\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]52;c;cm0gLXJm\x07", "lone \x1b", "\u009b31m", "\u009d0;t\u009c", "\u0085next", "a\u2028b\u2029c", "bell \a back \b del \x7f nul \x00",
	"over\rwrite", "tab\tstop", "two\nlines", "\u202eevil\u202c", "\u2066iso\u2069", "x" + strings.Repeat("\u0301", 500), "朝鮮民主主義人民共和国", "👨‍👩‍👧‍👦", "[[a]] [[|]] ]] [[",
	" ", "[12] (B)  2024", strings.Repeat("unbreakable", 100),
}

// hostileBriefing has a text in every place for texts.
func hostileBriefing(t testing.TB, text string) *file.Document {
	t.Helper()
	quoted, err := json.Marshal(strings.ToValidUTF8("the a "+text+" word", "?"))
	if err != nil {
		t.Fatal(err)
	}
	const form = `{"format":"briefing/1","id":"b","title":T,"as_of":"2024-06-01","tlp":"GREEN","authors":[T],"bottom_line":T,"gaps":[T],
"judgments":[{"id":"j","text":T,"likelihood":"likely","confidence":"low","because":T,"question":"q","evidence":[{"source":"s","quote":T,"note":T,"locator":T}]}],
"sources":[{"id":"s","title":T,"kind":"article","publisher":T,"credit":T,"place":T,"authors":[T],"url":"https://example.org/a","reliability":"B","reliability_note":T,"text":T,"tags":[T]},{"id":"s2","title":T,"kind":"post","origin":"s","status":"corrected"}],
"actors":[{"id":"a","name":T,"kind":"state","aka":[T],"role":T,"summary":T},{"id":"a2","name":T,"kind":"person","part_of":"a"},{"id":"a3","name":T,"kind":"unnamed"}],
"events":[{"id":"e","title":T,"when":{"date":"2024-05","said":T,"note":T,"alternatives":[{"date":"2024-04","note":T}]},"summary":T,"place":T,"actors":[{"actor":"a","role":T},"a3"],"evidence":[{"source":"s","quote":T}]},{"id":"e2","title":T,"when":"2024-06/..","status":"expected","certainty":"alleged"}],
"questions":[{"id":"q","text":T,"summary":T,"events":["e"],"claims":[{"id":"c","text":T,"figure":{"value":10,"unit":"U"},"positions":[{"holder":"a","stance":"affirms","via":"a3","citing":["s"],"note":T,"evidence":[{"source":"s","quote":T,"prefix":"x"}]},{"holder":"a2","stance":"denies","evidence":[{"source":"s","quote":"nowhere"}]}]},{"id":"c2","text":T,"figure":{"low":1,"high":20,"unit":"U"},"positions":[{"holder":"a2","stance":"affirms"}]}]}]}`
	return parse(t, []byte(replaceTexts(form, string(quoted))))
}

// replaceTexts puts a JSON text in every place that is T in a form.
func replaceTexts(form, text string) string {
	for _, behind := range []string{",", "]", "}"} {
		form = strings.ReplaceAll(form, ":T"+behind, ":"+text+behind)
		form = strings.ReplaceAll(form, "[T"+behind, "["+text+behind)
	}
	return form
}

// TestHostileTexts goes through a briefing with each hostile text in every place: not a
// character that acts on a terminal is written.
func TestHostileTexts(t *testing.T) {
	for _, text := range hostile {
		doc := hostileBriefing(t, text)
		if len(doc.Briefing.Events) != 2 || len(doc.Briefing.Questions) != 1 {
			t.Fatalf("%q was not read", text)
		}
		if got := talk(t, doc, sweep...); !isLines(got) {
			t.Errorf("%q: what is written is not only lines", text)
		} else if strings.Contains(got, "There is no command") {
			t.Errorf("a command of the sweep is none")
		}
	}
}

// TestSweepOfTheBuiltIn goes through the built-in briefing, and a made-up one.
func TestSweepOfTheBuiltIn(t *testing.T) {
	for _, text := range [][]byte{[]byte(data.JSON), sample.JSON(60)} {
		got := talk(t, parse(t, text), sweep...)
		if !isLines(got) {
			t.Error("what is written is not only lines")
		}
		said := strings.NewReplacer("[...] ", "", "[...]", "").Replace(withoutCopies(got))
		for _, no := range []string{"  ", " .\n", " ,", ".,", "..", ". .", ":.", "\n\n\n", "[12]"} {
			if at := strings.Index(said, no); at >= 0 {
				t.Errorf("%q in what is said: …%s…", no, said[max(at-80, 0):min(at+80, len(said))])
			}
		}
	}
}

// withoutCopies returns what is said without what is copied, which is not said in
// sentences, and without what is typed.
func withoutCopies(said string) string {
	var out []string
	copying := false
	for line := range strings.Lines(said) {
		switch {
		case strings.HasPrefix(line, "Copy of the "):
			copying = true
		case strings.HasPrefix(line, "Copy ends."):
			copying = false
		case !copying && !strings.HasPrefix(line, prompt):
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}

// TestNothingWithheldIsSaid marks each item in turn and goes through what may be shown:
// not a word of the item is said.
func TestNothingWithheldIsSaid(t *testing.T) {
	k := sample.NewEveryKey(t, file.WriteSchema)
	for _, item := range k.Items {
		doc, err := file.Parse(k.File(item), "x", nil)
		doc, err = file.RedactLoaded(doc, err, "GREEN")
		if err != nil {
			t.Fatal(err)
		}
		said := talk(t, doc, sweep...)
		for _, word := range item.Words {
			if strings.Contains(said, word) {
				t.Errorf("%s %s is withheld, and %s of it is said", item.Noun, item.ID, word)
				break
			}
		}
	}
}

// TestMarkingComesFirst says the marking before anything of the briefing.
func TestMarkingComesFirst(t *testing.T) {
	if got := talk(t, hostileBriefing(t, "x")); !strings.HasPrefix(got, "TLP:GREEN.\n") {
		t.Errorf("it begins with %q", got[:20])
	}
	got := talk(t, parse(t, []byte(`{"format":"briefing/1","id":"b","title":"B","as_of":"2024"}`)))
	if !strings.HasPrefix(got, "Unmarked.\n") {
		t.Errorf("it begins with %q", got[:20])
	}
}

// FuzzCommands types any lines. There is no panic, and only lines are written.
func FuzzCommands(f *testing.F) {
	for _, line := range sweep {
		f.Add(line + "\nopen\n" + line)
	}
	for _, line := range append(hostile, "go 99999999999999999999", "j -1", "open ../../etc/passwd", "/", "//", ":", ": open", ":4", "????", "F \"", "F (", "p likely, , high", "V …", "V … …", "code X", "export text", "\x1b[A") {
		f.Add("4\nj\n" + line)
	}
	f.Fuzz(func(t *testing.T, lines string) {
		if len(lines) > 300 {
			t.Skip("each line is answered")
		}
		for _, doc := range []*file.Document{parse(t, []byte(data.JSON)), parse(t, []byte(`{"format":"briefing/1","id":"b","title":"B","as_of":"2024"}`))} {
			if got := talk(t, doc, lines); !isLines(got) {
				t.Errorf("%q: what is written is not only lines", lines)
			}
		}
	})
}

// prompts is an output that tells when a prompt has been written.
type prompts struct {
	bytes.Buffer
	shown chan struct{}
}

func (p *prompts) Write(b []byte) (int, error) {
	n, err := p.Buffer.Write(b)
	if bytes.HasSuffix(p.Bytes(), []byte("\n"+prompt)) {
		p.shown <- struct{}{}
	}
	return n, err
}

// TestInterrupts goes on after one interrupt, and quits at the second in a row.
func TestInterrupts(t *testing.T) {
	interrupts := make(chan os.Signal, 1)
	in, typed := io.Pipe()
	out := prompts{shown: make(chan struct{})}
	s := NewSession(&Options{In: in, Out: &out, Interrupts: interrupts})
	s.Read(parse(t, []byte(data.JSON)), Source{})
	ended := make(chan error)
	go func() { ended <- s.Run() }()
	<-out.shown
	interrupts <- os.Interrupt
	<-out.shown
	if _, err := io.WriteString(typed, "4\n"); err != nil {
		t.Fatal(err)
	}
	for range 2 { // an interrupt before the prompt would stop the answer
		<-out.shown
		interrupts <- os.Interrupt
	}
	if err := <-ended; !errors.Is(err, ErrInterrupted) {
		t.Fatal(err)
	}
	if got := out.String(); strings.Count(got, "Press it again to quit") != 2 || !strings.Contains(got, "Claims: 27 claims") {
		t.Errorf("it says\n%s", got)
	}
}

// TestStopped writes nothing of an answer after an interrupt.
func TestStopped(t *testing.T) {
	var out bytes.Buffer
	s := NewSession(&Options{In: strings.NewReader(""), Out: &out})
	s.Read(parse(t, []byte(data.JSON)), Source{})
	s.flush()
	out.Reset()
	s.stopped.Store(true)
	s.list(0, 0)
	s.flush()
	if out.Len() > 0 {
		t.Errorf("it goes on with %q", out.String())
	}
}

// TestFailingOutput ends when nothing can be written any more.
func TestFailingOutput(t *testing.T) {
	s := NewSession(&Options{In: strings.NewReader("j\nj\nj\n"), Out: failing{}})
	s.Read(parse(t, []byte(data.JSON)), Source{})
	if err := s.Run(); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// TestLongLine reads no more of a line than there is room for, and goes on behind it.
func TestLongLine(t *testing.T) {
	got := talk(t, parse(t, []byte(data.JSON)), strings.Repeat("x", 3*maxLine), "4")
	if !strings.Contains(got, "There is no command “xxx") || !strings.Contains(got, "Claims: 27 claims") || len(got) > 2*maxLine {
		t.Errorf("%d bytes are written", len(got))
	}
}
