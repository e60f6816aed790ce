package quote_test

import (
	"slices"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// What is a quote and what is not, in the words of the text that it is found at.
// The fuzz target compares with a search by the same rules; these are the rules.
var anchorTests = []struct {
	name, text, quote, prefix, suffix string
	state                             quote.State
	stretches                         []string
}{
	{"word for word", "The bridge is closed.", "bridge is closed", "", "", quote.Exact, []string{"bridge is closed"}},
	{"the whole text", "closed", "closed", "", "", quote.Exact, []string{"closed"}},
	{"other capitals", "The bridge is closed.", "the bridge", "", "", quote.Missing, nil},
	{"another sign", "The bridge’s bolts", "bridge's bolts", "", "", quote.Missing, nil},
	{"another accent", "Zelenskyj", "Zelenskyĭ", "", "", quote.Missing, nil},
	{"a line break", "The bridge\nis closed.", "bridge is closed", "", "", quote.Exact, []string{"bridge\nis closed"}},
	{"white space of another kind", "The\n  bridge\u00a0is\tclosed", "bridge is closed", "", "", quote.Exact, []string{"bridge\u00a0is\tclosed"}},

	{"joiners in the text", "او می\u200cخواهم گفت", "میخواهم", "", "", quote.Exact, []string{"می\u200cخواهم"}},
	{"joiners in the quote", "او میخواهم گفت", "می\u200cخواهم", "", "", quote.Exact, []string{"میخواهم"}},
	{"direction marks", "אמר (NATO)\u200f אתמול", "(NATO) אתמול", "", "", quote.Exact, []string{"(NATO)\u200f אתמול"}},
	{"line breaks of Thai", "สะพาน\u200bปิด", "สะพานปิด", "สะ", "", quote.Missing, nil},
	{"line breaks of Thai, for a part", "สะพาน\u200bปิด", "พานปิด", "สะ", "", quote.Exact, []string{"พาน\u200bปิด"}},
	{"a ligature", "the oﬃce", "the office", "", "", quote.Missing, nil},

	{"the start of a word", "a warning", "war", "", "", quote.Missing, nil},
	{"the end of a word", "a civilwar", "war", "", "", quote.Missing, nil},
	{"the start of a number", "in 2024", "20", "", "", quote.Missing, nil},
	{"a word before a sign", "war-torn", "war", "", "", quote.Exact, []string{"war"}},
	{"the start of a Cyrillic word", "о войне", "вой", "", "", quote.Missing, nil},
	{"a Cyrillic word", "о войне.", "войне", "", "", quote.Exact, []string{"войне"}},
	{"a letter without its accent", "une\u0301", "une", "", "", quote.Missing, nil},
	{"the start of an accented word", "née", "n", "", "", quote.Missing, nil},
	{"a part of a Chinese sentence", "各国首脑在首都", "首脑", "", "", quote.Exact, []string{"首脑"}},
	{"a part of a Thai sentence", "สะพานปิด", "ปิด", "", "", quote.Exact, []string{"ปิด"}},
	{"a sign at the end inside a word", "U.S.A", "U.", "", "", quote.Exact, []string{"U."}},

	{"twice", "war and war", "war", "", "", quote.Ambiguous, []string{"war"}},
	{"twice, one of them in a word", "warning of war", "war", "", "", quote.Exact, []string{"war"}},
	{"twice, told apart by a prefix", "war and more war", "war", "more", "", quote.Exact, []string{"war"}},
	{"twice, told apart by a suffix", "war and more war", "war", "", "and", quote.Exact, []string{"war"}},
	{"twice with that prefix", "the war, the war", "war", "the", "", quote.Ambiguous, []string{"war"}},
	{"a prefix that is elsewhere", "more or less war", "war", "more", "", quote.Missing, nil},
	{"a suffix that is elsewhere", "war is and", "war", "", "and", quote.Missing, nil},

	{"two stretches", "One, two and three.", "One [...] three", "", "", quote.Exact, []string{"One", "three"}},
	{"two stretches in the wrong order", "One, two and three.", "three [...] One", "", "", quote.Missing, nil},
	{"stretches that overlap", "one two three", "one two [...] two three", "", "", quote.Missing, nil},
	{"stretches side by side", "one two three", "one two [...] three", "", "", quote.Exact, []string{"one two", "three"}},
	{"a second stretch in two places", "one two two", "one [...] two", "", "", quote.Ambiguous, []string{"one", "two"}},
	{"a second stretch told apart", "one two, two three", "one [...] two", "", "three", quote.Exact, []string{"one", "two"}},
	{"nothing before the mark", "one two", " [...] two", "", "", quote.Missing, nil},
	{"the mark without spaces", "one two three", "one[...]three", "", "", quote.Missing, nil},

	{"a source without a text", "", "one", "", "", quote.Unchecked, nil},
	{"evidence without a quote", "one", "", "", "", quote.Unchecked, nil},
}

func TestAnchor(t *testing.T) {
	for _, test := range anchorTests {
		t.Run(test.name, func(t *testing.T) {
			x := briefing.NewIndex(&briefing.Briefing{
				Sources: []briefing.Source{{ID: "s", Text: test.text}},
				Judgments: []briefing.Judgment{{ID: "j", Evidence: []briefing.Evidence{
					{Source: "s", Quote: test.quote, Prefix: test.prefix, Suffix: test.suffix},
				}}},
			})
			anchor := x.Anchor(&x.Passages[0])
			var got []string
			for _, s := range anchor.Stretches {
				got = append(got, test.text[s.Start:s.End])
			}
			if anchor.State != test.state || !slices.Equal(got, test.stretches) {
				t.Errorf("%q in %q is %s, %q; want %s, %q", test.quote, test.text, anchor.State, got, test.state, test.stretches)
			}
		})
	}
}

// The loader lets only clean text through, but an index can be made of any.
func TestAnchorInTextThatIsNoUTF8(t *testing.T) {
	const text = "a  b\xff\xfe c" // two spaces: the text is folded
	b := &briefing.Briefing{
		Sources:   []briefing.Source{{ID: "s", Text: text}},
		Judgments: []briefing.Judgment{{ID: "j", Evidence: []briefing.Evidence{{Source: "s", Quote: "c"}, {Source: "s", Quote: "a b"}}}},
	}
	x := briefing.NewIndex(b)
	for i, want := range []string{"c", "a  b"} {
		anchor := x.Anchor(&x.Passages[i])
		if anchor.State != quote.Exact {
			t.Fatalf("%q is %s", want, anchor.State)
		}
		if s := anchor.Stretches[0]; text[s.Start:s.End] != want {
			t.Errorf("%q stands at %q", want, text[s.Start:s.End])
		}
	}
}
