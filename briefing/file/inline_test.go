package file_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/briefing/file"
)

const inlineHead = "format: briefing/1\nid: b\ntitle: T\nas_of: 2026-01-01\ntlp: GREEN\n"

func TestInline(t *testing.T) {
	const speech = "One \"quoted\".\r\n\r\nTwo: # \\ \t \u2028 é 😀 \x01\n"
	for name, test := range map[string]struct{ text, want string }{
		"nothing to do": {inlineHead + "sources:\n- {id: a, title: A, kind: report, text: here}\n", ""},
		"block": {inlineHead + "# before\nsources:\n- id: a # first\n  title: A\n  text_file: 'speech.txt' # as delivered\n  kind: speech\n# after\n",
			inlineHead + "# before\nsources:\n- id: a # first\n  title: A\n  TEXT # as delivered\n  kind: speech\n# after\n"},
		"quoted": {inlineHead + "sources:\n- text_file: 'a, b.txt'   \n  id: a\n  title: A\n  kind: speech\n- {id: b, text_file: \"speech.txt\", title: B, kind: speech}\n",
			inlineHead + "sources:\n- TEXT   \n  id: a\n  title: A\n  kind: speech\n- {id: b, TEXT, title: B, kind: speech}\n"},
		"last line": {inlineHead + "sources:\n- id: a\n  title: A\n  kind: speech\n  text_file: a, b.txt",
			inlineHead + "sources:\n- id: a\n  title: A\n  kind: speech\n  TEXT"},
		"json": {`{"format":"briefing/1","id":"b","title":"T","as_of":"2026-01-01","tlp":"GREEN","sources":[{"id":"a","title":"A","kind":"speech","text_file" : "speech.txt"}]}`,
			`{"format":"briefing/1","id":"b","title":"T","as_of":"2026-01-01","tlp":"GREEN","sources":[{"id":"a","title":"A","kind":"speech",TEXT}]}`},
		"two lines": {inlineHead + "sources:\n- id: a\n  title: A\n  kind: speech\n  text_file:\n    speech.txt\n", inlineHead + "sources:\n- id: a\n  title: A\n  kind: speech\n  TEXT\n"},
		"folded":    {inlineHead + "sources:\n- id: a\n  title: A\n  kind: speech\n  text_file: >-\n    speech.txt\n", "error"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for _, text := range []string{"speech.txt", "a, b.txt"} {
				if err := os.WriteFile(filepath.Join(folder, text), []byte(speech), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			doc, err := file.LoadText(filepath.Join(folder, "b.yaml"), test.text)
			if err != nil || len(doc.Problems) > 0 {
				t.Fatal(err, doc.Problems)
			}
			got, err := file.Inline(test.text, doc)
			if test.want == "error" {
				if err == nil {
					t.Errorf("no error, but %s", got)
				}
				return
			}
			if test.want == "" {
				test.want = test.text
			}
			quoted := `"One \"quoted\".\n\nTwo: # \\      ` + "  é 😀 \ufffd" + `"`
			key := "text: "
			if name == "json" {
				key = `"text": `
			}
			if want := strings.ReplaceAll(test.want, "TEXT", key+quoted); err != nil || got != want {
				t.Errorf("%v\n%q\nwant\n%q", err, got, want)
			}
			again, err := file.Parse(got, "b", nil)
			if err != nil || len(again.Problems) > 0 || again.Briefing.Sources[0].Text != doc.Briefing.Sources[0].Text {
				t.Error("the text is another: ", err, again.Problems)
			}
		})
	}
}
