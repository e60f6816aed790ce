package sample

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
)

// archiveWords is the number of words in the vocabulary of an archive.
const archiveWords = 50_000

// frequent are the words that the vocabulary starts with. Word n is n times
// rarer than the first one.
var frequent = strings.Fields(`the of to and in that for is was on with as by at from has be it have not are were an which had its or their
but been they he will would this who more said after one also over new up last out about when first two government into than he there no
could year people other if officials military she all some our time against before troops during under forces between three war where state
we them security because statement so report what many most president minister week country only may attack defence day agreement region
can city several drone while according spokesman since support down foreign next such border did use talks four made still until part
both meeting another ministry any million plan however army weapons missile sources group called including international must should
sanctions supply ceasefire near line days official told units area power added months north south east west evidence five denied confirmed
armed fire party air land sea front strike deal peace oil gas grain port ship rail bridge road plant grid court vote election law budget
convoy brigade battalion artillery ammunition reservists mobilisation embassy ambassador envoy summit treaty observer inspector hostage
prisoner exchange refugee corridor checkpoint shelling airstrike trench minefield radar satellite frigate submarine pipeline refinery tanker
harvest flood blackout curfew siege retreat offensive counteroffensive insurgent militia mercenary commander general colonel captain`)

// vocabulary50k makes the words of the archive: the frequent ones, then others
// of syllables, some with accents.
var vocabulary50k = sync.OnceValue(func() []string {
	r := rand.New(rand.NewPCG(17, archiveWords))
	starts := strings.Fields("b d f g h k l m n p r s t v w br dr fl gr kl pr sh sk st tr th")
	middles := strings.Fields("a e i o u a e i o ai ea ou ie a e i o u a e o")
	accents := strings.NewReplacer("a", "á", "e", "é", "o", "ö", "u", "ü")
	ends := strings.Fields("n r s t l m nd st rt ng k _ _ _ _ _")
	list, seen := make([]string, 0, archiveWords), map[string]bool{}
	add := func(word string) {
		if !seen[word] {
			seen[word], list = true, append(list, word)
		}
	}
	for _, word := range frequent {
		add(word)
	}
	for len(list) < archiveWords {
		var word string
		for range 2 + r.IntN(1+len(list)/(archiveWords/2)) {
			word += oneOf(r, starts) + oneOf(r, middles) + oneOf(r, ends)
		}
		if len(list)%50 == 0 {
			word = accents.Replace(word)
		}
		add(strings.ReplaceAll(word, "_", ""))
	}
	return list
})

// writer writes English-like prose.
type writer struct {
	rand  *rand.Rand
	list  []string
	names []string // of whom the texts speak
}

// newWriter returns a writer that writes the same for the same two numbers.
func newWriter(a, b int) writer {
	return writer{rand: rand.New(rand.NewPCG(uint64(a), uint64(b))), list: vocabulary50k()}
}

// word returns a word, each the rarer the further down it is in the list, by
// the law of Zipf.
func (w writer) word() string {
	return w.list[int(math.Exp(w.rand.Float64()*math.Log(archiveWords)))-1]
}

// append adds n words to a text, with commas and numbers.
func (w writer) append(text []byte, n int) []byte {
	for i := range n {
		if i > 0 {
			text = append(text, ' ')
		}
		switch k := w.rand.Uint32() % 64; {
		case k == 0:
			text = strconv.AppendInt(text, int64(w.rand.IntN(2000)), 10)
		case k < 5 && i < n-1:
			text = append(append(text, w.word()...), ',')
		default:
			text = append(text, w.word()...)
		}
	}
	return text
}

// clause returns about n words.
func (w writer) clause(n int) string {
	return string(w.append(nil, n-n/4+w.rand.IntN(1+n/2)))
}

// sentence returns a sentence of about n words.
func (w writer) sentence(n int) string { return capital(w.clause(n)) + "." }

func capital(text string) string {
	if text[0] < 'a' || text[0] > 'z' {
		return text
	}
	return string(text[0]-'a'+'A') + text[1:]
}

// prose returns a text of about so many bytes in paragraphs, and its sentences
// without the period. Some sentences are in quotation marks.
func (w writer) prose(size int) (text string, sentences []string) {
	buffer := make([]byte, 0, size+500)
	var bounds [][2]int
	for len(buffer) < size {
		if len(bounds) > 0 {
			gap := " "
			if len(bounds)%4 == 0 {
				gap = "\n\n"
			}
			buffer = append(buffer, gap...)
		}
		open, period := "", "."
		if w.rand.IntN(8) == 0 {
			open, period = "“", "”, he said."
		}
		buffer = append(buffer, open...)
		start := len(buffer)
		if len(w.names) > 0 && w.rand.IntN(5) == 0 {
			buffer = append(append(buffer, oneOf(w.rand, w.names)...), " said "...)
		}
		buffer = w.append(buffer, 8+w.rand.IntN(16))
		if c := buffer[start]; c >= 'a' && c <= 'z' {
			buffer[start] = c - 'a' + 'A'
		}
		bounds = append(bounds, [2]int{start, len(buffer)})
		buffer = append(buffer, period...)
	}
	text = string(buffer)
	for _, b := range bounds {
		sentences = append(sentences, text[b[0]:b[1]])
	}
	return text, sentences
}
