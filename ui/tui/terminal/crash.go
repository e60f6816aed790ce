package terminal

import (
	"fmt"
	"runtime/debug"

	"sitrep/briefing/clean"
)

// Crash is the error of a program that has panicked. Its texts are clean: a
// panic can hold anything that was in a file.
type Crash struct {
	text  string
	stack string
}

// NewCrash returns the error for what was recovered from a panic, with the stack
// of the caller, or that of another goroutine if recovered has one.
func NewCrash(recovered any) *Crash {
	stack := string(debug.Stack())
	if elsewhere, ok := recovered.(interface{ Stack() string }); ok {
		stack = elsewhere.Stack()
	}
	return &Crash{clean.Line(fmt.Sprint(recovered)), clean.Text(stack)}
}

// Error returns what the panic said, in one line.
func (c *Crash) Error() string { return "internal error: " + c.text }

// Stack returns the stack of the panic, in lines.
func (c *Crash) Stack() string { return c.stack }

// safego runs a function of ours in a goroutine. A panic in it ends the
// program in good order: nobody else would give the terminal back.
func safego(end func(error), f func()) {
	go func() {
		defer catch(end)
		f()
	}()
}

// catch, deferred, turns a panic into the end of the program.
func catch(end func(error)) {
	if r := recover(); r != nil {
		end(NewCrash(r))
	}
}
