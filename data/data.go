// Package data holds the briefing that is shown when no file is named. It does not parse or check it: that is the work
// of the loader, which reads this briefing like any other.
package data

import _ "embed"

// Name stands where the path of a briefing's file would stand, in titles and in messages about the built-in briefing.
const Name = "built-in briefing"

// Briefing is the built-in briefing as it is written, in UTF-8 YAML. Callers must not change it.
//
//go:embed briefing.yaml
var Briefing []byte

// JSON is the same briefing for opening it quickly: reading JSON costs a fraction of reading YAML. It is made from
// Briefing by go test ./data -update, and a test fails where the two differ.
//
//go:embed briefing.json
var JSON string
