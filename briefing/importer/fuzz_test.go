package importer

import "testing"

func FuzzBriefing(f *testing.F)    { fuzzFormat(f, "briefing") }
func FuzzTimelineJS(f *testing.F)  { fuzzFormat(f, "timelinejs") }
func FuzzCSL(f *testing.F)         { fuzzFormat(f, "csl-json") }
func FuzzRIS(f *testing.F)         { fuzzFormat(f, "ris") }
func FuzzAnnotations(f *testing.F) { fuzzFormat(f, "annotations") }
func FuzzCSV(f *testing.F)         { fuzzFormat(f, "csv") }
func FuzzICS(f *testing.F)         { fuzzFormat(f, "ics") }
