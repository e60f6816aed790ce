package clean

import (
	"errors"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// Hosts in other scripts are sent in punycode (RFC 5890, UTS #46). One that mixes
// scripts within a label is there to look like another.

// punycodePrefix begins a label in punycode.
const punycodePrefix = "xn--"

// maxLabel is how long a label can be, in bytes (RFC 1035).
const maxLabel = 63

// IsForeign reports whether a host, in ASCII, has a label in another script, so
// that the name that is sent is not the one that people know it by.
func IsForeign(host string) bool {
	for label := range strings.SplitSeq(strings.ToLower(host), ".") {
		if strings.HasPrefix(label, punycodePrefix) {
			return true
		}
	}
	return false
}

var (
	errPunycode = errors.New("has a host that is no valid punycode")
	errMixed    = errors.New("has a host that mixes scripts, which makes it look like another")
	errAlike    = errors.New("has a host that looks like another: it can only be written in punycode (xn--)")
	errHostForm = errors.New("has a host that is not in the form in which names are registered")
)

// checkLabels says why the name of a host, in ASCII, must not be trusted.
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

// asciiHost is a host as it is sent. A label in another script has to stand in
// the form that comes back, so that no sign in it stands for another one, such
// as a dot, and must not look like one in ASCII.
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

// notInName reports whether r, which may be registered, is no letter or digit of
// a name: signs look like the dots and slashes of an address.
func notInName(r rune) bool { return r != '-' && !unicode.In(r, unicode.L, unicode.M, unicode.N) }

// twins are small letters of other scripts that cannot be told from Latin ones.
const twins = "асԁеһіјӏорԛѕԝхуьοανιρυκ"

// looksLatin reports whether a label may be taken for one in plain Latin letters:
// it has phonetic letters or accents that no precomposed letter has, or, below a
// domain in Latin letters, only letters that have a Latin twin.
func looksLatin(label string, below bool) bool {
	odd, others := false, false
	for _, r := range strings.ToLower(label) {
		odd = odd || r >= 0x250 && r <= 0x2af || r >= FirstMark && r <= LastAccent || r >= 0x1d00 && r <= 0x1dbf
		others = others || unicode.IsLetter(r) && !strings.ContainsRune(twins, r)
	}
	return odd || below && !others
}

// together are the scripts that one language is written in (UTS 39, section
// 5.2, Highly Restrictive).
var together = [][]string{
	{"Latin", "Han", "Hiragana", "Katakana"}, {"Latin", "Han", "Bopomofo"}, {"Latin", "Han", "Hangul"},
}

// mixesScripts reports whether a text is in scripts that do not go together.
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
