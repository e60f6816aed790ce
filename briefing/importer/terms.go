package importer

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"sitrep/briefing"
)

// valueOf returns the value of a scale with the given label, or none.
func valueOf[T ~string](scale briefing.Scale[T], label string) (none T) {
	if i := slices.IndexFunc(scale, func(t briefing.Term[T]) bool { return t.Label == label || string(t.Value) == label }); i >= 0 {
		return scale[i].Value
	}
	return none
}

// externalIDs parses ids that are written after the names of their systems.
func externalIDs(list []string) (out []briefing.ExternalID) {
	for _, s := range list {
		if system, id, ok := strings.Cut(s, ":"); ok {
			out = append(out, briefing.ExternalID{System: system, ID: id})
		}
	}
	return out
}

// pattern returns a regular expression that is compiled when first used, so
// that it does not slow the start of the program.
func pattern(s string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(s) })
}
