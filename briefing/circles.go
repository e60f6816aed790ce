package briefing

import "slices"

// CirclesAmong returns the circles that next forms, each starting with the id
// that is first in ids. next returns one of ids, or "".
func CirclesAmong(ids []string, next func(id string) string) [][]string {
	var out [][]string
	place := make(map[string]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	walk := make([]int, len(ids)) // the number of the walk that passed, from 1
	for i, id := range ids {
		for id != "" && walk[place[id]] == 0 {
			walk[place[id]] = i + 1
			id = next(id)
		}
		if id == "" || walk[place[id]] != i+1 {
			continue
		}
		circle := []string{id}
		first := 0
		for at := next(id); at != id; at = next(at) {
			if place[at] < place[circle[first]] {
				first = len(circle)
			}
			circle = append(circle, at)
		}
		out = append(out, slices.Concat(circle[first:], circle[:first]))
	}
	return out
}

// Circle returns holders of whom each cites the next and the last cites the
// first, or nil if there are none.
func (r *Reliance) Circle() []string {
	done := map[string]bool{}
	var way []string
	on := map[string]int{} // positions on the way, from 1
	var walk func(holder string) []string
	walk = func(holder string) []string {
		way = append(way, holder)
		on[holder] = len(way)
		for _, p := range r.Held[holder] {
			for _, id := range p.Citing {
				switch {
				case on[id] > 0:
					return way[on[id]-1:]
				case r.Held[id] == nil || done[id]:
				default:
					if circle := walk(id); circle != nil {
						return circle
					}
				}
			}
		}
		done[holder] = true
		delete(on, holder)
		way = way[:len(way)-1]
		return nil
	}
	for _, h := range r.Holders {
		if !done[h] {
			if circle := walk(h); circle != nil {
				return circle
			}
		}
	}
	return nil
}
