// Package data holds the briefing that is shown when no file is named, as the bytes of its YAML source. It does not
// parse or check them: that is the work of the loader, which reads this briefing like any other.
package data

import _ "embed"

// Name stands where the path of a briefing's file would stand, in titles and in messages about the built-in briefing.
const Name = "built-in briefing"

// Briefing is the built-in briefing in the format briefing/1, as UTF-8 YAML. Callers must not change it.
//
//go:embed briefing.yaml
var Briefing []byte
