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
// Each of these goes when Bubble Tea (v2.0.10) does it right. Tests of
// workarounds_unix_test.go run Bubble Tea without one and fail when it can go.
// Where there is none, take the workaround out and run the test that is named: if
// that passes, nothing needs it any more.
//
//   - The renderer's ticker can be stopped after it was started again, and
//     nothing is drawn from then on: job.exec waits for settle.
//     https://github.com/charmbracelet/bubbletea/issues/1778;
//     TestDescriptorsAreKept and TestFaultStopAndContinue in ui/cli.
//   - Each time the terminal is taken back there is a new reader of it, and the
//     one before stays open: keyboard has no Name, so that its readers hold no
//     descriptors. TestReadersStayOpen.
//   - Letting go of the terminal waits half a second for the reader to end and
//     goes on if it has not; it then takes keys from an editor: keyboard is
//     paused before. TestEditorHasTheTerminal in ui/cli.
//   - A program that ends right after it took the terminal turns keyboard modes
//     off before it turns them on: keyModes counts them, and output turns off
//     what is left. TestModesAreTurnedOffBeforeOn.
//   - Frames are drawn by the clock from the start, an empty one if there is no
//     other: output holds everything back until the first. TestFirstFrame in
//     ui/cli.
//   - The size is read before changes of it are listened to, and a change in
//     between is lost: program looks at it again. No test finds those
//     milliseconds.
//   - A frame is asked for after every message, however many there are: program
//     shows the last one again if it is younger than minShown. BenchmarkBurst in
//     ui/cli.
//   - Some answers of the terminal are taken for keys
//     (https://github.com/charmbracelet/x/issues/848 is one reason), among them
//     those that come in pieces; more than 32 parameters make it panic; a paste
//     without an end takes the keyboard away: inputFilter passes on whole
//     sequences only. TestAnswersAreTakenForKeys; TestFaultOpenEndedInput and
//     TestAnswerInPieces in ui/cli.
//   - A terminal that has hung up is waited for, if reading it does not end:
//     keyboard ends the program. TestFaultHangup in ui/cli.
//   - A panic is printed as it is, with the escape sequences that it may hold,
//     and whoever called Run cannot recover it: program recovers first.
//     https://github.com/charmbracelet/bubbletea/issues/1469;
//     TestPanicsArePrintedRaw.
//   - Suspending is for ctrl-z only, not for a SIGTSTP or SIGSTOP from elsewhere:
//     job does all of it. TestFaultStopAndContinue and
//     TestFaultStoppedFromOutside in ui/cli.
//   - A terminal that takes no more output keeps the program: Run ends the
//     process after grace. TestFaultStalledTerminal in ui/cli.
//
// One goes when terminals agree: those that count cells by code point differ on
// joined emoji, tmux among them, and countable takes the joiners out.
// TestColumnsAreStraight in ui/cli.
package terminal
