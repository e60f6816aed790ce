package diff

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/facts"
	"sitrep/briefing/file"
	"sitrep/briefing/quote"
)

// field is a property of an item as it is compared and shown. The properties
// that name the item are among them, so that a new title is a change.
type field struct {
	label    string
	values   []Value // none if it is not stated
	list     bool
	computed bool
	names    bool // whether it names the item
}

func listOf(label string, values []Value) field {
	return field{label: label, values: values, list: true}
}

func (f field) workedOut() field {
	f.computed = true
	return f
}

// stated returns the facts of a new item.
func stated(is []field) []Fact {
	var out []Fact
	for _, f := range is {
		if len(f.values) > 0 && !f.names {
			out = append(out, Fact{Label: f.label, Is: f.values, List: f.list, Computed: f.computed})
		}
	}
	return out
}

// differing returns the facts that differ. Both items have the same fields in
// the same order.
func differing(was, is []field) []Fact {
	var out []Fact
	for i, f := range is {
		if slices.EqualFunc(was[i].values, f.values, func(a, b Value) bool { return a.key() == b.key() }) {
			continue
		}
		fact := Fact{Label: f.label, Was: was[i].values, Is: f.values, List: f.list, Computed: f.computed}
		if f.list {
			fact.Was, fact.Is = besides(was[i].values, f.values), besides(f.values, was[i].values)
			if len(fact.Was)+len(fact.Is) == 0 {
				continue // only the order differs
			}
		} else {
			fact.tellApart()
		}
		out = append(out, fact)
	}
	return out
}

// tellApart adds the references to the texts of a fact that read the same but
// link to different items.
func (f *Fact) tellApart() {
	if len(f.Was) != 1 || len(f.Is) != 1 || f.Was[0].Text != f.Is[0].Text || f.Is[0].marked == "" {
		return
	}
	f.Was, f.Is = []Value{{Text: f.Was[0].marked}}, []Value{{Text: f.Is[0].marked}}
}

// besides returns the values of a list that another does not have, or has less
// often.
func besides(list, other []Value) []Value {
	var out []Value
	for _, n := range missing(each(list, Value.key), each(other, Value.key)) {
		out = append(out, list[n])
	}
	return out
}

func gapRef(n int) briefing.Ref {
	return briefing.Ref{Kind: briefing.KindGap, ID: strconv.Itoa(n + 1)}
}

// The labels of what tells one version of a briefing from another.
const (
	AsOf    = "As of"
	Version = "Version"
)

// version is one version of a briefing.
type version struct {
	*briefing.Index
	items    facts.Reader
	evidence file.Facts
}

// headFields returns the fields of the briefing itself.
func (v *version) headFields() []field {
	var out []field
	for _, f := range new(file.Facts).Of(v.Briefing) {
		if f.Key != "bottom_line" && f.Key != "gaps" { // these are items of their own
			out = append(out, v.field(f))
		}
	}
	return out
}

// fields returns the fields of an item that the briefing has: its facts, each
// followed by what is computed from it.
func (v *version) fields(ref briefing.Ref) []field {
	x := v.Index
	stated := v.items.Of(x, ref)
	const computed = 4 // of a claim, which has the most
	out := make([]field, 0, len(stated)+computed)
	for i, fact := range stated {
		f := v.field(fact)
		f.names = i <= 1 // the id and the name, or the holder and the stance
		if fact.Key == "tlp" {
			f.values = marking(x, ref)
		}
		out = append(out, f)
		switch {
		case fact.Kind == file.FactEvidence:
			out = append(out, notFound(x, fact.Values))
		case fact.Key == "status" && ref.Kind == briefing.KindQuestion:
			out = append(out, contested(x, x.Question(ref.ID)))
		case fact.Key == "text" && ref.Kind == briefing.KindClaim:
			out = append(out, claimFields(x, ref.ID)...)
		}
	}
	return out
}

// field returns a fact as it is compared and shown.
func (v *version) field(f file.Fact) field {
	out := field{label: f.Label, list: f.List || f.Kind == file.FactBody}
	if len(f.Values) > 0 {
		out.values = make([]Value, 0, len(f.Values))
	}
	for _, stated := range f.Values {
		if f.Kind == file.FactBody {
			out.values = append(out.values, paragraphs(stated.Text)...)
		} else {
			out.values = append(out.values, v.value(f.Kind, stated))
		}
	}
	return out
}

func (v *version) value(kind file.FactKind, stated file.FactValue) Value {
	out := Value{Text: stated.Text}
	switch kind {
	case file.FactDate, file.FactTerm:
		out = Value{Text: stated.Words(), Own: true}
	case file.FactProse:
		out = Value{Text: briefing.PlainText(stated.Text), marked: stated.Text}
	case file.FactReference:
		out = item(v.Index, stated.Text)
	case file.FactEvidence:
		return v.cited(stated.Evidence)
	}
	out.Aside = v.aside(stated.Under)
	return out
}

// aside returns the note after a value. Notes and roles need no label.
func (v *version) aside(under []file.Fact) string {
	var parts []string
	for _, f := range under {
		label := ""
		if f.Key != "note" && f.Key != "role" {
			label = f.Label + ": "
		}
		for _, stated := range f.Values {
			parts = append(parts, label+v.value(f.Kind, stated).Text)
		}
	}
	return strings.Join(parts, "; ")
}

func marking(x *briefing.Index, ref briefing.Ref) []Value {
	if x.Portion(ref) == "" {
		return nil
	}
	return []Value{{Text: x.TLP(ref).String(), Own: true}}
}

func contested(x *briefing.Index, q *briefing.Question) field {
	answer := "no"
	if x.Contested(q) {
		answer = "yes"
	}
	return field{label: "Contested", values: []Value{{Text: answer, Own: true}}}.workedOut()
}

// claimFields returns what is computed about a claim.
func claimFields(x *briefing.Index, id string) []field {
	_, q := x.Claim(id)
	f := x.Findings(id)
	named, more := briefing.SomeSilent(f.Silent)
	silent := links(x, "Silent", named).workedOut()
	if more != "" {
		silent.values = append(silent.values, Value{Text: more, Own: true})
	}
	return []field{
		{label: "Answers", values: []Value{item(x, q.ID)}},
		links(x, "Origins", f.Origins).workedOut(),
		listOf("Flags", each(f.Flags, func(flag briefing.Flag) Value {
			return Value{Text: string(flag), Aside: briefing.Flags.Label(flag), Own: true}
		})).workedOut(),
		silent,
	}
}

// paragraphs returns the paragraphs of a source's text, each on one line.
func paragraphs(text string) []Value {
	var out []Value
	for p := range strings.SplitSeq(text, "\n\n") {
		if words := strings.Join(strings.Fields(p), " "); words != "" {
			out = append(out, Value{Text: words})
		}
	}
	return out
}

// cited returns a quote followed by its source and what else is said about it.
func (v *version) cited(e *briefing.Evidence) Value {
	out := quoted(e)
	const behind = 2 // the source and the quote
	if more := v.aside(v.evidence.Of(e)[behind:]); more != "" {
		out.Aside += "; " + more
	}
	return out
}

func quoted(e *briefing.Evidence) Value {
	if e.Quote == "" {
		return Value{Text: "no quote", Aside: e.Source, Own: true}
	}
	return Value{Text: e.Quote, Aside: e.Source, Quoted: true}
}

// notFound returns the quotes that are not in their sources.
func notFound(x *briefing.Index, cited []file.FactValue) field {
	var lost []Value
	for _, v := range cited {
		if x.Anchor(x.PassageOf(v.Evidence)).State == quote.Missing {
			lost = append(lost, quoted(v.Evidence))
		}
	}
	return listOf("Not found", lost).workedOut()
}

// item returns the name of the item with that id.
func item(x *briefing.Index, id string) Value {
	if ref, ok := x.Lookup(id); ok {
		return Value{Text: x.Name(ref), ID: id}
	}
	return Value{Text: id}
}

func links(x *briefing.Index, label string, ids []string) field {
	return listOf(label, each(ids, func(id string) Value { return item(x, id) }))
}
