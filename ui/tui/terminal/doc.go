// Package terminal runs a program on a terminal: its start and end, signals,
// the size, modes of the terminal, keys and painting. It knows no reader; what
// it shows is a [Model].
//
//	keys ──> keyboard (inputfilter.go) ──> Bubble Tea ──> program.Update ──> Model.Update
//	signals ──> job.signal ────────────────────^                │
//	                                                            v
//	terminal <── output <── Bubble Tea <── View <── Model.View or the last frame
//
// # Workarounds
//
// Each of these goes when Bubble Tea does it right. Take it out and run the test
// that is named: if that passes, nothing needs it any more. The versions are
// Bubble Tea v2.0.10 and those that its go.mod names.
//
//   - The renderer's ticker can be stopped after it was started again, and
//     nothing is drawn from then on: job.exec waits for settle before anything is
//     done with a terminal that was given back.
//     https://github.com/charmbracelet/bubbletea/issues/1778;
//     TestDescriptorsAreKept and TestFaultStopAndContinue in ui/cli.
//   - Each time the terminal is taken back there is a new cancelable reader, and
//     the one before stays open: keyboard has no Name, so that Bubble Tea makes
//     one that holds no descriptors. TestDescriptorsAreKept in ui/cli.
//   - Letting go of the terminal waits half a second for the reader of keys and
//     goes on if it has not ended; it then takes keys from an editor. The
//     keyboard is paused before. TestEditorHasTheTerminal in ui/cli.
//   - A terminal that is given back right after it was taken gets the sequences
//     that turn off keyboard modes before those that turn them on: output counts
//     them and turns off what is left. The exit itself is mended
//     (https://github.com/charmbracelet/bubbletea/issues/1749).
//     TestKeyModes here, TestFaultSignalsAtTheStart in ui/cli.
//   - Frames are drawn by the clock from the start, an empty one if there is no
//     other: output holds everything back until the first. TestFirstFrame in
//     ui/cli.
//   - The size is read before changes of it are listened to, and a change in
//     between is lost: program looks at it again. No test: it takes a change
//     within milliseconds of the start.
//   - A frame is asked for after every message, however many there are: program
//     shows the last one again if it is younger than minShown. TestFaultInputFlood
//     in ui/cli.
//   - Answers of the terminal that come in pieces, and parameters that are too
//     many, are taken for keys, and a paste without an end takes the keyboard
//     away: inputFilter passes on whole sequences only.
//     TestAnswersInPieces and FuzzInputFilterLives here, TestFaultOpenEndedInput,
//     TestPasteEndsInPieces and TestAnswerInPieces in ui/cli.
//   - A terminal that has hung up is waited for, if reading it does not end:
//     keyboard ends the program. TestFaultHangup in ui/cli.
//   - A panic is printed as it is, with the escape sequences that it may hold,
//     and cannot be recovered by who called Run: program recovers first.
//     https://github.com/charmbracelet/bubbletea/issues/1469;
//     TestNoPanicGetsPast here, TestFaultPanics in ui/cli.
//   - Suspending is done by Bubble Tea for ctrl-z only, not for a SIGTSTP from
//     elsewhere: job does all of it. TestFaultStopAndContinue and
//     TestFaultStoppedFromOutside in ui/cli.
//   - A terminal that takes no more output keeps the program: Run ends the
//     process after grace. TestFaultStalledTerminal in ui/cli.
//
// And these go when terminals agree:
//
//   - Those that count cells by code point differ on joined emoji, tmux among
//     them: countable takes the joiners out. TestCountable here,
//     TestColumnsAreStraight in ui/cli.
package terminal
