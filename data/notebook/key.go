package notebook

import (
	"crypto/sha256"
	"hash"
	"io"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/facts"
	"sitrep/briefing/file"
)

// Items without an id have keys with a space, which ids do not have.
const (
	bottomLineKey = "bottom line"
	gapKey        = "gap "
)

// KeyOf returns the key by which a notebook names an item that the briefing has: its
// id. The key of a gap is made of its words, because its number changes.
func KeyOf(x *briefing.Index, ref briefing.Ref) string {
	switch ref.Kind {
	case briefing.KindBottomLine:
		return bottomLineKey
	case briefing.KindGap:
		if n, err := strconv.Atoi(ref.ID); err == nil && n >= 1 && n <= len(x.Briefing.Gaps) {
			return gapKey + shortSum(x.Briefing.Gaps[n-1])
		}
	}
	return ref.ID
}

// ItemOf returns the item that a key names. ok is false if the briefing does not have
// it.
func ItemOf(x *briefing.Index, key string) (ref briefing.Ref, ok bool) {
	switch {
	case key == bottomLineKey:
		return briefing.Ref{Kind: briefing.KindBottomLine}, x.Briefing.BottomLine != ""
	case strings.HasPrefix(key, gapKey):
		for i, gap := range x.Briefing.Gaps {
			if key == gapKey+shortSum(gap) {
				return briefing.Ref{Kind: briefing.KindGap, ID: strconv.Itoa(i + 1)}, true
			}
		}
		return ref, false
	}
	return x.Lookup(key)
}

// Hashes returns a hash of what the briefing says of each of its items, which changes
// whenever that does. That of a claim includes the positions on it.
func Hashes(x *briefing.Index) map[briefing.Ref]string {
	h := hasher{sum: sha256.New()}
	out := map[briefing.Ref]string{}
	for _, p := range briefing.Parts {
		for _, ref := range p.Items(x) {
			out[ref] = h.of(x, ref)
		}
	}
	return out
}

type hasher struct {
	facts facts.Reader
	sum   hash.Hash
}

func (h *hasher) of(x *briefing.Index, ref briefing.Ref) string {
	h.sum.Reset()
	h.add(h.facts.Of(x, ref))
	if ref.Kind == briefing.KindClaim {
		for _, s := range x.StandsOn(ref.ID) {
			h.word(s.ID)
			h.add(h.facts.Of(x, s.Ref()))
		}
	}
	return letters(h.sum.Sum(nil))
}

func (h *hasher) add(list []file.Fact) {
	for i := range list {
		f := &list[i]
		if len(f.Values) == 0 {
			continue // so that a new key of the format changes no hash
		}
		h.word(f.Key)
		for i := range f.Values {
			v := &f.Values[i]
			h.word(v.Text)
			if e := v.Evidence; e != nil {
				for _, s := range []string{e.Source, e.Prefix, e.Suffix, e.Locator, e.Note} {
					h.word(s)
				}
			}
			h.add(v.Under)
		}
		h.word("")
	}
}

func (h *hasher) word(s string) {
	_, _ = io.WriteString(h.sum, s) // it never fails
	_, _ = h.sum.Write([]byte{0})
}

// shortSum returns a hash of a text.
func shortSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return letters(sum[:])
}

// letters returns a hash in letters only, which YAML never takes for a number.
func letters(sum []byte) string {
	const bytes = 6
	var b strings.Builder
	for _, c := range sum[:bytes] {
		b.WriteByte('a' + c>>4)
		b.WriteByte('a' + c&0xf)
	}
	return b.String()
}
