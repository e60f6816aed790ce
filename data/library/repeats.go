package library

import (
	"cmp"
	"database/sql"
	"slices"

	"sitrep/briefing"
)

// repeats keeps hits from being repeated for each version of a briefing.
type repeats struct {
	shown map[versionedItem]bool
	// waiting are the hits in versions that are not the newest of their day: items of a
	// day come in no order of versions, so they wait for the end of the day.
	waiting []candidate
}

// versionedItem is an item of a briefing that has several versions.
type versionedItem struct {
	briefing string
	ref      briefing.Ref
}

// show yields a hit, unless a later version has the item as one.
func (s *scan) show(c *candidate) error {
	if c.version.briefing != "" {
		item := versionedItem{c.version.briefing, c.hit.Ref}
		if s.shown[item] {
			return nil
		}
		if s.shown == nil {
			s.shown = map[versionedItem]bool{}
		}
		s.shown[item] = true
	}
	if !s.yield(c.hit) {
		return errEnough
	}
	if s.budget > 0 {
		s.budget += hitBudget
	}
	return nil
}

// release shows the hits that wait, those in later versions first.
func (s *scan) release() error {
	slices.SortStableFunc(s.waiting, func(a, b candidate) int { return cmp.Compare(a.version.rank, b.version.rank) })
	for i := range s.waiting {
		if err := s.show(&s.waiting[i]); err != nil {
			return err
		}
	}
	s.waiting = nil
	return nil
}

// versionRank is the place of a file among the versions of its briefing; the zero
// value if there are no others.
type versionRank struct {
	briefing string
	rank     int  // 0 for the newest
	later    bool // there is a later one of the same day
}

// rankReader reads the ranks of files, those of one briefing at a time.
type rankReader struct {
	stmt  *sql.Stmt // selectVersions
	known map[int64]versionRank
}

// selectVersions selects the versions of the briefing that a file is one of.
const selectVersions = `SELECT other.id, other.name, other.briefing, other.day, other.version FROM file JOIN file AS other ON other.briefing = file.briefing
	WHERE file.id = ? AND file.briefing <> '' AND other.kind = 1 AND other.withdrawn = ''`

// of returns the rank of the file with an id.
func (r *rankReader) of(file int64) (versionRank, error) {
	if rank, ok := r.known[file]; ok {
		return rank, nil
	}
	if r.known == nil {
		r.known = map[int64]versionRank{}
	}
	r.known[file] = versionRank{}
	rows, err := r.stmt.Query(file)
	if err != nil {
		return versionRank{}, err
	}
	var entries []Entry
	ids := map[string]int64{}
	for err == nil && rows.Next() {
		var e Entry
		var id int64
		err = rows.Scan(&id, &e.File, &e.Briefing, &e.day, &e.Version)
		entries = append(entries, e)
		ids[e.File] = id
	}
	if err = cmp.Or(err, rows.Err(), rows.Close()); err != nil || len(entries) < 2 {
		return versionRank{}, err
	}
	slices.SortFunc(entries, func(a, b Entry) int { return later(&a, &b) })
	for i, e := range entries {
		r.known[ids[e.File]] = versionRank{e.Briefing, i, i > 0 && entries[i-1].day == e.day}
	}
	return r.known[file], nil
}
