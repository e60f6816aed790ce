package reader

import (
	"strings"
	"testing"
)

// TestACHIsKept codes cells and adds a hypothesis, quits and comes back: all of it is
// there, in a line each. U takes back.
func TestACHIsKept(t *testing.T) {
	k := newKept(t)
	s := k.start(80, 24)
	s.Press("4", "v", "v", "I", "right", "c", "H")
	s.Press(strings.Split("None", "")...)
	s.Press("enter", "I")
	s.Want("your analysis, in the notebook", true)
	s.quit()
	for _, line := range []string{"  kursk-presence:\n", "      own-1: \"None\"\n", "        kursk-stationed/ukrainian-intelligence: II\n", "        kursk-stationed/ukrainian-intelligence: C\n"} {
		if !strings.Contains(k.file(), line) {
			t.Errorf("%q is not in\n%s", line, k.file())
		}
	}

	s = k.start(80, 24)
	s.Want("H4 own: None", true)
	s.Want("3 of 20 cells coded", true)
	s.Press("E")
	s.Want("2 of 20 cells coded", true)
	s.Press("U")
	s.Want("3 of 20 cells coded", true)
	s.quit()
}

// TestACHOfTwoReaders has two programs code the same question: the second sees what the
// first has entered once it saves.
func TestACHOfTwoReaders(t *testing.T) {
	k := newKept(t)
	one, other := k.start(80, 24), k.start(80, 24)
	one.Press("4", "v", "v", "I")
	other.Press("4", "v", "v", "j", "c")
	other.Want("2 of 15 cells coded", true)
	one.Press("j", "j", "i")
	one.Want("3 of 15 cells coded", true)
	one.quit()
	other.quit()
}
