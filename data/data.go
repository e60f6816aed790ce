// Package data holds the briefing that is shown when no file is named, and the licences of what the program is built
// from. It does not parse or check the briefing: that is the work of the loader, which reads it like any other.
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

// Licenses are the terms of Go and of all modules that are linked into the program. It is made from the modules by
// go test ./ui/cli -run Licenses -update, and a test fails where it is not that of their present versions.
//
//go:embed licenses.txt
var Licenses string
