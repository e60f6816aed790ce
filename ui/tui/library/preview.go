package library

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
)

const (
	// maxPreviews and maxPreviewed are the limits of briefings that are kept for
	// the column beside the list, and of the bytes of their files. A file takes
	// four to five times its size in memory.
	maxPreviews  = 8
	maxPreviewed = 8 << 20
	// slowPreview is the size of a file from which reading it takes so long that
	// the one before is not shown meanwhile.
	slowPreview = 1 << 20
)

// previewMsg has what is shown beside an entry.
type previewMsg struct{ preview preview }

func (p *previews) of(name string) *preview {
	for i := range p.kept {
		if p.kept[i].name == name {
			return &p.kept[i]
		}
	}
	return nil
}

// outdate has the briefs of some files read again or, if there are none, all.
func (p *previews) outdate(names []string) {
	for i := range p.kept {
		if len(names) == 0 || slices.Contains(names, p.kept[i].name) {
			p.kept[i].outdated = true
		}
	}
}

// keep keeps a preview, and drops the oldest ones beyond the limits.
func (p *previews) keep(k preview) {
	p.kept = slices.DeleteFunc(p.kept, func(old preview) bool { return old.name == k.name })
	p.kept = append(p.kept, k)
	bytes := int64(0)
	for i := len(p.kept) - 1; i >= 0; i-- {
		bytes += p.kept[i].size
		if i < len(p.kept)-1 && (len(p.kept)-i > maxPreviews || bytes > maxPreviewed) {
			p.kept = slices.Delete(p.kept, 0, i+1)
			return
		}
	}
}

// preview reads the briefing under the cursor for the column beside the list,
// unless it is known, keys keep coming, or another one is being read.
func (l *Library) preview() tea.Cmd {
	p, e := &l.previews, l.selected()
	if e == nil || l.open != "" || l.Held || p.loading != "" || len(l.rects()) < 2 {
		return nil
	}
	if e.Why != "" {
		p.keep(preview{name: e.File, column: column.Note("It cannot be read: " + e.Why + "; " + l.Keys.Of("open") + " shows where, or reads it again.")})
		return nil
	}
	if k := p.of(e.File); k != nil && !k.outdated {
		return nil
	}
	p.loading = e.File
	name, size, index := e.File, e.Size, l.Index
	return func() tea.Msg {
		doc, err := index.Load(name)
		if err != nil {
			return previewMsg{preview{name: name, column: column.Note("It cannot be read: " + file.WhyUnreadable(err))}}
		}
		return previewMsg{preview{name: name, size: size, column: column.Brief(doc.Index())}}
	}
}

func (l *Library) previewed(msg previewMsg) {
	l.previews.loading = ""
	l.previews.keep(msg.preview)
}

// beside returns what is shown beside the list. It stays that of an earlier row
// while keys keep coming, and for the moment in which a briefing is read.
func (l *Library) beside() column.Column {
	p, e := &l.previews, l.selected()
	if e == nil {
		return nil
	}
	switch k := p.of(e.File); {
	case l.Held:
	case k != nil:
		p.shown = k.column
	case e.Size >= slowPreview:
		p.shown = column.Note("It is being read.")
	}
	return p.shown
}

// rects returns the rectangles of the list and of what is beside it, if there is
// room.
func (l *Library) rects() []layout.Rect { return l.Frame.For(l.wish()) }

func (l *Library) wish() layout.Wish {
	w := column.WishOf(l.list)
	w.Single = true
	return w
}
