package sentence

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/quote"
)

// standing says where in a sentence an abbreviation with a full stop can be.
type standing uint8

const (
	beforeWord   standing = iota + 1 // before a name, a noun or a number; it does not end a sentence
	beforeNumber                     // an abbreviation only before a number
	anywhere                         // it may end a sentence, which depends on the next word
)

// usage is how a language abbreviates. A word with a capital is an abbreviation
// only if it is written with the capital: "Ill." is one, "ill." is not.
type usage struct {
	beforeWord, beforeNumber, anywhere string
	starters                           string // words that begin a sentence far more often than a name
	letters                            bool   // a small letter with a full stop is an abbreviation: z. B.
	ordinals                           bool   // a number with a full stop is an ordinal: 5. November
}

var usages = map[string]usage{
	"en": {
		beforeWord: `adm brig capt cmdr cpl col dr fr gen gov hon lt maj messrs mr mrs ms mt pres prof pvt rep reps rev sen sens sgt supt
			st vs approx ca cf e.g i.e viz`,
		beforeNumber: `art ch chap est fig figs no nos p pp para sec vol vols`,
		anywhere: `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
			a.m p.m am pm bn m inc co corp ltd jr sr etc et al dept div bros ave blvd rd univ assn intl ft
			Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
			Penn Tenn Tex Va Vt Wash Wis Wyo`,
		starters: `the a an it its he his she her they their we our i you this that these those there here in on at
			by for from with to as after before since until while when where who what which why how if though although because but
			and or so yet no not nor both each some many most all none one two once only also even still now then today later
			meanwhile however another neither either`,
	},
	"de": {
		beforeWord: `dr prof hr hrn fr frl dipl ing nr nrn bzw ca evtl ggf vgl inkl exkl einschl zzgl sog insb insbes bspw geb gest
			ehem stellv hl st lt gem gen tel hrsg dt engl franz frz russ ukr poln amerik z.b z.t d.h v.a u.u m.e s.o s.u`,
		beforeNumber: `abs art abb kap ziff bd str max min rd`,
		anywhere: `mio mrd tsd usw etc u.a u.ä o.ä u.s.w i.d.r chr ff Jan Jän Feb Febr Apr Aug Sept Okt Nov Dez Mo Di Mi Do Fr Sa So
			std sek inc co corp ltd jr sr`,
		starters: `der die das den dem des ein eine einen einem einer er sie es wir ihr ich man dies dieser diese dieses diesen
			dort hier dann da danach daraufhin doch aber und oder auch am an auf aus bei beim bis durch für gegen in im ins mit
			nach ohne seit über um unter vom von vor während wegen zu zum zur wenn weil obwohl als wie wer was wo warum wann nur
			noch schon jetzt nun heute gestern morgen später zuvor zudem außerdem allerdings jedoch dennoch damit so insgesamt
			kein keine niemand alle viele einige beide nicht nichts zwei drei mehrere sein seine ihre laut`,
		letters: true, ordinals: true,
	},
	"fr": {
		beforeWord:   `m mm mme mmes mlle mlles dr drs pr prs mgr st ste env cf p.ex av gén adj lt chap tél`,
		beforeNumber: `art no nos n p pp vol fig t`,
		anywhere:     `etc janv févr avr juil sept oct nov déc cie éd bd hab inc corp ltd`,
		starters: `le la les l un une des du de d il elle ils elles on nous vous je j ce cet cette ces c cela ça ici là en à au aux
			dans par pour sur sous avec sans chez vers depuis pendant avant après quand lorsque si bien mais ou et donc or ni car
			puis ensuite alors aussi ainsi cependant toutefois pourtant enfin aujourd hier demain selon son sa ses leur leurs qui
			que quoi où comment pourquoi aucun aucune tous toutes plusieurs certains personne rien tout deux trois n s qu`,
		letters: true,
	},
	"es": {
		beforeWord: `sr sra srta sres sras dr dra dres d dña gral cnel tte cap lic ing prof profa mons fr sto sta p.ej ej ee ff
			aprox avda pdte pdta gob arq`,
		beforeNumber: `núm núms nro pág págs p pp art arts vol fig`,
		anywhere:     `uu ee.uu etc s.a ud uds vd vds a.c d.c a.m p.m mill cía dpto ene febr abr jul ago sept oct nov dic aa`,
		starters: `el la los las un una unos unas él ella ellos ellas este esta estos estas esto ese esa esos esas eso aquel
			aquella aquí allí ahí así en de del al a con por para sin sobre desde hasta entre según tras durante cuando donde
			mientras si aunque porque como que quien qué y e o u pero sino también además no ni nadie nada todo todos todas
			muchos algunos su sus se lo le les nos hoy ayer ahora luego después antes ya más solo sólo`,
		letters: true,
	},
}

// names are names that end with an exclamation mark.
const names = `yahoo! jeopardy!`

// Rules are the abbreviations of one language, or of all.
type Rules struct {
	standing          map[string]standing
	starters          map[string]bool
	letters, ordinals bool
}

// For returns the rules of a language (BCP 47). An empty language means English,
// and an unknown one means all languages.
func For(language string) *Rules {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if primary == "" {
		primary = "en"
	}
	if r, ok := allRules()[primary]; ok {
		return r
	}
	return allRules()[""]
}

var allRules = sync.OnceValue(func() map[string]*Rules {
	out := map[string]*Rules{"": {standing: map[string]standing{}, starters: map[string]bool{}}}
	for language, u := range usages {
		out[language] = &Rules{standing: map[string]standing{}, starters: map[string]bool{}}
		out[language].add(u)
		out[""].add(u)
	}
	return out
})

func (a *Rules) add(u usage) {
	for at, words := range map[standing]string{beforeWord: u.beforeWord, beforeNumber: u.beforeNumber, anywhere: u.anywhere + " " + names} {
		for _, word := range strings.Fields(words) {
			if known := a.standing[word]; known == 0 || at < known {
				a.standing[word] = at
			}
		}
	}
	for _, word := range strings.Fields(u.starters) {
		a.starters[word] = true
	}
	a.letters = a.letters || u.letters
	a.ordinals = a.ordinals || u.ordinals
}

// endsNone reports whether the full stop or exclamation mark between before and
// next belongs to an abbreviation, an ordinal or a name and does not end a
// sentence.
func (a *Rules) endsNone(before, next string, mark rune) bool {
	word, spaced := abbreviatedWord(before)
	if word == "" {
		return false
	}
	opens := a.starters[firstWord(next)]
	if mark != '.' {
		return a.of(word+string(mark)) == anywhere && !opens
	}
	at := a.of(spaced)
	if at == 0 {
		at = a.of(word)
	}
	switch {
	case at == beforeWord, at == beforeNumber && startsNumber(next):
		return true
	case at == anywhere, initials(spaced), a.ordinals && isOrdinal(word):
		return !opens
	case utf8.RuneCountInString(word) == 1 && !unicode.IsDigit([]rune(word)[0]):
		return a.letters || startsInitial(next)
	}
	return false
}

func (a *Rules) of(word string) standing {
	if at, ok := a.standing[word]; ok {
		return at
	}
	return a.standing[strings.ToLower(word)]
}

// abbreviatedWord returns the last word of a text with the full stops in it, and
// that word together with the letters before it that may belong to it: "B" and
// "z.B" for "z. B".
func abbreviatedWord(text string) (word, spaced string) {
	const maxLetters = 4
	start := wordStart(text)
	word = text[start:]
	spaced = word
	for range maxLetters {
		rest, found := strings.CutSuffix(strings.TrimRight(text[:start], " \u00a0\u202f"), ".")
		start = wordStart(rest)
		letter := rest[start:]
		if !found || utf8.RuneCountInString(letter) != 1 {
			break
		}
		spaced = letter + "." + spaced
	}
	return word, spaced
}

// wordStart returns the byte at which the last word of a text begins.
func wordStart(text string) int {
	at := strings.LastIndexFunc(text, func(r rune) bool { return !quote.IsWord(r) && r != '.' })
	if at < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(text[at:])
	return at + n
}

// startsInitial reports whether a text begins with one letter and a full stop.
func startsInitial(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) && strings.HasPrefix(text[n:], ".")
}

// startsNumber reports whether a text begins with a number, in digits or Roman.
func startsNumber(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(r) || isRoman(strings.ToUpper(firstWord(text)))
}

func isRoman(word string) bool { return word != "" && strings.Trim(word, "IVXLC") == "" }

// isOrdinal reports whether a word with a full stop is an ordinal: it has one or
// two digits, because years and counts end sentences, or is Roman.
func isOrdinal(word string) bool {
	const digits = "0123456789"
	return word != "" && len(word) <= 2 && strings.Trim(word, digits) == "" || len(word) > 1 && isRoman(word)
}

// initials reports whether a word consists of letters with full stops between
// them, or of one capital, as in U.S, D.C and J.
func initials(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		if utf8.RuneCountInString(part) != 1 {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || strings.Contains(word, ".")
}
