package reader

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// maxPlaces is the limit of places in the history.
const maxPlaces = 200

// leave adds a place to the history, and drops the places after the current
// one.
func (h *history) leave(p place) {
	h.places = append(h.places[:h.at], p)
	if len(h.places) > maxPlaces {
		h.places = slices.Clone(h.places[len(h.places)-maxPlaces:])
	}
	h.at = len(h.places)
}

// back returns the previous place, and keeps now to return to.
func (h *history) back(now place) (place, bool) {
	if h.at == 0 {
		return place{}, false
	}
	if h.at == len(h.places) {
		h.places = append(h.places, now)
	} else {
		h.places[h.at] = now
	}
	h.at--
	return h.places[h.at], true
}

// forward returns the next place.
func (h *history) forward(now place) (place, bool) {
	if h.at+1 >= len(h.places) {
		return place{}, false
	}
	h.places[h.at] = now
	h.at++
	return h.places[h.at], true
}

// followAll moves places to another version of the briefing.
func followAll(places []place, from, to *briefing.Index) {
	for i := range places {
		places[i].follow(from, to)
	}
}

func (p *place) follow(from, to *briefing.Index) {
	p.list.On = page.Follow(from, to, p.list.On)
	p.trail, p.marks = slices.Clone(p.trail), slices.Clone(p.marks) // other places share them
	for i := range p.trail {
		p.trail[i] = page.Follow(from, to, p.trail[i])
		p.marks[i].On = page.Follow(from, to, p.marks[i].On)
	}
}
