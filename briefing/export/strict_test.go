package export_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// strict collects what is wrong with a document. Its checks list what a
// standard allows. Everything else is wrong.
type strict struct{ problems []string }

func (s *strict) failf(format string, args ...any) {
	s.problems = append(s.problems, fmt.Sprintf(format, args...))
}

// object returns v as an object with only allowed names and all required ones.
func (s *strict) object(at string, v any, allowed, required []string) map[string]any {
	o, ok := v.(map[string]any)
	if !ok {
		s.failf("%s is no object", at)
		return nil
	}
	for name := range o {
		if !slices.Contains(allowed, name) && !slices.Contains(required, name) {
			s.failf("%s has %q", at, name)
		}
	}
	for _, name := range required {
		if _, ok := o[name]; !ok {
			s.failf("%s has no %q", at, name)
		}
	}
	return o
}

// list returns v as a list, which must not be empty.
func (s *strict) list(at string, v any) []any {
	if v == nil {
		return nil
	}
	l, ok := v.([]any)
	if !ok || len(l) == 0 {
		s.failf("%s is no list, or an empty one", at)
	}
	return l
}

func (s *strict) text(at string, v any) string {
	if v == nil {
		return ""
	}
	text, ok := v.(string)
	if !ok || text == "" {
		s.failf("%s is no text, or an empty one", at)
	}
	return text
}

func (s *strict) texts(at string, v any) []string {
	var out []string
	for i, item := range s.list(at, v) {
		out = append(out, s.text(fmt.Sprintf("%s[%d]", at, i), item))
	}
	return out
}

func (s *strict) matches(at string, v any, pattern *regexp.Regexp) string {
	text := s.text(at, v)
	if v != nil && !pattern.MatchString(text) {
		s.failf("%s is %q", at, text)
	}
	return text
}

func (s *strict) oneOf(at string, v any, values ...string) string {
	text := s.text(at, v)
	if v != nil && !slices.Contains(values, text) {
		s.failf("%s is %q", at, text)
	}
	return text
}

// integer returns v as a whole number from low to high.
func (s *strict) integer(at string, v any, low, high int) int {
	n, ok := v.(float64)
	if v != nil && (!ok || n != float64(int(n)) || int(n) < low || int(n) > high) {
		s.failf("%s is %v", at, v)
	}
	return int(n)
}

func names(list string) []string { return strings.Fields(list) }
