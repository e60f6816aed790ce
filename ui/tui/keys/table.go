// Package keys holds the actions of the reader and their keys. Help, palette,
// the footer's hints, the settings and the table of the documentation are made from its
// list. What an action does is up to the model that is shown.
package keys

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
)

// Binding is an action with its keys.
type Binding struct {
	key.Binding
	ID    string // a slug that never changes, for the settings
	Group string
	Name  string // of the action, as a sentence without its full stop
	// Usage is what is typed in the palette to run the action with an argument,
	// as in "open FILE". It is "" if the action takes none.
	Usage string
	// Off says that the action cannot be done in this reader; see [Bindings.Confine].
	Off bool
}

// Verb returns the word of the palette that an argument follows, or "" if the
// action takes none.
func (b *Binding) Verb() string {
	verb, _, _ := strings.Cut(b.Usage, " ")
	return verb
}

// The groups of actions, in the order of the help.
const (
	GroupMove  = "Move"
	GroupGo    = "Go"
	groupLook  = "Look closer"
	groupTake  = "Review"
	groupNotes = "Notebook"
	groupACH   = "Competing hypotheses (ACH)"
	groupApp   = "Program"
)

// Ids of the actions that the program treats specially.
const (
	// QuitNow keeps its keys: there is always a way out.
	QuitNow = "quit-now"
	// Section has a key for each section.
	Section = "section"
	// Code has a key for each code of ACH, and one more for none.
	Code = "code"
)

// outside are the ids of the actions that lead out of the reader: to other programs
// and other files.
var outside = []string{"browse", "edit", "export", "open-file", "suspend"}

// table returns every action with its default keys, in the order of the help.
func table(sections int) []Binding {
	return []Binding{
		bind(GroupMove, "up", "move up", "k", "up"),
		bind(GroupMove, "down", "move down", "j", "down"),
		bind(GroupMove, "top", "go to the top", "g", "home"),
		bind(GroupMove, "end", "go to the end", "G", "end"),
		bind(GroupMove, "half-page-up", "go half a page up", "ctrl+u"),
		bind(GroupMove, "half-page-down", "go half a page down", "ctrl+d"),
		bind(GroupMove, "page-up", "go a page up", "b", "pgup"),
		bind(GroupMove, "page-down", "go a page down", "space", "pgdown"),
		bind(GroupMove, "previous-group", "go to the previous group", "(", "{", "ctrl+up"),
		bind(GroupMove, "next-group", "go to the next group", ")", "}", "ctrl+down"),

		bind(GroupGo, "open", "open what is under the cursor", "enter"),
		bind(GroupGo, "right", "open it; in lanes, matrix, ACH and side by side, go right", "l", "right"),
		bind(GroupGo, "back", "go back one step", "esc", "backspace"),
		bind(GroupGo, "left", "go back; in lanes, matrix, ACH and side by side, go left", "h", "left"),
		bind(GroupGo, "previous-item", "go to the previous item, inside a page", "K"),
		bind(GroupGo, "next-item", "go to the next item, inside a page", "J"),
		bind(GroupGo, Section, "go to a section", digits(sections)...),
		bind(GroupGo, "next-section", "go to the next section", "tab", "]"),
		bind(GroupGo, "previous-section", "go to the previous section", "shift+tab", "["),
		bind(GroupGo, "jump-back", "jump back to the place before", "ctrl+o", "alt+left"),
		bind(GroupGo, "jump-forward", "jump forward again", "alt+right"),

		bind(groupLook, "view", "show the other view: lanes of the timeline; matrix and ACH of the claims", "v"),
		bind(groupLook, "alone", "show this column alone, or all again", "z"),
		bind(groupLook, "wider", "make the list wider", ">"),
		bind(groupLook, "narrower", "make the list narrower", "<"),
		bind(groupLook, "zoom-in", "zoom in, in the lanes; in a folder, show all versions of a briefing", "+", "="),
		bind(groupLook, "zoom-out", "zoom out, in the lanes; in a folder, show the newest version only", "-"),
		bind(groupLook, "sort", "sort a folder: by as-of date, title, TLP, contested questions, problems; ACH: by what the codes say", "s"),
		bind(groupLook, "search", "search this section or page; tab widens to the briefing, and to the folder", "/"),
		bind(groupLook, "next-hit", "go to the next hit; in a review, to the next draft, or back to the drafts", "n"),
		bind(groupLook, "previous-hit", "go to the previous hit", "N"),
		bind(groupLook, "filter", "filter the lists, in the language of --where", "F").taking("filter EXPRESSION"),
		bind(groupLook, "related", "show everything related to the item", "."),
		bind(groupLook, "across", "across briefings: all an actor has said, or on a claim; what cites a source", "A"),
		bind(groupLook, "copy", "copy the item: quote, text, Markdown, id, URL", "y").taking("copy WHAT"),
		bind(groupLook, "select", "select words of a source to copy: h l by word, j k by sentence, o and H L the other end", "V"),
		bind(groupLook, "browse", "open the source in the browser", "o"),
		bind(groupLook, "edit", "open the file in the editor, at the item or at what is wrong", "e"),
		bind(groupLook, "export", "export to a file: all, what the filter leaves, or the item", "W").taking("export FORMAT"),
		bind(groupLook, "leave-out", "leave a source or actor out, in ACH also a row, and see what falls; again, bring it back", "x"),
		bind(groupLook, "effects", "list what falls without what is left out; in ACH, what decides its order", "X"),

		bind(groupACH, Code, "code a cell: very consistent, consistent, neutral, inconsistent, very inconsistent; clear it", "C", "c", "0", "i", "I", "E").taking("code CODE"),
		bind(groupACH, "hypothesis", "add a hypothesis of your own; on one, edit it", "H"),

		bind(groupTake, "take", "take the draft, and the drafts that it needs (sitrep review FILE)", "t"),
		bind(groupTake, "drop", "drop the draft; asks if other items go with it", "d"),

		bind(groupNotes, "mark", "mark the item, or take the mark away", "m"),
		bind(groupNotes, "note", "write a note on the item, or on the selected words", "a"),
		bind(groupNotes, "judge", "keep how likely you hold a claim, and how good your basis is", "p"),
		bind(groupNotes, "turn-read", "mark the item as read, or as unread; in a review, undo the last step", "u"),
		bind(groupNotes, "undo", "take back the last mark, note or view; in a review, the last step", "U"),
		bind(groupNotes, "notebook", "list marks, notes and views", "'"),

		bind(groupApp, "palette", "find an action by its name", ":", "ctrl+p"),
		bind(groupApp, "help", "show every key", "?"),
		bind(groupApp, "problems", "list the problems of the file, as check does", "!"),
		bind(groupApp, "changes", "list what has changed since you last read it; in a folder, between two versions", "D"),
		bind(groupApp, "open-file", "open another briefing; back at its top returns to this one", "O").taking("open FILE"),
		bind(groupApp, "reload", "reload the file; in a folder, look for changes; on a desk, connect again", "r"),
		bind(groupApp, "numbers", "show the numbers of passages beside a text, or leave them out", "#"),
		bind(groupApp, "theme", "change the colours: dark, light, mono or, by name, auto", "T").taking("theme NAME"),
		bind(groupApp, "mouse", "turn the mouse on or off", "M"),
		bind(groupApp, "redraw", "redraw the screen", "ctrl+l"),
		bind(groupApp, "suspend", "suspend; fg in the shell comes back", "ctrl+z"),
		bind(groupApp, "quit", "go back one level; at the top, quit", "q"),
		bind(groupApp, QuitNow, "quit now", "ctrl+c"),
	}
}

func bind(group, id, name string, keys ...string) Binding {
	return Binding{key.NewBinding(key.WithKeys(keys...), key.WithHelp(shownKeys(keys, false), name)), id, group, name, "", false}
}

// taking returns the action with the given Usage.
func (b Binding) taking(usage string) Binding {
	b.Usage = usage
	return b
}

func digits(n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = strconv.Itoa(i + 1)
	}
	return keys
}
