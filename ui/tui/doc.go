// Package tui is the program on the screen: models of Bubble Tea that package
// terminal runs. App shows one of three models, and asks each for nothing but its frame:
//
//	            ┌─> library.Library: the list of a folder
//	App.Update ─┤        │ asks: open this entry, at this hit
//	(app.go)    │        v
//	            │   App.asked (swap.go): goes from one to the other
//	            │        ^
//	            │        │ asks: leave, search all, open this hit
//	            ├─> reader.Reader: one briefing
//	            └─> broken.Broken: a file that is no briefing, until it is mended
//
// A model changes its own state only, and asks App for what concerns the other;
// results of commands about the folder reach Library even while a briefing is shown.
// Another file is opened over what is shown (openfile.go). What the models share is in
// package screen.
package tui
