package reader

import (
	"sitrep/ui/tui/column"
)

// startSelecting begins to select words in the text of the source whose page is
// open. Otherwise it opens the first source that the item at the cursor rests
// on.
func (r *Reader) startSelecting() {
	t := r.sourceHere()
	source := r.index.Source(t.Ref.ID)
	switch {
	case source == nil:
		r.Say("no source here whose words could be selected")
		return
	case source.Text == "":
		r.Say("the briefing holds no text of this source, so there are no words to select")
		return
	}
	if r.openItem().Ref != t.Ref {
		r.openTarget(t)
	}
	r.arrangeOpened()
	flow, ok := r.here().focused().(*column.Flow)
	language := source.Publication.Language
	if language == "" {
		language = r.index.Briefing.Language
	}
	if !ok || !flow.SelectText(language) {
		r.Say("the text of this source has no words to select")
		return
	}
	r.selects = &selecting{flow, source}
}
