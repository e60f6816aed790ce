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
)

type (
	// stopMsg says that the process has been asked to stop, continuedMsg that
	// it has been stopped in some other way and woken. Signals send them.
	stopMsg      struct{}
	continuedMsg struct{}
	// hangupMsg says that the terminal has not come back from the shell.
	hangupMsg struct{}
	// sizeMissedMsg asks whether the terminal has another size than the screen.
	sizeMissedMsg struct{}
	// drawMsg says that the frame that is shown again is to be renewed.
	drawMsg struct{}
)
