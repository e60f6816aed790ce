// Package terminal runs a program on a terminal: its start and end, signals,
// the size, modes of the terminal, keys and painting. It knows no reader; what
// it shows is a [Model].
//
//	keys ──> keyboard (inputfilter.go) ──> Bubble Tea ──> program.Update ──> Model.Update
//	signals ──> job.signal ────────────────────^                │
//	                                                            v
//	terminal <── painter <── program.View <── Model.View
//
// Bubble Tea runs the loop of messages, and nothing else: its renderer draws by a
// clock, which keeps a key waiting, and wakes an idle program hundreds of times a
// second. painter draws when there is something new. Nothing is read and nothing
// painted while another program or the shell has the terminal: Update waits.
//
// # Workarounds
//
// Each of these goes when Bubble Tea (v2.0.10) does it right. Tests of
// workarounds_unix_test.go run Bubble Tea without one and fail when it can go.
// Where there is none, take the workaround out and run the test that is named: if
// that passes, nothing needs it any more.
//
//   - The clock of the renderer ticks though there is no renderer: Run stops it by
//     having the terminal released that Bubble Tea does not have. BenchmarkIdle in
//     ui/cli.
//   - A frame is asked for after every message, however many there are: program
//     paints none within minShown of the last. BenchmarkBurst in ui/cli.
//   - Some answers of the terminal are taken for keys
//     (https://github.com/charmbracelet/x/issues/848 is one reason), among them
//     those that come in pieces; more than 32 parameters make it panic; a paste
//     without an end takes the keyboard away: inputFilter passes on whole
//     sequences only. TestAnswersAreTakenForKeys; TestFaultOpenEndedInput and
//     TestAnswerInPieces in ui/cli.
//   - A panic is printed as it is, with the escape sequences that it may hold,
//     and whoever called Run cannot recover it: program recovers first.
//     https://github.com/charmbracelet/bubbletea/issues/1469;
//     TestPanicsArePrintedRaw.
//   - Once lines have been scrolled, ultraviolet compares only those that were
//     drawn anew: painter.draw says that all were. TestFramesArriveWhole.
//   - A terminal that takes no more output keeps the program: Run ends the
//     process after grace. TestFaultStalledTerminal in ui/cli.
//
// One goes when terminals agree: those that count cells by code point differ on
// joined emoji, tmux among them, and countable takes the joiners out.
// TestColumnsAreStraight in ui/cli.
package terminal
