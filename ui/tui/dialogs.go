package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/lanes"
)

// Widths of the column before the texts of a picker, in cells.
const (
	keyCells  = 18
	kindCells = 12
)

// help shows every key by group, and what the signs and grades mean. Enter does what the
// row says.
func (a *App) help() {
	var items []dialog.Item
	for i, b := range a.bindings {
		items = append(items, actionItem(i, b, b.group))
	}
	for _, row := range page.Signs() {
		items = append(items, dialog.Item{Group: "Signs", Key: a.own(row[0]), Text: row[1]})
	}
	for _, row := range lanes.Signs(a.look.theme) {
		items = append(items, dialog.Item{Group: "Signs in the lanes of the timeline", Key: row[0], Text: row[1]})
	}
	for _, row := range lanes.StripSigns(a.look.theme) {
		items = append(items, dialog.Item{Group: "Signs in the strip above the timeline", Key: row[0], Text: row[1]})
	}
	group := ""
	for _, b := range page.Grades() {
		switch b := b.(type) {
		case page.Section:
			group = b.Text + ", " + b.Note
		case page.Entry:
			items = append(items, dialog.Item{Group: group, Key: b.Lead[0].Text, Text: b.Body[0].Text})
		}
	}
	p := &dialog.Picker{Title: "Keys", Enter: "does it", None: "no key does that", KeyCells: keyCells, Find: narrowing(items)}
	a.dialogs.Push(p.Prepare())
}

// palette is every action by name, narrowed by typing. What moves the cursor
// comes last: nobody looks that up by name.
func (a *App) palette() {
	var items, moves []dialog.Item
	for i, b := range a.bindings {
		switch {
		case b.group == groupMove:
			moves = append(moves, actionItem(i, b, ""))
			continue
		case b.do != nil:
			items = append(items, actionItem(i, b, ""))
			continue
		}
		for n, key := range b.Keys()[:min(len(b.Keys()), len(a.sectionKinds))] {
			items = append(items, dialog.Item{Key: key, Text: "go to " + a.sectionKinds[n].name, Result: sectionMsg{n}})
		}
	}
	p := &dialog.Picker{Title: "Actions", Enter: "does it", Typing: true, None: "no such action", KeyCells: keyCells, Find: matching(append(items, moves...))}
	a.dialogs.Push(p.Prepare())
}

func actionItem(n int, b binding, group string) dialog.Item {
	item := dialog.Item{Group: group, Key: b.Help().Key, Text: b.name}
	if b.do != nil {
		item.Result = runMsg{n}
	}
	return item
}

// matching puts the items that fit what is typed first, best first, by letters
// in their order.
func matching(items []dialog.Item) func(string) []dialog.Item {
	return func(typed string) []dialog.Item {
		if strings.TrimSpace(typed) == "" {
			return items
		}
		var out []dialog.Item
		for _, m := range fuzzy.FindFrom(typed, itemTexts(items)) {
			out = append(out, items[m.Index])
		}
		return out
	}
}

// narrowing keeps the items that hold what is typed, in their own order and
// under their headings.
func narrowing(items []dialog.Item) func(string) []dialog.Item {
	return func(typed string) []dialog.Item {
		var out []dialog.Item
		typed = strings.ToLower(typed)
		for _, item := range items {
			if strings.Contains(strings.ToLower(item.Key+" "+item.Text+" ("+item.Code+") "+item.Group), typed) {
				out = append(out, item)
			}
		}
		return out
	}
}

// itemTexts are the texts of items, as the matcher wants them.
type itemTexts []dialog.Item

func (t itemTexts) String(i int) string { return t[i].Text }
func (t itemTexts) Len() int            { return len(t) }

// subject is what an action is about: what the cursor stands on, or else the
// open page.
func (a *App) subject() page.Target {
	s := a.here()
	t := s.focused().Selected()
	if n := len(s.trail); n > 0 && (t.IsZero() || t.Ref.Kind == briefing.KindNone) {
		return s.trail[n-1].target
	}
	return t
}

// related lists everything that touches the item.
func (a *App) related() {
	t := a.subject()
	if t.Ref.Kind == briefing.KindNone {
		a.say("no item here that anything could be related to")
		return
	}
	var items []dialog.Item
	for _, rel := range page.Related(a.index, t.Ref) {
		for _, target := range rel.Targets {
			items = append(items, a.targetItem(rel.Name+"  "+strconv.Itoa(len(rel.Targets)), target))
		}
	}
	p := &dialog.Picker{Title: "Related to " + column.Crumb(a.index, page.Target{Ref: t.Ref}), Enter: "opens it", None: "nothing else in this briefing touches it",
		KeyCells: kindCells, Find: narrowing(items)}
	a.dialogs.Push(p.Prepare())
}

// targetItem is a row that opens a target.
func (a *App) targetItem(group string, t page.Target) dialog.Item {
	item := dialog.Item{Group: group, Key: page.KindLabel(t.Ref.Kind), Text: page.Name(a.index, t.Ref), Result: openMsg{t}}
	if t.Passage > 0 {
		e := a.index.Passages[t.Passage-1].Evidence
		item.Key = "[" + strconv.Itoa(t.Passage) + "]"
		if e.Quote != "" {
			item.Aside = a.quoted(e.Quote)
		}
	}
	return item
}

// chosen does what was chosen in a dialog.
func (a *App) chosen(result tea.Msg) tea.Cmd {
	switch msg := result.(type) {
	case runMsg:
		if b := &a.bindings[msg.binding]; a.allowed(b.id) {
			return b.do(a)
		}
	case sectionMsg:
		a.goSection(msg.section)
	case openMsg:
		a.openTarget(msg.target)
	case goneMsg:
		a.say("it is not in the briefing any more, and cannot be opened")
	case dialog.Chosen:
		a.applyFilter(msg.Expression)
	case hitMsg:
		a.openHit(msg)
	case hitInEntryMsg:
		a.openHitInEntry(msg)
	case widenMsg:
		a.searchFolder(msg.typed)
	case hitsClosedMsg:
		a.hitsClosed()
	case copyMsg:
		return a.copyOut(msg)
	case copyFileMsg:
		return a.saveCopy()
	case editAtMsg:
		return a.editAt(a.doc.Path, msg.line)
	case visitMsg:
		return a.visit(msg)
	}
	return nil
}
