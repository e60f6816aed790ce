package file

import (
	"errors"
	"strings"
)

// languagePattern is a regular expression that every accepted tag matches.
const languagePattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"

var languageTag = checked(CodeBadLanguage, "a tag such as en, uk, pt-BR or zh-Hant (BCP 47)",
	schema{{"type", "string"}, {"pattern", languagePattern}}, checkLanguage)

// checkLanguage returns an error if s is not a well-formed language tag by RFC
// 5646, section 2.1. It rejects the grandfathered, private and reserved forms of
// the first subtag.
func checkLanguage(s string) error {
	malformed := errors.New("is no language tag")
	subtags := strings.Split(s, "-")
	if !fits(subtags[0], 2, 3, false) {
		return malformed
	}
	rest := subtags[1:]
	take := func(shortest, longest int, digits bool) {
		if len(rest) > 0 && fits(rest[0], shortest, longest, digits) {
			rest = rest[1:]
		}
	}
	const extended = 3 // subtags of the extended language
	for range extended {
		take(3, 3, false)
	}
	take(4, 4, false) // script
	before := len(rest)
	if take(2, 2, false); len(rest) == before { // region
		if len(rest) > 0 && len(rest[0]) == 3 && strings.Trim(rest[0], "0123456789") == "" {
			rest = rest[1:]
		}
	}
	for len(rest) > 0 && isVariant(rest[0]) {
		rest = rest[1:]
	}
	return checkExtensions(rest, malformed)
}

// checkExtensions checks the subtags after the variants: extensions, each of
// which begins with a single letter or digit.
func checkExtensions(rest []string, malformed error) error {
	for len(rest) > 0 {
		shortest := 2
		if strings.EqualFold(rest[0], "x") {
			shortest = 1
		}
		if !fits(rest[0], 1, 1, true) {
			return malformed
		}
		rest = rest[1:]
		before := len(rest)
		for len(rest) > 0 && fits(rest[0], shortest, 8, true) {
			rest = rest[1:]
		}
		if len(rest) == before {
			return malformed
		}
	}
	return nil
}

func isVariant(s string) bool {
	return fits(s, 5, 8, true) || fits(s, 4, 4, true) && s[0] >= '0' && s[0] <= '9'
}

// fits reports whether s consists of shortest to longest ASCII letters, or digits
// if they are allowed.
func fits(s string, shortest, longest int, digits bool) bool {
	if len(s) < shortest || len(s) > longest {
		return false
	}
	for _, b := range []byte(s) {
		letter := b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
		if !letter && (!digits || b < '0' || b > '9') {
			return false
		}
	}
	return true
}
