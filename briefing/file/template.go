package file

import (
	"bytes"
	_ "embed"
)

// template is a briefing on an invented subject that shows every key once.
//
//go:embed template.yaml
var template []byte

// Template returns a briefing to start from, in YAML with comments, that shows
// every part of the format. It has no problems.
func Template() []byte { return bytes.Clone(template) }
