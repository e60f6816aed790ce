package importer

import (
	"bytes"
	"cmp"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing/clean"
)

// The limits of one item in a JSON file, such as a reference or an annotation. A
// file has any number of them, which are decoded one by one.
const (
	maxItemBytes = 8 << 20
	maxItemDepth = 32
	maxItems     = 100_000
)

// jsonOptions are lenient, for the output of careless programs.
var jsonOptions = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}

// object is a decoded JSON object. Texts, numbers and booleans are strings,
// lists are []any. Reading a member removes it, so that the rest can be
// counted.
type object map[string]any

// members are the undecoded members of a JSON object.
type members map[string]jsontext.Value

func parseJSON(data []byte) (jsontext.Value, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	in := jsontext.NewDecoder(bytes.NewBuffer(data), jsonOptions...)
	value, err := in.ReadValue()
	if err == nil && in.PeekKind() != 0 {
		err = errors.New("there is something after the end of the value")
	}
	if err != nil {
		line := 1 + bytes.Count(data[:min(int(in.InputOffset()), len(data))], []byte("\n"))
		return nil, unfit("save or export it again", "not JSON, in or after line %d: %s", line, clean.Short(clean.Line(err.Error())))
	}
	return value, nil
}

// membersOf returns the members of a JSON object, as far as it can be read. If
// a name occurs twice, the last one counts.
func membersOf(value jsontext.Value) members {
	out := members{}
	in := jsontext.NewDecoder(bytes.NewBuffer(value), jsonOptions...)
	if in.PeekKind() != '{' {
		return out
	}
	_, _ = in.ReadToken()
	for in.PeekKind() == '"' {
		token, err := in.ReadToken()
		if err != nil {
			return out
		}
		name := token.String()
		v, err := in.ReadValue()
		if err != nil {
			return out
		}
		out[name] = v.Clone()
	}
	return out
}

// elements calls f for every element of a JSON list until f returns false. It
// does nothing if value is not a list.
func elements(value jsontext.Value, f func(jsontext.Value) bool) {
	in := jsontext.NewDecoder(bytes.NewBuffer(value), jsonOptions...)
	if in.PeekKind() != '[' {
		return
	}
	_, _ = in.ReadToken()
	for k := in.PeekKind(); k != ']' && k != 0; k = in.PeekKind() {
		v, err := in.ReadValue()
		if err != nil || !f(v) {
			return
		}
	}
}

// first returns the first element of a JSON list, as far as it can be read.
func first(list jsontext.Value) (value jsontext.Value) {
	elements(list, func(v jsontext.Value) bool {
		value = v.Clone()
		return false
	})
	return value
}

// eachObject calls f for every object of a JSON list, decoded. Other elements
// are lost, and so is everything after maxItems.
func (b *builder) eachObject(list jsontext.Value, f func(object)) {
	n := 0
	elements(list, func(v jsontext.Value) bool {
		if n++; n > maxItems {
			b.lost.add("rest of a list of more than " + strconv.Itoa(maxItems) + " items")
			return false
		}
		if o := b.decode(v); o != nil {
			f(o)
		}
		return !b.overfull
	})
}

// decode returns a decoded JSON object. If value is not an object or exceeds
// the limits, it counts a loss and returns nil.
func (b *builder) decode(value jsontext.Value) object {
	if len(value) > maxItemBytes {
		b.lost.add("item of more than 8 MB")
		return nil
	}
	in := jsontext.NewDecoder(bytes.NewBuffer(value), jsonOptions...)
	v, err := decodeNext(in)
	if err != nil {
		b.lost.add("item that cannot be read")
		return nil
	}
	o, ok := v.(object)
	if !ok {
		b.lost.add("item that is not an object")
	}
	return o
}

var errTooDeep = errors.New("too deep")

func decodeNext(in *jsontext.Decoder) (any, error) {
	token, err := in.ReadToken()
	if err != nil {
		return nil, err
	}
	if in.StackDepth() > maxItemDepth {
		return nil, errTooDeep
	}
	switch token.Kind() {
	case 'n':
		return nil, nil
	case '{':
		o := object{}
		for in.PeekKind() == '"' {
			token, err := in.ReadToken()
			if err != nil {
				return nil, err
			}
			name := token.String()
			if o[name], err = decodeNext(in); err != nil {
				return nil, err
			}
		}
		_, err := in.ReadToken()
		return o, err
	case '[':
		var list []any
		for k := in.PeekKind(); k != ']' && k != 0; k = in.PeekKind() {
			v, err := decodeNext(in)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := in.ReadToken()
		return list, err
	}
	return token.String(), nil
}

// text removes and returns a text, number or boolean, without surrounding white
// space.
func (o object) text(name string) string {
	s, ok := o[name].(string)
	if !ok {
		return ""
	}
	delete(o, name)
	return strings.TrimSpace(s)
}

// firstText removes the texts under several names, and returns the first that
// is not empty.
func (o object) firstText(names ...string) (out string) {
	for _, name := range names {
		out = cmp.Or(out, o.text(name))
	}
	return out
}

// object removes and returns an object. It never returns nil.
func (o object) object(name string) object {
	v, ok := o[name].(object)
	if !ok {
		return object{}
	}
	delete(o, name)
	return v
}

// list removes and returns a list, or a single value as a list of one.
func (o object) list(name string) []any {
	v := o[name]
	delete(o, name)
	return list(v)
}

// objects removes and returns the objects of a list, or a single one.
func (o object) objects(name string) (out []object) {
	for _, v := range o.list(name) {
		if v, ok := v.(object); ok {
			out = append(out, v)
		}
	}
	return out
}

// texts removes and returns the texts of a list, or a single one.
func (o object) texts(name string) (out []string) {
	for _, v := range o.list(name) {
		if s, ok := v.(string); ok && strings.TrimSpace(s) != "" {
			out = append(out, strings.TrimSpace(s))
		}
	}
	return out
}

// drop removes members without content of their own.
func (o object) drop(names ...string) {
	for _, name := range names {
		delete(o, name)
	}
}

// loseRest counts the members that are left, each as a noun and its name.
func (b *builder) loseRest(noun string, o object) {
	for _, name := range slices.Sorted(maps.Keys(o)) {
		if !isEmpty(o[name]) {
			b.lost.add(noun + " " + clean.Short(clean.Line(name)))
		}
	}
}

// isEmpty reports whether a decoded value contains no text.
func isEmpty(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return !slices.ContainsFunc(v, func(v any) bool { return !isEmpty(v) })
	case object:
		for _, v := range v {
			if !isEmpty(v) {
				return false
			}
		}
	}
	return true
}
