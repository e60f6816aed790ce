//go:build !unix

package terminal

// keyboard does nothing here: Bubble Tea reads the console by itself.
type keyboard struct{ gone func() }

func openKeyboard() (*keyboard, error) { return nil, nil }

func (*keyboard) Read([]byte) (int, error) { return 0, nil }

func (*keyboard) restore() {}

func (*keyboard) pause() {}

func (*keyboard) resume() {}

// pasted returns the text that Bubble Tea has sent.
func (*keyboard) pasted(told string) string { return told }
