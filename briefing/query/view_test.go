package query

import "testing"

var someViews = Views{{"denials", "stance:denies -draft"}, {"mine", `marked "a phrase"`}}

// TestExpand puts the terms of views in the place of their names.
func TestExpand(t *testing.T) {
	for expr, want := range map[string]string{
		"":                         "",
		"word":                     "word",
		"@denials":                 "stance:denies -draft",
		" @denials  since:2024 ":   " stance:denies -draft  since:2024 ",
		"@mine @denials":           `marked "a phrase" stance:denies -draft`,
		`"@denials" tag:@mine`:     `"@denials" tag:@mine`,
		`"so @mine" mail@mine.org`: `"so @mine" mail@mine.org`,
	} {
		if got, err := someViews.Expand(expr); got != want || err != nil {
			t.Errorf("%q becomes %q, %v; want %q", expr, got, err, want)
		}
	}
	for expr, want := range map[string]Error{
		"word @denails": {5, 13, `no filter is saved as "denails"`, "did you mean @denials?"},
		"@":             {0, 1, `no filter is saved as ""`, "there are @denials, @mine; in quotes it is a word to look for"},
		"-@mine":        {0, 6, "-@mine negates a whole filter", "negate its terms one by one, or put it in quotes to look for the word"},
	} {
		_, err := someViews.Expand(expr)
		if got, ok := err.(*Error); !ok || *got != want {
			t.Errorf("%q: %+v, want %+v", expr, err, want)
		}
	}
	if _, err := Views(nil).Expand("@x"); err == nil {
		t.Error("no view is called x")
	}
}

// TestCompleteViews completes the name at the cursor, wherever that is.
func TestCompleteViews(t *testing.T) {
	for _, test := range []struct {
		expr   string
		cursor int
		want   []Completion
	}{
		{"@", 1, []Completion{{"@denials", "stance:denies -draft", 0, 1}, {"@mine", `marked "a phrase"`, 0, 1}}},
		{"word @mi x", 8, []Completion{{"@mine", `marked "a phrase"`, 5, 8}}},
		{"word @mi x", 4, nil},
		{"@mi", 0, nil},
		{`"@mi`, 4, nil},
		{"mi", 2, nil},
		{"@x", 99, nil},
	} {
		got := someViews.Complete(test.expr, test.cursor)
		if len(got) != len(test.want) {
			t.Errorf("%q at %d: %v", test.expr, test.cursor, got)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q at %d: %v, want %v", test.expr, test.cursor, got[i], test.want[i])
			}
		}
	}
}
