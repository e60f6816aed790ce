package external

import (
	"errors"
	"fmt"
)

// The reasons not to open an address.
var (
	errNoDisplay = errors.New("there is no display here; BROWSER can name a program for it")
	errNoOpener  = errors.New("xdg-open is not installed; BROWSER can name a program for it")
)

// Browser returns the command that shows a web address. The address must have
// been checked: it begins with its scheme, so that no program can mistake it
// for an option. BROWSER, if it is set, is the name of one program and is not
// split.
func (s System) Browser(address string) ([]string, error) {
	if name := s.Getenv("BROWSER"); name != "" {
		if !s.has(name) {
			return nil, fmt.Errorf("BROWSER is %q, and there is no such program", name)
		}
		return []string{name, address}, nil
	}
	switch s.OS {
	case "darwin":
		return []string{"open", address}, nil
	case windows:
		// Not start, which is built into a shell that interprets &.
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}, nil
	}
	switch {
	case s.Getenv("DISPLAY") == "" && s.Getenv("WAYLAND_DISPLAY") == "":
		// xdg-open would look for a browser that draws on this terminal.
		return nil, errNoDisplay
	case !s.has("xdg-open"):
		return nil, errNoOpener
	}
	return []string{"xdg-open", address}, nil
}
