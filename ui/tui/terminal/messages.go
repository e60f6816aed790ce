package terminal

import tea "charm.land/bubbletea/v2"

// Messages that a Model sends.
type (
	// Suspend asks for the process group to be stopped, as the terminal itself
	// would if it still read ctrl-z. See [CanSuspend].
	Suspend struct{}
	// Borrow asks for the terminal to be given to another program until that
	// ends. Done makes the message to answer with; its error is that of the
	// program.
	Borrow struct {
		Argv []string
		Done func(error) tea.Msg
	}
	// Redraw asks for all of the screen to be written again.
	Redraw struct{}
	// Clipboard asks the terminal to put a text on the clipboard (OSC 52).
	Clipboard string
	// AskBackground asks the terminal for the colour of its background. The answer
	// is a [tea.BackgroundColorMsg].
	AskBackground struct{}
)

type (
	// stopMsg says that the process has been asked to stop, continuedMsg that
	// it has been stopped in some other way and woken. Signals send them.
	stopMsg      struct{}
	continuedMsg struct{}
	// hangupMsg says that the terminal has not come back from the shell.
	hangupMsg struct{}
	// resizedMsg says that the terminal has another size.
	resizedMsg struct{}
	// drawMsg says that it is time for what has changed to be painted.
	drawMsg struct{}
	// pauseMsg says that it is time to see whether a key is still held.
	pauseMsg struct{}
)
