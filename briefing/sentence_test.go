package briefing

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSentences wants the sentences with a bar between them, and an asterisk
// before each that has a reference.
func TestSentences(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"One.", "One."},
		{"One. Two! Three? Four", "One.|Two!|Three?|Four"},
		{"The U.S. President met Mr. Smith on 28 Oct. in Washington, D.C. He left.", "The U.S. President met Mr. Smith on 28 Oct. in Washington, D.C.|He left."},
		{"It went to the U.S. The rest stayed.", "It went to the U.S.|The rest stayed."},
		{"It was on 28 Oct. The next day it rained.", "It was on 28 Oct.|The next day it rained."},
		{"It was on Oct. 28. Then it rained.", "It was on Oct. 28.|Then it rained."},
		{"Gen. Kim and J. Biden spoke at 5 p.m. Monday, i.e. late.", "Gen. Kim and J. Biden spoke at 5 p.m. Monday, i.e. late."},
		{"He came at 5 p.m. They left.", "He came at 5 p.m.|They left."},
		{"Article No. 5 vs. No. 6. End.", "Article No. 5 vs. No. 6.|End."},
		{"They said no. Others did not.", "They said no.|Others did not."},
		{"It cost 3.5 million. 40 people came.", "It cost 3.5 million.|40 people came."},
		{"He said “Stop.” She went.", "He said “Stop.”|She went."},
		{"He said “Stop.” and she went.", "He said “Stop.” and she went."},
		{"(It is so.) Next.", "(It is so.)|Next."},
		{"Really?! Yes … no. Wait… Go.", "Really?!|Yes … no.|Wait…|Go."},
		{"Wait... then go.", "Wait... then go."},
		{"See example.org or v1.2. Then go.", "See example.org or v1.2.|Then go."},
		{"A paragraph\nwithout a stop\n\nAnd another.", "A paragraph without a stop|And another."},
		{"Points:\n- one\n- two", "Points:|- one|- two"},
		{"[[a]] came. Nobody else did. Then [[b|the other]] came.", "*a came.|Nobody else did.|*Then the other came."},
		{"It was [[a|the U.S. The rest]] then. [[b|Another.]] No more.", "*It was the U.S. The rest then.|*Another.|No more."},
		{"[[a|He came.]] [[b|She went.]]", "*He came.|*She went."},
		{"[[a|He came?!]] [[b|She]] went.", "*He came?!|*She went."},
		{"一。二！三", "一。|二！|三"},
		{"Это раз. Это два.", "Это раз.|Это два."},
		{"- - -", ""},
	}
	for _, test := range tests {
		var got []string
		for _, s := range sentences(test.text) {
			mark := ""
			if s.links {
				mark = "*"
			}
			got = append(got, mark+s.text)
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q:\n%s", test.text, diff)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("The U.S. [[a|came. Then]] went.|No… “Yes.” Mr. 5\n\n- x")
	f.Fuzz(func(t *testing.T, text string) {
		text = CleanText(text)
		var all strings.Builder
		for _, s := range sentences(text) {
			all.WriteString(s.text)
		}
		want := strings.Join(strings.Fields(PlainText(text)), "")
		got := strings.Join(strings.Fields(all.String()), "")
		if strings.Map(onlyWords, want) != strings.Map(onlyWords, got) {
			t.Errorf("%q became %q", want, got)
		}
	})
}

func onlyWords(r rune) rune {
	if wordRune(r) {
		return r
	}
	return -1
}
