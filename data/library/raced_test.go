//go:build race

package library

// raced is true in a test run with the race detector, in which SQLite, a program in one
// goroutine, is twenty times as slow.
const raced = true
