package clean

import (
	"errors"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// Hosts in other scripts are sent in punycode (RFC 5890, UTS #46). A host that
// mixes scripts within a label is made to look like another.

// punycodePrefix begins a label in punycode.
const punycodePrefix = "xn--"

// maxLabel is the maximum length of a label in bytes (RFC 1035).
const maxLabel = 63

// IsForeign reports whether a host, in ASCII, has a label in another script, so
// that the name that is sent differs from the name that people know.
func IsForeign(host string) bool {
	return strings.Contains("."+strings.ToLower(host), "."+punycodePrefix)
}

var (
	errPunycode = errors.New("has a host that is no valid punycode")
	errMixed    = errors.New("has a host that mixes scripts, which makes it look like another")
	errAlike    = errors.New("has a host that looks like another: it can only be written in punycode (xn--)")
	errHostForm = errors.New("has a host that is not in the form in which names are registered")
)

// checkLabels returns an error if the name of a host, in ASCII, must not be
// trusted.
func checkLabels(host string) error {
	for label := range strings.SplitSeq(strings.ToLower(host), ".") {
		if !strings.HasPrefix(label, punycodePrefix) {
			continue
		}
		text, err := idna.Lookup.ToUnicode(label)
		if err != nil || text == label || text == "" || len(label) > maxLabel {
			return errPunycode
		}
		if mixesScripts(text) {
			return errMixed
		}
	}
	return nil
}

// asciiHost returns a host as it is sent. A label in another script must be the
// same after encoding and decoding, so that no sign in it is another in disguise,
// such as a dot, and must not look like a label in ASCII.
func asciiHost(host string) (string, error) {
	labels := strings.Split(host, ".")
	top := labels[len(labels)-1]
	for i, label := range labels {
		if IsASCII(label) {
			continue
		}
		ascii, err := idna.Lookup.ToASCII(label)
		if err != nil || len(ascii) > maxLabel {
			return "", errHostForm
		}
		back, err := idna.Lookup.ToUnicode(ascii)
		switch {
		case err != nil || back != strings.ToLower(label) || strings.ContainsFunc(label, notInName):
			return "", errHostForm
		case mixesScripts(label):
			return "", errMixed
		case looksLatin(label, IsASCII(top) && !IsForeign(top)):
			return "", errAlike
		}
		labels[i] = ascii
	}
	return strings.Join(labels, "."), nil
}

// notInName reports whether r is neither a letter nor a digit of a name, although
// it may be registered. Some signs look like the dots and slashes of an address.
func notInName(r rune) bool { return r != '-' && !unicode.In(r, unicode.L, unicode.M, unicode.N) }

// twins are small letters of other scripts that look the same as Latin ones.
const twins = "асԁеһіјӏорԛѕԝхуьοανιρυκ"

// looksLatin reports whether a label can be mistaken for one in plain Latin
// letters: it has phonetic letters, or accents that no precomposed letter has,
// or, below a domain in Latin letters, only letters with a Latin twin.
func looksLatin(label string, below bool) bool {
	odd, others := false, false
	for _, r := range strings.ToLower(label) {
		odd = odd || r >= 0x250 && r <= 0x2af || r >= FirstMark && r <= LastAccent || r >= 0x1d00 && r <= 0x1dbf
		others = others || unicode.IsLetter(r) && !strings.ContainsRune(twins, r)
	}
	return odd || below && !others
}

// together are the sets of scripts in which one language is written (UTS 39,
// section 5.2, Highly Restrictive).
var together = [][]string{
	{"Latin", "Han", "Hiragana", "Katakana"}, {"Latin", "Han", "Bopomofo"}, {"Latin", "Han", "Hangul"},
}

// mixesScripts reports whether a text has scripts that are not used together.
func mixesScripts(text string) bool {
	scripts := map[string]bool{}
	for _, r := range text {
		for name, table := range unicode.Scripts {
			if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
				scripts[name] = true
				break
			}
		}
	}
	if len(scripts) <= 1 {
		return false
	}
	for _, set := range together {
		known := 0
		for _, name := range set {
			if scripts[name] {
				known++
			}
		}
		if known == len(scripts) {
			return false
		}
	}
	return true
}
