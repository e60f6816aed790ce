package desk

import (
	"encoding/json"
	"errors"
	"io/fs"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data/library"
)

// progressFile is the name of the file that says what has been received. It is not
// called as a briefing is.
const progressFile = ".received"

// progress says which messages with a marking have been received, by their sequence in
// the stream: all up to Done, and all from From up to To. Between them some may be
// missing, because the newest come first.
type progress struct {
	Done uint64 `json:"done"`
	From uint64 `json:"from"`
	To   uint64 `json:"to"`
	// At is when To was published, in nanoseconds since 1970. It tells whether the stream
	// is still the same.
	At int64 `json:"at"`
}

// complete reports whether nothing up to To is missing.
func (p *progress) complete() bool { return p.From <= p.Done+1 }

// withdrawal says that a briefing was withdrawn.
type withdrawal struct {
	Revision uint64 `json:"revision"` // of the message that says so
	Day      string `json:"day"`      // 2006-01-02
}

// receipt says what has been received.
type receipt struct {
	Format    string                           `json:"format"`
	Desk      string                           `json:"desk"`
	Stream    string                           `json:"stream"`
	Progress  map[briefing.TLP]progress        `json:"progress"`
	Withdrawn map[string]map[string]withdrawal `json:"withdrawn"` // by the tokens of marking and id
}

const receiptFormat = "sitrep-desk/1"

// readReceipt reads what has been received into a folder. If that is not known, it is
// nothing, and what is there will be found to be the same.
func readReceipt(f folder, c *Config) *receipt {
	r := &receipt{}
	text, err := file.ReadBytes(f.path(progressFile))
	if err != nil || json.Unmarshal(text, r) != nil || r.Format != receiptFormat || r.Desk != c.Name || r.Stream != c.stream() {
		r = &receipt{Format: receiptFormat, Desk: c.Name, Stream: c.stream()}
	}
	if r.Progress == nil {
		r.Progress = map[briefing.TLP]progress{}
	}
	if r.Withdrawn == nil {
		r.Withdrawn = map[string]map[string]withdrawal{}
	}
	return r
}

func (r *receipt) text() ([]byte, error) { return json.Marshal(r) }

// withdrawn returns the day on which a version was withdrawn, or "".
func (r *receipt) withdrawn(label briefing.TLP, id string, revision uint64) string {
	if w := r.Withdrawn[library.Token(label)][id]; w.Revision > revision {
		return w.Day
	}
	return ""
}

// withdraw notes that a briefing was withdrawn.
func (r *receipt) withdraw(label briefing.TLP, id string, w withdrawal) {
	token := library.Token(label)
	if r.Withdrawn[token] == nil {
		r.Withdrawn[token] = map[string]withdrawal{}
	}
	if w.Revision > r.Withdrawn[token][id].Revision {
		r.Withdrawn[token][id] = w
	}
}

// forget forgets what has been received.
func (r *receipt) forget() {
	clear(r.Progress)
	clear(r.Withdrawn)
}

// versions returns the versions of a briefing with a marking that are in a folder and
// are older than a revision.
func (f folder) versions(label briefing.TLP, id string, before uint64) ([]library.Version, error) {
	names, err := library.Files(string(f))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list []library.Version
	for _, name := range names {
		if v, ok := library.ParseVersion(name); ok && v.ID == id && v.TLP == label && v.Revision < before {
			list = append(list, v)
		}
	}
	return list, nil
}
