package linear

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// cursor goes through a list and says where it is.
type cursor struct {
	*output
	voice
	*list
}

// say says the row that is read, or the head of the page.
func (c cursor) say() {
	switch r := c.list.row(); {
	case r != nil:
		c.line(c.voice.row(r))
	case c.at < 0 && !c.listed:
		c.lines(c.voice.head(c.list))
	default:
		c.line(c.empty())
	}
}

func (c cursor) empty() string {
	if c.none != "" {
		return c.none
	}
	return "There is nothing here."
}

// goTo goes to a row and says it, after the heading of a group that it enters.
func (c cursor) goTo(n int) {
	before := -1
	if r := c.list.row(); r != nil {
		before = r.group
	}
	c.at = n
	if r := c.list.row(); r != nil && r.group != before {
		c.heading(r.group)
	}
	c.say()
}

func (c cursor) heading(group int) {
	if h := c.groups[group]; h != "" {
		c.line(sentence(inWords.Replace(h)))
	}
}

// move goes n rows down, or up if n is negative, as far as there are rows.
func (c cursor) move(n int) {
	first := 0
	if !c.listed {
		first = -1
	}
	last := len(c.rows) - 1
	to := max(first, min(c.at+n, last))
	switch {
	case len(c.rows) == 0:
		c.line(c.empty())
	case to == c.at && n > 0:
		c.line("End of the list.")
	case to == c.at:
		c.line("Start of the list.")
	default:
		c.goTo(to)
	}
}

// top and end go to the ends.
func (c cursor) top() { c.goTo(min(0, len(c.rows)-1)) }
func (c cursor) end() { c.goTo(len(c.rows) - 1) }

// group goes to the first row of the next group, or of one before.
func (c cursor) group(step int) {
	here := 0
	if r := c.list.row(); r != nil {
		here = r.group
	}
	for i := c.at + step; i >= 0 && i < len(c.rows); i += step {
		if g := c.rows[i].group; g != here && (step > 0 || i == 0 || c.rows[i-1].group != g) {
			c.goTo(i)
			return
		}
	}
	if step > 0 {
		c.line("This is the last group.")
	} else {
		c.line("This is the first group.")
	}
}

// number goes to the row with a number of its noun, that of the row that is read or else
// of the first that is counted.
func (c cursor) number(n int) bool {
	like := c.list.row()
	for i := 0; (like == nil || like.noun == "") && i < len(c.rows); i++ {
		like = &c.rows[i]
	}
	if like == nil || like.noun == "" {
		c.line("There is no row " + strconv.Itoa(n) + " here.")
		return false
	}
	for i := range c.rows {
		if r := &c.rows[i]; r.noun == like.noun && (c.listed || r.group == like.group) && r.number == n {
			c.goTo(i)
			return true
		}
	}
	c.line("There is no " + like.noun + " " + strconv.Itoa(n) + "; there " + isAre(like.of, like.noun) + ".")
	return false
}

func isAre(n int, noun string) string {
	if n == 1 {
		return "is 1 " + noun
	}
	return "are " + briefing.Counted(n, noun, plural(noun))
}

func plural(noun string) string {
	switch noun {
	case evidenceNoun:
		return "pieces of evidence"
	case "hypothesis":
		return "hypotheses"
	}
	return noun + "s"
}

// portion is how many rows are listed at once.
const portion = 10

// listFrom says so many rows from a row on, 0 for all, and returns the next one, or -1.
// The cursor stays.
func (c cursor) listFrom(at, rows int) (next int) {
	if len(c.rows) == 0 {
		c.line(c.empty())
		return -1
	}
	group := -1
	end := len(c.rows)
	if rows > 0 {
		end = min(at+rows, end)
	}
	for i := at; i < end && !c.stopped.Load(); i++ {
		if r := &c.rows[i]; r.group != group {
			group = r.group
			c.heading(group)
		}
		c.line(c.voice.row(&c.rows[i]))
	}
	if end == len(c.rows) {
		c.line("End of the list, " + briefing.Counted(len(c.rows), "row", "rows") + ".")
		return -1
	}
	c.line(strconv.Itoa(end) + " of " + briefing.Counted(len(c.rows), "row", "rows") + ". Enter goes on, all lists the rest.")
	return end
}

// targets returns where the row that is read leads, or what the head of a page names.
func (c cursor) targets() []page.Target {
	r := c.list.row()
	if r == nil {
		var out []page.Target
		for _, b := range c.list.head {
			out = append(out, links(b)...)
		}
		return briefing.Once(out)
	}
	if !r.to.IsZero() {
		return []page.Target{r.to}
	}
	return links(r.block)
}
