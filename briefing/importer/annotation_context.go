package importer

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// annotationSystem is the system of the ids of annotations.
const annotationSystem = "annotation"

// fitContexts shortens the words before and after annotated ones to those in
// the text of their document. Programs for annotations take them from the whole
// page, including what is beside the article, and write no space between
// paragraphs.
func (b *builder) fitContexts() {
	var texts quote.Texts
	for i := range b.made.Questions {
		for k := range b.made.Questions[i].Claims {
			c := &b.made.Questions[i].Claims[k]
			if !slices.ContainsFunc(c.ExternalIDs, func(e briefing.ExternalID) bool { return e.System == annotationSystem }) {
				continue
			}
			for p := range c.Positions {
				for e := range c.Positions[p].Evidence {
					b.fitContext(&texts, &c.Positions[p].Evidence[e])
				}
			}
		}
	}
}

// fitContext does this for one quote. It leaves words alone that are not in the
// text at all.
func (b *builder) fitContext(texts *quote.Texts, e *briefing.Evidence) {
	text := b.textOf(e.Source)
	if text == "" || e.Prefix == "" && e.Suffix == "" {
		return
	}
	missing := func(prefix, suffix string) bool {
		return texts.Of(e.Source, text).Anchor(quote.Quote{Words: e.Quote, Prefix: prefix, Suffix: suffix}).State == quote.Missing
	}
	if !missing(e.Prefix, e.Suffix) || missing("", "") {
		return
	}
	prefix, suffix := []rune(e.Prefix), []rune(e.Suffix)
	for len(prefix) > 0 && missing(string(prefix), "") {
		prefix = prefix[1:]
	}
	for len(suffix) > 0 && missing("", string(suffix)) {
		suffix = suffix[:len(suffix)-1]
	}
	e.Prefix, e.Suffix = strings.TrimSpace(string(prefix)), strings.TrimSpace(string(suffix))
	if missing(e.Prefix, e.Suffix) { // each of them is elsewhere
		e.Prefix, e.Suffix = "", ""
	}
	b.lost.add("words before or after an annotation that differ from its document")
}

// textOf returns the text of a source, whether new or in the briefing that is
// added to.
func (b *builder) textOf(id string) string {
	if at, isNew := b.sources[id]; isNew {
		return b.made.Sources[at].Text
	}
	if b.Into != nil {
		for i := range b.Into.Sources {
			if b.Into.Sources[i].ID == id {
				return b.Into.Sources[i].Text
			}
		}
	}
	return ""
}
