package file

import (
	"slices"

	"sitrep/briefing"
)

// The codes of the problems that loading finds. They do not change between
// versions.
const (
	CodeUnreadable         = "unreadable"
	CodeTooLarge           = "too-large"
	CodeNotUTF8            = "not-utf8"
	CodeSyntax             = "syntax"
	CodeTooDeep            = "too-deep"
	CodeTooManyValues      = "too-many-values"
	CodeMultipleDocuments  = "multiple-documents"
	CodeWrongFormat        = "wrong-format"
	CodeTooManyProblems    = "too-many-problems"
	CodeTooLong            = "too-long"
	CodeAlias              = "alias"
	CodeTag                = "tag"
	CodeTextChanged        = "text-changed"
	CodeUnknownKey         = "unknown-key"
	CodeMissingKey         = "missing-key"
	CodeDuplicateKey       = "duplicate-key"
	CodeWrongKind          = "wrong-kind"
	CodeEmptyList          = "empty-list"
	CodeBadID              = "bad-id"
	CodeDuplicateID        = "duplicate-id"
	CodeBadDate            = "bad-date"
	CodeBadValue           = "bad-value"
	CodeBadURL             = "bad-url"
	CodeBadCountry         = "bad-country"
	CodeBadLanguage        = "bad-language"
	CodeDanglingReference  = "dangling-reference"
	CodeWrongReferenceKind = "wrong-reference-kind"
	CodeTextFile           = "text-file"
	CodeMarking            = "unreadable-marking"
)

// Code explains a code of a problem.
type Code struct {
	Code     string
	Severity Severity
	Meaning  string // what is wrong
	Do       string // what to do about it
}

// FindCode returns the code with that name in list, or the zero Code if there is
// none.
func FindCode(list []Code, code string) (found Code) {
	if i := slices.IndexFunc(list, func(c Code) bool { return c.Code == code }); i >= 0 {
		found = list[i]
	}
	return found
}

// LoadCodes lists the codes of the problems that loading finds: first those of
// files that cannot be read at all, then those of parts of a file.
var LoadCodes = []Code{
	{CodeUnreadable, Error, "The file cannot be opened or read, or is no regular file.", "Check the path and the permissions. A pipe is read with - as the file."},
	{CodeTooLarge, Error, "The file is larger than 64 MiB.", "Split the briefing, or leave out texts that nothing is quoted from."},
	{CodeNotUTF8, Error, "The file is not UTF-8 text. One byte order mark at its start is fine.", "Save it as UTF-8. The line is where the first wrong byte stands."},
	{CodeSyntax, Error, "The file is neither YAML nor JSON, from the place that is named.", "Look for a missing quote, bracket or colon there or just above, and at the indentation."},
	{CodeTooDeep, Error, "More than 32 lists and mappings stand in each other.", "A briefing needs nine: look for brackets that are not closed."},
	{CodeTooManyValues, Error, "The file has more than 2,000,000 values, or values and keys or lines if it is YAML, more than 250,000 items, positions and pieces of evidence together, or one item has more than 500,000 values.", "Split the briefing. JSON is read faster than YAML, and may have more."},
	{CodeMultipleDocuments, Error, "Something follows the end of the briefing.", "Keep one briefing in a file: take out the line --- and what follows it."},
	{CodeWrongFormat, Error, "The file does not say that it is a briefing/1.", "Put format: briefing/1 in its first line. A later version needs a later program."},
	{CodeTooManyProblems, Error, "There are more than 10,000 problems; the rest is counted and not listed.", "Mend those that are listed first."},
	{CodeTooLong, Error, "One text is longer than 4 MiB, texts that are not in Unicode's form NFC are longer than 24 MiB together, a name, a title or a sentence than 1,000 bytes, or a line than 16 MiB, if it is YAML.", "Split the source in two, or leave out the part that nothing is quoted from; say what a title has no room for in a summary, a note or the text."},
	{CodeAlias, Error, "Anchors (&), aliases (*) and merge keys (<<) of YAML are not read, because a few of them can stand for more than any memory holds.", "Write the value out at both places."},
	{CodeTag, Error, "A YAML tag (!) stands before a value.", "Take it out: the key says what the value is."},
	{CodeTextChanged, Error, "YAML reads other words than are written: a text without quotes ends at \" #\", where a comment begins, and \\n in a path in double quotes is a line break.", "Put the text in quotes, and a path in single quotes. What stands before # is shown; a quote is left out."},
	{CodeUnknownKey, Error, "The format has no such key in this place.", "Check its spelling and indentation; sitrep schema lists all keys."},
	{CodeMissingKey, Error, "A key that the item needs is missing or empty.", "Add it. Without it the item is left out."},
	{CodeDuplicateKey, Error, "A key stands twice in one item. The first counts.", "Keep one of the two."},
	{CodeWrongKind, Error, "A list, a mapping or nothing is where text is expected, or the other way round.", "Check the indentation and the hyphens; sitrep new shows every part of the format."},
	{CodeEmptyList, Error, "A list that needs an entry has none that can be used.", "Add one, or mend its entries."},
	{CodeBadID, Error, "An id has other characters than small letters, digits and hyphens, or a hyphen first.", "Choose a short name such as harbour-office."},
	{CodeDuplicateID, Error, "Two items have the same id. The first counts.", "Rename one, and what refers to it."},
	{CodeBadDate, Error, "A date is not written in EDTF (ISO 8601-2).", "Write 2024-06-11, 2024-06, 2024, 2024-06-11~ (about), 2024-04/.. (since), [..2024-06-13] (by)."},
	{CodeBadValue, Error, "A value is not one of those that the key allows.", "Choose one of those that the message lists."},
	{CodeBadURL, Error, "A web address is one that should not be opened: not http or https, with a user name, without a host, with one that mixes scripts or looks like another, or with spaces or characters that nobody sees.", "Copy it from the browser again; other scripts may also be written in punycode and per cent."},
	{CodeBadCountry, Error, "A country is no code of ISO 3166-1 alpha-2.", "Write two capitals: UA, DE, GB."},
	{CodeBadLanguage, Error, "A language is no BCP 47 tag.", "Write a tag such as en, uk or pt-BR."},
	{CodeDanglingReference, Error, "An id is referred to that nothing in the file has, or whose item was left out.", "Correct it, or add the item."},
	{CodeWrongReferenceKind, Error, "A reference leads to the wrong kind of item: a holder that is a source, say.", "Refer to an item of the kind that the message names."},
	{CodeTextFile, Error, "The file that a text_file names is not read: it is outside the folder of the briefing, hidden (its name or that of a folder begins with a dot), missing, no regular file, too large or not UTF-8; or there is no folder, because the briefing comes from a pipe.", "Put the text beside the briefing, or into it under text."},
	{CodeMarking, Error, "A marking cannot be read: it is no label, there are two, or it stands under another key or where none is looked for. It counts as the highest, TLP:RED.", "Write one marking, under the key tlp: CLEAR, GREEN, AMBER, AMBER+STRICT or RED."},
}

// Hints that are given in several places.
const (
	hintOneDocument = "keep one briefing in a file"
	hintJSON        = "a file that starts with { is read as JSON"
	hintYAML        = "look here and just above: at the indentation (spaces, no tabs), for a missing quote or bracket, for a text with a colon that needs quotes"
	hintFormat      = "put format: " + briefing.Format + " in the first line"
	hintSplit       = "split the briefing, or write it as JSON"
	hintAlias       = "write the value out at both places"
	hintDate        = "for example 2024-06-11, 2024-06, 2024-06-11~ (about), 2024-04/.. (since), [..2024-06-13] (by)"
)
