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

// field is a property of an item as it is compared and shown.
type field struct {
	label    string
	values   []Value // none if it is not stated
	list     bool
	computed bool
}

func listOf(label string, values []Value) field {
	return field{label: label, values: values, list: true}
}

func (f field) workedOut() field {
	f.computed = true
	return f
}

// differing returns what differs in a property of two versions, and reports
// whether anything does.
func differing(was, is field) (fact Fact, differs bool) {
	if slices.EqualFunc(was.values, is.values, func(a, b Value) bool { return a.key() == b.key() }) {
		return Fact{}, false
	}
	fact = Fact{Label: is.label, Was: was.values, Is: is.values, List: is.list, Computed: is.computed}
	if !is.list {
		fact.tellApart()
		return fact, true
	}
	fact.Was, fact.Is = besides(was.values, is.values), besides(is.values, was.values)
	return fact, len(fact.Was)+len(fact.Is) > 0 // the order of a list means nothing
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
	ids      pairs // the ids of items in the version that it is compared with
}

// all returns the facts of a new item, stated and computed, without those that
// name it.
func (v *version) all(ref briefing.Ref) []Fact {
	var out []Fact
	add := func(f field) {
		if len(f.values) > 0 {
			out = append(out, Fact{Label: f.label, Is: f.values, List: f.list, Computed: f.computed})
		}
	}
	for i, f := range v.items.Of(v.Index, ref) {
		if i > 1 { // behind the id and the name, or the holder and the stance
			add(v.stated(f, ref))
		}
		for _, c := range v.computed(f, ref) {
			add(c)
		}
	}
	return out
}

// stated returns a fact of an item as it is compared and shown.
func (v *version) stated(f file.Fact, ref briefing.Ref) field {
	out := v.field(f)
	if f.Key == markingKey {
		out.values = marking(v.Index, ref)
	}
	return out
}

// computed returns what is computed from a fact of an item.
func (v *version) computed(f file.Fact, ref briefing.Ref) []field {
	switch {
	case f.Kind == file.FactEvidence:
		return []field{notFound(v.Index, f.Values)}
	case followsContested(f, ref):
		return []field{contested(v.Index, v.Question(ref.ID))}
	case followFindings(f, ref):
		return v.claimFields(ref.ID)
	}
	return nil
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
		out = Value{Text: v.PlainText(stated.Text), marked: stated.Text}
	case file.FactReference:
		out = v.item(stated.Text)
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
func (v *version) claimFields(id string) []field {
	_, q := v.Claim(id)
	f := v.Findings(id)
	named, more := briefing.SomeSilent(f.Silent)
	silent := v.links("Silent", named).workedOut()
	if more != "" {
		silent.values = append(silent.values, Value{Text: more, Own: true})
	}
	return []field{
		{label: "Answers", values: []Value{v.item(q.ID)}},
		v.links("Origins", f.Origins).workedOut(),
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
func (v *version) item(id string) Value {
	ref, ok := v.Lookup(id)
	if !ok {
		return Value{Text: id}
	}
	if other, known := v.ids[ref]; known {
		id = other
	}
	return Value{Text: v.Name(ref), ID: id}
}

func (v *version) links(label string, ids []string) field {
	return listOf(label, each(ids, v.item))
}
