package draft

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"sitrep/briefing"
)

// TestLexicons has no lexicon with a kind of words that the rules do not know, or with
// a line that is not read.
func TestLexicons(t *testing.T) {
	files, err := fs.Glob(lexicons, "lexicon/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no lexicons", err)
	}
	for _, file := range files {
		data, err := lexicons.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		section := ""
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			if line[0] == '[' {
				section = strings.Trim(line, "[]")
			}
			if !isRead(section, line) {
				t.Errorf("%s: [%s]: %q is not read", file, section, line)
			}
		}
		if lex := lexiconOf(strings.TrimSuffix(path.Base(file), ".txt")); lex == nil || len(lex.verbs) == 0 {
			t.Errorf("%s has no verbs", file)
		}
	}
}

func TestLexiconOf(t *testing.T) {
	if lexiconOf("xx") != nil || lexiconOf("../lexicon/en") != nil || lexiconOf("EN-gb") == nil || lexiconOf("") == nil {
		t.Error("the wrong languages are known")
	}
}

// isRead reports whether a line of a section means something to the rules.
func isRead(section, line string) bool {
	if briefing.Stances.Has(briefing.Stance(section)) {
		kinds, _, ok := strings.Cut(line, ":")
		for kind := range strings.FieldsSeq(kinds) {
			_, known := frames[kind]
			ok = ok && known
		}
		return ok || line[0] == '['
	}
	_, numbered := parseLexicon("").numbered()[section]
	return wordKinds()[section] != 0 || numbered || section == "states"
}
