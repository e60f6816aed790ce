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
	eachItem(b, func(id, text string, _ briefing.Pos) { texts[id] = text })
	return texts
}

func eachItem(b *briefing.Briefing, visit func(id, text string, pos briefing.Pos)) {
	for i := range b.Judgments {
		visit(b.Judgments[i].ID, b.Judgments[i].Text, b.Judgments[i].Pos)
	}
	for i := range b.Sources {
		visit(b.Sources[i].ID, b.Sources[i].Title, b.Sources[i].Pos)
	}
	for i := range b.Actors {
		visit(b.Actors[i].ID, b.Actors[i].Name, b.Actors[i].Pos)
	}
	for i := range b.Events {
		visit(b.Events[i].ID, b.Events[i].Title, b.Events[i].Pos)
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		visit(q.ID, q.Text, q.Pos)
		for k := range q.Claims {
			visit(q.Claims[k].ID, q.Claims[k].Text, q.Claims[k].Pos)
		}
	}
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
	eachItem(b, func(id, text string, pos briefing.Pos) {
		if text != "" && texts[id] == text {
			c.add(CodeFromTemplate, pos, id, fmt.Sprintf("%q is still the template's", id), "write your own, or take it out")
		}
	})
}
