// Package tui is the reader: a model of Bubble Tea with five sections, which
// package terminal runs.
//
//	key ──> App.Update ──> top dialog, or a prompt, or the table of bindings
//	click ──────┘              or, for the mouse, what stands under it
//	                          │ a binding calls one method of App
//	                          v
//	         App moves a cursor, opens or leaves a page, or returns a command
//	                          │ commands (commands.go) do the IO and answer
//	                          v                         with one result message
//	result ─> App.Update ──> App.View: frame, columns, dialogs
//
// A section is a tab: a list, and the trail of pages opened from it. A column
// is what fills a part of the screen from its top to its foot: a list, a page,
// lanes, a matrix. A target is what a row or a link leads to. A place is a
// section with its cursor and trail, kept in the history of jumps. A dialog is
// drawn over the frame and takes the keys while it is open. A library is the list
// of the briefings in a folder, and an entry one of its files; an indexed document is a
// version of a briefing, indexed. Only App changes state; columns and dialogs
// are asked and answer.
package tui
