package library

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/file"
	"sitrep/briefing/search"
	"sitrep/data/library"
	"sitrep/ui/tui/dialog"
)

// comparedMsg has what has changed from one version of a briefing to another. It
// is dropped if its number is not the latest.
type comparedMsg struct {
	number int
	of     dialog.CompareMsg
	report *diff.Report
	err    error
}

// compareVersions compares the version under the cursor with another one: with the
// only other, or with one that is chosen, of which the first is the one before it.
func (l *Library) compareVersions() tea.Cmd {
	e := l.selected()
	if e == nil {
		l.Say("there is no briefing here")
		return nil
	}
	versions := slices.DeleteFunc(slices.Clone(l.versions()), func(v library.Entry) bool { return v.Why != "" })
	at := slices.IndexFunc(versions, func(v library.Entry) bool { return v.File == e.File })
	switch {
	case len(versions) < 2 || at < 0:
		l.Say("there is no other version of it in the folder")
		return nil
	case len(versions) == 2:
		return l.compare(dialog.CompareMsg{Was: versionOf(&versions[1]), Is: versionOf(&versions[0])})
	}
	named := func(list []library.Entry) (out []dialog.Version) {
		for i := range list {
			out = append(out, versionOf(&list[i]))
		}
		return out
	}
	after := named(versions[:at])
	slices.Reverse(after)
	l.Dialogs.Push(dialog.Versions(versionOf(&versions[at]), named(versions[at+1:]), after))
	return nil
}

// compare compares two versions.
func (l *Library) compare(msg dialog.CompareMsg) tea.Cmd {
	l.Say("comparing " + msg.Was.Label + " with " + msg.Is.Label)
	l.wanted = wanted{number: l.Serial()}
	number, index := l.wanted.number, l.Index
	return func() tea.Msg {
		was, err := index.Load(msg.Was.Name)
		if err != nil {
			return comparedMsg{number: number, of: msg, err: err}
		}
		is, err := index.Load(msg.Is.Name)
		if err != nil {
			return comparedMsg{number: number, of: msg, err: err}
		}
		return comparedMsg{number, msg, diff.Compare(was.Index(), is.Index()), nil}
	}
}

// compared lists what has changed. An item that is chosen is opened in the later
// version.
func (l *Library) compared(msg comparedMsg) {
	if msg.number != l.wanted.number || l.open != "" {
		return
	}
	l.StopOpening()
	switch {
	case msg.err != nil:
		l.Say("not compared: " + file.WhyUnreadable(msg.err))
	case msg.report.Empty():
		l.Say("nothing has changed from " + msg.of.Was.Label + " to " + msg.of.Is.Label)
	default:
		l.Say("")
		title := "Changed from " + msg.of.Was.Label + " to " + msg.of.Is.Label
		l.from = dialog.Changes(title, msg.report, l.Theme, func(p briefing.Part, ref briefing.Ref) tea.Msg {
			return dialog.EntryHitMsg{Name: msg.of.Is.Name, HitMsg: dialog.HitMsg{Hit: search.Hit{Ref: ref, Part: p}}}
		})
		l.Dialogs.Push(l.from)
	}
}
