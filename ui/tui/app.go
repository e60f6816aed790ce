package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/width"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/terminal"
)

// App is the reader's whole state. Only its Update changes it.
type App struct {
	doc     *file.Document
	full    *briefing.Index // of the whole briefing
	index   *briefing.Index // of what is shown of it
	without []string        // ids of what is left out
	tabbed
	history history
	frame   layout.Frame
	look    look
	told
	dialogs  dialog.Stack
	find     finder
	narrow   filterer
	file     openFile
	bindings *keys.Bindings
	library  *library // nil: the briefing is not from a folder
}

// tabbed is the sections, one behind each tab.
type tabbed struct {
	sectionKinds []sectionKind
	sections     []*section
	at           int // the section that is shown
}

// told is one line about the last key, until the next.
type told struct {
	status    string
	statusEnd string // what it ends with if that is a name whose end is to be seen
}

// look is how the screen is drawn.
type look struct {
	theme   *style.Theme
	options style.Options
	follow  bool // the theme follows the terminal's background
	method  width.Method
	mouse   bool // it is ours, and selects no text
}

// Options are what a reader starts with.
type Options struct {
	Theme style.Options
	// FollowTerminal asks the terminal for its background and takes the light
	// or the dark theme by it.
	FollowTerminal bool
	File           File
	// Text is the briefing as it was read, where it is in no file: it can be
	// saved as one.
	Text func() []byte
	// Open is how another file is read and watched.
	Open func(path string) File
	// Keys are those of actions that have other keys than at first, by id.
	Keys map[string][]string
	// Mouse says that the mouse is on from the start.
	Mouse bool
	// Notice is said in the status line until the first key.
	Notice string
}

// Bindings returns every action with the keys that it has at first, in the order
// of the help.
func Bindings() []keys.Binding { return keys.New(len(sectionKinds), nil, false).List }

// New makes the reader of a document.
func New(doc *file.Document, o Options) *App {
	a := newApp(o)
	a.sectionKinds = sectionKinds
	a.show(newIndexed(doc, fewPassages))
	return a
}

func newApp(o Options) *App {
	a := &App{
		look:     look{options: o.Theme, follow: o.FollowTerminal, mouse: o.Mouse},
		told:     told{status: o.Notice},
		file:     newFile(o),
		bindings: keys.New(len(sectionKinds), o.Keys, o.Theme.ASCII),
	}
	a.restyle()
	a.frame = layout.New(0, 0, false)
	return a
}

// indexed is a version of a briefing, ready to be shown.
type indexed struct {
	doc    *file.Document
	index  *briefing.Index
	loaded []file.Problem // what the loader left out; the document's own are all errors
}

// newIndexed indexes a document. Its problems are the errors: what was left out
// and, in a briefing with at most so many passages, quotes that are missing.
func newIndexed(doc *file.Document, most int) *indexed {
	x := doc.Index()
	shown := *doc
	if len(x.Passages) <= most {
		shown.Problems = check.Faults(doc, x)
	}
	return &indexed{&shown, x, doc.Problems}
}

// show replaces the briefing by another version of it.
func (a *App) show(e *indexed) {
	a.doc, a.full = e.doc, e.index
	a.file.quotes, a.file.check = quotes{}, checking{loaded: e.loaded}
	a.without = slices.DeleteFunc(a.without, func(id string) bool {
		_, ok := a.full.Lookup(id)
		return !ok
	})
	a.rebuild()
}

// rebuild makes the lists and pages anew, at the same place, after what is
// shown of the briefing has changed.
func (a *App) rebuild() {
	old := a.index
	a.index = a.full
	if len(a.without) > 0 {
		a.index = briefing.NewIndex(briefing.Without(a.full.Briefing, a.without...))
	}
	if old != nil {
		a.history.follow(old, a.index)
		a.find.origin.follow(old, a.index)
	}
	was, places := a.at, a.places()
	a.sections = nil
	listing := a.listing()
	for i := range a.sectionKinds {
		a.sections = append(a.sections, newSection(listing, &a.sectionKinds[i]))
	}
	for _, p := range places {
		p.follow(old, a.index)
		a.goTo(p)
	}
	a.at = was
	a.Resize(a.frame.W, a.frame.H)
}

// Init asks the terminal for its background, if anybody wants to know, has the
// quotes of a large briefing looked up, and watches the file or reads the
// folder.
func (a *App) Init() tea.Cmd {
	first := tea.Batch(a.lookUpQuotes(), a.watch())
	if a.library != nil {
		first = a.relist()
	}
	if a.look.follow {
		return tea.Batch(tea.RequestBackgroundColor, first)
	}
	return first
}

// Update routes a message; every case is one call.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.Resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		a.follow(!msg.IsDark())
	case tea.ModeReportMsg:
		a.measureBy(msg)
	case tea.KeyPressMsg:
		cmd = a.key(msg)
	case tea.MouseClickMsg:
		cmd = a.click(msg)
	case tea.MouseWheelMsg:
		a.wheel(msg)
	case tea.PasteMsg:
		a.paste(msg.Content)
	default:
		cmd = a.answered(msg)
	}
	return a, tea.Batch(cmd, a.queued(), a.prepareBehind())
}

// answered takes in the result of a command; every case is one call.
func (a *App) answered(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		return a.loaded(msg)
	case comparedMsg:
		a.compared(msg)
	case lookedUpMsg:
		return a.quotesLookedUp(msg)
	case checkedMsg:
		a.checked(msg)
	case preparedMsg:
		return a.prepared(msg)
	case judgedMsg:
		msg.filter.Take(msg.judged)
	case readMsg:
		return a.read(msg)
	case visitedMsg:
		a.visited(msg)
	case savedMsg:
		return a.saved(msg)
	case editedMsg:
		return a.edited(msg)
	case watchingMsg:
		return a.watching(msg)
	case changedMsg:
		return a.changed(msg)
	default:
		return a.folderAnswered(msg)
	}
	return nil
}

// folderAnswered takes in the result of a command about a folder.
func (a *App) folderAnswered(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listedMsg:
		return a.folderListed(msg)
	case entryMsg:
		return a.entryRead(msg)
	case foundMsg:
		a.entriesSearched(msg)
	}
	return nil
}

// key goes to the dialog on top, or else to what it is bound to.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	a.status = ""
	if msg.String() == "ctrl+c" {
		return tea.Quit
	}
	if a.dialogs.Open() {
		return a.chosen(a.dialogs.Key(msg, a.bindings))
	}
	if a.find.typing {
		return a.searchKey(msg)
	}
	return a.press(msg)
}

// paste goes to where text is typed. Anywhere else it does nothing: its
// characters are no keys.
func (a *App) paste(text string) {
	a.status = ""
	switch {
	case a.dialogs.Typing():
		a.dialogs.Paste(text)
	case a.dialogs.Open():
		a.say("nothing to paste into here")
	case a.find.typing:
		a.find.field.Insert(text)
		a.search(a.find.field.Text())
	default:
		a.say("nothing to paste into here; " + a.bindings.Of("search") + " searches")
	}
}

// typing reports whether keys are text.
func (a *App) typing() bool { return a.dialogs.Typing() || a.find.typing }

// Resize takes the size of the terminal in cells.
func (a *App) Resize(w, h int) {
	a.frame = layout.New(w, h, a.bannered())
}

func (a *App) restyle() {
	a.look.theme = style.New(a.look.options)
	a.look.theme.Found = fold.NewQuery(a.find.query)
	a.look.theme.Method = a.look.method
}

// follow takes the theme for the terminal's background.
func (a *App) follow(light bool) {
	if a.look.follow && a.look.options.Light != light {
		a.look.options.Light = light
		a.restyle()
	}
}

// measureBy takes the width rule that the terminal draws by: Bubble Tea turns
// mode 2027 on where the terminal knows it, and counts by graphemes from then.
func (a *App) measureBy(msg tea.ModeReportMsg) {
	if msg.Mode == ansi.ModeUnicodeCore && (msg.Value.IsReset() || msg.Value.IsSet() || msg.Value.IsPermanentlySet()) {
		a.look.method = width.Grapheme
		a.restyle()
	}
}

// fit gives a column the room that a page has.
func (a *App) fit(c column.Column) {
	r := a.frame.For(column.ShareOf(c))
	at := 0
	if column.ShareOf(c) == layout.Usual {
		at = min(1, len(r)-1)
	}
	c.Resize(a.size(r[at]))
}

// rects is where the columns stand.
func (a *App) rects() []layout.Rect { return a.frame.For(a.here().share()) }

// size is the room of a column that fills a rectangle.
func (a *App) size(r layout.Rect) column.Size {
	return column.Size{Cells: r.W, Lines: r.H, Method: a.look.method, ASCII: a.look.options.ASCII}
}

// say puts words into the status line. They can be those of an error of the
// system, and hold the name of a file.
func (a *App) say(text string) { a.told = told{status: clean.Line(text)} }

// sayOf says words about a host or a file; where there is no room, its beginning
// gives way: whose it is stands at the end.
func (a *App) sayOf(text, name string) {
	name = clean.Line(name)
	a.told = told{clean.Line(text) + " " + name, name}
}

func (a *App) suspend() tea.Cmd {
	if !terminal.CanSuspend() {
		a.say("there is no shell to come back from")
		return nil
	}
	return func() tea.Msg { return terminal.Suspend{} }
}

func (a *App) quitOrBack() tea.Cmd {
	if a.backOrQuit() {
		return tea.Quit
	}
	return nil
}
