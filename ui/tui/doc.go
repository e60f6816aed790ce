// Package tui is the program on the screen: models of Bubble Tea that package
// terminal runs.
//
//	            ┌─> Library: the list of a folder (library*.go)
//	App.Update ─┤        │ ask: open this entry, at this hit
//	(app.go)    │        v
//	            │   App.asked (swap.go): goes from one to the other
//	            │        ^
//	            │        │ ask: leave, search all, open this hit
//	            └─> Reader: one briefing (update.go, actions.go; state in state*.go)
//
//	key ──> Reader.Update ──> top dialog, or a prompt, or the action that it is
//	click ──────┘             bound to (keys/table.go, actions.go)
//	                          │ an action is one method of Reader
//	                          v
//	       Reader moves a cursor, opens or leaves a page, or returns a command
//	                          │ commands (commands.go) do the IO and answer
//	                          v                       with one result message
//	result ─> Reader.Update ──> Reader.View: frame, columns, dialogs
//
// App shows one of the two. A model changes its own state only, and asks App for
// what concerns the other; results of commands about the folder reach Library even
// while a briefing is shown. What both share is in package screen.
//
// A section is a tab: a list, and the trail of pages opened from it. A column
// fills a part of the screen from its top to its foot: a list, a page, lanes, a
// matrix. A target is what a row or a link leads to. A place is a section with its
// cursor and trail, kept in the history of jumps. A dialog is drawn over the frame
// and takes the keys while it is open; it closes with a message that says what was
// chosen. An entry is a file of a library, and an indexed document is a version of
// a briefing with its index.
package tui
