//go:build !unix

package terminal

// keyboard is nothing here: Bubble Tea knows the console.
type keyboard struct{ gone func() }

func openKeyboard() (*keyboard, error) { return nil, nil }

func (*keyboard) Read([]byte) (int, error) { return 0, nil }

func (*keyboard) restore() {}

func (*keyboard) pause() {}

func (*keyboard) resume() {}

// pasted is the text as Bubble Tea tells of it.
func (*keyboard) pasted(told string) string { return told }
