package file

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

const textOriginal briefing.TextKind = "original"

// reliabilityUnknown is the grade of a source whose reliability has not been
// judged.
const reliabilityUnknown briefing.Reliability = "F"

// reliability is a grade that is shown in words with its letter.
var reliability = asTerm(oneOf(briefing.Reliabilities), termText, func(text string) string {
	return text + ", " + briefing.Reliabilities.Label(briefing.Reliability(text))
})

var webAddress = checked(CodeBadURL, "an address such as https://example.org/article, as the browser shows it",
	schema{{"type", "string"}, {"pattern", `^https?://\S+$`}, {"maxLength", clean.MaxAddress}}, clean.CheckURL)

var sourceTable = &table[briefing.Source]{
	noun: "source", nameKey: idKey,
	doc: "A document that the briefing rests on.",
	pos: func(s *briefing.Source) *briefing.Pos { return &s.Pos },
	fields: append([]field[briefing.Source]{
		at(idKey, "The id of the source.", func(s *briefing.Source) *string { return &s.ID }, newID(itemSource)).require(),
		at("title", "Its title, in one line.", func(s *briefing.Source) *string { return &s.Title }, label).require(),
		at("kind", "What sort of document it is.", func(s *briefing.Source) *briefing.SourceKind { return &s.Kind }, oneOf(briefing.SourceKinds)).require(),
		at("publisher", "Who published it.", func(s *briefing.Source) *string { return &s.Publication.Publisher }, label),
		at("authors", "Who wrote it.", func(s *briefing.Source) *[]string { return &s.Publication.Authors }, lineList),
		at("credit", "Whom it credits, in one line: a photographer, an agency, a programme.", func(s *briefing.Source) *string { return &s.Publication.Credit }, label),
		at("place", "Where it was written, as its dateline says.", func(s *briefing.Source) *string { return &s.Publication.Place }, label),
		at("published", "When it was published, in EDTF.", func(s *briefing.Source) *edtf.Date { return &s.Publication.Published }, date),
		at("accessed", "When it was read, in EDTF.", func(s *briefing.Source) *edtf.Date { return &s.Publication.Accessed }, date),
		at("url", "Where it is on the web: http or https.", func(s *briefing.Source) *string { return &s.Publication.URL }, webAddress).called("Link"),
		at("archive_url", "Where a copy is kept on the web.", func(s *briefing.Source) *string { return &s.Publication.ArchiveURL }, webAddress).called("Archived"),
		at("language", "Its language, a BCP 47 tag.", func(s *briefing.Source) *string { return &s.Publication.Language }, languageTag),
		at("reliability", "The grade of the source on the Admiralty code; F, cannot be judged, if it is left out.", func(s *briefing.Source) *briefing.Reliability { return &s.Grade.Reliability }, reliability).
			omitIf(func(s *briefing.Source) bool { return s.Grade.Reliability == reliabilityUnknown }),
		at("reliability_note", "Why it has that grade, in one line.", func(s *briefing.Source) *string { return &s.Grade.Note }, line).called("On reliability"),
		at("origin", "The id of the source that this one copies, quotes or translates.", func(s *briefing.Source) *string { return &s.Origin }, idOf(itemSource)),
		at("status", "What has become of it; current if it is left out.", func(s *briefing.Source) *briefing.SourceStatus { return &s.Status }, oneOf(briefing.SourceStatuses)).
			omitIf(func(s *briefing.Source) bool { return s.Status == briefing.SourceCurrent }),
		at("text", "Its text, paragraphs apart by a blank line.", func(s *briefing.Source) *string { return &s.Text }, paragraphs),
		{
			key: "text_file", doc: "A file with its text, in the folder of the briefing or below; none that is hidden.",
			value: textFile{},
		},
		at("text_kind", "What the text is; original if it is left out.", func(s *briefing.Source) *briefing.TextKind { return &s.TextKind }, oneOf(briefing.TextKinds)).called("Kind of text").readBefore("text").
			omitIf(func(s *briefing.Source) bool { return s.TextKind == textOriginal && s.Text != "" }),
	}, commonOf(func(s *briefing.Source) *briefing.Common { return &s.Common })...),
	finish: func(s *briefing.Source) {
		setDefault(&s.Grade.Reliability, reliabilityUnknown)
		setDefault(&s.Status, briefing.SourceCurrent)
		if s.Text != "" {
			setDefault(&s.TextKind, textOriginal)
		}
	},
}

// textFile is the binding of the key text_file: the text of a source in a file of
// its own. It is never written, because the text itself is.
type textFile struct{}

func (textFile) write(*writer, *briefing.Source)                {}
func (textFile) empty(*briefing.Source) bool                    { return true }
func (textFile) facts(*Facts, string, string, *briefing.Source) {}
func (textFile) kind() (FactKind, bool)                         { return 0, false }
func (textFile) schema(*schemas) schema                         { return schema{{"type", "string"}} }
func (textFile) prune(*pruner, *briefing.Source) bool           { return true }
func (textFile) read(d *decoder, n *node, s *briefing.Source) bool {
	if !d.isScalar(n, aText.String) {
		return false
	}
	if d.frame().node.kid("text") != nil {
		d.problem(n.pos, CodeTextFile, "the source has a text already", `keep one of "text" and "text_file"`)
		return false
	}
	d.noteChange(n, loss{})
	text, err := d.readText(n.text)
	if err != nil {
		hint := "a regular file in the folder of the briefing, UTF-8, up to 4 MiB"
		if checkTextFile(n.text) != nil {
			hint = "name a file in the folder of the briefing or below, as in texts/speech.txt"
		}
		d.problem(n.pos, CodeTextFile, fmt.Sprintf("%s is not read: %s", clean.Quoted(n.text), errorText(err)), hint)
		return false
	}
	s.Text = text
	return true
}

// readText returns the cleaned text of a file in the folder of the briefing.
func (d *decoder) readText(name string) (string, error) {
	if d.open == nil {
		return "", errNoFolder
	}
	data, err := d.open(name)
	if err != nil {
		return "", err
	}
	if len(data) > maxScalar {
		return "", errTextTooLarge
	}
	if d.textLeft -= len(data); d.textLeft < 0 {
		return "", errTextsTooLarge
	}
	text := trimBOM(string(data))
	if !utf8.ValidString(text) || wideForm(text) != "" {
		_, message := notUTF8(text)
		return "", errors.New(message)
	}
	return body(text), nil
}

var actorTable = &table[briefing.Actor]{
	noun: "actor", nameKey: idKey,
	doc: "A person, organization, state or group.",
	pos: func(a *briefing.Actor) *briefing.Pos { return &a.Pos },
	fields: append([]field[briefing.Actor]{
		at(idKey, "The id of the actor.", func(a *briefing.Actor) *string { return &a.ID }, newID(itemActor)).require(),
		at("name", "The name, as the briefing writes it.", func(a *briefing.Actor) *string { return &a.Name }, label).require(),
		at("kind", "What sort of actor it is; unnamed for \"Western officials\".", func(a *briefing.Actor) *briefing.ActorKind { return &a.Kind }, oneOf(briefing.ActorKinds)).require(),
		at("aka", "Other names.", func(a *briefing.Actor) *[]string { return &a.Aka }, lineList).called("Also").readBefore("country"),
		at("part_of", "The id of the actor that this one belongs to.", func(a *briefing.Actor) *string { return &a.PartOf }, idOf(itemActor)),
		at("role", "Office or function, in one line.", func(a *briefing.Actor) *string { return &a.Role }, line).readBefore("part_of"),
		at("country", "The country, in two capitals (ISO 3166-1 alpha-2).", func(a *briefing.Actor) *string { return &a.Country }, countryCode),
		at("summary", "Who that is, with references.", func(a *briefing.Actor) *string { return &a.Summary }, prose),
		evidenceOf(func(a *briefing.Actor) *[]briefing.Evidence { return &a.Evidence }),
	}, commonOf(func(a *briefing.Actor) *briefing.Common { return &a.Common })...),
}
