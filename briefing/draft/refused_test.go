package draft

import (
	"strings"
	"testing"
)

// eventOf returns an answer with an event that has other members.
func eventOf(members string) string {
	return `{"events": [{"title": "Closed", "when": {"date": "2024-06-11"}, ` + members + `}]}`
}

// positionOf returns an answer with Ann Lee and a position of hers with other members.
func positionOf(members string) string {
	return `{"actors": [{"name": "Ann Lee", "kind": "person", "sentences": [2]}], "questions": [{"text": "Is it safe?", "claims": [
 {"text": "It is unsafe.", "positions": [{"holder": "Ann Lee", "stance": "denies", ` + members + `}]}]}]}`
}

// refusals have what is wrong with an answer and said about it; "" if nothing is,
// and the item is taken.
func refusals() []struct{ name, answer, want string } {
	return []struct{ name, answer, want string }{
		{"fenced", "Here it is:\n```json\n" + eventOf(`"sentences": [1]`) + "\n```\nI hope that it helps.", ""},
		{"fenced, without its kind", "```\n" + eventOf(`"sentences": [1]`) + "\n```", ""},
		{"after words", "Here it is:\n" + eventOf(`"sentences": [1]`), ""},
		{"quote", eventOf(`"sentences": [1], "quote": "bridge closed"`), ""},
		{"quote over a line break", positionOf(`"sentences": [2], "quote": "was unsafe, as the port"`), ""},
		{"quote with an elision", positionOf(`"sentences": [2], "quote": "Mayor Ann Lee denied [...] that the bridge was unsafe"`), ""},
		{"several sentences", positionOf(`"sentences": [3, 2]`), ""},
		{"sentences that stand twice", eventOf(`"sentences": [4]`), ""},
		{"another language", `{"events": [{"title": "Brücke gesperrt", "when": {"date": "2024-06-11", "said": "Tuesday"}, "sentences": [1]}]}`, ""},

		{"nothing", "", "answer:1:1: no-json: there is no JSON object in the answer"},
		{"words", "I cannot do that.", "answer:1:1: no-json: there is no JSON object in the answer"},
		{"a list", `[{"title": "Closed"}]`, "answer:1:1: no-json: there is no JSON object in the answer"},
		{"half", eventOf(`"sentences": [1]`)[:40], "answer:1:41: syntax: the JSON text ends in the middle"},
		{"half in a fence", "```json\n{\"events\": [\n```", "answer:3:1: syntax: the JSON text ends in the middle"},
		{"a comment", "{\"events\": [ // none\n]}", "answer:1:14: syntax: a comment stands here"},
		{"two objects", "{}\n{}", "answer:2:1: multiple-documents: something follows the end of the JSON object"},
		{"words after it", "{}\nDone.", "answer:2:1: multiple-documents: something follows the end of the JSON object"},
		{"deep", strings.Repeat(`{"a":`, 40), "answer:1:160: too-deep: more than 32 lists and mappings in each other"},
		{"no UTF-8", "{\"events\": \"\xff\"}", "answer:1:13: not-utf8: not UTF-8, line 1: the byte 0xff"},
		{"keys in another language", `{"ereignisse": []}`, `answer:1:2: unknown-key: there is no key "ereignisse" here, and it is left out; there are actors, events, questions [answer]`},

		{"no sentences", eventOf(`"sentences": []`), `answer:1:13: missing-key: "sentences" is missing: each item has to name some [event "Closed"]`},
		{"no such sentence", eventOf(`"sentences": [1, 99]`), `answer:1:82: no-sentence: there is no sentence "99"; they are numbered from 1 to 8 [event "Closed"]`},
		{"sentence 0", eventOf(`"sentences": [0]`), `no-sentence: there is no sentence "0"`},
		{"a negative sentence", eventOf(`"sentences": [-1]`), `no-sentence: there is no sentence "-1"`},
		{"half a sentence", eventOf(`"sentences": [1.5]`), `no-sentence: there is no sentence "1.5"`},
		{"a huge sentence", eventOf(`"sentences": [1e99]`), `no-sentence: there is no sentence "1e99"`},
		{"an invented quote", eventOf(`"sentences": [1], "quote": "The bridge fell down"`), `answer:1:92: quote-missing: the quote "The bridge fell down" is not in these sentences, word for word [event "Closed"]`},
		{"one word changed", positionOf(`"sentences": [2], "quote": "Mayor Ann Lee denied on Wednesday that the bridge was safe"`), `quote-missing: the quote "Mayor Ann Lee denied on Wednesday that the bridge was safe" is not in`},
		{"another capital", positionOf(`"sentences": [2], "quote": "mayor Ann Lee"`), `is not in these sentences, word for word; they have "Mayor Ann Lee" [`},
		{"other signs", eventOf(`"sentences": [3], "quote": "“It is safe,”"`), `is not in these sentences, word for word; they have ""It is safe,"" [`},
		{"part of a word", positionOf(`"sentences": [2], "quote": "ayor Ann"`), `quote-missing`},
		{"quote of another sentence", eventOf(`"sentences": [1], "quote": "Ships wait"`), "it begins in sentence 4"},
		{"said elsewhere", `{"events": [{"title": "Closed", "when": {"date": "2024-06-11", "said": "on Monday"}, "sentences": [1]}]}`, `not-in-text: the words "on Monday" are not in these sentences`},
		{"a bad date", `{"events": [{"title": "Closed", "when": {"date": "Tuesday"}, "sentences": [1]}]}`, `bad-date: "date" is "Tuesday"`},
		{"after the cut-off", `{"events": [{"title": "Closed", "when": {"date": "2025-06-11"}, "sentences": [1]}]}`, "occurred-after-as-of"},
		{"a bad stance", strings.Replace(positionOf(`"sentences": [2]`), "denies", "bestreitet", 1), `bad-value: "stance" is "bestreitet"; it has to be one of affirms, denies`},
		{"an invented actor", `{"actors": [{"name": "Bob Roe", "kind": "person", "sentences": [2]}]}`, `not-in-text: the words "Bob Roe" are not in these sentences`},
		{"part of a name", `{"actors": [{"name": "Ann Le", "kind": "person", "sentences": [2]}]}`, `not-in-text: the words "Ann Le" are not`},
		{"an invented role", `{"actors": [{"name": "Ann Lee", "role": "Minister", "kind": "person", "sentences": [2]}]}`, `not-in-text: the words "Minister" are not`},
		{"an unknown actor", eventOf(`"sentences": [1], "actors": ["Ann Lee"]`), `unknown-actor: no actor is called "Ann Lee"`},
		{"a claim of nobody", `{"questions": [{"text": "Q?", "claims": [{"text": "C.", "positions": []}]}]}`, "missing-key: nobody takes a position on the claim"},
		{"an address", eventOf(`"sentences": [1], "url": "https://example.org/?leak"`), `unknown-key: there is no key "url" here`},
		{"a file", `{"sources": [{"text_file": "/etc/passwd"}]}`, `unknown-key: there is no key "sources" here`},
		{"a control character", eventOf("\"sentences\": [1], \"quote\": \"bridge \\u001b[31mclosed\""), "quote-missing: the quote \"bridge \ufffd[31mclosed\" is not"},
		{"a long title", `{"events": [{"title": "` + strings.Repeat("x", 2000) + `", "when": {"date": "2024"}, "sentences": [1]}]}`, `too-long: "title" is longer than 1000 bytes`},
		{"no object", `{"events": [7]}`, "wrong-kind: found one word, expected an object"},
		{"no list", `{"events": {"title": "x"}}`, `wrong-kind: "events" is a mapping, expected a list`},
	}
}

func TestRefused(t *testing.T) {
	for _, c := range refusals() {
		t.Run(c.name, func(t *testing.T) {
			added, said := answered(t, asked(t), c.answer)
			n := len(added.Events) + len(added.Questions)
			if c.want == "" && (len(said) > 0 || n == 0) || c.want != "" && (len(said) == 0 || !strings.Contains(said[0], c.want)) {
				t.Errorf("%d items; problems:\n%s", n, strings.Join(said, "\n"))
			}
			if c.want != "" && n > 0 && !strings.Contains(c.want, "unknown-key") {
				t.Errorf("%d items are taken", n)
			}
		})
	}
}
