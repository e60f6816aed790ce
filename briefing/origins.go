package briefing

import "slices"

// Reliance is who relies on whom among the holders on one side of a claim.
type Reliance struct {
	x       *Index
	Holders []string               // in the order of the file
	Held    map[string][]*Position // by holder
}

// Reliance returns who relies on whom among the positions on a claim for which
// side returns true.
func (x *Index) Reliance(c *Claim, side func(Stance) bool) *Reliance {
	r := &Reliance{x: x, Held: make(map[string][]*Position, len(c.Positions))}
	for i := range c.Positions {
		p := &c.Positions[i]
		if !side(p.Stance) {
			continue
		}
		if r.Held[p.Holder] == nil {
			r.Holders = append(r.Holders, p.Holder)
		}
		r.Held[p.Holder] = append(r.Held[p.Holder], p)
	}
	return r
}

// Origins follows what the positions cite to where it begins. A holder who
// names no basis is an origin. A cited actor leads to its own position if it
// has one on this side, and a cited source to the source that it copies.
// Holders who cite only each other count as one origin.
func (r *Reliance) Origins() []string {
	var out Distinct
	seen := make(map[string]bool, len(r.Holders))
	for _, h := range r.Holders {
		r.follow(h, seen, &out)
	}
	circles := map[string]int{}
	grounded := r.grounded()
	for i, h := range r.Holders {
		if !grounded[h] && r.enclose(h, i+1, circles) {
			out.Add(r.Held[h][0].Citing[0])
		}
	}
	return out.List
}

func (r *Reliance) follow(holder string, seen map[string]bool, out *Distinct) {
	if seen[holder] {
		return
	}
	seen[holder] = true
	for _, p := range r.Held[holder] {
		if len(p.Citing) == 0 {
			out.Add(holder)
		}
		for _, id := range p.Citing {
			switch {
			case r.x.Source(id) != nil:
				out.Add(r.x.RootSource(id))
			case r.Held[id] == nil:
				out.Add(id)
			default:
				r.follow(id, seen, out)
			}
		}
	}
}

// grounded returns the holders from whom citations lead to an origin.
func (r *Reliance) grounded() map[string]bool {
	citedBy := map[string][]string{}
	grounded := make(map[string]bool, len(r.Holders))
	var reached []string
	for _, h := range r.Holders {
		for _, p := range r.Held[h] {
			for _, id := range p.Citing {
				citedBy[id] = append(citedBy[id], h)
			}
			if len(p.Citing) == 0 || slices.ContainsFunc(p.Citing, func(id string) bool { return r.Held[id] == nil }) {
				reached = append(reached, h)
			}
		}
	}
	for len(reached) > 0 {
		h := reached[len(reached)-1]
		reached = reached[:len(reached)-1]
		if !grounded[h] {
			grounded[h] = true
			reached = append(reached, citedBy[h]...)
		}
	}
	return grounded
}

// enclose marks a holder without an origin, and all that it leads to, as one
// circle. It returns false if part of that belongs to a circle with another
// number.
func (r *Reliance) enclose(holder string, circle int, circles map[string]int) bool {
	if circles[holder] != 0 {
		return false
	}
	alone := true
	circles[holder] = circle
	for ways := []string{holder}; len(ways) > 0; {
		h := ways[len(ways)-1]
		ways = ways[:len(ways)-1]
		for _, p := range r.Held[h] {
			for _, id := range p.Citing {
				switch circles[id] {
				case 0:
					circles[id] = circle
					ways = append(ways, id)
				case circle:
				default:
					alone = false
				}
			}
		}
	}
	return alone
}

// RootSource follows the origins of a source to the first. If sources form a
// circle, it returns the one whose id is first in the alphabet.
func (x *Index) RootSource(id string) string {
	var way []string
	on := map[string]int{}
	root, known := "", false
	for at := id; ; {
		if root, known = x.cache.roots[at]; known {
			break
		}
		if n, again := on[at]; again {
			root = slices.Min(way[n:])
			break
		}
		on[at] = len(way)
		way = append(way, at)
		s := x.Source(at)
		if s == nil || s.Origin == "" {
			root = at
			break
		}
		at = s.Origin
	}
	for _, at := range way {
		x.cache.roots[at] = root
	}
	return root
}
