package library

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/fold"
)

// Statement is a position in a briefing of the library.
type Statement struct {
	Entry    // of the file
	Ref      briefing.Ref
	Marking  string // before it
	Holder   string
	ByName   bool // only kind and name say that it is this holder
	Question string
	Claim    string
	Stance   briefing.Stance
	Said     edtf.Date
	SaidBy   bool // Said is the day by which the position was taken

	// Before is the stance that the holder had on the claim before, if that was
	// another; else it is empty.
	Before briefing.Stance
	// Last is the file of the newest version that has the same position, and
	// Versions is in how many it stands.
	Last     string
	Versions int

	claim  string // its id
	holder int64  // the item; of several holders, that of the first item that is the same
}

// History returns what a holder has said in all briefings of the library, in the
// order in which it was said. A position that versions of a briefing repeat is
// returned once, and once more if some of them were withdrawn.
func (l *Library) History(ctx context.Context, holder Same) ([]Statement, error) {
	return l.history(ctx, holder, "")
}

// notWithdrawn is the condition for what was not.
const notWithdrawn = " AND file.withdrawn = ''"

// history is History of the files that meet a condition.
func (l *Library) history(ctx context.Context, holder Same, files string) ([]Statement, error) {
	var all []Statement
	for _, one := range holder.Items {
		list, err := l.statements(ctx, "position.holder = ?"+files, one.id)
		if err != nil {
			return nil, err
		}
		for i := range list {
			s := &list[i]
			s.Holder, s.ByName, s.holder = one.Name, one.ByName, holder.Items[0].id
		}
		all = append(all, list...)
	}
	all = onceForVersions(all)
	markChanges(all)
	return all, nil
}

// statements returns the positions that meet a condition in SQL.
func (l *Library) statements(ctx context.Context, where string, args ...any) ([]Statement, error) {
	var all []Statement
	err := l.each(ctx, func(scan func(...any) error) error {
		s := Statement{Ref: briefing.Ref{Kind: briefing.KindPosition}}
		var said string
		var err error
		s.Entry, err = scanEntry(func(columns ...any) error {
			return scan(append(columns, &s.Ref.ID, &s.Marking, &s.claim, &s.Claim, &s.Question, &s.Stance, &said, &s.SaidBy, &s.holder)...)
		})
		if said != "" {
			s.Said, _ = edtf.Parse(said) // it was parsed before
		}
		all = append(all, s)
		return err
	}, selectStatements+where, args...)
	return all, err
}

// selectStatements selects the positions that meet the condition put after it.
var selectStatements = "SELECT " + columnsOf("file") + `, item.ref, item.marking,
	claim.ref, claim.name, question.name, position.stance, position.said, position.said_by, position.holder
FROM position
JOIN item ON item.id = position.item
JOIN item AS claim ON claim.id = position.claim
JOIN item AS question ON question.id = position.question
JOIN file ON file.id = ` + fileID("position.item") + `
WHERE `

// spoken returns the day by which statements are ordered.
func (s *Statement) spoken() int64 { return cmp.Or(dayOf(s.Said), s.day) }

// onceForVersions returns each statement that versions of a briefing repeat once, as
// the first of them has it, in the order in which they were made. One that has no date
// of its own is made again if another stance on the claim came in between.
func onceForVersions(all []Statement) []Statement {
	slices.SortStableFunc(all, func(a, b Statement) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.Version, b.Version), strings.Compare(a.File, b.File), cmp.Compare(a.spoken(), b.spoken()), strings.Compare(a.Ref.ID, b.Ref.ID))
	})
	type topic struct {
		series, claim string
		holder        int64
		withdrawn     bool
	}
	type repeated struct {
		topic
		stance briefing.Stance
		said   string
	}
	type seen struct{ first, last int } // numbers of files
	at := map[repeated]int{}
	newest := map[topic]int{} // the last statement on it
	var out []Statement
	var when []seen
	file := 0
	for n, s := range all {
		if n > 0 && all[n-1].File != s.File {
			file++
		}
		on := topic{s.series(), s.claim, s.holder, s.Withdrawn != ""}
		key := repeated{on, s.Stance, s.Said.String()}
		i, ok := at[key]
		if other := newest[on]; ok && (s.SaidBy || s.Said.IsZero()) && when[other].first > when[i].last && when[other].first < file {
			ok, s.Said, s.SaidBy = false, edtf.Date{}, false // the day of its sources is that of the first time
		}
		if !ok {
			i = len(out)
			at[key], newest[on] = i, i
			s.Versions, s.Last = 0, ""
			out, when = append(out, s), append(when, seen{file, file})
		}
		if out[i].Last != s.File {
			out[i].Versions++
			out[i].Last = s.File
		}
		when[i].last = file
	}
	slices.SortStableFunc(out, func(a, b Statement) int { return cmp.Compare(a.spoken(), b.spoken()) })
	return out
}

// markChanges sets the stance before of each statement with which its holder changes
// it. A claim is the same in versions of a briefing by its id, and elsewhere by its
// text. What a briefing has of one moment is no change, nor is what was withdrawn.
func markChanges(all []Statement) {
	type version struct{ briefing, claim string }
	type opinion struct {
		holder int64
		claim  string // its folded text
	}
	text := map[version]string{}
	latest := map[opinion]*Statement{}
	for i := range all {
		s := &all[i]
		if s.Withdrawn != "" {
			continue
		}
		id := version{s.series(), s.claim}
		if text[id] == "" {
			text[id] = cmp.Or(fold.String(s.Claim), id.briefing+partEnd+id.claim)
		}
		of := opinion{s.holder, text[id]}
		was := latest[of]
		if was != nil && was.Stance != s.Stance && (was.File != s.File || was.spoken() != s.spoken()) {
			s.Before = was.Stance
		}
		latest[of] = s
	}
}
