package diff

import (
	"iter"
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// markingKey is the key of the marking of an item. It is compared as it applies
// to the item, which can differ where what is stated does not.
const markingKey = "tlp"

// head returns the facts of the briefing itself that differ.
func (r *Report) head() []Fact {
	var out []Fact
	was, is := new(file.Facts).Of(r.Old.Briefing), new(file.Facts).Of(r.New.Briefing)
	for i, f := range is {
		if f.Key == "bottom_line" || f.Key == "gaps" {
			continue // these are items of their own
		}
		if fact, differs := differing(r.was.field(was[i]), r.is.field(f)); differs {
			out = append(out, fact)
		}
	}
	return out
}

// differing yields the facts of an item that differ. It compares what is stated
// before it makes what is shown, since most items of most briefings are equal.
func (r *Report) differing(was, is briefing.Ref) iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		before, now := r.was.items.Of(r.Old, was), r.is.items.Of(r.New, is)
		for i, f := range now {
			same := f.Kind == file.FactID || r.sameFact(before[i], f)
			if !same || f.Key == markingKey && r.Old.Portion(was) != r.New.Portion(is) {
				fact, differs := differing(r.was.stated(before[i], was), r.is.stated(f, is))
				if differs && !yield(fact) {
					return
				}
			}
			if r.sameComputed(f, same, was, is) {
				continue
			}
			then := r.was.computed(before[i], was)
			for n, c := range r.is.computed(f, is) {
				if fact, differs := differing(then[n], c); differs && !yield(fact) {
					return
				}
			}
		}
	}
}

// sameFact reports whether two items state the same under a key.
func (r *Report) sameFact(a, b file.Fact) bool {
	sameText := func(a, b string) bool { return a == b }
	if b.Kind == file.FactReference {
		sameText = r.sameID
	}
	return a.Key == b.Key && slices.EqualFunc(a.Values, b.Values, func(a, b file.FactValue) bool {
		return sameText(a.Text, b.Text) && sameEvidence(a.Evidence, b.Evidence) && slices.EqualFunc(a.Under, b.Under, r.sameFact)
	})
}

// sameEvidence reports whether two pieces of evidence are the same, wherever they
// are in their files.
func sameEvidence(a, b *briefing.Evidence) bool {
	if a == nil || b == nil {
		return a == b
	}
	unplaced := *a
	unplaced.Pos = b.Pos
	return unplaced == *b
}

// sameComputed reports whether what is computed from a fact is the same in both
// versions, as far as that can be told with little work. same says whether the
// fact is.
func (r *Report) sameComputed(f file.Fact, same bool, was, is briefing.Ref) bool {
	switch {
	case f.Kind == file.FactEvidence:
		return same && r.sameTexts(f.Values)
	case followsContested(f, is):
		return r.Old.Contested(r.Old.Question(was.ID)) == r.New.Contested(r.New.Question(is.ID))
	case followFindings(f, is):
		return r.sameFindings(was.ID, is.ID)
	}
	return true
}

func followsContested(f file.Fact, ref briefing.Ref) bool {
	return ref.Kind == briefing.KindQuestion && f.Key == "status"
}

func followFindings(f file.Fact, ref briefing.Ref) bool {
	return ref.Kind == briefing.KindClaim && f.Key == "text"
}

// sameFindings reports whether what is computed about a claim is the same. It
// looks up no quotes.
func (r *Report) sameFindings(was, is string) bool {
	old, before := r.Old.Claim(was)
	now, after := r.New.Claim(is)
	x, y := r.Old.Unquoted(was), r.New.Unquoted(is)
	return r.sameID(before.ID, after.ID) && slices.Equal(x.Origins, y.Origins) && slices.Equal(x.Flags, y.Flags) && slices.Equal(x.Silent, y.Silent) &&
		slices.EqualFunc(old.Positions, now.Positions, func(a, b briefing.Position) bool {
			return slices.EqualFunc(a.Evidence, b.Evidence, func(a, b briefing.Evidence) bool {
				return sameEvidence(&a, &b) && !r.texts[a.Source]
			})
		})
}

// sameTexts reports whether the texts of the sources that evidence cites are the
// same in both versions.
func (r *Report) sameTexts(cited []file.FactValue) bool {
	return len(r.texts) == 0 || !slices.ContainsFunc(cited, func(v file.FactValue) bool { return r.texts[v.Evidence.Source] })
}

// otherTexts returns the sources whose texts differ. A source that only one
// version has is among them.
func otherTexts(before, now *briefing.Index) map[string]bool {
	out := map[string]bool{}
	for _, pair := range [][2]*briefing.Index{{before, now}, {now, before}} {
		for i := range pair[0].Briefing.Sources {
			s := &pair[0].Briefing.Sources[i]
			if other := pair[1].Source(s.ID); other == nil || other.Text != s.Text {
				out[s.ID] = true
			}
		}
	}
	return out
}
