package page

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

// FolderEntryRow returns a row that leads to a briefing in a folder: title,
// cut-off, label, what is contested and what is wrong with it. The ID of the
// target is the name of the file, and its kind is empty. versions is how many
// files with versions of the briefing the row stands for, if it is the newest of
// several, or else 0.
func FolderEntryRow(l file.FolderEntry, versions int) Entry {
	file := clean.Line(l.File)
	row := Entry{To: Target{Ref: briefing.Ref{ID: l.File}}}
	switch {
	case !l.Read:
		row.Body, row.Under = plain(file), [][]Span{{{Text: "not read yet", Role: Muted, Own: true}}}
		return row
	case l.Withheld != "" && l.Why != "":
		row.Body, row.Under = plain(file), [][]Span{{{Text: "withheld by the limit: ", Role: Caution, Own: true}, {Text: strings.TrimPrefix(l.Why, "withheld: ")}}}
		return row
	case l.Why != "":
		row.Body, row.Under = plain(file), [][]Span{{{Text: "cannot be read: ", Role: Caution, Own: true}, {Text: l.Why}}}
		return row
	}
	row.Body = []Span{{Text: l.Title, Role: Strong}}
	under := []Span{ownMuted("no cut-off stated")}
	if !l.AsOf.IsZero() {
		under = []Span{ownMuted("as of " + l.AsOf.Words())}
	}
	if day, err := edtf.Parse(l.Withdrawn); err == nil {
		under = append([]Span{{Text: "withdrawn " + day.Words(), Role: Caution, Own: true}, ownMuted(", ")}, under...)
	}
	if l.Version > 0 {
		under = append(under, ownMuted(", version"+NoBreak+strconv.Itoa(l.Version)))
	}
	switch {
	case versions > 1 && l.Version > 0:
		under = append(under, ownMuted(", newest of"+NoBreak+strconv.Itoa(versions)))
	case versions > 1:
		under = append(under, ownMuted(", newest of "+strconv.Itoa(versions)+" versions"))
	}
	under = append(under, ownMuted(", "), Span{Text: l.TLP.String(), Role: tlpRole(l.TLP)})
	if l.Contested > 0 {
		under = append(under, ownMuted(", "), Span{Text: strconv.Itoa(l.Contested) + NoBreak + "contested", Role: Computed})
	}
	if l.Errors > 0 {
		under = append(under, ownMuted(", "), Span{Text: briefing.Counted(l.Errors, "error", "errors"), Role: Caution})
	}
	if l.Withheld != "" {
		under = append(under, ownMuted(", "), Span{Text: l.Withheld, Role: Caution, Own: true})
	}
	row.Under = [][]Span{append(under, ownMuted(", "), Span{Text: file, Role: Muted, Whole: true})}
	return row
}

// tlpRole returns the role of a label in a list: what is not for everybody wants
// attention.
func tlpRole(l briefing.TLP) Role {
	switch l.Counted() {
	case "", "CLEAR":
		return Muted
	case "GREEN":
		return Plain
	case "RED":
		return AgainstSign
	}
	return Caution
}
