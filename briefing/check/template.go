package check

import (
	"fmt"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// templates returns the id of the briefing that "sitrep new" writes, and the
// texts of its items by their ids.
var templates = sync.OnceValues(func() (id string, texts map[string]string) {
	doc, err := file.Parse(file.Template(), "template", nil)
	if err != nil {
		panic(err) // a test makes sure that it can be read
	}
	return doc.Briefing.ID, itemTexts(doc.Briefing)
})

// itemTexts returns the texts, titles and names of all items by their ids.
func itemTexts(b *briefing.Briefing) map[string]string {
	texts := map[string]string{}
	for item := range b.Items() {
		if item.ID != nil {
			texts[*item.ID] = item.Text
		}
	}
	return texts
}

// template finds what is still as "sitrep new" wrote it: the id of the briefing,
// or if that has changed, items that were left behind.
func (c *checker) template() {
	b := c.doc.Briefing
	id, texts := templates()
	if strings.EqualFold(b.Title, file.UntitledTitle) {
		c.add(CodeFromTemplate, c.doc.At["title"], "", "the briefing still has no title of its own", "say in a line what it is about")
	}
	if b.ID == id {
		c.add(CodeFromTemplate, c.doc.At["id"], "", fmt.Sprintf("the briefing still has the id of the template, %q", id), "give it an id of its own, such as harbour-strike")
		return
	}
	for item := range b.Items() {
		if item.Text != "" && texts[*item.ID] == item.Text {
			c.add(CodeFromTemplate, item.Pos, *item.ID, fmt.Sprintf("%q is still the template's", *item.ID), "write your own, or take it out")
		}
	}
}
