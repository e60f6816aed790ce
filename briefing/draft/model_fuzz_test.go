package draft

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/quote"
)

// hardTexts are texts in which quotes are hard to cut.
var hardTexts = []string{
	harbour,
	"He said it.  He said it.\nHe said it. \u00a0 He said it, again. He said\u00ad it.\n\n\nHe said it.",
	"“We [...] leave,” she said: [...] nothing. We [...] leave. nothing [...]",
	"大桥关闭了。市长说：“安全。”大桥关闭了。\n\nقال العمدة إن الجسر آمن. אמר ראש העיר.",
	"One word\n\nOne word\n\nword One word. e\u0301t\u00e9 été. A.B. Smith of the U.S. Navy. No end",
	strings.Repeat("x", 3*maxSentence) + " " + strings.Repeat("long words ", 3000),
}

// mutate returns an answer with a few changes of the kinds that models make, and
// some of bytes.
func mutate(r *rand.Rand, b *briefing.Briefing, answer string) string {
	words := strings.Fields(b.Sources[r.IntN(len(b.Sources))].Text)
	some := func() string {
		from := r.IntN(len(words))
		return strings.Join(words[from:min(from+1+r.IntN(8), len(words))], " ")
	}
	for range r.IntN(4) {
		at := r.IntN(len(answer) + 1)
		switch r.IntN(9) {
		case 0: // cut off
			answer = answer[:at]
		case 1: // a part is gone
			answer = answer[:at] + answer[min(at+r.IntN(20), len(answer)):]
		case 2: // a part is there twice
			answer = answer[:at] + answer[max(at-r.IntN(40), 0):]
		case 3: // another byte
			answer = answer[:at] + string([]byte{byte(r.IntN(256))}) + answer[min(at+1, len(answer)):]
		case 4: // other numbers
			answer = strings.Replace(answer, "[1]", "["+strconv.Itoa(r.IntN(30)-2)+", "+strconv.Itoa(r.IntN(30))+"]", 1)
			answer = strings.Replace(answer, "[2]", "["+strconv.Itoa(r.IntN(30))+"]", 1+r.IntN(2))
		case 5: // another quote
			answer = replaceText(r, answer, `"quote": "`, strconv.Quote(some())[1:])
		case 6: // one word of a text is another
			answer = strings.Replace(answer, []string{"bridge", "Ann", "on", "that", "Tuesday"}[r.IntN(5)], strings.Trim(strconv.Quote(some()), `"`), 1)
		case 7: // another name
			answer = replaceText(r, answer, []string{`"name": "`, `"said": "`, `"title": "`, `"text": "`}[r.IntN(4)], strconv.Quote(some())[1:])
		case 8:
			answer = "```json\n" + answer + "\n```\n" + some()
		}
	}
	return answer
}

// replaceText replaces a text with a quotation mark at its end, after one of the
// places of a key.
func replaceText(r *rand.Rand, answer, key, with string) string {
	at := strings.Index(answer, key)
	if next := strings.LastIndex(answer, key); r.IntN(2) == 0 {
		at = next
	}
	if at < 0 {
		return answer
	}
	at += len(key)
	_, after, _ := strings.Cut(answer[at:], `"`)
	return answer[:at] + with + after
}

// allExact fails the test unless every quote in proposals is exact, and each has one.
func allExact(t *testing.T, b *briefing.Briefing, added *briefing.Briefing) (quotes int) {
	t.Helper()
	var texts quote.Texts
	check := func(list []briefing.Evidence, common briefing.Common) {
		if len(list) == 0 || !common.Draft {
			t.Error("a proposal has no evidence or is no draft")
		}
		for _, e := range list {
			i := slices.IndexFunc(b.Sources, func(s briefing.Source) bool { return s.ID == e.Source })
			if i < 0 || e.Quote == "" {
				t.Errorf("evidence without a source or a quote: %+v", e)
			} else if state := texts.Of(e.Source, b.Sources[i].Text).Anchor(e.Words()).State; state != quote.Exact {
				t.Errorf("%+v is %s", e, state)
			}
			quotes++
		}
	}
	for _, a := range added.Actors {
		check(a.Evidence, a.Common)
	}
	for _, e := range added.Events {
		check(e.Evidence, e.Common)
	}
	for _, q := range added.Questions {
		for _, c := range q.Claims {
			for _, p := range c.Positions {
				check(p.Evidence, p.Common)
			}
		}
	}
	return quotes
}

// someAnswer returns an answer of words that are in the sentences that it names.
func someAnswer(r *rand.Rand, req *Request) string {
	run := func(n, most int) string { // of words of a sentence
		words := strings.Fields(req.sentences[n-1].text())
		from := r.IntN(len(words))
		return strconv.Quote(strings.Join(words[from:min(from+1+r.IntN(most), len(words))], " "))
	}
	n := 1 + r.IntN(len(req.sentences))
	name := run(n, 2)
	named := `"sentences": [` + strconv.Itoa(n) + `]`
	quoted := named
	if r.IntN(3) > 0 {
		quoted += `, "quote": ` + run(n, 12)
	} else if n > 1 {
		quoted = `"sentences": [` + strconv.Itoa(n) + ", " + strconv.Itoa(n-1) + `]`
	}
	return `{"actors": [{"name": ` + name + `, "kind": "group", ` + named + `}],
 "events": [{"title": ` + run(n, 5) + `, "when": {"date": "2024-06", "said": ` + run(n, 2) + `}, "actors": [` + name + `], ` + quoted + `}],
 "questions": [{"text": "What?", "claims": [{"text": ` + run(n, 8) + `, "positions": [
  {"holder": ` + name + `, "stance": "affirms", ` + quoted + `}]}]}]}`
}

// TestManyAnswers reads 10,000 answers that are good ones with mistakes. Not one
// quote in what is taken may be other than exact.
func TestManyAnswers(t *testing.T) {
	const answers, wholeEach = 10_000, 100
	r := rand.New(rand.NewPCG(1, 2))
	var requests []*Request
	for _, text := range hardTexts {
		requests = append(requests, request(t, asked(t, text)), request(t, asked(t, text, harbour)))
	}
	quotes, refused := 0, 0
	for i := range answers {
		req := requests[r.IntN(len(requests))]
		out, err := req.Rounds(1+r.IntN(2), func(string) (string, error) {
			answer := example
			if r.IntN(5) > 0 {
				answer = someAnswer(r, req)
			}
			return mutate(r, req.b, answer), nil
		}, func([]file.Problem) {})
		if err != nil {
			t.Fatal(err)
		}
		quotes += allExact(t, req.b, out.Added)
		refused += len(out.Problems)
		if i%wholeEach == 0 {
			wholeExact(t, req.b, out.Added)
		}
		if t.Failed() {
			t.Fatal("answer ", i)
		}
	}
	t.Logf("%d quotes taken, all exact; %d problems", quotes, refused)
	if quotes < answers/2 || refused < answers/2 {
		t.Errorf("only %d quotes and %d problems", quotes, refused)
	}
}

func FuzzAnswer(f *testing.F) {
	for _, seed := range []string{example, eventOf(`"sentences": [1], "quote": "bridge closed"`), positionOf(`"sentences": [2]`), "```\n{}\n```"} {
		f.Add(seed, harbour)
		f.Add(seed, hardTexts[2])
	}
	f.Fuzz(func(t *testing.T, answer, text string) {
		b := asked(t, text)
		r, err := NewRequest(b, b)
		if err != nil {
			t.Skip()
		}
		out, err := r.Rounds(2, func(string) (string, error) { return answer, nil }, func([]file.Problem) {})
		if err != nil {
			t.Fatal(err)
		}
		allExact(t, b, out.Added)
		wholeExact(t, b, out.Added)
	})
}
