package cli

import (
	"runtime/debug"
	"strings"
)

// version returns the version of the program: that of the tag or commit that it was
// built from, or "devel" if the build does not record it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// fullVersion returns what the program was built from: its version, the commit with its
// day, as far as they are recorded, and the version of Go.
func fullVersion() string {
	parts := []string{version()}
	if commit := builtFrom("vcs.revision"); commit != "" {
		const digits = 12
		commit = commit[:min(len(commit), digits)]
		if day := buildDay(); day != "" {
			commit += " of " + day
		}
		if builtFrom("vcs.modified") == "true" {
			commit += ", changed since"
		}
		parts = append(parts, "commit "+commit)
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		parts = append(parts, info.GoVersion)
	}
	return strings.Join(parts, ", ")
}

// buildDay returns the date of the commit that the program was built from, or ""
// if the build does not record it.
func buildDay() string {
	day, _, _ := strings.Cut(builtFrom("vcs.time"), "T")
	return day
}

// builtFrom returns a setting that the build has recorded, or "".
func builtFrom(key string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}
