package terminal

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// terminalInput is a filter with a clock of its own.
type terminalInput struct {
	inputFilter
	now    time.Time
	pastes []string
}

func newTerminalInput() *terminalInput {
	in := &terminalInput{now: time.Unix(0, 0)}
	in.inputFilter.pasted = func(text string) { in.pastes = append(in.pastes, text) }
	return in
}

// rest lets time pass as the keyboard does: it wakes when the filter asks.
func (in *terminalInput) rest(d time.Duration) {
	end := in.now.Add(d)
	for !in.deadline.IsZero() && !in.deadline.After(end) {
		in.now = in.deadline
		in.expire(in.now)
	}
	in.now = end
}

// read is what has gone on since, in reads that have room for so many bytes.
func (in *terminalInput) read(room int) string {
	var out strings.Builder
	for p := make([]byte, room); ; {
		n := in.take(p)
		if n == 0 {
			return out.String()
		}
		out.Write(p[:n])
	}
}

// give feeds chunks, with a rest after each that is given as its length in
// milliseconds, and returns what went on.
func (in *terminalInput) give(input ...any) string {
	for _, i := range input {
		switch i := i.(type) {
		case string:
			in.feed([]byte(i), in.now)
		case int:
			in.rest(time.Duration(i) * time.Millisecond)
		}
	}
	return in.read(64)
}

const emptyPaste = pasteStart + pasteEnd

func TestInputFilter(t *testing.T) {
	const background = "\x1b]11;rgb:ee/ee/ee\a"
	for name, c := range map[string]struct {
		in     []any
		want   string
		pastes []string
	}{
		"keys":                       {[]any{"jé€😀q\t\r\x7f"}, "jé€😀q\t\r\x7f", nil},
		"a key in two":               {[]any{"\xe2", 60, "\x82\xac"}, "€", nil},
		"half a key":                 {[]any{"\xf0\x9f\x91", 1000, "j"}, "j", nil},
		"half a key, then another":   {[]any{"\xf0\x9f", "\xc3\xa9\xe2", "j"}, "éj", nil},
		"half a key with alt":        {[]any{"\x1b\x1b\xc3", "jé"}, escKey + "jé", nil},
		"no key":                     {[]any{"\x80\xbf\xff\xc0j"}, "j", nil},
		"esc":                        {[]any{"\x1b", 49}, "", nil},
		"esc, waited for":            {[]any{"\x1b", 50}, escKey, nil},
		"esc twice":                  {[]any{"\x1b\x1b", 50}, escKey + escKey, nil},
		"esc three times":            {[]any{"\x1b\x1b\x1b", 50}, escKey + escKey + escKey, nil},
		"esc, then keys":             {[]any{"\x1b", 60, "]", 1, "1"}, escKey + "]1", nil},
		"esc, ctrl-c":                {[]any{"\x1b\x03"}, escKey + "\x03", nil},
		"alt":                        {[]any{"\x1bx\x1bé\x1b\r"}, "\x1bx\x1bé\x1b\r", nil},
		"arrows":                     {[]any{"\x1b[A\x1bOB\x1b[1;3C\x1b\x1b[D"}, "\x1b[A\x1bOB\x1b[1;3C\x1b\x1b[D", nil},
		"an arrow in two":            {[]any{"\x1b[", 500, "A", "\x1bO", 500, "B"}, "\x1b[A\x1bOB", nil},
		"a function key of Linux":    {[]any{"\x1b[[", 60, "B"}, "\x1b[12~", nil},
		"none of Linux":              {[]any{"\x1b[[xj\x1b[[\x03"}, "j\x03", nil},
		"an old mouse":               {[]any{"\x1b[M", 60, " !!j"}, "\x1b[M !!j", nil},
		"half an old mouse":          {[]any{"\x1b[M !", "\x03"}, "\x03", nil},
		"an answer":                  {[]any{background + "j"}, background + "j", nil},
		"an answer in three":         {[]any{"\x1b]11;rgb:ee", 500, "/ee/ee\x1b", 500, "\\j"}, background + "j", nil},
		"an answer behind esc":       {[]any{"\x1b" + background}, escKey + background, nil},
		"a late rest":                {[]any{"\x1b", 500, "]11;rgb:ee/ee/ee\aj"}, escKey + background + "j", nil},
		"half an answer":             {[]any{"\x1b]11;rgb:ee", 1000, "j"}, "j", nil},
		"half an answer, ctrl-c":     {[]any{"\x1b]11;rgb:ee\x03\x1b[?2026;2\x03"}, "\x03\x03", nil},
		"half an answer, an arrow":   {[]any{"\x1b]11;rgb:ee\x1b[A"}, "\x1b[A", nil},
		"in 8 bits":                  {[]any{"\x9d11;rgb:ee/ee/ee\x9c\x9b?2026;2$yj"}, background + "\x1b[?2026;2$yj", nil},
		"a title in UTF-8":           {[]any{"\x1b]lone “word”\aj"}, "j", nil},
		"nobody asked for it":        {[]any{"\x1bP>|term\x1b\\\x1b_Gi=1;OK\x1b\\\x1b^x\x1b\\\x1bXx\x1b\\j"}, "j", nil},
		"no key is in it":            {[]any{"\x1b[1$2yj\x1b[1;2Mj\x1b[" + strings.Repeat("1;", 32) + "1cj"}, "jjj", nil},
		"too long":                   {[]any{"\x1b]52;c;" + strings.Repeat("Q", 300) + "\aj\x1b[" + strings.Repeat("1", 300) + "cj"}, "jj", nil},
		"a paste":                    {[]any{"j\x1b[200~q\x03e\r\x1b[A é\x1b[201~k"}, "j" + emptyPaste + "k", []string{"q\x03e\r\x1b[A é"}},
		"a paste in parts":           {[]any{"\x1b[200~te", 999, "xt\x1b[20", 999, "1~k"}, emptyPaste + "k", []string{"text"}},
		"a late paste":               {[]any{"\x1b", 500, "[200~text\x1b[201~"}, escKey + emptyPaste, []string{"text"}},
		"a paste of signs":           {[]any{"\x1b[200~\x1b[200~\x1b[20\x1b[201\x1b[201~"}, emptyPaste, []string{"\x1b[200~\x1b[20\x1b[201"}},
		"two pastes":                 {[]any{"\x1b[200~a\x1b[201~\x1b[200~b\x1b[201~"}, emptyPaste + emptyPaste, []string{"a", "b"}},
		"a paste without an end":     {[]any{"\x1b[200~te", 999, "xt\x1b[2", 1000, "k"}, emptyPaste + "k", []string{"text"}},
		"the end of no paste":        {[]any{"\x1b[201~k"}, "k", nil},
		"ctrl-c once in a paste":     {[]any{"\x1b[200~te", 100, "\x03", 900}, emptyPaste + "\x03", []string{"te"}},
		"ctrl-c among other keys":    {[]any{"\x1b[200~te", 300, "\x03", 300, "j", 300, "\x1b[99;133u", 100}, emptyPaste + "\x03", []string{"tej"}},
		"ctrl-c read with the paste": {[]any{"\x1b[200~te\x03", 1000}, emptyPaste + "\x03", []string{"te\x03"}},
		"of kitty, read with it":     {[]any{"\x1b[200~te\x1b[99;5u", 1000}, emptyPaste + "\x03", []string{"te\x1b[99;5u"}},
		"of kitty, after its sign":   {[]any{"\x1b[200~te\x1b[201\x1b[99;5u", 1000}, emptyPaste + "\x03", []string{"te\x1b[201\x1b[99;5u"}},
		"ctrl-c in the end's sign":   {[]any{"\x1b[200~te\x1b[20", "\x03", "1~"}, emptyPaste + "\x03", []string{"te"}},
	} {
		t.Run(name, func(t *testing.T) {
			in := newTerminalInput()
			if got := in.give(c.in...); got != c.want || !slices.Equal(in.pastes, c.pastes) {
				t.Errorf("%q with the pastes %q, want %q with %q", got, in.pastes, c.want, c.pastes)
			}
		})
	}
}

func TestInputFilterKeepsLittle(t *testing.T) {
	in := newTerminalInput()
	in.give("\x1b[200~")
	for range 1000 {
		in.give(strings.Repeat("x", 1000))
	}
	if in.give(1000); len(in.pastes) != 1 || len(in.pastes[0]) != pasteLimit {
		t.Errorf("%d pastes", len(in.pastes))
	}
}

// answers are what a terminal may say, whole.
var answers = []string{
	"\x1b]11;rgb:eeee/eeee/eeee\a", "\x1b]11;rgb:eeee/eeee/eeee\x1b\\", "\x9d11;rgb:ee/ee/ee\x9c", "\x1b]52;c;cXVpdAo=\a",
	"\x1b[?62;4;22c", "\x1b[>1;4000;20c", "\x1b[?2026;2$y", "\x1b[?2027;1$y", "\x1b[?1u", "\x1b[?1;2R", "\x1b[?997;1n", "\x1b[<35;10;1M",
	"\x1bP>|XTerm(390)\x1b\\", "\x1bP1$r0m\x1b\\", "\x1bP!|00000000\x1b\\", "\x1bP1+r5463=38\x1b\\", "\x1b_Gi=31;OK\x1b\\",
}

// TestAnswersInPieces cuts answers and pastes at every place, and has the rest
// come at once, late or never.
func TestAnswersInPieces(t *testing.T) {
	for _, answer := range append(answers, "\x1b[200~e q\r\x1b[201~") {
		whole := newTerminalInput().give(answer)
		for cut := 1; cut < len(answer); cut++ {
			for _, gap := range []int{1, 49, 50, 60, 500} {
				in := newTerminalInput()
				got := in.give("k", answer[:cut], gap, answer[cut:], "j")
				if taken := strings.ReplaceAll(got, escKey, ""); taken != "k"+whole+"j" || cut > 1 && taken != got {
					t.Errorf("%q, %d ms, %q became %q", answer[:cut], gap, answer[cut:], got)
				}
			}
			in := newTerminalInput()
			got := in.give(answer[:cut], int(inputIdle/time.Millisecond), "j")
			if got = strings.ReplaceAll(got, emptyPaste, ""); got != "j" && (cut > 1 || got != escKey+"j") {
				t.Errorf("%q and nothing more became %q", answer[:cut], got)
			}
		}
	}
}

// FuzzInputFilter makes of the data what comes from a terminal: keys, answers
// and pastes, whole or without their ends, in pieces with rests between them.
func FuzzInputFilter(f *testing.F) {
	f.Add([]byte("\x00\x03\x41\x92\x07\xff\x20\x51"))
	f.Add(bytes.Repeat([]byte{1, 0x84, 0x23}, 20))
	f.Fuzz(func(t *testing.T, data []byte) {
		in := newTerminalInput()
		var want strings.Builder
		for len(data) >= 3 {
			kind, cut, gap := data[0], int(data[1]), int(data[2])*2
			data = data[3:]
			sequence := append(answers, "\x1b[200~e q\x1b[201~")[int(kind)%(len(answers)+1)]
			cut = 2 + cut%(len(sequence)-2) // behind ESC, which may be a key
			switch {
			case kind&0x80 == 0:
				key := []string{"j", "é", "😀", "\r", "\x1b[A", "\x1b[3~", "\x1bOP"}[int(kind)%7]
				in.feed([]byte(key), in.now)
				want.WriteString(key)
				continue
			case kind&0x40 == 0:
				in.feed([]byte(sequence[:cut]), in.now)
				in.rest(time.Duration(gap) * time.Millisecond)
				in.feed([]byte(sequence[cut:]), in.now)
				want.WriteString(newTerminalInput().give(sequence))
			default:
				in.feed([]byte(sequence[:cut]), in.now)
				in.rest(inputIdle)
				if cut >= len(pasteStart) && strings.HasPrefix(sequence, pasteStart) {
					want.WriteString(emptyPaste)
				}
			}
		}
		if got := in.read(7 + len(data)); got != want.String() {
			t.Errorf("%q, want %q", got, want.String())
		}
		if !in.deadline.IsZero() {
			t.Error("it waits for more")
		}
	})
}

// FuzzInputFilterLives feeds anything: once it has rested the keyboard lives.
func FuzzInputFilterLives(f *testing.F) {
	for _, s := range append(answers, "\x1b[200~\x03", "\x1b\x1b[M\xf0", "\x1b[[\x1b\x1b", "\x1b]\x1b\xe2\x9c") {
		f.Add([]byte(s), 3)
	}
	f.Fuzz(func(t *testing.T, data []byte, size int) {
		in := newTerminalInput()
		for chunk := range slices.Chunk(data, 1+max(size, 0)%5000) {
			in.feed(chunk, in.now)
		}
		in.rest(inputIdle)
		in.read(64)
		if len(in.held) > sequenceLimit || in.state != ground {
			t.Errorf("%d bytes are held in the state %d", len(in.held), in.state)
		}
		if got := in.give("jé", "\x03"); got != "jé\x03" {
			t.Errorf("keys became %q", got)
		}
	})
}

// keysOf is what Bubble Tea takes for keys, up to ctrl-c.
func keysOf(t *testing.T, input io.Reader) (keys []string) {
	t.Helper()
	p := tea.NewProgram(keyLog{&keys}, tea.WithInput(input), tea.WithoutRenderer(), tea.WithOutput(io.Discard), tea.WithoutSignalHandler())
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	return keys
}

type keyLog struct{ keys *[]string }

func (keyLog) Init() tea.Cmd { return nil }

func (keyLog) View() tea.View { return tea.View{} }

func (l keyLog) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+c" {
			return l, tea.Quit
		}
		*l.keys = append(*l.keys, msg.String())
	case tea.PasteMsg:
		*l.keys = append(*l.keys, "paste "+msg.Content)
	}
	return l, nil
}

// TestBubbleTeaAgrees has Bubble Tea read what the filter passes on.
func TestBubbleTeaAgrees(t *testing.T) {
	for input, want := range map[string]string{
		strings.Join(answers, "") + "j": "j",
		"\x1b[1$2y\x1bP\x1b\\\x1bP" + strings.Repeat("1;", 20) + "|\x1b\\\x1b]\x1b\\\x1b]\a\x1b[" + strings.Repeat("1;", 31) + "1c\x1b[1;2Mj": "j",
		"\x1b[200~e q\x1b[201~j":                   "paste |j",
		"j\x1b[A\x1bOB\x1b[5~\x1b[3;5~\x1b[Zé":     "j|up|down|pgup|ctrl+delete|shift+tab|é",
		"\x1b\x1b[D\x1b[1;3C\x1b[99;3u\x1b[[A\x00": "alt+left|alt+right|alt+c|f1|ctrl+space",
		"\x1b": "esc",
	} {
		in := newTerminalInput()
		input = in.give(input, int(escWait/time.Millisecond), "\x03")
		if got := strings.Join(keysOf(t, strings.NewReader(input)), "|"); got != want {
			t.Errorf("%q: %s, want %s", input, got, want)
		}
	}
}

// BenchmarkInputFilter reads a flood of keys.
func BenchmarkInputFilter(b *testing.B) {
	flood := bytes.Repeat([]byte("jjk2\x1b[B4\x1b[A\x15l\x7f"), 256)
	p := make([]byte, len(flood))
	b.SetBytes(int64(len(flood)))
	in := newTerminalInput()
	for b.Loop() {
		in.feed(flood, in.now)
		for in.take(p) > 0 {
			continue
		}
	}
}
