package importer

import "testing"

func FuzzText(f *testing.F) { fuzzFormat(f, "text") }
