package linear

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/ui/tui/external"
)

// ErrInterrupted is returned by [Session.Run] if the user has interrupted it.
var ErrInterrupted = errors.New("interrupted")

// Session reads commands and answers them.
type Session struct {
	*output
	options *Options
	topics  []topic
	folder  *Folder   // nil if one file is read
	readers []*Reader // the last one is read; those before were left for it
	next    listing   // where a list goes on
	done    bool
}

// listing is how far a list was read.
type listing struct {
	of *list
	at int // -1 if it was read to its end
}

// NewSession returns a session.
func NewSession(o *Options) *Session {
	s := &Session{output: newOutput(o.Out, o.Cells, len(o.Speak) > 0), options: o, topics: topics()}
	s.next.at = -1
	o.show = s.show
	return s
}

// Read begins with a briefing.
func (s *Session) Read(doc *file.Document, from Source) {
	r := newReader(s.output, s.options, doc, from)
	s.readers = append(s.readers, r)
	r.greet()
	s.line("A command is a word or a letter, then Enter: " + r.firstCommands() + ", ? is help, q quits.")
	r.where()
}

// firstCommands says what one types first.
func (r *Reader) firstCommands() string {
	if r.review != nil {
		return "t takes the draft, d drops it, u undoes, n goes on, open reads its page"
	}
	return "j reads on"
}

// reader returns the reader of the briefing that is read, or nil in the list of a folder.
func (s *Session) reader() *Reader {
	if n := len(s.readers); n > 0 {
		return s.readers[n-1]
	}
	return nil
}

// cursor returns the place of reading.
func (s *Session) cursor() cursor {
	if r := s.reader(); r != nil {
		return r.cursor()
	}
	return s.folder.cursor()
}

// Run answers commands until the user quits or there are no more. The error is
// [ErrInterrupted], or says that nothing can be written any more.
func (s *Session) Run() error {
	in := newInput(s.options.In)
	speech := external.Speaker{Argv: s.options.Speak}
	defer speech.Stop()
	defer s.end()
	interrupted := false
	for !s.done {
		if s.speaks {
			if err := speech.Err(); err != nil {
				s.speaks = false
				s.line(sentence("Nothing is spoken any more: " + clean.Line(err.Error())))
			}
			speech.Say(s.spoken.String())
		}
		s.spoken.Reset()
		s.write(prompt)
		if s.flush(); s.err != nil {
			return s.err
		}
		line, err := s.wait(in, &speech, interrupted)
		switch {
		case errors.Is(err, errAgain):
			interrupted = true
			continue
		case errors.Is(err, io.EOF):
			s.write("\n")
			s.flush()
			return s.err
		case err != nil:
			return err
		}
		interrupted = false
		speech.Stop()
		if s.options.Echo {
			s.write(clean.Line(line) + "\n")
		}
		s.begin()
		s.sayNews()
		s.answer(line)
		s.drain()
	}
	s.flush()
	return s.err
}

// prompt is what a line is typed behind.
const prompt = "> "

// errAgain says that the interrupt key was pressed once.
var errAgain = errors.New("interrupted once")

// wait waits for a line, or an interrupt.
func (s *Session) wait(in *input, speech *external.Speaker, interrupted bool) (string, error) {
	in.ask()
	for {
		select {
		case got := <-in.lines:
			in.asked = false
			return got.text, got.err
		case <-s.options.Interrupts:
			s.write("\n")
			if interrupted {
				s.flush()
				return "", ErrInterrupted
			}
			speech.Stop()
			s.line("Press it again to quit, or type a command.")
			s.spoken.Reset()
			return "", errAgain
		}
	}
}

// drain forgets the interrupts that have stopped an answer.
func (s *Session) drain() {
	for {
		select {
		case <-s.options.Interrupts:
		default:
			return
		}
	}
}

// answer does what a line says.
func (s *Session) answer(line string) {
	stop := s.stopAtInterrupt()
	defer stop()
	if strings.TrimSpace(line) == "" {
		s.again()
		return
	}
	c, arg := find(s.topics, clean.Line(line))
	if c == nil {
		s.notUnderstood(strings.TrimSpace(clean.Line(line)))
		return
	}
	switch r := s.reader(); {
	case c.anywhere != nil:
		c.anywhere(s, arg)
	case c.moves != nil:
		c.moves(s.cursor(), arg)
	case c.reads != nil && r != nil:
		c.reads(r, arg)
	case c.lists != nil && r == nil:
		c.lists(s.folder, arg)
	case r != nil:
		s.line(quotedWords(c.names[0]) + " works in the list of a folder.")
	default:
		s.line(quotedWords(c.names[0]) + " works in a briefing; open one first.")
	}
	if c.names[0] != "list" && c.names[0] != "all" {
		s.next = listing{at: -1}
	}
}

// stopAtInterrupt has an interrupt stop the answer until the function that it returns is
// called.
func (s *Session) stopAtInterrupt() (stop func()) {
	if s.options.Interrupts == nil {
		return func() {}
	}
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		select {
		case <-s.options.Interrupts:
			s.stopped.Store(true)
		case <-done:
		}
	}()
	return func() {
		close(done)
		<-ended
		if s.stopped.Load() {
			s.begin()
			s.line("Stopped.")
		}
	}
}

// notUnderstood says that a line is no command. A number beyond those of the sections is
// taken for one of a row.
func (s *Session) notUnderstood(line string) {
	word, _, _ := strings.Cut(line, " ")
	const most = 40
	if utf8.RuneCountInString(word) > most {
		word = string([]rune(word)[:most]) + "…"
	}
	if _, err := strconv.Atoi(word); err == nil {
		s.line("The sections are 1 to " + strconv.Itoa(s.sections()) + "; go and a number reads a row, for example: go 7.")
		return
	}
	s.unknown(word, "There is no command ")
}

// sections returns how many sections there are to go to by number.
func (s *Session) sections() int {
	if r := s.reader(); r != nil {
		return len(r.parts)
	}
	return len(partKinds())
}

// again goes on with a list that was not read to its end, or says where one is.
func (s *Session) again() {
	if s.next.of != nil && s.next.of == s.cursor().list && s.next.at >= 0 {
		s.list(s.next.at, portion)
		return
	}
	s.where()
}

// list reads rows of the list from one on; 0 rows are all.
func (s *Session) list(at, rows int) {
	c := s.cursor()
	s.next = listing{c.list, c.listFrom(max(at, 0), rows)}
}

// listAll reads the rest of the list.
func (s *Session) listAll() {
	at := 0
	if s.next.of == s.cursor().list && s.next.at >= 0 {
		at = s.next.at
	}
	s.list(at, 0)
}

func (s *Session) where() {
	if r := s.reader(); r != nil {
		r.where()
		return
	}
	s.cursor().say()
}

// open opens the row that is read, the one with a number, or a file.
func (s *Session) open(arg string) {
	if n, err := strconv.Atoi(arg); err == nil {
		if c := s.cursor(); !c.number(n) {
			return
		}
	} else if arg != "" {
		s.openFile(arg)
		return
	}
	if r := s.reader(); r != nil {
		r.open()
		return
	}
	s.folder.open()
}

// openFile opens another briefing over the one that is read.
func (s *Session) openFile(path string) {
	if s.options.Open == nil {
		s.line("No other files can be opened here.")
		return
	}
	from := s.options.Open(path)
	doc, err := from.Load()
	if err != nil {
		s.line(sentence("Not opened: " + clean.Line(path) + ": " + clean.Line(file.WhyUnreadable(err))))
		return
	}
	s.show(doc, from).where()
}

// show reads another briefing; back at its top returns.
func (s *Session) show(doc *file.Document, from Source) *Reader {
	r := newReader(s.output, s.options, doc, from)
	s.readers = append(s.readers, r)
	r.greet()
	return r
}

// back goes back one step, and at the top of a briefing to what it was opened from.
func (s *Session) back() {
	if !s.goBack() {
		s.line("This is the top; q quits.")
	}
}

func (s *Session) goBack() bool {
	if r := s.reader(); r != nil {
		if r.back() {
			return true
		}
		if len(s.readers) == 1 && s.folder == nil {
			return false
		}
		r.end()
		s.readers = s.readers[:len(s.readers)-1]
		if before := s.reader(); before != nil {
			before.line(sentence("Back in " + quotedWords(before.full.Briefing.Title)))
			before.where()
		} else {
			s.folder.where()
		}
		return true
	}
	return s.folder.back()
}

// quit goes back one level, and at the top ends.
func (s *Session) quit() { s.done = !s.goBack() }

func (s *Session) search(words string) {
	switch r := s.reader(); {
	case words == "":
		s.line("Type / and the words to look for.")
	case r != nil:
		r.search(words)
	default:
		s.folder.search(words)
	}
}

func (s *Session) reload() {
	if r := s.reader(); r != nil {
		r.reload()
		return
	}
	s.folder.reload()
}

// end keeps the places in the briefings.
func (s *Session) end() {
	for _, r := range s.readers {
		r.end()
	}
}
