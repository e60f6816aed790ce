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
	spoken int64  // the day by which statements are ordered
}

// History returns what a holder has said in all briefings of the library, in the
// order in which it was said. A position that versions of a briefing repeat is
// returned once.
func (l *Library) History(ctx context.Context, holder Same) ([]Statement, error) {
	var all []Statement
	for _, one := range holder.Items {
		err := l.each(ctx, func(scan func(...any) error) error {
			s := Statement{Ref: briefing.Ref{Kind: briefing.KindPosition}, Holder: one.Name, ByName: one.ByName}
			var said string
			var err error
			s.Entry, err = scanEntry(func(columns ...any) error {
				return scan(append(columns, &s.Ref.ID, &s.Marking, &s.claim, &s.Claim, &s.Question, &s.Stance, &said, &s.SaidBy, &s.spoken)...)
			})
			if said != "" {
				s.Said, _ = edtf.Parse(said) // it was parsed before
			}
			s.spoken = cmp.Or(s.spoken, s.day)
			all = append(all, s)
			return err
		}, statementsOf, one.id)
		if err != nil {
			return nil, err
		}
	}
	all = onceForVersions(all)
	markChanges(all)
	return all, nil
}

// statementsOf selects the positions of a holder.
var statementsOf = "SELECT " + columnsOf("file") + `, item.ref, item.marking,
	claim.ref, claim.name, question.name, position.stance, position.said, position.said_by, position.day
FROM position
JOIN item ON item.id = position.item
JOIN item AS claim ON claim.id = position.claim
JOIN item AS question ON question.id = position.question
JOIN file ON file.id = ` + fileID("position.item") + `
WHERE position.holder = ?`

// onceForVersions sorts statements, and keeps of those that versions of a briefing
// repeat the one in the first of them.
func onceForVersions(all []Statement) []Statement {
	slices.SortStableFunc(all, func(a, b Statement) int {
		return cmp.Or(cmp.Compare(a.spoken, b.spoken), cmp.Compare(a.day, b.day), cmp.Compare(a.Version, b.Version), strings.Compare(a.File, b.File), strings.Compare(a.Ref.ID, b.Ref.ID))
	})
	type repeated struct{ briefing, position, stance, said string }
	at := map[repeated]int{}
	out := all[:0]
	for _, s := range all {
		key := repeated{s.series(), s.Ref.ID, string(s.Stance), s.Said.String()}
		if i, ok := at[key]; ok {
			out[i].Versions++
			out[i].Last = s.File
			continue
		}
		at[key] = len(out)
		s.Versions, s.Last = 1, s.File
		out = append(out, s)
	}
	return out
}

// markChanges sets the stance before of each statement that changes it. A claim is
// the same in versions of a briefing by its id, and elsewhere by its text.
func markChanges(all []Statement) {
	type version struct{ briefing, claim string }
	group := map[version]string{}
	stance := map[string]briefing.Stance{}
	for i := range all {
		s := &all[i]
		id := version{s.series(), s.claim}
		if group[id] == "" {
			group[id] = fold.String(s.Claim)
		}
		was, known := stance[group[id]]
		if known && was != s.Stance {
			s.Before = was
		}
		stance[group[id]] = s.Stance
	}
}
