package briefing

import (
	"errors"
	"strings"
	"unicode"
)

// Hosts in other scripts are written in punycode (RFC 3492, RFC 5890). One that
// mixes scripts within a label is there to look like another.

// punycodePrefix begins a label in punycode.
const punycodePrefix = "xn--"

// IsForeign reports whether a host has a label in another script, so that the
// name that is written is not the one that people know it by.
func IsForeign(host string) bool {
	for label := range strings.SplitSeq(strings.ToLower(host), ".") {
		if strings.HasPrefix(label, punycodePrefix) {
			return true
		}
	}
	return false
}

// checkLabels says why the name of a host must not be trusted.
func checkLabels(host string) error {
	for label := range strings.SplitSeq(strings.ToLower(host), ".") {
		encoded, foreign := strings.CutPrefix(label, punycodePrefix)
		if !foreign {
			continue
		}
		text, ok := decodePunycode(encoded)
		if !ok {
			return errors.New("has a host that is no valid punycode")
		}
		if mixesScripts(text) {
			return errors.New("has a host that mixes scripts, which makes it look like another")
		}
	}
	return nil
}

// The parameters of punycode (RFC 3492, section 5).
const (
	punyBase        = 36
	punyTMin        = 1
	punyTMax        = 26
	punySkew        = 38
	punyDamp        = 700
	punyInitialBias = 72
	punyInitialN    = 128
	// maxLabel is how long a label can be, in bytes (RFC 1035).
	maxLabel = 63
)

// decodePunycode is the text of a label without its prefix (RFC 3492, section
// 6.2); false where it is none.
func decodePunycode(encoded string) (text []rune, ok bool) {
	if encoded == "" || len(encoded) > maxLabel {
		return nil, false
	}
	at := strings.LastIndexByte(encoded, '-')
	for _, b := range []byte(encoded[:max(at, 0)]) {
		if b >= punyInitialN {
			return nil, false
		}
		text = append(text, rune(b))
	}
	if at == len(encoded)-1 {
		return nil, false // it is all ASCII, and no label of another script
	}
	n, i, bias := punyInitialN, 0, punyInitialBias
	for rest := encoded[at+1:]; rest != ""; {
		delta, size := punyDelta(rest, bias)
		if size == 0 {
			return nil, false
		}
		rest = rest[size:]
		count := len(text) + 1
		bias = punyAdapt(delta, count, i == 0 && n == punyInitialN)
		i += delta
		n += i / count
		i %= count
		if n > unicode.MaxRune || n >= 0xd800 && n < 0xe000 {
			return nil, false
		}
		text = append(text[:i], append([]rune{rune(n)}, text[i:]...)...)
		i++
	}
	return text, true
}

// punyDelta reads a generalized variable-length integer; size is 0 where there
// is none.
func punyDelta(s string, bias int) (delta, size int) {
	weight := 1
	for k := punyBase; size < len(s); k += punyBase {
		digit := punyDigit(s[size])
		size++
		if digit < 0 || weight > unicode.MaxRune*maxLabel {
			return 0, 0
		}
		delta += digit * weight
		t := min(max(k-bias, punyTMin), punyTMax)
		if digit < t {
			return delta, size
		}
		weight *= punyBase - t
	}
	return 0, 0
}

func punyDigit(b byte) int {
	switch {
	case b >= 'a' && b <= 'z':
		return int(b - 'a')
	case b >= '0' && b <= '9':
		return int(b-'0') + punyTMax
	}
	return -1
}

func punyAdapt(delta, count int, first bool) int {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / count
	k := 0
	for ; delta > (punyBase-punyTMin)*punyTMax/2; k += punyBase {
		delta /= punyBase - punyTMin
	}
	return k + (punyBase-punyTMin+1)*delta/(delta+punySkew)
}

// together are the scripts that one language is written in (UTS 39, section
// 5.2, Highly Restrictive).
var together = [][]string{
	{"Latin", "Han", "Hiragana", "Katakana"}, {"Latin", "Han", "Bopomofo"}, {"Latin", "Han", "Hangul"},
}

// mixesScripts reports whether a text is in scripts that do not go together.
func mixesScripts(text []rune) bool {
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
