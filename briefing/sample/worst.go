package sample

import (
	"fmt"
	"math"
	"strings"
)

// A Worst is a shape of file that costs a reader much for its size: a file that
// is right, or merely odd, and may be as large as one likes.
type Worst struct {
	Name string
	Make func(n int) string // the file with n of what there is much of
}

// File returns a file of the shape, of about that many bytes.
func (w Worst) File(size int) string {
	const some = 64
	n := some
	for range 3 { // the longer the numbers in it, the longer each part
		n = max(n*size/len(w.Make(n)), 1)
	}
	return w.Make(n)
}

const (
	worstHead  = `{"format":"briefing/1","id":"w","title":"W","as_of":"2024-06-01"`
	worstEnd   = "}\n"
	oneActor   = `,"actors":[{"id":"a0","name":"A","kind":"person"}]`
	oneSource  = `,"sources":[{"id":"s0","title":"S","kind":"post"}]`
	yamlHead   = "format: briefing/1\nid: w\ntitle: W\nas_of: 2024-06-01\n"
	yamlActor  = "actors:\n- {id: a0, name: A, kind: person}\n"
	worstWords = "the bridge over the river is closed until further notice "
)

// listed returns a list of n values in JSON.
func listed(n int, each func(i int) string) string {
	var b strings.Builder
	b.WriteString("[")
	for i := range n {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString(each(i))
	}
	b.WriteString("]")
	return b.String()
}

// lines returns n lines of YAML, or n parts of anything else.
func lines(n int, each func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(each(i))
	}
	return b.String()
}

func format(format string) func(i int) string {
	n := strings.Count(format, "%d")
	return func(i int) string {
		args := make([]any, n)
		for j := range args {
			args[j] = i
		}
		return fmt.Sprintf(format, args...)
	}
}

func same(s string) func(int) string { return func(int) string { return s } }

func members(parts ...string) string { return worstHead + strings.Join(parts, "") + worstEnd }

func actors(n int) string {
	return `,"actors":` + listed(n, format(`{"id":"a%d","name":"N","kind":"person"}`))
}

func source(text string) string {
	return `,"sources":[{"id":"s0","title":"S","kind":"post","text":"` + text + `"}]`
}

func question(claims, more string) string {
	return `,"questions":[{"id":"q0","text":"Q"` + more + `,"claims":` + claims + `}]`
}

func claim(positions string) string {
	return `[{"id":"c0","text":"C","positions":` + positions + `}]`
}

// quoting returns a judgment that cites the one source with n quotes.
func quoting(n int, quote func(i int) string) string {
	return `,"judgments":[{"id":"j0","text":"J","evidence":` + listed(n, func(i int) string {
		return `{"source":"s0","quote":"` + quote(i) + `"}`
	}) + `}]`
}

// quoted returns a source with a text of n times some words, and n quotes of it.
func quoted(words func(i int) string, quote func(i int) string) func(n int) string {
	return func(n int) string { return members(source(lines(n, words)), quoting(n, quote)) }
}

// ofText returns a source that is nothing but its text, quoted four times.
func ofText(letter, quote string) func(n int) string {
	return func(n int) string {
		return members(source(strings.Repeat(letter, n)), quoting(4, same(quote)))
	}
}

// Worsts are the worst shapes of files.
var Worsts = []Worst{
	{"events on one day", func(n int) string {
		return members(`,"events":`, listed(n, format(`{"id":"e%d","title":"T","when":"2024-01-01"}`)))
	}},
	{"events on days of their own", func(n int) string {
		return members(`,"events":`, listed(n, func(i int) string {
			return fmt.Sprintf(`{"id":"e%d","title":"T","when":"%04d-01-01"}`, i, i%9999+1)
		}))
	}},
	{"event with many actors", func(n int) string {
		return members(actors(n), `,"events":[{"id":"e0","title":"T","when":"2024","actors":`, listed(n, format(`"a%d"`)), `}]`)
	}},
	{"event with one actor many times", func(n int) string {
		return members(oneActor, `,"events":[{"id":"e0","title":"T","when":"2024","actors":`, listed(n, same(`"a0"`)), `}]`)
	}},
	{"many events with a hundred actors", func(n int) string {
		hundred := listed(100, format(`"a%d"`))
		return members(actors(100), `,"events":`, listed(n, func(i int) string {
			return fmt.Sprintf(`{"id":"e%d","title":"T","when":"2024","actors":%s}`, i, hundred)
		}))
	}},
	{"silent parties of many claims", func(n int) string {
		return members(actors(n), `,"events":[{"id":"e0","title":"T","when":"2024","actors":`, listed(n, format(`"a%d"`)), `}]`,
			question(listed(n, format(`{"id":"c%d","text":"C"}`)), `,"events":["e0"]`))
	}},
	{"positions of one holder", func(n int) string {
		return members(oneActor, question(claim(listed(n, same(`{"holder":"a0","stance":"affirms"}`))), ""))
	}},
	{"positions of many holders", func(n int) string {
		return members(actors(n), question(claim(listed(n, format(`{"holder":"a%d","stance":"affirms"}`))), ""))
	}},
	{"claims with a position each", func(n int) string {
		return members(oneActor, question(listed(n, format(`{"id":"c%d","text":"C","positions":[{"holder":"a0","stance":"affirms"}]}`)), ""))
	}},
	{"claims and holders, each its own", func(n int) string {
		return members(actors(n), question(listed(n, format(`{"id":"c%d","text":"C","positions":[{"holder":"a%d","stance":"denies"}]}`)), ""))
	}},
	{"questions", func(n int) string {
		return members(`,"questions":`, listed(n, format(`{"id":"q%d","text":"Q","claims":[{"id":"c%d","text":"C"}]}`)))
	}},
	{"questions about one event", func(n int) string {
		return members(`,"events":[{"id":"e0","title":"T","when":"2024"}]`, `,"questions":`,
			listed(n, format(`{"id":"q%d","text":"Q","events":["e0"],"claims":[{"id":"c%d","text":"C"}]}`)))
	}},
	{"chain of copies", func(n int) string {
		return members(`,"sources":`, listed(n, func(i int) string {
			return fmt.Sprintf(`{"id":"s%d","title":"S","kind":"post","origin":"s%d"}`, i, min(i+1, n-1))
		}))
	}},
	{"circle of copies", func(n int) string {
		return members(`,"sources":`, listed(n, func(i int) string {
			return fmt.Sprintf(`{"id":"s%d","title":"S","kind":"post","origin":"s%d"}`, i, (i+1)%n)
		}))
	}},
	{"copies of one source", func(n int) string {
		return members(`,"sources":`, listed(n, format(`{"id":"s%d","title":"S","kind":"post","origin":"s0"}`)))
	}},
	{"chain of citing", func(n int) string {
		return members(actors(n), question(claim(listed(n, func(i int) string {
			return fmt.Sprintf(`{"holder":"a%d","stance":"affirms","citing":["a%d"]}`, i, min(i+1, n-1))
		})), ""))
	}},
	{"circles of citing", func(n int) string {
		return members(actors(n), question(claim(listed(n, func(i int) string {
			return fmt.Sprintf(`{"holder":"a%d","stance":"affirms","citing":["a%d"]}`, i, i^1%n)
		})), ""))
	}},
	{"one position citing many", func(n int) string {
		return members(actors(n), question(claim(`[{"holder":"a0","stance":"affirms","citing":`+listed(n, format(`"a%d"`))+`}]`), ""))
	}},
	{"chain of parts", func(n int) string {
		return members(`,"actors":`, listed(n, func(i int) string {
			return fmt.Sprintf(`{"id":"a%d","name":"N","kind":"person","part_of":"a%d"}`, i, min(i+1, n-1))
		}), question(listed(n/4, func(i int) string {
			return fmt.Sprintf(`{"id":"c%d","text":"C","positions":[{"holder":"a%d","stance":"affirms"}]}`, i, i)
		}), ""))
	}},
	{"parts of one actor", func(n int) string {
		return members(`,"actors":`, listed(n, format(`{"id":"a%d","name":"N","kind":"person","part_of":"a0"}`)))
	}},
	{"sides with much in common", func(n int) string {
		return members(actors(n), `,"sources":`, listed(n, format(`{"id":"s%d","title":"S","kind":"post"}`)),
			question(listed(2, func(c int) string {
				return fmt.Sprintf(`{"id":"c%d","text":"C","positions":%s}`, c, listed(n, func(i int) string {
					return fmt.Sprintf(`{"holder":"a%d","stance":"affirms","citing":["s0"],"evidence":[{"source":"s%d","quote":"x"}]}`, i, (i+c)%n)
				}))
			}), ""))
	}},
	{"quotes of a text, exact", quoted(same("the bridge is closed number. "), same("bridge is closed"))},
	{"quotes of a text, each its own", quoted(format("the bridge is closed number %d. "), format("closed number %d."))},
	{"quotes of a text, missing", quoted(same("the bridge is closed. "), format("the tunnel is open %d"))},
	{"quotes of a text, near misses", quoted(format("the bridge is closed number %d. "), format("the bridge was closed number %d. the bridge"))},
	{"quotes of a text, overlapping", func(n int) string {
		text := strings.Repeat(worstWords, n/20+4)
		return members(source(text), quoting(n, func(i int) string { return text[i : i+100] }))
	}},
	{"quotes of a text, in each other", func(n int) string {
		text := strings.Repeat(worstWords, 40)
		return members(source(strings.Repeat(worstWords, n)), quoting(n, func(i int) string { return text[:i%2000+20] }))
	}},
	{"quotes of a text, inside its words", func(n int) string {
		text := strings.Repeat("xbridgex ", n+1)[:9*min(n+1, 400_000)]
		return members(source(text), quoting(int(math.Sqrt(float64(2*n))), func(i int) string { return text[1 : 9*i+7] }))
	}},
	{"quotes of a text, with a far stretch", func(n int) string {
		places := min(n, 100_000)
		text := strings.Repeat("the ", places) + lines(places, format("w%d ")) + strings.Repeat("x y ", places)
		return members(source(text), quoting(n, func(i int) string { return fmt.Sprintf("w%d [...] the", i%places) }))
	}},
	{"quotes of many stretches", quoted(same("the bridge is closed. "), same("the bridge"+strings.Repeat(" [...] the", 20)+" [...] nowhere"))},
	{"one quote of many stretches", func(n int) string {
		return members(source(strings.Repeat("the bridge ", n)), quoting(1, func(int) string { return "the" + strings.Repeat(" [...] the", n/2) + " [...] nowhere" }))
	}},
	{"quotes with words beside them", func(n int) string {
		return members(source(strings.Repeat("the bridge ", n)), `,"judgments":[{"id":"j0","text":"J","evidence":`, listed(n, func(i int) string {
			return fmt.Sprintf(`{"source":"s0","quote":"the bridge","prefix":"nowhere %d","suffix":"the"}`, i)
		}), `}]`)
	}},
	{"text of one letter", ofText("a", strings.Repeat("a", 2000)+"b")},
	{"text of one letter, quotes of it", func(n int) string {
		return members(source(strings.Repeat("a", n)), quoting(n/1000, format(strings.Repeat("a", 990)+"%d")))
	}},
	{"text of combining marks", ofText("\u0301", "\u0301\u0301")},
	{"text of marks out of order", ofText("\u0315\u0301\u0323", "\u0323\u0301\u0315")},
	{"text of letters with a mark", ofText("e\u0301", "\u00e9\u00e9\u00e9")},
	{"text of zero-width spaces", ofText("\u200b", "a")},
	{"text of soft hyphens", ofText("a\u00ad", "aaaaaaaa b")},
	{"text of emoji in chains", ofText("\U0001f468\u200d", "\U0001f468")},
	{"text from right to left", ofText("שלום ", "שלום")},
	{"text of wide characters", ofText("橋は閉鎖", "橋は開通")},
	{"texts to be composed", func(n int) string {
		return members(`,"sources":`, listed(n, format(`{"id":"s%d","title":"S","kind":"post","text":"`+strings.Repeat("\u0958", 1300)+`"}`)))
	}},
	{"text without a space", ofText("bridge", "bridgf")},
	{"text of brackets", ofText("[[", "[[")},
	{"text of empty paragraphs", ofText(`\n\n`, "x")},
	{"text of short paragraphs", ofText(`x\n\n`, "x")},
	{"text of escapes", ofText(`\u001b`, "x")},
	{"text of sentences", ofText("A. ", "A. B.")},
	{"text of addresses", ofText("http://a.b/ ", "http")},
	{"references in one text", func(n int) string {
		return members(oneActor, `,"bottom_line":"`, strings.Repeat("[[a0]] ", n), `"`)
	}},
	{"references to many", func(n int) string {
		return members(actors(n), `,"bottom_line":"`, lines(n, format("[[a%d|b]] ")), `"`)
	}},
	{"open references", func(n int) string { return members(`,"bottom_line":"`, strings.Repeat("[[a|", n), `"`) }},
	{"references to nothing", func(n int) string { return members(actors(n), `,"gaps":`, listed(n, format(`"[[b%d]]"`))) }},
	{"references with a slip", func(n int) string {
		return members(`,"actors":`, listed(n, format(`{"id":"actor-number-%d","name":"N","kind":"person"}`)), `,"gaps":`, listed(n, format(`"[[aktor-number-%d]]"`)))
	}},
	{"long ids", func(n int) string {
		return members(`,"actors":[{"id":"`, strings.Repeat("a", n), `","name":"N","kind":"person"}],"gaps":["[[`, strings.Repeat("b", n), `]]"]`)
	}},
	{"ids of one length", func(n int) string {
		long := strings.Repeat("x", 90)
		return members(`,"actors":`, listed(n, format(`{"id":"`+long+`%d","name":"N","kind":"person"}`)), `,"gaps":["[[`, long, `]]"]`)
	}},
	{"same ids", func(n int) string {
		return members(`,"actors":`, listed(n, same(`{"id":"a0","name":"N","kind":"person"}`)))
	}},
	{"other names", func(n int) string {
		return members(`,"actors":[{"id":"a0","name":"A","kind":"person","aka":`, listed(n, format(`"N%d"`)), `}]`)
	}},
	{"long name, named often", func(n int) string {
		return members(`,"actors":[{"id":"a0","name":"`, strings.Repeat("N", n*40), `","kind":"person"}]`,
			question(claim(listed(n, same(`{"holder":"a0","stance":"affirms"}`))), ""))
	}},
	{"long title, cited often", func(n int) string {
		return members(`,"sources":[{"id":"s0","title":"`, strings.Repeat("T", n*20), `","kind":"post"}]`, quoting(n, format("%d")))
	}},
	{"long claim, held often", func(n int) string {
		return members(oneActor, `,"questions":[{"id":"q0","text":"`, strings.Repeat("Q ", n*8), `","claims":[{"id":"c0","text":"`, strings.Repeat("C ", n*8),
			`","positions":`, listed(n, same(`{"holder":"a0","stance":"denies"}`)), `}]}]`)
	}},
	{"long event, taken part in", func(n int) string {
		return members(actors(n), `,"events":[{"id":"e0","title":"`, strings.Repeat("T", n*20), `","when":"2024","actors":`, listed(n, format(`"a%d"`)), `}]`)
	}},
	{"long judgment that names many", func(n int) string {
		return members(actors(n), `,"judgments":[{"id":"j0","text":"`, lines(n, format("[[a%d]] ")), `"}]`)
	}},
	{"long gap that names many", func(n int) string {
		return members(actors(n), `,"gaps":["`, lines(n, format("[[a%d]] ")), `"]`)
	}},
	{"long title of the briefing", func(n int) string { return members(`,"version":1,"authors":["`, strings.Repeat("W", n), `"]`) }},
	{"tags", func(n int) string {
		return members(`,"events":[{"id":"e0","title":"T","when":"2024","tags":`, listed(n, format(`"t%d"`)), `}]`)
	}},
	{"other dates", func(n int) string {
		return members(`,"events":[{"id":"e0","title":"T","when":{"date":"2024","alternatives":`, listed(n, same(`{"date":"2023"}`)), `}}]`)
	}},
	{"long set of dates", func(n int) string {
		return members(`,"events":[{"id":"e0","title":"T","when":"[`, strings.Repeat("2024,", n), `2025]"}]`)
	}},
	{"long dates", func(n int) string {
		return members(`,"events":`, listed(n, func(i int) string {
			return fmt.Sprintf(`{"id":"e%d","title":"T","when":"[%s2025]"}`, i, strings.Repeat("2024-01-01,", 100))
		}))
	}},
	{"long spans of time", func(n int) string {
		return members(oneActor, `,"events":`, listed(n, format(`{"id":"e%d","title":"T","when":"0001/9999","actors":["a0"]}`)))
	}},
	{"gaps", func(n int) string { return members(`,"gaps":`, listed(n, same(`"x"`))) }},
	{"judgments", func(n int) string {
		return members(`,"judgments":`, listed(n, format(`{"id":"j%d","text":"It could be likely."}`)))
	}},
	{"judgments on one question", func(n int) string {
		return members(`,"questions":[{"id":"q0","text":"Q","claims":[{"id":"c0","text":"C"}]}],"judgments":`, listed(n, format(`{"id":"j%d","text":"J","question":"q0"}`)))
	}},
	{"authors", func(n int) string {
		return members(`,"sources":[{"id":"s0","title":"S","kind":"post","authors":`, listed(n, format(`"N%d"`)), `}]`, quoting(n, format("%d")))
	}},
	{"unknown keys", func(n int) string { return members(lines(n, format(`,"titel%d":1`))) }},
	{"problems", func(n int) string {
		return members(`,"actors":`, listed(n, format(`{"id":"a%d","name":"N","kind":"persn","aka":[{}]}`)))
	}},
	{"yaml: events", func(n int) string {
		return yamlHead + "events:\n" + lines(n, format("- id: e%d\n  title: T\n  when: 2024-01-01\n"))
	}},
	{"yaml: positions", func(n int) string {
		return yamlHead + yamlActor + "questions:\n- id: q0\n  text: Q\n  claims:\n  - id: c0\n    text: C\n    positions:\n" +
			strings.Repeat("    - {holder: a0, stance: affirms}\n", n)
	}},
	{"yaml: comments", func(n int) string { return yamlHead + yamlActor + strings.Repeat("# a comment\n", n) }},
	{"yaml: blank lines", func(n int) string { return yamlHead + strings.Repeat("\n", n) + yamlActor }},
	{"yaml: duplicate keys", func(n int) string { return yamlHead + yamlActor + strings.Repeat("gaps: []\n", n) }},
	{"yaml: unknown keys", func(n int) string { return yamlHead + yamlActor + lines(n, format("titel%d: x\n")) }},
	{"yaml: long key", func(n int) string { return yamlHead + "? " + strings.Repeat("k", n) + "\n: x\n" }},
	{"yaml: problems", func(n int) string { return yamlHead + "actors:\n" + lines(n, format("- {id: a%d, kind: persn}\n")) }},
	{"yaml: flow", func(n int) string {
		return yamlHead + "gaps:\n" + strings.Repeat("- "+strings.Repeat("[", 29)+strings.Repeat("]", 29)+"\n", n)
	}},
	{"yaml: text in a block", func(n int) string {
		return yamlHead + "sources:\n- id: s0\n  title: S\n  kind: post\n  text: |\n" + strings.Repeat("    "+worstWords+"\n", n)
	}},
	{"yaml: folded text", func(n int) string {
		return yamlHead + "bottom_line: >\n" + strings.Repeat("  x\n", n)
	}},
	{"yaml: quoted text over lines", func(n int) string {
		return yamlHead + "bottom_line: \"" + strings.Repeat("x\n  ", n) + "\"\n"
	}},
}
