package linear

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/data/library"
)

// Watch notices changes in a folder.
type Watch interface {
	// Next waits for changes, and returns the names of the files that have changed, or
	// nil if they are not known. After an error no more changes are noticed.
	Next() ([]string, error)
}

// Desk is the desk that the briefings of a folder come from.
type Desk interface {
	// Status waits until the state of the desk is another, and returns it in few words.
	// After an error it is known no more.
	Status() (string, error)
	// Reconnect has a lost connection tried again at once.
	Reconnect()
}

// connection is the state of a desk as it was last heard of, and as the user was last
// told.
type connection struct {
	Desk
	mu   sync.Mutex
	now  string
	told string // belongs to the session
}

// watch notes the states of the desk, until it is known no more.
func (c *connection) watch() {
	for {
		now, err := c.Status()
		if err != nil {
			return
		}
		c.mu.Lock()
		c.now = now
		c.mu.Unlock()
	}
}

// news returns the state of the desk if the user was told another, or "".
func (c *connection) news() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.now == c.told {
		return ""
	}
	c.told = c.now
	return c.now
}

// arrivals are the files of a folder that have changed since the user was told.
type arrivals struct {
	library.Changed
	// indexed says that the index has changes that are not listed yet. It belongs to the
	// session.
	indexed bool
}

// watch notes what a watch notices, until it ends.
func (a *arrivals) watch(w Watch) {
	for {
		names, err := w.Next()
		if err != nil {
			return
		}
		a.Add(names...)
	}
}

// sayNews says what has come since it was last asked: between answers, never within one.
func (s *Session) sayNews() {
	told := ""
	if r := s.reader(); r != nil && r.source.Changed != nil && r.source.Changed() {
		s.line("The file of this briefing has changed; r reads it again.")
		told = r.source.Name
	}
	f := s.folder
	if f == nil {
		return
	}
	if f.desk != nil {
		if state := f.desk.news(); state != "" {
			s.line(sentence(capital(state)))
		}
	}
	text := f.news(told)
	if text == "" {
		return
	}
	if s.reader() != nil {
		text += ", back in its list"
	}
	s.line(sentence(text))
}

// news returns what is new in the folder besides one file, and how to list it, or "".
func (f *Folder) news(besides string) string {
	names, all := f.arrived.Take()
	if !all && len(names) == 0 {
		return ""
	}
	ctx := context.Background()
	before := map[string]bool{}
	for _, name := range names {
		_, before[name], _ = f.index.Entry(ctx, name)
	}
	changed, err := f.index.UpdateFiles(ctx, names, func(library.Progress) {})
	if err != nil || !changed {
		return "" // r looks again, and says why it cannot
	}
	f.arrived.indexed = true
	text := f.sorted(slices.DeleteFunc(names, func(name string) bool { return name == besides }), before)
	if text == "" && all {
		return "Something has changed in the folder; r lists it again"
	}
	return text
}

// sorted says which of some files are new, changed and gone. before are those that there
// were.
func (f *Folder) sorted(names []string, before map[string]bool) string {
	var fresh, others []string
	gone := 0
	for _, name := range names {
		e, ok, err := f.index.Entry(context.Background(), name)
		switch {
		case err != nil:
		case ok && before[name]:
			others = append(others, entryName(&e))
		case ok:
			fresh = append(fresh, entryName(&e))
		case before[name]:
			gone++
		}
	}
	var parts []string
	if n := len(fresh); n > 0 {
		parts = append(parts, briefing.Counted(n, "new briefing", "new briefings")+": "+few(fresh))
	}
	if n := len(others); n > 0 {
		parts = append(parts, briefing.Counted(n, "changed briefing", "changed briefings")+": "+few(others))
	}
	if gone > 0 {
		parts = append(parts, briefing.Counted(gone, "briefing is gone", "briefings are gone"))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "; ") + "; r lists the folder again"
}

// entryName returns the name of a briefing in a folder, with its version.
func entryName(e *library.Entry) string {
	if e.Title == "" {
		return quotedWords(clean.Line(e.File))
	}
	text := quotedWords(e.Title)
	if e.Version > 0 {
		text += ", version " + strconv.Itoa(e.Version)
	}
	return text
}

// few joins the first of some names, and counts the rest.
func few(names []string) string {
	const most = 5
	if n := len(names) - most; n > 0 {
		names = append(names[:most:most], strconv.Itoa(n)+" more")
	}
	return and(names)
}
