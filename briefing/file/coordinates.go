package file

import (
	"fmt"
	"math"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

const (
	maxLatitude  = 90  // degrees
	maxLongitude = 180 // degrees
)

// coordinates are the latitude and the longitude of a place.
var coordinates = value[briefing.Coordinates]{
	read: func(d *decoder, n *node, v *briefing.Coordinates) bool {
		const hint = "write [latitude, longitude] in degrees, north and east: [56.95, 24.1]"
		if n.kind != kindList {
			d.wrongKind(n, "a list of two numbers")
			return false
		}
		if n.count != 2 {
			d.problem(n.pos, CodeBadValue, fmt.Sprintf("coordinates are two numbers, and here are %d", n.count), hint)
			return false
		}
		var at briefing.Coordinates
		for _, axis := range []struct {
			n     *node
			v     *briefing.Decimal
			limit float64
		}{{n.first, &at.Latitude, maxLatitude}, {n.first.next, &at.Longitude, maxLongitude}} {
			if !decimal.read(d, axis.n, axis.v) {
				return false
			}
			if math.Abs(axis.v.Float()) > axis.limit {
				d.problem(axis.n.pos, CodeBadValue, fmt.Sprintf("%s is not between -%v and %v degrees", clean.Quoted(axis.n.text), axis.limit, axis.limit), hint)
				return false
			}
		}
		*v = at
		return true
	},
	write: func(w *writer, v *briefing.Coordinates) {
		w.beginList()
		decimal.write(w, &v.Latitude)
		decimal.write(w, &v.Longitude)
		w.endList()
	},
	empty: func(v *briefing.Coordinates) bool { return v.IsZero() },
	schema: func(*schemas) schema {
		within := func(limit int) schema { return schema{{"type", "number"}, {"minimum", -limit}, {"maximum", limit}} }
		return schema{{"type", "array"}, {"prefixItems", []schema{within(maxLatitude), within(maxLongitude)}}, {"minItems", 2}, {"maxItems", 2}}
	},
	facts: func(c *Facts, v *briefing.Coordinates) { c.values = append(c.values, FactValue{Text: v.String()}) },
	kind:  FactTerm,
}
