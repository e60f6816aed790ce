package file

import (
	"cmp"
	"fmt"
	"strings"

	"sitrep/briefing/fold"
)

const didYouMean = "did you mean "

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
	return fmt.Sprintf("for example %q", cmp.Or(slugOf(text), "harbour-office"))
}
