package diff

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Differing returns the facts of an item that differ as Compare finds them, and as
// they are if everything of both versions is made as it is shown and compared.
func (r *Report) Differing(ref briefing.Ref) (got, want []Fact) {
	was, is := r.was.items.Of(r.Old, ref), r.is.items.Of(r.New, ref)
	for i := range is {
		if is[i].Kind == file.FactID {
			continue
		}
		before := append([]field{r.was.stated(was[i], ref)}, r.was.computed(was[i], ref)...)
		for n, f := range append([]field{r.is.stated(is[i], ref)}, r.is.computed(is[i], ref)...) {
			if fact, differs := differing(before[n], f); differs {
				want = append(want, fact)
			}
		}
	}
	return slices.Collect(r.differing(ref, ref)), want
}
