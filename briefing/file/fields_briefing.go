package file

import (
	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// maxVersion is the highest version of a briefing.
const maxVersion = 1_000_000

// briefingTable defines the top level of a file.
var briefingTable = &table[briefing.Briefing]{
	noun: "briefing", nameKey: idKey,
	doc: "A news briefing: what happened, who says what about it, and where that is written.",
	fields: []field[briefing.Briefing]{
		{
			key: formatKey, required: true, mustBeValid: true,
			doc:   "The format of the file and its version: " + briefing.Format + ".",
			value: formatBinding{},
		},
		at(idKey, "The id of the briefing, the same from version to version.", func(b *briefing.Briefing) *string { return &b.ID }, slugValue).require(),
		at("title", "What the briefing is about, in one line.", func(b *briefing.Briefing) *string { return &b.Title }, label).require(),
		at("as_of", "The information cut-off: an EDTF date, or a time such as 2024-06-11T18:00Z.", func(b *briefing.Briefing) *edtf.Date { return &b.AsOf }, date).require(),
		at("issued", "The day on which the briefing was issued.", func(b *briefing.Briefing) *edtf.Date { return &b.Issued }, date),
		at("version", "The number of the version, from 1.", func(b *briefing.Briefing) *int { return &b.Version }, number(1, maxVersion)),
		at("language", "The language of the briefing, a BCP 47 tag; en if it is left out.", func(b *briefing.Briefing) *string { return &b.Language }, languageTag).
			omitIf(func(b *briefing.Briefing) bool { return b.Language == DefaultLanguage }),
		at("authors", "Who wrote the briefing.", func(b *briefing.Briefing) *[]string { return &b.Authors }, lineList),
		at("tlp", "The label of the Traffic Light Protocol 2.0, without its prefix.", func(b *briefing.Briefing) *briefing.TLP { return &b.TLP }, tlpValue).called("Marking"),
		at("bottom_line", "The answer first: a few sentences with references.", func(b *briefing.Briefing) *string { return &b.BottomLine }, prose),
		sectionOf("judgments", "What the briefing's own authors conclude.", func(b *briefing.Briefing) *[]briefing.Judgment { return &b.Judgments }, judgmentTable,
			func(d *decoder, j *briefing.Judgment) { d.accept(j.ID) }),
		at("gaps", "What is not known, each with references.", func(b *briefing.Briefing) *[]string { return &b.Gaps }, listOf(prose)),
		sectionOf("sources", "The documents that the briefing rests on.", func(b *briefing.Briefing) *[]briefing.Source { return &b.Sources }, sourceTable,
			func(d *decoder, s *briefing.Source) { d.accept(s.ID) }),
		sectionOf("actors", "The persons, organizations, states and groups in it.", func(b *briefing.Briefing) *[]briefing.Actor { return &b.Actors }, actorTable,
			func(d *decoder, a *briefing.Actor) { d.accept(a.ID) }),
		sectionOf("events", "What happened, or is expected to.", func(b *briefing.Briefing) *[]briefing.Event { return &b.Events }, eventTable,
			func(d *decoder, e *briefing.Event) { d.accept(e.ID) }),
		sectionOf("questions", "What is in dispute, with the claims and who holds them.", func(b *briefing.Briefing) *[]briefing.Question { return &b.Questions }, questionTable, acceptQuestion),
	},
	finish: func(b *briefing.Briefing) { setDefault(&b.Language, DefaultLanguage) },
}

const DefaultLanguage = "en"

// formatBinding is the binding of the key format, which has the same value in
// every briefing.
type formatBinding struct{}

func (formatBinding) read(d *decoder, n *node, _ *briefing.Briefing) bool {
	return d.isScalar(n, aText.String)
}
func (formatBinding) write(w *writer, _ *briefing.Briefing)            { w.text(briefing.Format) }
func (formatBinding) empty(*briefing.Briefing) bool                    { return false }
func (formatBinding) schema(*schemas) schema                           { return schema{{"const", briefing.Format}} }
func (formatBinding) facts(*Facts, string, string, *briefing.Briefing) {}
func (formatBinding) kind() (FactKind, bool)                           { return 0, false }
func (formatBinding) prune(*pruner, *briefing.Briefing) bool           { return true }

func acceptQuestion(d *decoder, q *briefing.Question) {
	d.accept(q.ID)
	for _, c := range q.Claims {
		d.accept(c.ID)
	}
}

// sectionOf returns the field for a list of items at the top level. accept is
// called for each valid item.
func sectionOf[T any](key, doc string, list func(b *briefing.Briefing) *[]T, tb *table[T], accept func(d *decoder, t *T)) field[briefing.Briefing] {
	each := object(tb)
	each.read = func(d *decoder, n *node, t *T) bool {
		if !tb.read(d, n, t) {
			return false
		}
		accept(d, t)
		return true
	}
	f := at(key, doc, list, listOf(each))
	f.element = func(d *decoder, n *node, b *briefing.Briefing) {
		if *list(b) = readInto(d, n, *list(b), each); len(*list(b)) == 0 {
			*list(b) = nil // as after reading an empty list
		}
	}
	return f
}

// likelihood is a term that is shown with its range of percentages.
var likelihood = asTerm(oneOf(briefing.Likelihoods), termText, func(text string) string { return briefing.Likelihood(text).Words() })

var judgmentTable = &table[briefing.Judgment]{
	noun: "judgment", nameKey: idKey,
	doc: "A conclusion of the briefing's own authors.",
	pos: func(j *briefing.Judgment) *briefing.Pos { return &j.Pos },
	fields: append([]field[briefing.Judgment]{
		at(idKey, "The id of the judgment; made of its text if it is left out.", func(j *briefing.Judgment) *string { return &j.ID }, newID(itemJudgment)).requireValid(),
		at("text", "The conclusion in a sentence, with references.", func(j *briefing.Judgment) *string { return &j.Text }, prose).require(),
		at("likelihood", "The chance that it is true, in the terms of ICD 203.", func(j *briefing.Judgment) *briefing.Likelihood { return &j.Likelihood }, likelihood),
		at("confidence", "How good its basis is; never in one sentence with the likelihood.", func(j *briefing.Judgment) *briefing.Confidence { return &j.Confidence }, oneOf(briefing.Confidences)),
		at("because", "Why the basis is as good as that, with references.", func(j *briefing.Judgment) *string { return &j.Because }, prose),
		at("question", "The id of the question that it answers.", func(j *briefing.Judgment) *string { return &j.Question }, idOf(itemQuestion)).called("Answers"),
		evidenceOf(func(j *briefing.Judgment) *[]briefing.Evidence { return &j.Evidence }),
	}, commonOf(func(j *briefing.Judgment) *briefing.Common { return &j.Common })...),
}
