package check

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/quote"
)

// TestSentences wants the sentences with a bar between them, and an asterisk
// before each that has a reference.
func TestSentences(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Calif. Gov. Gavin Lane spoke. He left.", "Calif. Gov. Gavin Lane spoke.|He left."},
		{"They moved to Calif. The rest stayed ill. Nobody asked.", "They moved to Calif.|The rest stayed ill.|Nobody asked."},
		{"See vol. 3 and vol. II. It is long.", "See vol. 3 and vol. II.|It is long."},
		{"P. Lane works for Yahoo! Japan. Then for Yahoo! The end.", "P. Lane works for Yahoo! Japan.|Then for Yahoo!|The end."},
		{"Hurrah! Japan won.", "Hurrah!|Japan won."},
		{"We chose plan b. Nobody else did. On 5. November was meant.", "We chose plan b.|Nobody else did.|On 5.|November was meant."},
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
		checkSentences(t, "en", test.text, test.want)
		checkSentences(t, "", test.text, test.want)
	}
}

func checkSentences(t *testing.T, language, text, want string) {
	t.Helper()
	var got []string
	for _, s := range sentences(text, language) {
		mark := ""
		if s.links {
			mark = "*"
		}
		got = append(got, mark+s.text)
	}
	if diff := cmp.Diff(want, strings.Join(got, "|")); diff != "" {
		t.Errorf("%s: %q:\n%s", language, text, diff)
	}
}

// TestSentencesByLanguage has for each language what ends no sentence, and what
// does, with a bar between them.
func TestSentencesByLanguage(t *testing.T) {
	tests := []struct{ language, text, want string }{
		{"de", "Die Ministerin kam am 5. November an. Am 6. Dezember ging sie.", "Die Ministerin kam am 5. November an.|Am 6. Dezember ging sie."},
		{"de-AT", "Im Jän. 2024 kam Dr. Lang mit Prof. Berg zum 2. Gipfel.", "Im Jän. 2024 kam Dr. Lang mit Prof. Berg zum 2. Gipfel."},
		{"de", "Rund 10 Mio. Euro fehlen. Es waren 12 Mrd. Das reicht.", "Rund 10 Mio. Euro fehlen.|Es waren 12 Mrd.|Das reicht."},
		{"de", "Das gilt z. B. in Kyjiw, d. h. dort, u. a. Polen. Mehr nicht.", "Das gilt z. B. in Kyjiw, d. h. dort, u. a. Polen.|Mehr nicht."},
		{"de", "Das gilt z.B. Polen und Litauen u. a. Die anderen schwiegen i. d. R. Sie kamen nicht.",
			"Das gilt z.B. Polen und Litauen u. a.|Die anderen schwiegen i. d. R.|Sie kamen nicht."},
		{"de", "Art. 5, Abs. 2 und Nr. 7 gelten. Es war dieser Art. Niemand wusste es.", "Art. 5, Abs. 2 und Nr. 7 gelten.|Es war dieser Art.|Niemand wusste es."},
		{"de", "Es kamen 40. Dann gingen sie. Es war 2014. Polen zahlte.", "Es kamen 40.|Dann gingen sie.|Es war 2014.|Polen zahlte."},
		{"de", "Der Besuch Karls II. Anfang Mai, lt. Bericht. Er blieb bis 44 v. Chr. Das war spät.", "Der Besuch Karls II. Anfang Mai, lt. Bericht.|Er blieb bis 44 v. Chr.|Das war spät."},
		{"de", "George S. Stein sprach. Die UN usw. Niemand sonst.", "George S. Stein sprach.|Die UN usw.|Niemand sonst."},
		{"de", "Er arbeitet bei Yahoo! Japan. Halt! Niemand bewegt sich.", "Er arbeitet bei Yahoo! Japan.|Halt!|Niemand bewegt sich."},
		{"fr", "M. Le Gall et Mme. Borne partent. M. Macron reste.", "M. Le Gall et Mme. Borne partent.|M. Macron reste."},
		{"fr", "Il y en a env. 500, p. ex. Paris, cf. Lyon, etc. Les autres restent.", "Il y en a env. 500, p. ex. Paris, cf. Lyon, etc.|Les autres restent."},
		{"fr", "Le 3 janv. 2024, Mgr. Petit a vu la mer. Personne d’autre.", "Le 3 janv. 2024, Mgr. Petit a vu la mer.|Personne d’autre."},
		{"fr", "C’est fini. L’accord tient. Marseille attend.", "C’est fini.|L’accord tient.|Marseille attend."},
		{"es", "El Sr. Ruiz y la Sra. Vega viajan a EE. UU. El resto espera.", "El Sr. Ruiz y la Sra. Vega viajan a EE. UU.|El resto espera."},
		{"es", "EE. UU. Francia y Dña. Mar, p. ej. Perú, firman el núm. 4. Nadie más.", "EE. UU. Francia y Dña. Mar, p. ej. Perú, firman el núm. 4.|Nadie más."},
		{"es-MX", "Fue en 2014. México pagó. Eran 40. Dijo que no. Madrid calló.", "Fue en 2014.|México pagó.|Eran 40.|Dijo que no.|Madrid calló."},
		{"pl", "Dr. Nowak był tam 5. Listopada. Calif. Gov. Lane też, z. B. Mme. Borne.", "Dr. Nowak był tam 5. Listopada.|Calif. Gov. Lane też, z. B. Mme. Borne."},
		{"uk", "Це раз. Це два. The U.S. President.", "Це раз.|Це два.|The U.S. President."},
	}
	for _, test := range tests {
		checkSentences(t, test.language, test.text, test.want)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("The U.S. [[a|came. Then]] went.|No… “Yes.” Mr. 5\n\n- x", "en")
	f.Add("Am 5. November, z. B. in [[a]] u. a. Yahoo! Japan i. d. R. . . .", "de")
	f.Add("EE. UU. y M. Le Gall", "xx")
	f.Fuzz(func(t *testing.T, text, language string) {
		text = clean.Text(text)
		var all strings.Builder
		for _, s := range sentences(text, language) {
			all.WriteString(s.text)
		}
		want := strings.Join(strings.Fields(briefing.PlainText(text)), "")
		got := strings.Join(strings.Fields(all.String()), "")
		if strings.Map(onlyWords, want) != strings.Map(onlyWords, got) {
			t.Errorf("%q became %q", want, got)
		}
	})
}

func onlyWords(r rune) rune {
	if quote.IsWord(r) {
		return r
	}
	return -1
}
