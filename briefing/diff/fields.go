package diff

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/quote"
)

// field is a property of a thing as it is compared and said. What names the
// thing is among them, so that a new title is seen.
type field struct {
	label    string
	values   []Value // none where it is not stated
	list     bool
	computed bool
	names    bool // it is what the thing is called
}

func text(label, value string) field {
	if value == "" {
		return field{label: label}
	}
	return field{label: label, values: []Value{{Text: value}}}
}

// own is a text in the program's words.
func own(label, value string) field {
	f := text(label, value)
	for i := range f.values {
		f.values[i].Own = true
	}
	return f
}

// prose is a text with references. It is compared with them, and said without.
func prose(label, value string) field {
	f := text(label, briefing.PlainText(value))
	for i := range f.values {
		f.values[i].marked = value
	}
	return f
}

// naming is a field that a thing is called by.
func naming(f field) field {
	f.names = true
	return f
}

// list is a field of several values, whose order says nothing.
func list(label string, texts ...string) field {
	values := make([]Value, len(texts))
	for i, text := range texts {
		values[i] = Value{Text: text}
	}
	return listOf(label, values)
}

func listOf(label string, values []Value) field {
	return field{label: label, values: values, list: true}
}

func (f field) workedOut() field {
	f.computed = true
	return f
}

func date(label string, d edtf.Date) field { return own(label, d.Words()) }

// stated are the facts of a thing that is new.
func stated(is []field) []Fact {
	var out []Fact
	for _, f := range is {
		if len(f.values) > 0 && !f.names {
			out = append(out, Fact{Label: f.label, Is: f.values, List: f.list, Computed: f.computed})
		}
	}
	return out
}

// differing are the facts that differ. Both have the same fields in the same
// order.
func differing(was, is []field) []Fact {
	var out []Fact
	for i, f := range is {
		if slices.Equal(each(was[i].values, Value.key), each(f.values, Value.key)) {
			continue
		}
		fact := Fact{Label: f.label, Was: was[i].values, Is: f.values, List: f.list, Computed: f.computed}
		if f.list {
			fact.Was, fact.Is = besides(was[i].values, f.values), besides(f.values, was[i].values)
			if len(fact.Was)+len(fact.Is) == 0 {
				continue // it is another order
			}
		} else {
			fact.tellApart()
		}
		out = append(out, fact)
	}
	return out
}

// tellApart has a text that reads the same as it did, and links elsewhere, say
// where.
func (f *Fact) tellApart() {
	if len(f.Was) != 1 || len(f.Is) != 1 || f.Was[0].Text != f.Is[0].Text || f.Is[0].marked == "" {
		return
	}
	f.Was, f.Is = []Value{{Text: f.Was[0].marked}}, []Value{{Text: f.Is[0].marked}}
}

// besides are the values of a list that another does not have, or not as often.
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

func headFields(b *briefing.Briefing) []field {
	version := ""
	if b.Version > 0 {
		version = strconv.Itoa(b.Version)
	}
	marking := ""
	if b.TLP != "" {
		marking = b.TLP.String()
	}
	return []field{
		text("Id", b.ID),
		text("Title", b.Title),
		date(AsOf, b.AsOf),
		date("Issued", b.Issued),
		own(Version, version),
		text("Language", b.Language),
		list("Authors", b.Authors...),
		own("Marking", marking),
	}
}

// fieldsOf are the fields of a thing that the briefing has.
func fieldsOf(x *briefing.Index, ref briefing.Ref) []field {
	marking := ""
	if x.Portion(ref) != "" {
		marking = x.TLP(ref).String()
	}
	return append(ownFields(x, ref), own("Marking", marking))
}

func ownFields(x *briefing.Index, ref briefing.Ref) []field {
	switch ref.Kind {
	case briefing.KindJudgment:
		return judgmentFields(x, x.Judgment(ref.ID))
	case briefing.KindEvent:
		return eventFields(x, x.Event(ref.ID))
	case briefing.KindActor:
		return actorFields(x, x.Actor(ref.ID))
	case briefing.KindQuestion:
		return questionFields(x, x.Question(ref.ID))
	case briefing.KindClaim:
		return claimFields(x, ref.ID)
	case briefing.KindPosition:
		s, _ := x.Stand(ref.ID)
		return positionFields(x, s.Position)
	case briefing.KindSource:
		return sourceFields(x, x.Source(ref.ID))
	}
	return nil
}

func judgmentFields(x *briefing.Index, j *briefing.Judgment) []field {
	likelihood := string(j.Likelihood)
	if low, high, ok := j.Likelihood.Band(); ok {
		likelihood = fmt.Sprintf("%s (%d–%d %%)", likelihood, low, high)
	}
	return append([]field{
		naming(prose("Text", j.Text)),
		own("Likelihood", likelihood),
		own("Confidence", briefing.Confidences.Label(j.Confidence)),
		prose("Because", j.Because),
		link(x, "Answers", j.Question),
	}, evidence(x, j.Evidence)...)
}

func eventFields(x *briefing.Index, e *briefing.Event) []field {
	actors := each(e.Actors, func(p briefing.Participant) Value {
		v := item(x, p.Actor)
		v.Aside = p.Role
		return v
	})
	others := each(e.When.Alternatives, func(a briefing.Alternative) Value {
		return Value{Text: a.Date.Words(), Aside: a.Note, Own: true}
	})
	cited := slices.Clone(e.Evidence)
	for i := range e.When.Alternatives {
		cited = append(cited, e.When.Alternatives[i].Evidence...)
	}
	return append([]field{
		naming(text("Title", e.Title)),
		date("When", e.When.Date),
		text("In the source", e.When.Said),
		text("On the date", e.When.Note),
		listOf("Other dates", others),
		own("Status", briefing.EventStatuses.Label(e.Status)),
		own("Certainty", briefing.Certainties.Label(e.Certainty)),
		text("Place", e.Place),
		list("Tags", e.Tags...),
		listOf("Actors", actors),
		prose("Summary", e.Summary),
	}, evidence(x, cited)...)
}

func actorFields(x *briefing.Index, a *briefing.Actor) []field {
	return append([]field{
		naming(text("Name", a.Name)),
		own("Kind", briefing.ActorKinds.Label(a.Kind)),
		link(x, "Part of", a.PartOf),
		text("Role", a.Role),
		list("Also", a.Aka...),
		text("Country", a.Country),
		prose("Summary", a.Summary),
	}, evidence(x, a.Evidence)...)
}

func questionFields(x *briefing.Index, q *briefing.Question) []field {
	contested := "no"
	if x.Contested(q) {
		contested = "yes"
	}
	return []field{
		naming(text("Text", q.Text)),
		own("Status", briefing.QuestionStatuses.Label(q.Status)),
		own("Contested", contested).workedOut(),
		prose("Summary", q.Summary),
		links(x, "Events", q.Events),
	}
}

func claimFields(x *briefing.Index, id string) []field {
	c, q := x.Claim(id)
	f := x.Findings(id)
	named, more := briefing.SomeSilent(f.Silent)
	silent := links(x, "Silent", named).workedOut()
	if more != "" {
		silent.values = append(silent.values, Value{Text: more, Own: true})
	}
	return []field{
		naming(text("Text", c.Text)),
		link(x, "Answers", q.ID),
		links(x, "Origins", f.Origins).workedOut(),
		listOf("Flags", each(f.Flags, func(flag briefing.Flag) Value {
			return Value{Text: string(flag), Aside: briefing.Flags.Label(flag), Own: true}
		})).workedOut(),
		silent,
	}
}

func positionFields(x *briefing.Index, p *briefing.Position) []field {
	credibility := ""
	if p.Credibility > 0 {
		credibility = strconv.Itoa(p.Credibility) + ", " + briefing.CredibilityLabel(p.Credibility)
	}
	return append([]field{
		naming(own("Stance", briefing.Stances.Label(p.Stance))),
		date("Said", p.Said),
		link(x, "According to", p.Via),
		links(x, "Citing", p.Citing),
		own("Hedge", briefing.Hedges.Label(p.Hedge)),
		own("Quotation", briefing.Quotations.Label(p.Quotation)),
		own("Credibility", credibility),
		text("Note", p.Note),
	}, evidence(x, p.Evidence)...)
}

func sourceFields(x *briefing.Index, s *briefing.Source) []field {
	p := &s.Publication
	return []field{
		naming(text("Title", s.Title)),
		own("Kind", briefing.SourceKinds.Label(s.Kind)),
		text("Publisher", p.Publisher),
		list("Authors", p.Authors...),
		text("Place", p.Place),
		date("Published", p.Published),
		date("Accessed", p.Accessed),
		text("Link", p.URL),
		text("Archived", p.ArchiveURL),
		text("Language", p.Language),
		own("Reliability", string(s.Grade.Reliability)+", "+briefing.Reliabilities.Label(s.Grade.Reliability)),
		text("On reliability", s.Grade.Note),
		link(x, "Origin", s.Origin),
		own("Status", briefing.SourceStatuses.Label(s.Status)),
		own("Kind of text", textKind(s)),
		list("Text", paragraphs(s.Text)...),
	}
}

func textKind(s *briefing.Source) string {
	if s.Text == "" {
		return ""
	}
	return briefing.TextKinds.Label(s.TextKind)
}

// paragraphs are those of a source's text, each on one line.
func paragraphs(text string) []string {
	var out []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if words := strings.Join(strings.Fields(p), " "); words != "" {
			out = append(out, words)
		}
	}
	return out
}

// evidence is what a thing cites, and which of its quotes do not stand in their
// sources.
func evidence(x *briefing.Index, cited []briefing.Evidence) []field {
	var all, lost []Value
	for i := range cited {
		e := &cited[i]
		v := Value{Text: e.Quote, Aside: e.Source, Quoted: true}
		if e.Quote == "" {
			v = Value{Text: "no quote", Aside: e.Source, Own: true}
		}
		if x.Anchor(x.PassageOf(e)).State == quote.Missing {
			lost = append(lost, v)
		}
		for _, more := range []struct{ words, text string }{{"after: ", e.Prefix}, {"before: ", e.Suffix}, {"", e.Note}} {
			if more.text != "" {
				v.Aside += "; " + more.words + more.text
			}
		}
		all = append(all, v)
	}
	return []field{listOf("Evidence", all), listOf("Not found", lost).workedOut()}
}

// item is the name of what an id names.
func item(x *briefing.Index, id string) Value {
	if ref, ok := x.Lookup(id); ok {
		return Value{Text: x.Name(ref), ID: id}
	}
	return Value{Text: id}
}

// link is a field that names one item, or none, and links one that names some.
func link(x *briefing.Index, label, id string) field {
	f := field{label: label}
	if id != "" {
		f.values = []Value{item(x, id)}
	}
	return f
}

func links(x *briefing.Index, label string, ids []string) field {
	return listOf(label, each(ids, func(id string) Value { return item(x, id) }))
}
