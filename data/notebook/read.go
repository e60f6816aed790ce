package notebook

import (
	"fmt"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// The names of the file.
const (
	formatName     = "format"
	briefingName   = "briefing"
	placeName      = "place"
	marksName      = "marks"
	judgmentsName  = "judgments"
	notesName      = "notes"
	achName        = "ach"
	readName       = "read"
	onName         = "on"
	writtenName    = "written"
	quoteName      = "quote"
	prefixName     = "prefix"
	suffixName     = "suffix"
	textName       = "text"
	likelihoodName = "likelihood"
	confidenceName = "confidence"
	hypothesesName = "hypotheses"
	codesName      = "codes"
)

// format is the version of the file's format.
const format = "notebook/1"

// entryError says what is wrong with an entry. What is not known cannot be kept when
// the file is written again, so nothing is left out.
type entryError struct {
	line int32
	what string
}

func (e *entryError) Error() string { return e.what }

func wrong(t *file.Tree, message string, args ...any) error {
	line := t.KeyPos.Line
	if line == 0 {
		line = t.Pos.Line
	}
	return &entryError{line, fmt.Sprintf(message, args...)}
}

// reader turns the tree of a file into the contents of a notebook.
type reader struct{ contents *contents }

// parse returns the contents of a file, which must be about the briefing with that id.
func parse(text, id string) (*contents, error) {
	t, err := file.ParseTree(text, id)
	if err != nil {
		return nil, err
	}
	r := reader{newContents()}
	if t.Form == file.Nothing {
		return r.contents, nil
	}
	parts := map[string]func(*file.Tree) error{
		placeName: r.place, marksName: r.marks, judgmentsName: r.judgments, notesName: r.notes, achName: r.ach, readName: r.read,
		formatName:   func(t *file.Tree) error { return mustBe(t, format) },
		briefingName: func(t *file.Tree) error { return mustBe(t, id) },
	}
	seen := map[string]bool{}
	err = members(t, func(kid *file.Tree) error {
		do := parts[kid.Key]
		if do == nil {
			return wrong(kid, "a notebook has no %s", clean.Quoted(kid.Key))
		}
		seen[kid.Key] = true
		if kid.Form == file.Nothing {
			return nil
		}
		return do(kid)
	})
	if err == nil && !seen[formatName] {
		err = wrong(t, "it does not say format: %s", format)
	}
	return r.contents, err
}

// members calls f for each member of a mapping.
func members(t *file.Tree, f func(*file.Tree) error) error {
	if t.Form != file.Mapping {
		return wrong(t, "found %s, expected a mapping", t.Form)
	}
	seen := make(map[string]bool, len(t.Kids))
	for i := range t.Kids {
		kid := &t.Kids[i]
		if seen[kid.Key] {
			return wrong(kid, "%s is there twice", clean.Quoted(kid.Key))
		}
		seen[kid.Key] = true
		if err := f(kid); err != nil {
			return err
		}
	}
	return nil
}

// elements calls f for each element of a list.
func elements(t *file.Tree, f func(*file.Tree) error) error {
	if t.Form != file.List {
		return wrong(t, "found %s, expected a list", t.Form)
	}
	for i := range t.Kids {
		if err := f(&t.Kids[i]); err != nil {
			return err
		}
	}
	return nil
}

// words calls f for each member of a mapping whose values are words.
func words(t *file.Tree, f func(key, text string)) error {
	return members(t, func(kid *file.Tree) error {
		text, err := word(kid)
		if err == nil {
			f(kid.Key, text)
		}
		return err
	})
}

// word returns a text of one line, which may not be empty.
func word(t *file.Tree) (string, error) {
	if t.Form != file.Word || t.Text == "" {
		return "", wrong(t, "found %s, expected a word", t.Form)
	}
	return t.Text, nil
}

func mustBe(t *file.Tree, want string) error {
	if t.Form != file.Word || t.Text != want {
		return wrong(t, "%s is %s, expected %s", t.Key, clean.Quoted(t.Text), want)
	}
	return nil
}

func (r reader) place(t *file.Tree) error {
	var list []string
	err := elements(t, func(kid *file.Tree) error {
		if kid.Form != file.Word && kid.Form != file.Nothing {
			return wrong(kid, "found %s, expected a word", kid.Form)
		}
		list = append(list, kid.Text)
		return nil
	})
	r.contents.set(key{part: placePart}, value{text: strings.Join(list, placeSeparator)})
	return err
}

func (r reader) marks(t *file.Tree) error {
	return elements(t, func(kid *file.Tree) error {
		item, err := word(kid)
		if err == nil {
			r.contents.set(key{part: markPart, item: item}, value{text: markedText})
		}
		return err
	})
}

func (r reader) read(t *file.Tree) error {
	return words(t, func(item, hash string) {
		r.contents.set(key{part: readPart, item: item}, value{text: hash})
	})
}

func (r reader) judgments(t *file.Tree) error {
	return members(t, func(kid *file.Tree) error {
		var v value
		err := members(kid, func(term *file.Tree) error {
			likelihood, confidence := briefing.Likelihood(term.Text), briefing.Confidence(term.Text)
			switch {
			case term.Key == likelihoodName && briefing.Likelihoods.Has(likelihood):
				v.likelihood = likelihood
			case term.Key == confidenceName && briefing.Confidences.Has(confidence):
				v.confidence = confidence
			default:
				return wrong(term, "a judgment has no %s: %s", clean.Quoted(term.Key), clean.Quoted(term.Text))
			}
			return nil
		})
		r.contents.set(key{part: judgmentPart, item: kid.Key}, v)
		return err
	})
}

func (r reader) notes(t *file.Tree) error {
	return elements(t, func(kid *file.Tree) error {
		note := Note{}
		places := map[string]*string{
			onName: &note.On, writtenName: &note.Written, textName: &note.Text,
			quoteName: &note.Quote, prefixName: &note.Prefix, suffixName: &note.Suffix,
		}
		err := members(kid, func(field *file.Tree) error {
			to := places[field.Key]
			if to == nil || field.Form != file.Word {
				return wrong(field, "a note has no %s", clean.Quoted(field.Key))
			}
			*to = field.Body
			return nil
		})
		if err != nil {
			return err
		}
		k, v := note.entry()
		switch {
		case k.item == "" || v.text == "":
			return wrong(kid, "a note needs %s and %s", onName, textName)
		case !isTime(k.under):
			return wrong(kid, "%s is %s, expected a time such as 2026-11-27T19:52:04Z", writtenName, clean.Quoted(k.under))
		}
		for r.contents.values[k] != (value{}) {
			k.under = later(k.under) // written by hand
		}
		r.contents.set(k, v)
		return nil
	})
}

// isTime reports whether a text can be the time of a note: a time, a date, or
// nothing.
func isTime(s string) bool {
	_, notTime := time.Parse(time.RFC3339, s)
	_, notDate := time.Parse(time.DateOnly, s)
	return s == "" || notTime == nil || notDate == nil
}

func (r reader) ach(t *file.Tree) error {
	return members(t, func(question *file.Tree) error {
		return members(question, func(kid *file.Tree) error {
			switch kid.Key {
			case hypothesesName:
				return words(kid, func(id, text string) {
					r.contents.set(key{part: hypothesisPart, item: question.Key, under: id}, value{text: text})
				})
			case codesName:
				return members(kid, func(hypothesis *file.Tree) error {
					return words(hypothesis, func(evidence, code string) {
						r.contents.set(key{codePart, question.Key, hypothesis.Key, evidence}, value{text: code})
					})
				})
			}
			return wrong(kid, "%s has no %s", achName, clean.Quoted(kid.Key))
		})
	})
}
