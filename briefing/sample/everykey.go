package sample

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
)

// EveryKey is a briefing in which every key of the format stands, made from the
// schema of the format, with two items of each kind. Every text has a word of
// its own, so that one can tell whether any of it is to be read somewhere.
type EveryKey struct {
	Items []*MarkedItem // all that can have a marking

	file  map[string]any
	defs  map[string]part
	words int
	owner []*MarkedItem // of the next word: items within each other
	later []func()      // what needs to know all items
}

// MarkedItem is an item that can have a marking of its own.
type MarkedItem struct {
	Noun  string
	ID    string   // empty for what has none
	Words []string // of it, of all in it, and of all that cannot be without it
	value map[string]any
}

// part is what is used of a JSON Schema.
type part struct {
	Ref         string          `json:"$ref"`
	Type        any             `json:"type"`
	Description string          `json:"description"`
	Pattern     string          `json:"pattern"`
	Enum        []string        `json:"enum"`
	Const       string          `json:"const"`
	Minimum     int             `json:"minimum"`
	Prefix      []part          `json:"prefixItems"`
	Items       *part           `json:"items"`
	AnyOf       []part          `json:"anyOf"`
	Properties  map[string]part `json:"properties"`
	Defs        map[string]part `json:"$defs"`
}

// pointsTo is the kind of item whose id a key has, and whether the part falls
// without that item. A new key for the id of another item has to be added.
var pointsTo = map[string]struct {
	noun  string
	falls bool
}{
	"source": {"source", true}, "holder": {"actor", true}, "via": {"actor", true}, "actor": {"actor", true},
	"citing": {"source", false}, "part_of": {"actor", false}, "origin": {"source", false}, "question": {"question", false}, "events": {"event", false},
}

// texts are values that have to have a form, with the place of a word.
var texts = map[string]string{
	"url": "https://example.org/%s", "archive_url": "https://example.net/%s", "country": "UA", "language": "en",
	"text_file": "", "quote": "%s", "publisher": "%s",
}

// slug is the pattern of an id.
const slug = "^[a-z0-9][a-z0-9-]*$"

// marked is the key of a marking.
const marked = "tlp"

// NewEveryKey makes the briefing from the schema of the format, which writeSchema writes.
func NewEveryKey(t testing.TB, writeSchema func(io.Writer) error) *EveryKey {
	t.Helper()
	var schema bytes.Buffer
	if err := writeSchema(&schema); err != nil {
		t.Fatal(err)
	}
	var root part
	if err := json.Unmarshal(schema.Bytes(), &root); err != nil {
		t.Fatal("reading the schema:", err)
	}
	k := &EveryKey{defs: root.Defs, file: map[string]any{}}
	for _, key := range slices.Sorted(maps.Keys(root.Properties)) {
		switch {
		case key == marked:
			k.file[key] = "GREEN"
		case key == "id":
			k.file[key] = "every-key"
		default:
			k.file[key] = k.value(key, root.Properties[key], 0)
		}
	}
	for _, link := range k.later {
		link()
	}
	return k
}

// File returns the briefing, marked GREEN, in which some items are marked RED.
func (k *EveryKey) File(red ...*MarkedItem) []byte {
	for _, item := range red {
		item.value[marked] = "RED"
		defer delete(item.value, marked)
	}
	data, err := json.Marshal(k.file)
	if err != nil {
		panic(err) // strings and numbers only
	}
	return data
}

// word returns a word that stands nowhere else.
func (k *EveryKey) word() string {
	k.words++
	word := fmt.Sprintf("zq%04dx", k.words)
	k.own(word)
	return word
}

// own adds a word to the items that it is in.
func (k *EveryKey) own(word string) {
	for _, item := range k.owner {
		if word != "" {
			item.Words = append(item.Words, word)
		}
	}
}

func (k *EveryKey) value(key string, p part, n int) any {
	if len(p.AnyOf) > 0 {
		p = p.AnyOf[len(p.AnyOf)-1] // the long form
	}
	if list := k.group(key, p); list != nil {
		return list
	}
	points := pointsTo[key]
	form, formed := texts[key]
	switch {
	case p.Ref != "":
		return k.object(p.Ref[strings.LastIndex(p.Ref, "/")+1:], n)
	case p.Const != "":
		return p.Const
	case len(p.Enum) > 0:
		return p.Enum[0]
	case key == "via": // another one than the holder
		return k.id(points.noun, 1-n)
	case p.Pattern == slug:
		return k.id(points.noun, n)
	case p.Type == "integer":
		return p.Minimum
	case p.Type != "string":
		return cmp.Or(someValues[fmt.Sprint(p.Type)], any("2024-06-11"))
	case formed && strings.Contains(form, "%s"):
		return fmt.Sprintf(form, k.word())
	case formed:
		return form
	case strings.Contains(p.Description, "references"):
		return k.prose()
	}
	return k.word() + " " + k.word()
}

// group returns a list, or a mapping with keys that are not fixed, or nil for
// another kind of part.
func (k *EveryKey) group(key string, p part) any {
	switch {
	case p.Ref == "" && p.Type == "object":
		return map[string]any{k.word(): []any{k.word(), k.word()}, k.word(): k.word()}
	case p.Prefix != nil:
		return []any{k.value(key, p.Prefix[0], 0), k.value(key, p.Prefix[1], 1)}
	case p.Items != nil:
		return []any{k.value(key, *p.Items, 0), k.value(key, *p.Items, 1)}
	}
	return nil
}

// someValues are for keys that hold no text, by what they hold.
var someValues = map[string]any{"number": 7.5, "boolean": true}

// id returns the id of the item of a kind with a number.
func (k *EveryKey) id(noun string, n int) string { return fmt.Sprintf("zq%s%dx", noun, n) }

// prose returns a text that refers to every item that has an id.
func (k *EveryKey) prose() string {
	text := k.word()
	for _, noun := range slices.Sorted(maps.Keys(k.defs)) {
		if _, ok := k.defs[noun].Properties["id"]; !ok {
			continue
		}
		for n := range 2 {
			text += fmt.Sprintf(" [[%s]] [[%s|%s]]", k.id(noun, n), k.id(noun, n), k.word())
		}
	}
	return text + "."
}

// object returns a part with every key.
func (k *EveryKey) object(noun string, n int) map[string]any {
	p := k.defs[noun]
	out := map[string]any{}
	if _, ok := p.Properties[marked]; ok {
		item := &MarkedItem{Noun: noun, value: out}
		if _, ok := p.Properties["id"]; ok {
			item.ID = k.newID(noun, n)
		}
		k.Items = append(k.Items, item)
		k.owner = append(k.owner, item)
		defer func() { k.owner = k.owner[:len(k.owner)-1] }()
		k.own(item.ID)
	}
	first := k.words
	for _, key := range slices.Sorted(maps.Keys(p.Properties)) {
		switch {
		case key == marked || key == "text_file":
		case noun == "figure" && key == "value": // it has a low and a high number
		case key == "id":
			out[key] = cmp.Or(k.owner[len(k.owner)-1].ID, k.id(noun, n))
		default:
			out[key] = k.value(key, p.Properties[key], n)
		}
	}
	last := k.words
	k.later = append(k.later, func() { k.falls(out, first, last) })
	return out
}

// newID returns the id of a new item; those within others are numbered on.
func (k *EveryKey) newID(noun string, n int) string {
	for slices.ContainsFunc(k.Items, func(i *MarkedItem) bool { return i.ID == k.id(noun, n) }) {
		n++
	}
	return k.id(noun, n)
}

// falls gives the words of a part, from one number to another, to the items
// that it cannot be without.
func (k *EveryKey) falls(out map[string]any, first, last int) {
	for key, points := range pointsTo {
		id, ok := out[key].(string)
		if !ok || !points.falls {
			continue
		}
		for _, item := range k.Items {
			if item.ID == id {
				for w := first + 1; w <= last; w++ {
					item.Words = append(item.Words, fmt.Sprintf("zq%04dx", w))
				}
			}
		}
	}
}
