package briefing

// Ground is something that different sides of a question both rely on: a
// source, one passage of it, or an actor that they cite. It is computed, never
// stored.
type Ground struct {
	Ref     Ref // a source or an actor
	Passage int // the number of a passage in the source, or 0
	Stands  []Stand
}

// side is the holders who support a claim, or those who oppose it.
type side struct {
	claim   *Claim
	against bool
}

// CommonGround returns what positions of different holders on different sides
// of a question both rely on. For each claim, one side affirms or reports it
// and the other denies or questions it. Holders who decline to comment are on
// no side. Sources come first, each followed by its passages, then the actors
// that are cited.
func (x *Index) CommonGround(q *Question) []Ground {
	order, stands := x.bases(q)
	passages := map[Ref][]basis{}
	for _, b := range order {
		if b.passage > 0 && sidesMeet(stands[b]) {
			passages[b.ref] = append(passages[b.ref], b)
		}
	}
	var out []Ground
	for _, kind := range []Kind{KindSource, KindActor} {
		for _, b := range order {
			if b.ref.Kind != kind || b.passage > 0 || !sidesMeet(stands[b]) {
				continue
			}
			out = append(out, Ground{b.ref, 0, stands[b]})
			for _, p := range passages[b.ref] {
				out = append(out, Ground{p.ref, p.passage, stands[p]})
			}
		}
	}
	return out
}

// fewBases is up to how many bases the memory for those of one question is used
// again for the next.
const fewBases = 1 << 10

// bases returns what the positions on a question rest on, in order, and which
// positions rest on each. They are valid until the next call.
func (x *Index) bases(q *Question) (order []basis, stands map[basis][]Stand) {
	stands = x.cache.stands
	if clear(stands); stands == nil {
		stands = map[basis][]Stand{}
	}
	for i := range q.Claims {
		for _, s := range x.StandsOn(q.Claims[i].ID) {
			if s.Position.Stance == NoComment {
				continue
			}
			for _, b := range x.restsOn(s.Position) {
				if len(stands[b]) == 0 {
					order = append(order, b)
				}
				stands[b] = addLast(stands[b], s)
			}
		}
	}
	if x.cache.stands = nil; len(stands) <= fewBases {
		x.cache.stands = stands
	}
	return order, stands
}

// restsOn returns what a position names as its basis, and its evidence.
func (x *Index) restsOn(p *Position) []basis {
	var out []basis
	for i := range p.Evidence {
		source := Ref{KindSource, p.Evidence[i].Source}
		out = append(out, basis{source, 0}, basis{source, x.PassageOf(&p.Evidence[i]).Number})
	}
	for _, id := range p.Citing {
		if ref, ok := x.Lookup(id); ok {
			out = append(out, basis{ref, 0})
		}
	}
	return out
}

// sidesMeet reports whether positions are on more than one side and have more
// than one holder.
func sidesMeet(stands []Stand) bool {
	first := stands[0]
	sides, holders := false, false
	for _, s := range stands {
		sides = sides || sideOf(s) != sideOf(first)
		holders = holders || s.Position.Holder != first.Position.Holder
	}
	return sides && holders
}

func sideOf(s Stand) side { return side{s.Claim, s.Position.Stance.Opposes()} }

// Sides returns how many sides of a question are taken.
func (x *Index) Sides(q *Question) int {
	sides := map[side]bool{}
	for i := range q.Claims {
		for _, s := range x.StandsOn(q.Claims[i].ID) {
			if s.Position.Stance != NoComment {
				sides[sideOf(s)] = true
			}
		}
	}
	return len(sides)
}
