package importer

import (
	"strconv"

	"sitrep/briefing/clean"
)

// tally counts losses, in the order of their first occurrence.
type tally struct {
	order  []string
	times  map[string]int
	suchAs map[string]string // the first example of those counted with one
}

// maxLost is the limit of different kinds of losses.
const maxLost = 200

func (t *tally) add(what string) { t.addTimes(what, 1) }

// addSuch counts a loss, and keeps the first example.
func (t *tally) addSuch(what, example string) {
	if t.suchAs[what] == "" {
		if t.suchAs == nil {
			t.suchAs = map[string]string{}
		}
		t.suchAs[what] = clean.Quoted(example)
	}
	t.add(what)
}

func (t *tally) addTimes(what string, n int) {
	if n <= 0 {
		return
	}
	if t.times == nil {
		t.times = map[string]int{}
	}
	if _, ok := t.times[what]; !ok {
		if len(t.order) == maxLost {
			what = "something else"
		}
		if t.times[what] == 0 {
			t.order = append(t.order, what)
		}
	}
	t.times[what] += n
}

func (t *tally) counts() []Count {
	out := make([]Count, len(t.order))
	for i, what := range t.order {
		out[i] = Count{what, t.times[what]}
		switch example := t.suchAs[what]; {
		case example != "" && out[i].Times == 1:
			out[i].What += ": " + example
		case example != "":
			out[i].What += ", such as " + example
		}
	}
	return out
}

// String returns the count and what was counted.
func (c Count) String() string { return strconv.Itoa(c.Times) + " × " + c.What }
