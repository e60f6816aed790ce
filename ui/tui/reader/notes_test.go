package reader

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data"
	"sitrep/data/notebook"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// kept is a folder of notebooks, and a briefing whose text can change.
type kept struct {
	t      *testing.T
	folder string
	text   string
	full   bool // nothing can be written
	limit  briefing.TLP
}

func newKept(t *testing.T) *kept {
	return &kept{t: t, folder: t.TempDir(), text: string(data.Briefing)}
}

func (k *kept) write(path string, write func(io.Writer) error) error {
	if k.full {
		return errors.New("no space left on device")
	}
	var b strings.Builder
	if err := write(&b); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(b.String()), 0o600)
}

func (k *kept) store() *notebook.Store {
	return &notebook.Store{Folder: notebook.Folder{Path: filepath.Join(k.folder, "data"), Versions: filepath.Join(k.folder, "state"), Write: k.write}}
}

// session is a program that is run with notebooks.
type session struct {
	*driver
	t     *testing.T
	store *notebook.Store
}

// start opens the briefing as a new program does.
func (k *kept) start(w, h int) session {
	k.t.Helper()
	store := k.store()
	var o Options
	o.File.Notebooks = store
	o.File.Load = func() (*file.Document, error) {
		doc, err := file.Parse(k.text, data.Name, nil)
		return file.RedactLoaded(doc, err, k.limit)
	}
	doc, err := o.File.Load()
	if err != nil {
		k.t.Fatal(err)
	}
	r := openIndexed(o.File.Indexed(doc, 0), o, style.Options{})
	r.notes.wait = 0
	s := session{drive(k.t, r, w, h), k.t, store}
	s.Drain(r.Init())
	return s
}

// quit ends the program.
func (s session) quit() {
	s.reader.End()
	if err := s.store.Close(); err != nil {
		panic(err)
	}
}

// file returns the notebook.
func (k *kept) file() string {
	text, err := os.ReadFile(filepath.Join(k.folder, "data", "north-korean-troops.yaml"))
	if err != nil {
		k.t.Fatal(err)
	}
	return string(text)
}

// change replaces words of the briefing.
func (k *kept) change(old, new string) {
	k.t.Helper()
	if !strings.Contains(k.text, old) {
		k.t.Fatalf("the briefing has no %q", old)
	}
	k.text = strings.Replace(k.text, old, new, 1)
}

// TestResume goes to several places, quits there, and comes back.
func TestResume(t *testing.T) {
	for name, keys := range map[string]string{
		"the brief":        "j j j",
		"a row":            "2 j j j j",
		"a page":           "4 j enter j",
		"lanes":            "2 v l l",
		"a matrix":         "4 v l j",
		"an ACH":           "4 v v j l",
		"a passage":        "4 j enter enter enter",
		"side by side":     "4 k k enter l j",
		"related":          "3 j enter . enter",
		"a source":         "5 j enter",
		"an empty session": "",
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
				k := newKept(t)
				s := k.start(size[0], size[1])
				s.Press(strings.Fields(keys)...)
				words := s.reader.placeWords()
				s.quit()
				again := k.start(size[0], size[1])
				if got := again.reader.placeWords(); strings.Join(got, " ") != strings.Join(words, " ") {
					t.Errorf("it was left at %q, and came back to %q:\n%s\nwas\n%s", words, got, again.Screen(), s.Screen())
				}
				again.Steady()
			}
		})
	}
}

// TestResumeElsewhere comes back to a briefing without what was open.
func TestResumeElsewhere(t *testing.T) {
	k := newKept(t)
	s := k.start(80, 24)
	s.Press("2", "j", "enter")
	id := s.reader.openItem().Ref.ID
	s.quit()
	k.text = strings.ReplaceAll(k.text, id, id+"-renamed")
	again := k.start(80, 24)
	if len(again.reader.here().trail) > 0 || again.reader.sectionKinds[again.reader.at].name != "Timeline" {
		t.Errorf("it came back to\n%s", again.Screen())
	}
}

// TestReadMarks opens items and passes over others, and tests which are read.
func TestReadMarks(t *testing.T) {
	k := newKept(t)
	s := k.start(120, 40)
	s.Press("2", "j", "j", "j", "k", "enter", "esc")
	if n := strings.Count(k.file(), "\n  pact-signed:") + strings.Count(k.file(), "\n  korean"); n > 1 {
		t.Errorf("passing over marks as read:\n%s", k.file())
	}
	read := s.reader.here().list.Selected().Ref.ID
	if !strings.Contains(k.file(), "read:\n  "+read+": ") {
		t.Errorf("%s is not read in\n%s", read, k.file())
	}
	s.Want("unread", false) // on the first visit, all is but this
	s.quit()

	s = k.start(120, 40)
	s.Has("unread")
	s.Press("u")
	s.Has("marked as unread")
	s.Press("u", "j", "u")
	s.Has("marked as read", "unread")
	s.Press("U", "U")
	s.Has("taken back: ")
	s.Steady()
}

// TestNews changes the briefing between two visits.
func TestNews(t *testing.T) {
	k := newKept(t)
	s := k.start(80, 24)
	s.Want("since ", false)
	s.Press("4", "enter", "D")
	s.Has("has not been read again since it was opened")
	opened := s.reader.openItem().Ref.ID
	s.quit()

	s = k.start(80, 24) // the same again
	s.Want(" lists ", false)
	s.Press("D")
	s.Has("nothing has changed since you last read it, ")
	s.quit()

	k.change("\nevents:\n", "\nevents:\n  - {id: new-event, title: Something new has happened, when: 2024-10-28, evidence: [ap: Brussels.]}\n")
	k.change("confidence: moderate", "confidence: high")
	i := strings.Index(k.text, "id: "+opened+"\n")
	k.text = k.text[:i] + strings.Replace(k.text[i:], "stance: affirms", "stance: reports", 1)
	path := filepath.Join(k.folder, "state", "north-korean-troops.json.gz.b64")
	before := time.Date(2025, 11, 24, 9, 30, 0, 0, time.Local)
	if err := os.Chtimes(path, before, before); err != nil {
		t.Fatal(err)
	}
	s = k.start(80, 24)
	s.Has("since 24 November 2025: 1 new, 3 changed; D lists them", "1 Brief+1", "2 Timeline 32+1", "4 Claims 27+1")
	s.Press("D")
	s.Has("Changed since you last read it, 24 November 2025", "Something new has happened", "Confidence: moderate → high")
	s.Press("esc", "esc")
	s.Has("changed")
	s.Press("enter", "esc")
	s.Want("27+1", false)
	s.Press("2", "G")
	for range 40 {
		if s.reader.here().list.Selected().Ref.ID == "new-event" {
			break
		}
		s.Press("k")
	}
	s.Has("  new")
	s.Press("u")
	s.Want("  new", false)
	s.Want("32+1", false)
	s.Steady()
	s.quit()

	s = k.start(80, 24)
	s.Want("24 November", false)
	s.Want("2 Timeline 32+", false)
	s.quit()
	// What has not been opened since it changed is still said to be: it was not read.
	s = k.start(80, 24)
	s.Press("1")
	s.Sweep()
}

// TestMarksAndNotes writes what can be written, and lists it.
func TestMarksAndNotes(t *testing.T) {
	k := newKept(t)
	s := k.start(80, 24)
	s.Press("2", "j", "m")
	s.Has("marked")
	s.Press("a")
	s.Has("Note on ")
	s.Type("Ask the desk")
	s.Press("enter")
	s.Has("1 note", "noted;")
	if !strings.Contains(k.file(), `text: "Ask the desk"}`) || !strings.Contains(k.file(), "marks:\n  - ") {
		t.Errorf("the notebook is\n%s", k.file())
	}
	s.Press("enter")
	s.Has("Yours", "not in the briefing", "Ask the desk", "by you")
	s.Press("a")
	s.Has("write another note")
	s.Press("j", "enter")
	s.Type("!")
	s.Press("enter")
	s.Has("Ask the desk!", "the note is changed")
	s.Press("U")
	s.Want("Ask the desk!", false)
	s.Press("'")
	s.Has("Notebook", "Marked", "Notes", "Ask the desk")
	s.Press("j", "enter")
	s.Has("Yours")

	// The words of a note are below their paragraph.
	s.Press("5", "enter", "V", "L", "l", "a")
	s.Has("Note on “")
	s.Type("Who says so?")
	s.Press("enter")
	s.Press("g")
	s.Has("Yours", "Who says so?")
	s.Steady()
	s.quit()

	s = k.start(120, 40)
	s.Has("Yours", "Who says so?") // the page is not scrolled
	// The words go away, and the item with the note too.
	k.text = strings.ReplaceAll(k.text, "pact-signed", "pact-renamed")
	s.quit()
	s = k.start(80, 24)
	s.Press("'")
	s.Has("2 entries are on items that are gone", "On items that are gone", "pact-signed", "Ask the desk")
	s.Press("G", "enter")
	s.Has("not in the briefing any more")
	if !strings.Contains(k.file(), "Ask the desk") {
		t.Errorf("the note is gone from\n%s", k.file())
	}
	s.Sweep()
}

// TestNotesOnWhatIsWithheld has a note on an event that may not be shown.
func TestNotesOnWhatIsWithheld(t *testing.T) {
	k := newKept(t)
	k.change("\nevents:\n", "\nevents:\n  - {id: secret, title: A secret, when: 1999, tlp: RED, evidence: [ap: Brussels.]}\n")
	s := k.start(80, 24)
	s.Press("2", "g", "enter", "a")
	s.Has("Note on (TLP:RED) A secret")
	s.Type("Keep it")
	s.Press("enter", "m")
	s.quit()
	k.limit = "CLEAR"
	s = k.start(80, 24)
	s.Want("A secret", false)
	s.Press("'")
	s.Has("nothing is marked")
	s.Want("Keep it", false)
	s.Press("esc", "2", "j", "m", "enter")
	s.quit()
	if text := k.file(); !strings.Contains(text, `on: secret, `) || !strings.Contains(text, "  - secret\n") {
		t.Errorf("the notebook is\n%s", text)
	}
}

// TestOpinions keeps what the user thinks beside the briefing's own.
func TestOpinions(t *testing.T) {
	k := newKept(t)
	s := k.start(80, 24)
	s.Press("4", "enter", "p")
	s.Has("How likely you hold: ", "roughly even chance (45–55 %)")
	s.Press("4")
	s.Has("How good your basis for it is")
	s.Press("3")
	s.Has("Your view     roughly even chance (45–55 %)", "Your confidence in it is low.", "beside the briefing's own")
	if !strings.Contains(k.file(), ": {likelihood: roughly even chance, confidence: low}") {
		t.Errorf("the notebook is\n%s", k.file())
	}
	s.Press("2", "p")
	s.Has("a view is kept of a claim, a question or a judgment")
	s.Press("1", "G", "k", "k", "k", "k")
	s.Press("4", "esc", "p", "0", "0")
	s.Has("not kept any more")
	if strings.Contains(k.file(), "judgments") {
		t.Errorf("the notebook is\n%s", k.file())
	}
}

// pressOnce presses a key, and does not try again what fails.
func (s session) pressOnce(key string) {
	var do func(tea.Cmd)
	do = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			for _, c := range msg {
				do(c)
			}
		case tea.QuitMsg:
			s.Quit = true
		case SavedNotesMsg:
			s.reader.Update(msg)
		}
	}
	_, cmd := s.reader.Update(tuitest.Key(s.t, key))
	do(cmd)
}

// TestNotesCannotBeSaved fills the disk.
func TestNotesCannotBeSaved(t *testing.T) {
	k := newKept(t)
	s := k.start(120, 40)
	s.Press("2", "j")
	k.full = true
	s.pressOnce("m")
	s.Has("the notebook cannot be written: no space left on device", "marked")
	s.pressOnce("q")
	s.Has("1 change of the notebook cannot be written", "q again quits without")
	k.full = false
	s.Press("j", "m")
	if strings.Count(k.file(), "\n  - ") != 2 {
		t.Errorf("the notebook is\n%s", k.file())
	}
	s.Press("q")
	if !s.Quit {
		t.Error("it has not quit")
	}
}

// TestFiltersOfEarlierStarts filters, quits, and finds the filter again.
func TestFiltersOfEarlierStarts(t *testing.T) {
	k := newKept(t)
	s := k.start(80, 24)
	s.Press("2", "F")
	s.Type("status:expected")
	s.Press("enter")
	s.quit()
	s = k.start(80, 24)
	s.Press("F", "up")
	s.Has("status:expected")
}
