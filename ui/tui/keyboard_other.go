//go:build !unix

package tui

// openKeyboard leaves the keyboard to Bubble Tea, which knows the console.
func openKeyboard() (*keyboard, error) { return nil, nil }
