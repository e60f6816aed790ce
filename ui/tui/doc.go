// Package tui is the program on the screen: models of Bubble Tea that package
// terminal runs. App shows one of two models, and asks each for nothing but its frame:
//
//	            ┌─> library.Library: the list of a folder
//	App.Update ─┤        │ asks: open this entry, at this hit
//	(app.go)    │        v
//	            │   App.asked (swap.go): goes from one to the other
//	            │        ^
//	            │        │ asks: leave, search all, open this hit
//	            └─> reader.Reader: one briefing
//
// A model changes its own state only, and asks App for what concerns the other;
// results of commands about the folder reach Library even while a briefing is shown.
// A briefing from another file is opened over what is shown (openfile.go). What both
// models share is in package screen.
package tui
