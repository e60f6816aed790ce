package file

import (
	"fmt"
	"strings"
	"unicode"

	"sitrep/briefing/clean"
	"sitrep/briefing/fold"
)

const didYouMean = "did you mean "

// suggestKey returns a hint for an unknown key.
func suggestKey(key string, keys []string, noun string) string {
	if best, ok := fold.Nearest(key, keys); ok {
		return fmt.Sprintf(didYouMean+"%q?", best)
	}
	return fmt.Sprintf("the keys of %s are %s", article(noun), strings.Join(keys, ", "))
}

// suggestTerm returns a hint for a value that is not one of terms.
func suggestTerm(text string, terms []string) string {
	text = strings.TrimPrefix(strings.ToUpper(text), "TLP:")
	for _, t := range terms {
		if strings.ToUpper(t) == text || strings.ToUpper(strings.ReplaceAll(t, "-", " ")) == text {
			return fmt.Sprintf("write %q", t)
		}
	}
	if best, ok := fold.Nearest(strings.ToLower(text), terms); ok {
		return fmt.Sprintf(didYouMean+"%q?", best)
	}
	return "choose the one that fits best, in just these words"
}

// suggestSlug returns a hint for a text that is not a valid id.
func suggestSlug(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= clean.MaxShown {
			break
		}
	}
	if s := strings.TrimSuffix(b.String(), "-"); s != "" {
		return fmt.Sprintf("for example %q", s)
	}
	return `for example "harbour-office"`
}
