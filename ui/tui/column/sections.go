package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Brief returns the brief, with the answer first.
func Brief(x *briefing.Index) Column { return Listed(x, page.Brief(x), briefing.KindJudgment) }

// Actors returns the actors by kind, each below the one that it is part of.
func Actors(x *briefing.Index) Column { return Listed(x, page.Actors(x), briefing.KindActor) }

// Claims returns the questions, contested ones first, and under each its claims
// with the signs of those who take a position. The cursor begins on the first claim.
func Claims(x *briefing.Index) Column { return Listed(x, page.Claims(x), briefing.KindClaim) }

// Sources returns the sources in the order of the file, each under the source that
// it copies.
func Sources(x *briefing.Index) Column { return Listed(x, page.Sources(x), briefing.KindSource) }
