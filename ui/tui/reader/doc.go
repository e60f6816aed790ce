// Package reader is the model of Bubble Tea that shows one briefing.
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
// The state is in state*.go. In leave.go is what the root model needs to go to another
// briefing and back. A reader asks its [Parent] for what concerns more than itself.
//
// A section is a tab: a list, and the trail of pages opened from it. A column
// fills a part of the screen from its top to its foot: a list, a page, lanes, a
// matrix. A target is what a row or a link leads to. A place is a section with its
// cursor and trail, kept in the history of jumps. A dialog is drawn over the frame
// and takes the keys while it is open; it closes with a message that says what was
// chosen.
package reader
