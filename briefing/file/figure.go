package file

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

var figureTable = &table[briefing.Figure]{
	noun: "figure", nameKey: "unit",
	doc: "A number that a claim states: a value, or a low and a high one.",
	fields: []field[briefing.Figure]{
		at("value", "The number, in digits.", func(f *briefing.Figure) *briefing.Decimal { return &f.Value }, decimal),
		at("low", "The lowest number of a range.", func(f *briefing.Figure) *briefing.Decimal { return &f.Low }, decimal),
		at("high", "The highest number of a range.", func(f *briefing.Figure) *briefing.Decimal { return &f.High }, decimal),
		at("unit", "What is counted, in a word or two: troops, killed, USD.", func(f *briefing.Figure) *string { return &f.Unit }, line).require(),
		at("approximate", "True if the number is not meant to be exact.", func(f *briefing.Figure) *bool { return &f.Approximate }, trueFalse),
	},
}

// figure is the value of a claim's figure. One without a number, or with two
// kinds of it, is dropped.
var figure = func() value[briefing.Figure] {
	v := object(figureTable)
	read := v.read
	v.read = func(d *decoder, n *node, f *briefing.Figure) bool {
		if !read(d, n, f) {
			*f = briefing.Figure{}
			return false
		}
		ranged := f.Low != "" && f.High != ""
		switch {
		case ranged && f.Value == "" && f.Low.Float() <= f.High.Float(),
			!ranged && f.Value != "" && f.Low == "" && f.High == "":
			return true
		}
		d.problem(n.pos, CodeBadValue, "a figure has either a value, or a low and a high number", "write value: 10000, or low: 3000 and high: 12000")
		*f = briefing.Figure{}
		return false
	}
	v.empty = func(f *briefing.Figure) bool { return f.IsZero() }
	v.kind = FactTerm
	v.facts = func(c *Facts, f *briefing.Figure) {
		c.values = append(c.values, FactValue{Text: f.String(), worded: f})
	}
	return v
}()

// maxDigits is more than any number in a briefing has.
const maxDigits = 24

// isPlainNumber reports whether s is a number in digits: no exponent, no sign but a
// minus, no zero before other digits. Every start reads some, so it compiles no pattern.
func isPlainNumber(s string) bool {
	whole, fraction, hasPoint := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return isDigits(whole) && (whole == "0" || whole[0] != '0') && (!hasPoint || isDigits(fraction))
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// decimal is a number that can have a fraction, kept as it is written.
var decimal = value[briefing.Decimal]{
	read: func(d *decoder, n *node, v *briefing.Decimal) bool {
		switch {
		case !d.isScalar(n, aDecimal.String):
			return false
		case n.kind == kindText && isPlainNumber(n.text):
			d.problem(n.pos, CodeWrongKind, "found text, expected a number", "take the quotes away")
			return false
		case len(n.text) > maxDigits || !isPlainNumber(n.text):
			d.problem(n.pos, CodeBadValue, fmt.Sprintf("%s is no number in at most %d digits", clean.Quoted(n.text), maxDigits), "write it in digits, without signs between them: 10000, 2.5")
			return false
		}
		*v = briefing.Decimal(n.text)
		return true
	},
	write:  func(w *writer, v *briefing.Decimal) { w.decimal(string(*v)) },
	empty:  func(v *briefing.Decimal) bool { return *v == "" },
	schema: func(*schemas) schema { return schema{{"type", "number"}} },
	facts:  func(c *Facts, v *briefing.Decimal) { c.values = append(c.values, FactValue{Text: string(*v)}) },
	kind:   FactTerm,
}

// trueFalse is true or false.
var trueFalse = value[bool]{
	read: func(d *decoder, n *node, v *bool) bool {
		if n.kind != kindBool {
			d.wrongKind(n, aFlag.String())
			return false
		}
		*v = strings.EqualFold(n.text, "true")
		return true
	},
	write:  func(w *writer, v *bool) { w.flag(*v) },
	empty:  func(v *bool) bool { return !*v },
	schema: func(*schemas) schema { return schema{{"type", "boolean"}} },
	facts:  func(c *Facts, v *bool) { c.values = append(c.values, FactValue{Text: strconv.FormatBool(*v)}) },
	kind:   FactTerm,
}
