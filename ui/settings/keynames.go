package settings

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/fold"
)

// The names of keys are those that the terminal library gives them.

// named are the keys that have a name instead of a character.
var named = append([]string{
	"enter", "tab", "backspace", "esc", "space", "up", "down", "left", "right", "home", "end", "pgup", "pgdown",
	"insert", "delete", "begin", "find", "select",
}, functionKeys()...)

func functionKeys() (out []string) {
	const last = 63 // the greatest number in terminal protocols
	for n := 1; n <= last; n++ {
		out = append(out, fmt.Sprintf("f%d", n))
	}
	return out
}

// modifiers are in the order in which they precede a key.
var modifiers = []string{"ctrl", "alt", "shift", "meta", "hyper", "super"}

// otherwise maps other names of keys to ours.
var otherwise = map[string]string{
	"escape": "esc", "return": "enter", "cr": "enter", "del": "delete", "ins": "insert", "spacebar": "space",
	"pageup": "pgup", "page-up": "pgup", "pagedown": "pgdown", "page-down": "pgdown", "pgdn": "pgdown",
	"control": "ctrl", "c": "ctrl", "option": "alt", "opt": "alt", "m": "alt", "cmd": "super", "command": "super", "win": "super",
	"↑": "up", "↓": "down", "←": "left", "→": "right",
}

// parseKey returns the name of a key with its modifiers in order. If there is no
// such key, hint says what was probably meant.
func parseKey(text string) (name, hint string, ok bool) {
	if text == "" {
		return "", "write the key, in quotes if it is a sign", false
	}
	if text == " " {
		return "", `write "space"`, false
	}
	at := strings.LastIndex(text[:len(text)-1], "+") + 1
	last := text[at:]
	var with []string
	if at > 0 {
		with = strings.Split(text[:at-1], "+")
	}
	for i, m := range with {
		if !slices.Contains(modifiers, m) {
			return "", hintFor(m, modifiers, text[:at]+last), false
		}
		if slices.Contains(with[:i], m) {
			return "", "name every modifier once", false
		}
	}
	if hint := checkBase(last, with); hint != "" {
		return "", hint, false
	}
	var b strings.Builder
	for _, m := range modifiers {
		if slices.Contains(with, m) {
			b.WriteString(m + "+")
		}
	}
	return b.String() + last, "", true
}

// checkBase returns a hint if last, the part after the modifiers, is not a key,
// and "" if it is.
func checkBase(last string, with []string) string {
	if slices.Contains(named, last) {
		return ""
	}
	r, size := utf8.DecodeRuneInString(last)
	switch {
	case size != len(last) || !unicode.IsGraphic(r) || unicode.IsSpace(r) || unicode.Is(unicode.M, r):
		return hintFor(last, named, last)
	case len(with) == 1 && with[0] == "shift":
		return "write the character that the keys give together, such as A"
	case len(with) > 0 && unicode.ToLower(r) != r:
		return fmt.Sprintf("write %q, with shift+ before it if it is meant", strings.Join(with, "+")+"+"+string(unicode.ToLower(r)))
	}
	return ""
}

// hintFor returns a hint for an unknown part of a key's name.
func hintFor(part string, known []string, whole string) string {
	if other, ok := otherwise[strings.ToLower(part)]; ok && slices.Contains(known, other) {
		return fmt.Sprintf("write %q", strings.Replace(whole, part, other, 1))
	}
	if near, _ := fold.Nearest(strings.ToLower(part), known); near != "" {
		return fmt.Sprintf("did you mean %q?", strings.Replace(whole, part, near, 1))
	}
	return "a key is one character, or enter, esc, tab, space, up, pgdown, f1 and so on, with ctrl+, alt+ or shift+ before it"
}
