package briefing

// Coordinates are a place on the Earth in WGS 84, in degrees north and east. The
// zero Coordinates are none.
type Coordinates struct{ Latitude, Longitude Decimal }

// IsZero reports whether there are no coordinates.
func (c Coordinates) IsZero() bool { return c == Coordinates{} }

// String returns the latitude and then the longitude: "56.95, 24.1".
func (c Coordinates) String() string { return string(c.Latitude) + ", " + string(c.Longitude) }
