package briefing

import "slices"

// circlesAmong are the circles that next leads round in, each from its first
// in ids. What is next of an id is empty or one of ids.
func circlesAmong(ids []string, next func(id string) string) [][]string {
	var out [][]string
	place := make(map[string]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	walk := make([]int, len(ids)) // the number of the walk that came by, from 1
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
