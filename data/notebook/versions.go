package notebook

import (
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// The version of a briefing that was read last is no part of a notebook: it is kept for
// this machine only, and may be missing. Its file has the digest of the briefing in the
// first line, and then the briefing as JSON, compressed, in Base64: all that is written
// is text.

// DefaultVersions returns the path of the user's folder of versions.
func DefaultVersions() (string, error) {
	base, err := userFolder("XDG_STATE_HOME", ".local", "state")
	return filepath.Join(base, "sitrep", "read"), err
}

// LastRead is the version of a briefing that was read last.
type LastRead struct {
	When time.Time // zero if there is none
	// Briefing is that version, or nil if it is the same as the one that is read now.
	Briefing *briefing.Briefing
}

// version returns the path of the version that was read with a limit of the marking.
func (f Folder) version(id string, limit briefing.TLP) string {
	name := id
	if limit != "" {
		name += "@" + strings.ToLower(string(limit))
	}
	return filepath.Join(f.Versions, name+".json.gz.b64")
}

// LastRead returns the version of a briefing that was read last with a limit of the
// marking, given the digest of the one that is read now.
func (f Folder) LastRead(id string, limit briefing.TLP, digest string) (LastRead, error) {
	path := f.version(id, limit)
	info, err := os.Stat(path)
	if f.Versions == "" || errors.Is(err, os.ErrNotExist) {
		return LastRead{}, nil
	}
	if err != nil {
		return LastRead{}, err
	}
	text, err := file.ReadStart(path, int64(len(digest)+1))
	if err != nil {
		return LastRead{}, err
	}
	if text == digest+"\n" {
		return LastRead{When: info.ModTime()}, nil
	}
	if text, err = file.ReadStart(path, file.MaxFile); err != nil {
		return LastRead{}, err
	}
	_, packed, _ := strings.Cut(text, "\n")
	z, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(packed)))
	if err != nil {
		return LastRead{}, err
	}
	doc, err := file.Read(z, filepath.Base(path))
	if doc, err = file.RedactLoaded(doc, err, limit); err != nil {
		return LastRead{}, err
	}
	return LastRead{info.ModTime(), doc.Briefing}, nil
}

// KeepRead keeps the version of a briefing that is read now, with its digest. If last
// is that version, only the time changes.
func (f Folder) KeepRead(b *briefing.Briefing, limit briefing.TLP, digest string, last LastRead) error {
	if f.Versions == "" || !file.IsID(b.ID) {
		return nil
	}
	path := f.version(b.ID, limit)
	if now := time.Now(); !last.When.IsZero() && last.Briefing == nil {
		return os.Chtimes(path, now, now)
	}
	if err := os.MkdirAll(f.Versions, onlyForUser); err != nil {
		return err
	}
	return f.Write(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, digest+"\n"); err != nil {
			return err
		}
		packed := base64.NewEncoder(base64.StdEncoding, w)
		z, err := gzip.NewWriterLevel(packed, gzip.BestSpeed)
		if err != nil {
			return err
		}
		return errors.Join(file.WriteJSON(z, b), z.Close(), packed.Close())
	})
}

// Digest returns a hash of a briefing, given those of its items.
func Digest(b *briefing.Briefing, hashes map[briefing.Ref]string) string {
	refs := make([]briefing.Ref, 0, len(hashes))
	for ref := range hashes {
		refs = append(refs, ref)
	}
	slices.SortFunc(refs, func(a, b briefing.Ref) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) })
	h := hasher{sum: sha256.New()}
	for _, s := range []string{b.Title, b.AsOf.String(), b.Issued.String(), strconv.Itoa(b.Version), b.Language, strings.Join(b.Authors, "\n"), string(b.TLP)} {
		h.word(s)
	}
	for _, ref := range refs {
		h.word(ref.Kind.String())
		h.word(ref.ID)
		h.word(hashes[ref])
	}
	return letters(h.sum.Sum(nil))
}
